"""Dates in digits alone: ``14/9/2025``, ``2023-4-24``, ``10/2/1402``."""

from __future__ import annotations

import re
from collections.abc import Iterator

from matn.text.dates.grammar import ERA
from matn.text.dates.model import Calendar, Parts, Precision

_NUMERIC = re.compile(
    r"(?<![\w./-])(?:"
    r"(?P<day>[0-3]?\d)(?P<sign>[/.-])(?P<month>[01]?\d)(?P=sign)(?P<year>[12]\d{3})"
    r"|(?P<first>[12]\d{3})(?P<mark>[/-])(?P<second>[01]?\d)(?P=mark)(?P<third>[0-3]?\d)"
    rf")(?![/-]|\d){ERA}"
)


def read(text: str, language: str) -> Iterator[Parts]:
    """Yield the dates in digits in plain *text*: day, month, year, or year, month, day."""
    for hit in _NUMERIC.finditer(text):
        printed = hit.group("year", "month", "day") if hit["year"] else hit.group("first", "second", "third")
        year, month, day = map(int, printed)
        if 1 <= month <= 12:
            yield Parts(*hit.span(), Precision.DAY, year, month, day, _calendar(year, hit["era"], language))


def _calendar(year: int, era: str | None, language: str) -> Calendar:
    if era == "ه" and language != "fa":
        return Calendar.HIJRI
    if 1200 <= year < 1500:
        return Calendar.JALALI if language == "fa" else Calendar.HIJRI
    return Calendar.GREGORIAN
