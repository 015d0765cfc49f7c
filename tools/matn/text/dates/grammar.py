"""Dates with the name of a month: patterns over plain text (see :func:`matn.text.plain.plain`)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from matn.text.dates.model import Calendar, Parts, Precision, Qualifier
from matn.text.dates.months import DAYS, MONTHS, QUALIFIERS, SURE
from matn.text.tables import LETTER_CLASS

GAP = r"\[…\]"
END = rf"(?![{LETTER_CLASS}])"
START = rf"(?<![{LETTER_CLASS}\d])(?<!\d[.,/])(?:[وف]?(?:[بلك]|لل)?)"
"""Where a date may begin: no letter or digit before it, but attached particles, which are left out of it."""


def either(words: Iterable[str]) -> str:
    """Return a pattern for any of *words*, longest first, not followed by a letter."""
    return f"(?:{'|'.join(map(re.escape, sorted(words, key=lambda word: (-len(word), word))))}){END}"


QUALIFIED = rf"(?:(?P<qualifier>{either(QUALIFIERS)})\s+)?"
YEAR_WORD = rf"(?:(?:ال)?{either(('عام', 'سنه', 'عامي', 'سنتي', 'اعوام'))}\s*)"
ERA = rf"(?:\s?(?P<era>[مه]){END})?"
RELATIVE = rf"\s+(?:{either(('الجاري', 'الحالي', 'الماضي', 'المنصرم', 'الفاءت', 'المقبل', 'القادم', 'السابق'))})"
_DAY = rf"(?:(?<!\d)[0-3]?\d(?!\d)|{GAP}|{either(DAYS)}(?=\s+من\s))"
_YEARS = {Calendar.GREGORIAN: r"(?:1[6-9]|20)\d\d", Calendar.HIJRI: r"1[0-5]\d\d", Calendar.JALALI: r"1[2-4]\d\d"}


def _pattern(calendar: Calendar) -> re.Pattern[str]:
    month = either(name for name, (kind, _) in MONTHS.items() if kind is calendar)
    return re.compile(
        rf"{START}(?P<all>{QUALIFIED}"
        rf"(?:(?P<day>{_DAY})(?:\s*(?:[-–—]|الي{END}|و)\s*(?P<last_day>{_DAY}))?\s*(?:من{END}\s*)?)?"
        rf"(?P<word>شهر{END}\s+)?"
        rf"(?P<month>{month})(?:\s?/\s?(?P<other>{month})|\s?\(\s?(?P<same>{month})\s?\))?"
        rf"(?:(?:\s*[,،/]\s*|\s+)(?:من{END}\s+)?(?:ل?{YEAR_WORD})?(?P<year>(?:{_YEARS[calendar]})(?!\d)|{GAP}){ERA})?)"
    )


_PATTERNS = {calendar: _pattern(calendar) for calendar in Calendar}
_BEFORE = re.compile(rf"(?<![{LETTER_CLASS}])[وف]?(?:في|منذ|حتي|خلال|بحلول|من|الي)\s+$")
_AFTER = re.compile(RELATIVE)


def read(text: str) -> Iterator[Parts]:
    """Yield the dates with a month's name in plain *text*; some may overlap others."""
    for calendar, pattern in _PATTERNS.items():
        for hit in pattern.finditer(text):
            if _is_month(calendar, hit):
                yield _parts(calendar, hit)


def _is_month(calendar: Calendar, hit: re.Match[str]) -> bool:
    """Whether the month's name is one here: the day, the year or the words beside it tell."""
    if hit["day"] or hit["year"] or hit["word"] or hit["other"]:
        return True
    if calendar is not Calendar.GREGORIAN:
        return False
    if hit["month"] in SURE or hit["qualifier"]:
        return True
    return bool(_BEFORE.search(hit.string[: hit.start()]) or _AFTER.match(hit.string, hit.end()))


def _parts(calendar: Calendar, hit: re.Match[str]) -> Parts:
    month = MONTHS[hit["month"]][1]
    other = MONTHS[hit["other"]][1] if hit["other"] else month
    return Parts(
        hit.start("all"),
        hit.end("all"),
        Precision.DAY if hit["day"] else Precision.MONTH,
        number(hit["year"]),
        month,
        DAYS.get(hit["day"] or "") or number(hit["day"]),
        calendar,
        QUALIFIERS.get(hit["qualifier"] or "", Qualifier.NONE),
        DAYS.get(hit["last_day"] or "") or number(hit["last_day"]),
        other if other != month else None,
    )


def number(printed: str | None) -> int | None:
    """Return the number *printed*, None for nothing and for a gap."""
    return int(printed) if printed and printed.isdigit() else None
