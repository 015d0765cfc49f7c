"""An item of CSL-JSON as an entry of BibTeX, in UTF-8, with the fields that only biblatex reads beside the old ones.

Titles stand in two pairs of braces, so that no style changes their capitals. After the documentation of BibTeX
(``btxdoc``) and of biblatex, section 2.2.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from matn.export.cite.item import Item, supplied
from matn.export.cite.person import Name

_TYPES = {"chapter": "incollection", "article-journal": "article", "report": "techreport", "document": "misc"}
_MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()
_SPECIAL = {
    "\\": r"\textbackslash{}",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
    **{char: f"\\{char}" for char in "&%$#_{}"},
}
_TEXTS = {
    "edition": "edition",
    "volume": "volume",
    "issue": "number",
    "page": "pages",
    "collection-title": "series",
    "original-publisher": "origpublisher",
}
_NOT_IN_KEY = re.compile(r"[^A-Za-z0-9]+")


def bibtex(item: Item, language: str) -> str:
    """Return *item*, made in *language* (``ar``, ``en``), as one entry of BibTeX."""
    kind = _TYPES[item["type"]]
    fields = [*_names(item), *_titles(item, kind), *_texts(item, kind), *_dates(item), *_rest(item, language)]
    width = max(len(name) for name, _ in fields)
    lines = "".join(f"  {name:{width}} = {value},\n" for name, value in fields)
    return f"@{kind}{{{key(item)},\n{lines}}}\n"


def key(item: Item) -> str:
    """Return a key for *item* of letters, digits and hyphens: ``sarray-2024-p12``."""
    return _NOT_IN_KEY.sub("-", item["id"])


def escaped(text: str) -> str:
    """Return *text* with what TeX would take for commands made letters."""
    return "".join(_SPECIAL.get(char, char) for char in text)


def _names(item: Item) -> Iterator[tuple[str, str]]:
    for field in ("author", "editor"):
        if names := item.get(field):
            yield field, "{" + " and ".join(map(_name, names)) + "}"


def _name(name: Name) -> str:
    """Return a name; one without parts in braces, so that it is not taken apart."""
    if "literal" in name:
        return "{" + escaped(name["literal"]) + "}"
    return f"{escaped(name['family'])}, {escaped(name['given'])}"


def _titles(item: Item, kind: str) -> Iterator[tuple[str, str]]:
    names = {"title": "title", "container-title": "journal" if kind == "article" else "booktitle"}
    for variable, field in (names | {"original-title": "origtitle"}).items():
        if title := item.get(variable):
            yield field, "{{" + escaped(title) + "}}"


def _texts(item: Item, kind: str) -> Iterator[tuple[str, str]]:
    for variable, field in (_TEXTS | {"publisher": "institution" if kind == "techreport" else "publisher"}).items():
        if value := item.get(variable):
            yield field, "{" + escaped(value) + "}"


def _dates(item: Item) -> Iterator[tuple[str, str]]:
    year, *rest = item["issued"]["date-parts"][0]
    yield "year", f"{{[{year}]}}" if supplied(item) == "issued" else f"{{{year}}}"
    if rest:
        yield "month", _MONTHS[rest[0] - 1]
    if original := item.get("original-date"):
        numbers = original["date-parts"][0]
        yield "origdate", "{" + "-".join(f"{part:02}" for part in numbers) + "}"


def _rest(item: Item, language: str) -> Iterator[tuple[str, str]]:
    if address := item.get("URL"):
        yield "url", f"{{{address}}}"  # as it is: \url and biblatex want no escapes in it
    yield "language", "{arabic}"
    yield "langid", "{arabic}" if language == "ar" else "{english}"
    if note := item.get("note"):
        yield "note", "{" + escaped(note) + "}"
