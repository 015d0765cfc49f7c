"""The index of names: who and what the works speak of, and where."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from matn.edition.model import Edition, WorkEdition
from matn.edition.names import EnglishFinder, Finder, Kind, Name, Occurrence
from matn.edition.remembered import remembered
from matn.site.contents import Heading
from matn.site.indexes.data import known
from matn.site.indexes.places import Place, Places, by_work
from matn.site.words import Words
from matn.text.fold import folded

MANY = 24
"""Places from which on a list is folded up."""


@dataclass(frozen=True, slots=True)
class Found:
    """A name at a place: ranges in the ``reading`` text, or in the ``summary`` where the text is absent."""

    place: Place
    source: str
    spots: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class Entry:
    """A name and every paragraph and note that holds it, in reading order."""

    name: Name
    found: tuple[Found, ...]


@remembered
def entries(edition: Edition) -> tuple[Entry, ...]:
    """Return every name of *edition* with its places.

    Arabic texts are searched for the Arabic forms, English ones for the English. Where a text is absent, its
    English summary stands in for it.
    """
    arabic, english = Finder(edition.names), EnglishFinder(edition.names)
    places: dict[str, list[Found]] = defaultdict(list)
    for item in edition.works:
        for anchor, language, source, text in _texts(item):
            finder = english if language == "en" else arabic
            for name, hits in _by_name(finder.find(text)).items():
                place = Place(item.work.id, anchor, all(hit.ambiguous for hit in hits))
                places[name].append(Found(place, source, tuple((hit.start, hit.end) for hit in hits)))
    return tuple(Entry(name, tuple(places[name.id])) for name in edition.names)


def _texts(item: WorkEdition) -> Iterator[tuple[str, str, str, str]]:
    """Yield what can be searched: anchor, language, what it is, text."""
    for paragraph in item.paragraphs:
        summary = item.summaries.get(paragraph.id)
        if paragraph.reading is not None:
            yield paragraph.id, paragraph.language, "reading", paragraph.reading
        elif summary and summary.text:
            yield paragraph.id, "en", "summary", summary.text
    for note in item.notes:
        if note.text is not None:
            yield note.id, note.language, "reading", note.text


def _by_name(occurrences: Sequence[Occurrence]) -> dict[str, list[Occurrence]]:
    grouped: dict[str, list[Occurrence]] = {}
    for occurrence in occurrences:
        grouped.setdefault(occurrence.name_id, []).append(occurrence)
    return grouped


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


def data(edition: Edition) -> dict[str, object]:
    """Return the names with their places, for ``names.json``."""
    return {"names": [_record(entry) for entry in entries(edition)]}


def _record(entry: Entry) -> dict[str, object]:
    name = entry.name
    head = {"id": name.id, "kind": str(name.kind), "ar": name.ar, "en": name.en, "line": dict(name.line)}
    more = known(
        variants=list(name.variants),
        en_variants=list(name.en_variants),
        wikidata=name.wikidata,
        ambiguous_with=list(name.ambiguous_with),
    )
    return head | more | {"places": [_place(found) for found in entry.found]}


def _place(found: Found) -> dict[str, object]:
    spots = [list(spot) for spot in found.spots]
    doubtful = {"ambiguous": True} if found.place.doubtful else {}
    return {"ref": found.place.ref, "url": found.place.href, "in": found.source, "at": spots, **doubtful}
