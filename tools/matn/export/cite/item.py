"""A work as an item of CSL-JSON: as it stands in this edition, or the paper as it was published.

The two are different things to cite. In the edition the paper is a chapter: its author and title, in a book with
editors, a publisher, a version and a date of its own, the paper's publisher and date being those of the original.
The shape is that of :mod:`matn.edition.csl`, which does the same for the references of the notes.
"""

from __future__ import annotations

import re
from typing import Any

from matn.edition.model import Work
from matn.export.cite.imprint import Site
from matn.export.cite.person import author
from matn.export.cite.place import Place

Item = dict[str, Any]
"""An item of CSL-JSON (``csl-data.json``, CSL 1.0.2). What is not known is not there."""

_VERSION = {"ar": "الإصدار {}", "en": "version {}"}
_SUPPLIED = {"ar": "تاريخ الورقة [{}] من وضع المحررين", "en": "Date of the paper, [{}], supplied by the editors"}
_ISSUE = re.compile(r"(\S+) \((\S+)\)")


def in_edition(work: Work, place: Place, language: str, site: Site) -> Item:
    """Return *work*, or *place* in it, as this edition has it."""
    imprint = site.imprint
    item: Item = {
        "id": f"{work.id}#{place.paragraph}" if place.paragraph else work.id,
        "type": "chapter",
        "title": work.title[language],
        "author": [author(work, language)],
        "container-title": imprint.title[language],
        "editor": [{"literal": imprint.editors[language]}],
        "edition": _VERSION[language].format(imprint.version),
        "publisher": imprint.publisher[language],
        "issued": date_parts(imprint.date),
        "URL": site.address + place.address_in(language),
        "language": "ar",
        "note": ". ".join(filter(None, [_locator(place), _supplied(work, language)])),
    }
    first = work.publisher == imprint.publisher
    return _known(item if first else item | _original(work, language))


def _original(work: Work, language: str) -> Item:
    """Return what a citation from the edition says of the paper's own publication."""
    return {
        "original-date": date_parts(work.date),
        "original-publisher": work.publisher.get(language, ""),
        "original-title": _arabic_title(work, language),
        **_custom(work, "original-date"),
    }


def as_published(work: Work, language: str) -> Item:
    """Return the paper itself, as its publisher brought it out: in a journal, as a report, or by itself."""
    container = work.container.get(language, "")
    volume, issue = _numbers(work.issue)
    sort = "article-journal" if work.issue else "report" if work.publisher else "document"
    item: Item = {
        "id": f"{work.id}-original",
        "type": sort,
        "title": work.title[language],
        "author": [author(work, language)],
        "container-title" if work.issue else "collection-title": container,
        "volume": volume,
        "issue": issue,
        "page": work.pages,
        "publisher": work.publisher.get(language, ""),
        "issued": date_parts(work.date),
        "original-title": _arabic_title(work, language),
        "URL": work.url,
        "language": "ar",
        "note": _supplied(work, language),
    }
    return _known(item | _custom(work, "issued"))


def date_parts(iso: str) -> dict[str, list[list[int]]]:
    """Return an ISO 8601 date, as precise as known, as CSL has it."""
    return {"date-parts": [[int(part) for part in iso.split("-")]]}


def supplied(item: Item) -> str:
    """Return the variable of *item* whose date editors supplied; empty if there is none."""
    return str(item.get("custom", {}).get("supplied", ""))


def _arabic_title(work: Work, language: str) -> str:
    """Return the title that a library knows, where the citation itself has its translation."""
    return "" if language == "ar" else work.title["ar"]


def _custom(work: Work, variable: str) -> Item:
    return {"custom": {"supplied": variable} if work.date_evidence else {}}


def _known(item: Item) -> Item:
    return {key: value for key, value in item.items() if value}


def _locator(place: Place) -> str:
    return f"¶ {place.number}{place.mark}" if place.paragraph else ""


def _supplied(work: Work, language: str) -> str:
    if not work.date_evidence:
        return ""
    return _SUPPLIED[language].format(work.date)


def _numbers(issue: str) -> tuple[str, str]:
    """Return volume and issue of ``8 (20)``; of another form, that it is the issue."""
    found = _ISSUE.fullmatch(issue)
    return (found[1], found[2]) if found else ("", issue)
