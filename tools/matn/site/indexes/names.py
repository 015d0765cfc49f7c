"""The index of names: who and what the works speak of, and where."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from matn.edition.model import Edition
from matn.edition.names import Kind, Name
from matn.export.indexes.names import entries
from matn.site.contents import Heading
from matn.site.indexes.places import Places, by_work
from matn.site.words import Words
from matn.text.fold import folded

MANY = 24
"""Places from which on a list is folded up."""


@dataclass(frozen=True, slots=True)
class Row:
    """An entry as its template wants it. *size* counts places."""

    name: Name
    works: list[Places]
    size: int
    also: tuple[Name, ...]


def groups(edition: Edition, language: str) -> list[tuple[Kind, list[Row]]]:
    """Return the names by kind, in the alphabet of *language*."""
    by_id = {name.id: name for name in edition.names}
    rows = [
        Row(
            entry.name,
            by_work((found.place for found in entry.found), edition, language),
            len(entry.found),
            tuple(by_id[other] for other in entry.name.ambiguous_with if other in by_id),
        )
        for entry in sorted(entries(edition), key=lambda entry: _order(language)(entry.name))
    ]
    return [(kind, members) for kind in Kind if (members := [row for row in rows if row.name.kind is kind])]


def sort_key(name: str) -> tuple[str, str]:
    """Return what the Arabic *name* is sorted by.

    >>> sorted(["الموصل", "بغداد", "أربيل", "الأنبار"], key=sort_key)
    ['أربيل', 'الأنبار', 'بغداد', 'الموصل']
    """
    return folded(name.removeprefix("ال")), name


def english_key(name: str) -> tuple[str, str]:
    """Return what the English *name* is sorted by; the article does not count, nor what no letter is.

    >>> sorted(["al-Qaim", "Baghdad", "the Green Zone", "'Anah"], key=english_key)
    ["'Anah", 'Baghdad', 'the Green Zone', 'al-Qaim']
    """
    bare = name.removeprefix("al-").removeprefix("Al-").removeprefix("the ").removeprefix("The ")
    return re.sub(r"\W+", " ", bare).strip().casefold(), name


def _order(language: str) -> Callable[[Name], tuple[str, str]]:
    return (lambda name: english_key(name.en)) if language == "en" else (lambda name: sort_key(name.ar))


def alphabet(edition: Edition, language: str) -> tuple[str, list[Name]]:
    """Return the names in the alphabet of the language that is not that of the interface, and what it is called."""
    other = "ar" if language == "en" else "en"
    return {"ar": "arabic", "en": "english"}[other], sorted(edition.names, key=_order(other))


def headings(edition: Edition, say: Words) -> list[Heading]:
    """Return the contents of the page."""
    there = {name.kind for name in edition.names}
    kinds = [Heading(f"kind-{kind}", 1, say(f"names-{kind}"), say.language) for kind in Kind if kind in there]
    other = "arabic" if say.language == "en" else "english"
    return [*kinds, Heading(other, 1, say(f"names-{other}"), say.language)] if kinds else []
