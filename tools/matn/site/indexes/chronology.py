"""The chronology: dated events in order, each as precise as the texts make it."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby

from matn.edition.chronology import Event
from matn.edition.model import Edition
from matn.export.indexes.chronology import ordered, places
from matn.site.contents import Heading
from matn.site.indexes.places import Places, by_work
from matn.site.words import Words


@dataclass(frozen=True, slots=True)
class Row:
    """An event as its template wants it."""

    event: Event
    works: list[Places]


def years(edition: Edition, language: str) -> list[tuple[str, list[Row]]]:
    """Return the events by year.

    Raises:
        BadInputError: An event refers to something that is not there.
    """
    rows = [Row(event, by_work(places(event, edition), edition, language)) for event in ordered(edition)]
    return [(year, list(group)) for year, group in groupby(rows, key=lambda row: row.event.date[:4])]


def headings(edition: Edition, say: Words) -> list[Heading]:
    """Return the contents of the page: its years."""
    known = sorted({event.date[:4] for event in edition.chronology})
    return [Heading(f"y{year}", 1, year, say.language) for year in known]
