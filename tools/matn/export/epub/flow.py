"""The running text of one paragraph or note: foreign runs set apart, marks and links on parts, calls of notes."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from lxml import etree

from matn.export.epub.xhtml import element, put
from matn.text.runs import direction, foreign

Write = Callable[[etree._Element], etree._Element]
"""Appends an element to the one that it is given, and returns it."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A range ``[start, end)`` (code points) that becomes an element of its own."""

    start: int
    end: int
    tag: str
    facts: Mapping[str, str] = field(default_factory=dict)

    def write(self, parent: etree._Element) -> etree._Element:
        """Append the element."""
        return element(parent, self.tag, **dict(self.facts))


@dataclass(frozen=True, slots=True)
class Call:
    """Something without extent that stands before the code point at *offset*."""

    offset: int
    write: Write


def fill(
    parent: etree._Element, text: str, language: str, marks: Iterable[Mark] = (), calls: Iterable[Call] = ()
) -> None:
    """Write *text* in *language* into *parent*.

    Each run against the direction of *language* stands in a ``bdi`` of its own. Of marks that overlap the first
    stays; a mark that crosses the bound of a run is written in parts.
    """
    runs, apart, due = list(foreign(text, language)), _apart(marks), sorted(calls, key=lambda call: call.offset)
    writer = _Writer(parent, "en" if direction(language) == "rtl" else "ar")
    for low, high in pairwise(_edges(text, [*runs, *((m.start, m.end) for m in apart)], due)):
        writer.stand(next((each for each in runs if each[0] <= low < each[1]), None))
        due = writer.call(due, low)
        writer.text(text[low:high], next((mark for mark in apart if mark.start <= low < mark.end), None))
    writer.stand(None)
    writer.call(due, len(text))


def _apart(marks: Iterable[Mark]) -> list[Mark]:
    kept: list[Mark] = []
    for mark in sorted(marks, key=lambda mark: (mark.start, -mark.end)):
        if mark.start < mark.end and (not kept or kept[-1].end <= mark.start):
            kept.append(mark)
    return kept


def _edges(text: str, ranges: Iterable[tuple[int, int]], calls: Iterable[Call]) -> list[int]:
    found = {0, len(text), *(edge for pair in ranges for edge in pair), *(call.offset for call in calls)}
    return sorted(edge for edge in found if edge <= len(text))


class _Writer:
    """Writes stretches of text, remembering the run and the mark that are open."""

    def __init__(self, parent: etree._Element, tongue: str) -> None:
        self._parent, self._tongue = parent, tongue
        self._run: tuple[tuple[int, int] | None, etree._Element] = (None, parent)
        self._mark: tuple[Mark | None, etree._Element] = (None, parent)

    def stand(self, run: tuple[int, int] | None) -> None:
        """Go to where *run* is written; a call between two runs belongs to neither."""
        if run == self._run[0]:
            return
        host = element(self._parent, "bdi", lang=self._tongue) if run else self._parent
        self._run, self._mark = (run, host), (None, host)

    def text(self, text: str, mark: Mark | None) -> None:
        """Write *text* as part of *mark*."""
        if mark is not self._mark[0]:
            host = self._run[1]
            self._mark = (mark, mark.write(host) if mark else host)
        put(self._mark[1], text)

    def call(self, calls: Sequence[Call], offset: int) -> list[Call]:
        """Write the *calls* that are due at *offset*, closing the mark; return the others."""
        due = [call for call in calls if call.offset <= offset]
        for call in due:
            call.write(self._run[1])
            self._mark = (None, self._run[1])
        return list(calls[len(due) :])
