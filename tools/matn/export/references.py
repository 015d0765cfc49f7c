"""What the notes of all works refer to, as one file of BibTeX, one of RIS and one of CSL-JSON, to be imported.

A source that several notes name stands there once for each: the notes do not say that it is the same.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import partial
from typing import Any

from matn.edition.csl import bibliography
from matn.edition.model import Edition
from matn.export.cite.bibtex import escaped, key
from matn.export.cite.ris import ris
from matn.export.offer import Download, Offer, Setting, place

_FIELDS = {"publisher": "publisher", "page": "pages", "note": "note"}
_LANGUAGES = {"ar": "arabic", "en": "english", "fa": "persian"}


def offers(edition: Edition) -> Iterator[Offer]:
    """Yield the files; nothing if no note refers to anything."""
    if not _items(edition):
        return
    at = Download(place("", "references.bib"), "references-bib", "both", "application/x-bibtex")
    yield Offer(at, partial(_bib, edition))
    at = Download(place("", "references.ris"), "references-ris", "both", "application/x-research-info-systems")
    yield Offer(at, partial(_ris, edition))
    media = "application/vnd.citationstyles.csl+json"
    at = Download(place("", "references.csl.json"), "references-csl", "both", media)
    yield Offer(at, partial(_csl, edition))


def _items(edition: Edition) -> list[dict[str, Any]]:
    return [
        item
        for work in edition.works
        for item in bibliography([note.reference for note in work.notes if note.reference], work.work.id)
    ]


def _csl(edition: Edition, _: Setting) -> bytes:
    text = json.dumps(_items(edition), ensure_ascii=False, indent=1) + "\n"
    return text.encode("utf-8", "backslashreplace")


def _bib(edition: Edition, _: Setting) -> bytes:
    return "\n".join(_entry(item) for item in _items(edition)).encode("utf-8", "replace")


def _ris(edition: Edition, _: Setting) -> bytes:
    named = ({"title": item["id"], **item} for item in _items(edition))
    return "\r\n".join(ris(item) for item in named).encode("utf-8", "replace")


def _entry(item: dict[str, Any]) -> str:
    """Return *item* as an entry: ``online`` if it has an address, which biblatex knows, else ``misc``."""
    fields = list(_told(item))
    width = max(len(name) for name, _ in fields)
    lines = "".join(f"  {name:{width}} = {{{value}}},\n" for name, value in fields)
    return f"@{'online' if 'URL' in item else 'misc'}{{{key(item)},\n{lines}}}\n"


def _told(item: dict[str, Any]) -> Iterator[tuple[str, str]]:
    if authors := item.get("author"):
        yield "author", " and ".join("{" + escaped(author["literal"]) + "}" for author in authors)
    yield "title", "{" + escaped(item.get("title", item["id"])) + "}"
    for variable, field in _FIELDS.items():
        if value := item.get(variable):
            yield field, escaped(value)
    yield from _dates(item)
    if address := item.get("URL"):
        yield "url", address.replace("{", "%7B").replace("}", "%7D")
    if language := _LANGUAGES.get(item.get("language", "")):
        yield "langid", language


def _dates(item: dict[str, Any]) -> Iterator[tuple[str, str]]:
    for variable, field in (("issued", "date"), ("accessed", "urldate")):
        if variable in item:
            parts = item[variable]["date-parts"][0]
            yield field, "-".join(f"{part:02}" for part in parts)
            if field == "date":
                yield "year", str(parts[0])
