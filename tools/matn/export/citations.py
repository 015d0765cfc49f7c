"""How to cite each work and the whole edition, and what the notes cite, as files for reference managers."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence
from functools import partial

from matn.edition.model import Edition, WorkEdition
from matn.export.cite import LANGUAGES, Item, Site, csl_item
from matn.export.cite.bibtex import bibtex
from matn.export.cite.ris import ris
from matn.export.offer import Download, Offer, Setting, place

Items = Callable[[Site], Sequence[Item]]
_MEDIA = {
    "bib": ("bib", "application/x-bibtex"),
    "ris": ("ris", "application/x-research-info-systems"),
    "csl": ("csl.json", "application/vnd.citationstyles.csl+json"),
}
"""Ending and media type of each format."""


def offers(edition: Edition) -> Iterator[Offer]:
    """Yield the citation of every work in Arabic and in English, then those of all works together."""
    for item in edition.works:
        yield from _formats((item,), item.work.id)
    yield from _formats(edition.works, "")


def _formats(works: Sequence[WorkEdition], work: str) -> Iterator[Offer]:
    for language in LANGUAGES:
        for kind, (ending, media_type) in _MEDIA.items():
            path = place(work, ending if language == "ar" else f"{language}.{ending}")
            yield Offer(Download(path, kind, language, media_type, work), partial(_made, works, kind, language))


def _made(works: Sequence[WorkEdition], kind: str, language: str, setting: Setting) -> bytes:
    items = [csl_item(each, None, language, setting.site) for each in works]
    return written(items, kind, language)


def written(items: Sequence[Item], kind: str, language: str) -> bytes:
    """Return *items* as a file of *kind* (``bib``, ``ris``, ``csl``) in UTF-8."""
    match kind:
        case "bib":
            text = "\n".join(bibtex(item, language) for item in items)
        case "ris":
            text = "\r\n".join(ris(item) for item in items)
        case _:
            text = json.dumps(items, ensure_ascii=False, indent=1) + "\n"
    return text.encode("utf-8", "replace")
