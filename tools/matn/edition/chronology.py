"""The chronology: dated events that editors list, held to the dates that the texts state.

Each paragraph an event refers to must state a date that can be the event's, and one of them as precisely as
the chronology does. What the texts date to a day or month and no event covers is a worklist.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Any

from matn.edition.load import iso_date
from matn.edition.readings import Readings
from matn.edition.schema import Check, Key, Problem, entries, items, matching, one_of, record, refuse, suggestion, text
from matn.structure.language import language
from matn.text.dates import Found, Precision, compatible, find, states

CHRONOLOGY_FILE = "chronology.yaml"


class EventPrecision(StrEnum):
    """How precisely an event is dated; a season is a part of the year or month of its date (``late 2021``)."""

    DAY = "day"
    MONTH = "month"
    YEAR = "year"
    SEASON = "season"


@dataclass(frozen=True, slots=True)
class Event:
    """An entry of ``chronology.yaml``.

    *date* is ISO 8601, as precise as *precision*; *ar* and *en* say what happened; *refs* are paragraphs
    or notes (``well-2024#p3``); *row* is the 1-based line of the file where the entry begins.
    """

    id: str
    date: str
    precision: EventPrecision
    ar: str
    en: str
    refs: tuple[str, ...]
    row: int = 0


@dataclass(frozen=True, slots=True)
class Mention:
    """A date that a paragraph states: the work's id, the paragraph's, the date and its wording."""

    work: str
    paragraph: str
    found: Found
    surface: str


@dataclass(frozen=True, slots=True)
class Reconciled:
    """What comparing a chronology with the texts shows.

    Attributes:
        problems: Events whose references do not bear them out, at their lines.
        uncovered: Dates to the day or month in the texts that no event refers to: to be looked at.
    """

    problems: tuple[Problem, ...]
    uncovered: tuple[Mention, ...]


_REF = matching(r"[a-z][a-z0-9]*(-[a-z0-9]+)*#[pn]\d+[a-z]*", "a paragraph such as well-2024#p3")
_EVENTS: Check = items(
    record(
        {
            "id": Key(matching("[a-z0-9]+(-[a-z0-9]+)*", "a slug such as mosul-falls"), required=True),
            "date": Key(iso_date, required=True),
            "precision": Key(one_of(*EventPrecision), required=True),
            "ar": Key(text, required=True),
            "en": Key(text, required=True),
            "refs": Key(items(_REF), required=True),
        }
    )
)
_PARTS = {
    EventPrecision.DAY: (3,),
    EventPrecision.MONTH: (2,),
    EventPrecision.YEAR: (1,),
    EventPrecision.SEASON: (1, 2),
}
"""How many parts the ISO date of each precision has."""


def check_chronology(path: Path) -> tuple[tuple[Event, ...], tuple[Problem, ...]]:
    """Read the events in the file *path*, with all mistakes; no file means no events."""
    found, problems = entries(path, _EVENTS)
    events = tuple(_event(fields) for fields in found)
    return events, problems or tuple(_problems(events))


def load_chronology(path: Path) -> tuple[Event, ...]:
    """Return the events in the file *path*, in its order.

    Raises:
        BadInputError: The file has mistakes; the message tells them all.
    """
    events, problems = check_chronology(path)
    refuse(path, problems)
    return events


def _event(fields: dict[str, Any]) -> Event:
    given = {key: fields[key] for key in ("id", "date", "ar", "en")}
    return Event(**given, precision=EventPrecision(fields["precision"]), refs=tuple(fields["refs"]), row=fields["line"])


def _problems(events: Sequence[Event]) -> Iterator[Problem]:
    first: dict[str, int] = {}
    for event in events:
        if event.id in first:
            yield Problem(event.row, f"id {event.id} stands twice, first in line {first[event.id]}")
        first.setdefault(event.id, event.row)
        if event.date.count("-") + 1 not in _PARTS[event.precision]:
            hint = "write 2014 for a year, 2014-06 for a month, 2014-06-10 for a day"
            yield Problem(event.row, f"{event.id}: the date {event.date} is not precise to the {event.precision}", hint)
        if not event.refs:
            yield Problem(event.row, f"{event.id}: expected a reference, found none")


def mentions(texts: Readings) -> tuple[Mention, ...]:
    """Return all dates that *texts* state, in their order."""
    return tuple(
        Mention(work, paragraph, found, reading[found.start : found.end])
        for work, paragraphs in texts.items()
        for paragraph, reading in paragraphs.items()
        if reading
        for found in find(reading, language(reading))
    )


def reconcile(events: Sequence[Event], texts: Readings) -> Reconciled:
    """Hold *events* to the dates in *texts*; a paragraph whose text is absent is taken on trust."""
    stated: dict[str, list[Mention]] = {}
    for mention in mentions(texts):
        stated.setdefault(f"{mention.work}#{mention.paragraph}", []).append(mention)
    problems = [problem for event in events for problem in _unsupported(event, stated, texts)]
    covered = {ref: [event.date for event in events if ref in event.refs] for ref in stated}
    return Reconciled(tuple(problems), tuple(_uncovered(stated, covered)))


def _unsupported(event: Event, stated: Mapping[str, Sequence[Mention]], texts: Readings) -> Iterator[Problem]:
    dates: list[str] = []
    for ref in event.refs:
        work, _, anchor = ref.partition("#")
        if anchor not in texts.get(work, {}):
            hint = suggestion(anchor, texts[work]) if work in texts else suggestion(work, texts)
            yield Problem(event.row, f"{event.id}: there is no {ref}", hint)
            continue
        found = stated.get(ref, ())
        absent = texts[work][anchor] is None
        dates += [event.date] if absent else [mention.found.iso for mention in found]
        if not absent and not any(compatible(event.date, mention.found.iso) for mention in found):
            yield Problem(event.row, f"{event.id}: {ref} states no date that can be {event.date}", _told(found))
    fitting = [date for date in dates if compatible(event.date, date)]
    if fitting and not any(_as_precise(event.date, date) for date in fitting):
        hint = "give a date no more precise than the texts, or add the paragraph that states it"
        yield Problem(event.row, f"{event.id}: no reference dates it as precisely as {event.date}", hint)


def _as_precise(date: str, said: str) -> bool:
    """Whether *said*, which can be *date*, has all its parts, or all but the year."""
    return states(said, date) or (said.startswith("XXXX-") and len(said) >= len(date))


def _told(mentioned: Iterable[Mention]) -> str:
    told = ", ".join(f"{mention.surface} ({mention.found.iso})" for mention in mentioned)
    return f"it states {told}" if told else "it states no date at all"


def _uncovered(stated: Mapping[str, Sequence[Mention]], covered: Mapping[str, Sequence[str]]) -> Iterator[Mention]:
    for ref, mentioned in stated.items():
        for mention in mentioned:
            if mention.found.precision is Precision.YEAR:
                continue
            if not any(_covers(date, mention.found) for date in covered[ref]):
                yield mention


def _covers(date: str, found: Found) -> bool:
    """Whether an event of *date* is about the date *found*: it can be the same, and is no vaguer."""
    return compatible(date, found.iso) and date.count("-") >= found.iso.partition("/")[0].count("-")
