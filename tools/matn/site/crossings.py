"""What leads from a work's texts to other pages: names, dated events, passages that another work has too."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from matn.edition.chronology import Event
from matn.edition.model import Edition, WorkEdition
from matn.edition.names import EnglishFinder, Finder, Occurrence
from matn.edition.remembered import remembered
from matn.export.indexes.places import Place
from matn.site.indexes.shared import Pair, pairs
from matn.site.inline import Span
from matn.structure.language import language as guessed
from matn.text.dates import compatible, find

NAME, DATE = 1, 2
"""Ranks of links that would stand in the same place."""

Spots = Mapping[str, Sequence[Span]]
"""The links of texts by ``work#anchor``. They have no address yet: the page gives it to those that a reader wants."""


@dataclass(frozen=True, slots=True)
class Twin:
    """A paragraph of another work that has the same words: what it is called, where it is and the two compared.

    Addresses are relative to the page of a work.
    """

    label: str
    number: str
    href: str
    compared: str


@dataclass(frozen=True, slots=True)
class Crossings:
    """What leads away from the reading texts, the English summaries and the paragraphs of all works."""

    reading: Spots = field(default_factory=dict)
    summary: Spots = field(default_factory=dict)
    twins: Mapping[str, Sequence[Twin]] = field(default_factory=dict)

    def of(self, work: str) -> bool:
        """Whether anything leads from the texts of *work* to names or dates."""
        both = (*self.reading.items(), *self.summary.items())
        return any(spots for ref, spots in both if ref.startswith(f"{work}#"))


NONE = Crossings()
"""Nothing that leads away: a work by itself."""


def crossings(edition: Edition, language: str) -> Crossings:
    """Return what leads from the texts of *edition* to its indexes; works are called what they are in *language*."""
    return Crossings(*_spots(edition), _twins(edition, language))


@remembered
def _spots(edition: Edition) -> tuple[Spots, Spots]:
    """Return the names and dates in the reading texts and in the summaries."""
    arabic, english = Finder(edition.names).find, EnglishFinder(edition.names).find
    told = _by_place(edition.chronology)
    reading: dict[str, tuple[Span, ...]] = {}
    summary: dict[str, tuple[Span, ...]] = {}
    for item in edition.works:
        for ref, tongue, text in _readings(item):
            names = _names((english if tongue == "en" else arabic)(text))
            reading[ref] = (*names, *_dates(text, guessed(text), told[ref]))
        for paragraph, gist in item.summaries.items():
            ref = f"{item.work.id}#{paragraph}"
            summary[ref] = (*_names(english(gist.text)), *_dates(gist.text, "en", told[ref]))
    return reading, summary


def _readings(item: WorkEdition) -> Iterator[tuple[str, str, str]]:
    for paragraph in item.paragraphs:
        if paragraph.reading is not None:
            yield f"{item.work.id}#{paragraph.id}", paragraph.language, paragraph.reading
    for note in item.notes:
        if note.text is not None:
            yield f"{item.work.id}#{note.id}", note.language, note.text


def _names(found: Iterable[Occurrence]) -> Iterator[Span]:
    """Yield a link for each name; where a form is that of several, for the one that the list has first."""
    at = -1
    for one in found:
        if one.start >= at:
            doubt = {"class": "doubtful"} if one.ambiguous else {}
            yield Span(one.start, one.end, "a", {"data-n": one.name_id, **doubt}, NAME)
            at = one.end


def _by_place(events: Iterable[Event]) -> Mapping[str, Sequence[Event]]:
    told: dict[str, list[Event]] = defaultdict(list)
    for event in events:
        for ref in event.refs:
            told[ref].append(event)
    return told


def _dates(text: str, language: str, events: Sequence[Event]) -> Iterator[Span]:
    """Yield a link for each date in *text* that one of the *events* told there can have, the same date first."""
    for date in find(text, language) if events else ():
        fitting = [event for event in events if compatible(event.date, date.iso)]
        if fitting:
            best = min(fitting, key=lambda event: event.date != date.iso)
            yield Span(date.start, date.end, "a", {"data-d": best.id}, DATE)


def _twins(edition: Edition, language: str) -> Mapping[str, Sequence[Twin]]:
    told: dict[str, list[Twin]] = defaultdict(list)
    for pair in pairs(edition, language):
        for here, other, name in _both_ways(pair):
            page = f"{other.work}.html#{other.anchor}"
            told[here.ref].append(Twin(name, other.number, page, f"../shared.html#{pair.id}"))
    return told


def _both_ways(pair: Pair) -> Iterator[tuple[Place, Place, str]]:
    yield pair.left, pair.right, pair.right_label
    yield pair.right, pair.left, pair.left_label


def clear_of(links: Iterable[Span], others: Sequence[Span]) -> list[Span]:
    """Return those of *links* that touch none of *others*: a link cannot stand in another."""
    return [link for link in links if all(link.end <= other.start or other.end <= link.start for other in others)]
