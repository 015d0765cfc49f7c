"""From the printed parts of a date to ISO: Hijri by hijridate (Umm al-Qura), Iranian by persiantools.

The Umm al-Qura tables reach from 1343 to 1500 AH (1924 to 2077). A Hijri date printed in a newspaper may
follow the sighting of the moon and lie a day beside it.
"""

from __future__ import annotations

from datetime import date

from hijridate import Hijri
from persiantools.jdatetime import JalaliDate

from matn.text.dates.model import Calendar, Parts, Precision, edtf


def iso(parts: Parts) -> str | None:
    """Return the Gregorian date of *parts* in EDTF, or None if there is no such day, month or year."""
    if parts.calendar is Calendar.GREGORIAN:
        return _gregorian(parts)
    if not parts.year:
        return edtf(parts.precision, None, None, None)
    if parts.precision is Precision.DAY and not parts.day:
        return None
    try:
        first = _converted(parts.calendar, parts.year, parts.month or 1, parts.day or 1)
        last = first if parts.day else _last(parts.calendar, parts.year, parts.month)
    except (ValueError, OverflowError):
        return None
    return first.isoformat() if first == last else f"{first.isoformat()}/{last.isoformat()}"


def _gregorian(parts: Parts) -> str | None:
    for day in (parts.day, parts.last_day):
        if day and not _exists(parts.year, parts.month, day):
            return None
    first = parts.dated
    if not parts.last_day and not parts.last_month:
        return first
    return f"{first}/{edtf(parts.precision, parts.year, parts.last_month or parts.month, parts.last_day or parts.day)}"


def _exists(year: int | None, month: int | None, day: int) -> bool:
    try:
        date(year or 2000, month or 1, day)  # 2000: a leap year
    except ValueError:
        return False
    return True


def _converted(calendar: Calendar, year: int, month: int, day: int) -> date:
    if calendar is Calendar.JALALI:
        return JalaliDate(year, month, day).to_gregorian()  # type: ignore[no-untyped-call]
    gregorian = Hijri(year, month, day).to_gregorian()
    return date(gregorian.year, gregorian.month, gregorian.day)


def _last(calendar: Calendar, year: int, month: int | None) -> date:
    """Return the last day of a month, or of the year where *month* is None."""
    month = month or 12
    if calendar is Calendar.JALALI:
        return _converted(calendar, year, month, JalaliDate.days_in_month(month, year))
    return _converted(calendar, year, month, Hijri(year, month, 1).month_length())
