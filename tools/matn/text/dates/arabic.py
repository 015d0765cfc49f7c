"""Dates in Arabic and Persian prose: days, months and years, and the stretches that two of them bound."""

from __future__ import annotations

import re
from collections.abc import Iterable

from matn.text.dates import grammar, numeric, years
from matn.text.dates.calendars import iso
from matn.text.dates.model import Found, Parts, Precision, Qualifier
from matn.text.dates.stretches import Stretch, joined
from matn.text.fold import Folded
from matn.text.plain import plain, whole

ADDRESS = re.compile(r"https?://\S+|www\.\S+")


def find(text: str, language: str = "ar") -> tuple[Found, ...]:
    """Return the dates in *text*, in order and apart; *language* decides numeric dates of other calendars."""
    folded = plain(text)
    parts = apart((*numeric.read(folded.text, language), *grammar.read(folded.text)), folded.text)
    parts = apart((*parts, *years.read(folded.text, [(part.start, part.end) for part in parts])), folded.text)
    return tuple(found(text, folded, stretch) for stretch in joined(folded.text, parts))


def apart(parts: Iterable[Parts], text: str) -> list[Parts]:
    """Return those of *parts* that are dates, lie outside addresses and do not overlap an earlier one, in order."""
    taken = [hit.span() for hit in ADDRESS.finditer(text)]
    kept: list[Parts] = []
    for part in sorted(parts, key=lambda part: (part.start, -part.end)):
        if iso(part) and not any(start < part.end and part.start < end for start, end in taken):
            taken.append((part.start, part.end))
            kept.append(part)
    return kept


def found(text: str, folded: Folded, stretch: Stretch) -> Found:
    """Return *stretch*, whose offsets are those of *folded*, as a date of *text*."""
    first, last = stretch.first, stretch.last
    bounds = [bound for part in (first, last) for bound in (iso(part) or "").split("/")]
    written = bounds[0] if bounds[0] == bounds[-1] else f"{bounds[0]}/{bounds[-1]}"
    start, end = whole(text, *folded.span(first.start, last.end))
    qualifier = first.qualifier if first is last else Qualifier.NONE
    precision = max(first.precision, last.precision, key=list(Precision).index)
    return Found(start, end, written, precision, first.calendar, qualifier)
