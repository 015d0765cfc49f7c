"""Two dates that bound a stretch of time: ``يناير–أغسطس 2025``, ``بين عامي 2014 و2017``, ``2025 – 2030``."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from matn.text.dates.model import Calendar, Parts, Precision
from matn.text.tables import LETTER_CLASS

_TO = re.compile(r"\s*(?:[-–—]|(?:و?(?:حتي|الي))\s)\s*(?:شهر\s+)?")
_AND = re.compile(r"\s*(?:،\s*)?و\s*")
_BETWEEN = re.compile(rf"(?<![{LETTER_CLASS}])[وف]?(?:ما\s+)?بين\s+$")


@dataclass(frozen=True, slots=True)
class Stretch:
    """The dates that bound a stretch of time; the same one twice for a single date."""

    first: Parts
    last: Parts


def joined(text: str, parts: Sequence[Parts]) -> list[Stretch]:
    """Join the dates *parts* of plain *text*, in order and apart, that bound a stretch; lend years.

    A month that is joined by ``و`` to another with a year takes that year: ``يونيو ويوليو 2024``.
    """
    done: list[Stretch] = []
    at = 0
    while at < len(parts):
        first, last = parts[at], parts[at + 1] if at + 1 < len(parts) else None
        link = _link(text, first, last) if last else ""
        if last and link == "to":
            done.append(Stretch(_lent(first, last), last))
            at += 2
            continue
        alone = _lent(first, last) if last and link == "and" else first
        done.append(Stretch(alone, alone))
        at += 1
    return done


def _link(text: str, first: Parts, last: Parts) -> str:
    """Return ``to`` if the two bound a stretch, ``and`` if they are listed, else nothing."""
    between = text[first.end : last.start]
    if first.calendar is not last.calendar or first.calendar is not Calendar.GREGORIAN:
        return ""
    if _TO.fullmatch(between) and _rising(_lent(first, last), last):
        return "to"
    if not _AND.fullmatch(between):
        return ""
    return "to" if _BETWEEN.search(text[: first.start]) and _rising(_lent(first, last), last) else "and"


def _lent(first: Parts, last: Parts) -> Parts:
    """Return *first* with the year of *last*, if it is a month or a day without one."""
    if first.year or first.precision is Precision.YEAR:
        return first
    return replace(first, year=last.year)


def _rising(first: Parts, last: Parts) -> bool:
    """Whether *first* can lie before *last* (what is not known may be anything)."""
    for a, b in ((first.year, last.year), (first.month, last.month), (first.day, last.day)):
        if a is None or b is None:
            return True
        if a != b:
            return a < b
    return False
