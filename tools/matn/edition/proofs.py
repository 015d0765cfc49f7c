"""What editors have read: ``readings.yaml``, one entry a reading.

An entry names the reader and what was read, as ids or ranges of ids in reading order::

    - {reader: First reading, date: 2025-10-04, paragraphs: [p1-p94, n1-n38]}
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from matn.edition.load import iso_date
from matn.edition.schema import Check, Key, Problem, entries, items, matching, record, refuse, suggestion, text

READINGS_FILE = "readings.yaml"
_SPAN = re.compile(r"([pn]\d+[a-z]*)(?:\s?[-–]\s?([pn]\d+[a-z]*))?")


@dataclass(frozen=True, slots=True)
class Mark:
    """One reading: who, when (ISO 8601, may be empty), and first and last id of each stretch read."""

    reader: str
    spans: tuple[tuple[str, str], ...]
    date: str = ""
    line: int = 1


_MARKS: Check = items(
    record(
        {
            "reader": Key(text, required=True),
            "date": Key(iso_date),
            "paragraphs": Key(items(matching(_SPAN.pattern, "an id such as p12, or a range p1-p94")), required=True),
        }
    )
)


def check_marks(folder: Path) -> tuple[tuple[Mark, ...], tuple[Problem, ...]]:
    """Read what was read of the work in *folder*, with all mistakes; no file means nothing."""
    found, problems = entries(folder / READINGS_FILE, _MARKS)
    return tuple(_mark(fields) for fields in found), problems


def load_marks(folder: Path) -> tuple[Mark, ...]:
    """Return what was read of the work in *folder*, in the order of the file.

    Raises:
        BadInputError: The file has mistakes; the message tells them all.
    """
    marks, problems = check_marks(folder)
    refuse(folder / READINGS_FILE, problems)
    return marks


def _mark(fields: Mapping[str, Any]) -> Mark:
    hits = [_SPAN.fullmatch(span) for span in fields["paragraphs"]]
    spans = tuple((hit[1], hit[2] or hit[1]) for hit in hits if hit)
    return Mark(fields["reader"], spans, fields.get("date", ""), fields["line"])


def times_read(marks: Iterable[Mark], ids: Sequence[str]) -> Mapping[str, int]:
    """Return how often each of *ids* (in reading order, notes after paragraphs) was read."""
    times = dict.fromkeys(ids, 0)
    for mark in marks:
        for name in {name for span in mark.spans for name in _within(span, ids)}:
            times[name] += 1
    return times


def _within(span: tuple[str, str], ids: Sequence[str]) -> Sequence[str]:
    first, last = span
    return ids[ids.index(first) : ids.index(last) + 1] if first in ids and last in ids else ()


def misplaced(marks: Iterable[Mark], ids: Sequence[str]) -> Iterator[Problem]:
    """Yield a problem for each stretch of *marks* whose ends are not among *ids*, or stand the wrong way round."""
    for mark in marks:
        for first, last in mark.spans:
            unknown = [name for name in dict.fromkeys((first, last)) if name not in ids]
            for name in unknown:
                yield Problem(mark.line, f"there is no {name}", suggestion(name, ids))
            if not unknown and not _within((first, last), ids):
                yield Problem(mark.line, f"{first}-{last} is no range: {last} stands before {first}")
