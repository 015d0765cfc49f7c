"""Every name with every paragraph and note that holds it, as data."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from matn.edition.model import Edition, WorkEdition
from matn.edition.names import EnglishFinder, Finder, Name, Occurrence
from matn.edition.remembered import remembered
from matn.export.indexes.envelope import known
from matn.export.indexes.places import Place


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
