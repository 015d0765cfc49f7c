"""What a date in running text is: where it stands, what it says, how precisely."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum


class Precision(StrEnum):
    """The smallest part that is stated."""

    DAY = "day"
    MONTH = "month"
    YEAR = "year"


class Calendar(StrEnum):
    """Calendars in which dates are printed."""

    GREGORIAN = "gregorian"
    HIJRI = "hijri"
    JALALI = "jalali"


class Qualifier(StrEnum):
    """Which part of the month or year is meant."""

    NONE = ""
    BEGINNING = "beginning"
    MIDDLE = "middle"
    END = "end"


@dataclass(frozen=True, slots=True)
class Found:
    """A date in a text.

    Attributes:
        start: Its first code point, particles left out.
        end: One past its last.
        iso: The Gregorian date in the Extended Date/Time Format of ISO 8601-2: ``2014``, ``2014-06-10``,
            ``XXXX-05-XX`` where year and day are not there, ``2025-01/2025-08`` for a stretch. A Hijri or
            Iranian month or year is the stretch of days that it covers.
        precision: The smallest part printed, lost or not.
        calendar: The calendar printed.
        qualifier: ``مطلع``, ``منتصف``, ``نهاية`` and their like.
    """

    start: int
    end: int
    iso: str
    precision: Precision
    calendar: Calendar = Calendar.GREGORIAN
    qualifier: Qualifier = Qualifier.NONE


@dataclass(frozen=True, slots=True)
class Parts:
    """The printed parts of one date, before they become a :class:`Found`; None is not stated or lost."""

    start: int
    end: int
    precision: Precision
    year: int | None = None
    month: int | None = None
    day: int | None = None
    calendar: Calendar = Calendar.GREGORIAN
    qualifier: Qualifier = Qualifier.NONE
    last_day: int | None = None
    last_month: int | None = None

    @property
    def dated(self) -> str:
        """The date in EDTF, as printed (for the Gregorian calendar)."""
        return edtf(self.precision, self.year, self.month, self.day)

    def within(self, year: int | None) -> Parts:
        """Return these parts with the *year* of a neighbour, if they have none of their own."""
        return self if self.year else replace(self, year=year)


def edtf(precision: Precision, year: int | None, month: int | None, day: int | None) -> str:
    """Write a date in EDTF, parts that are not known as ``X``.

    >>> edtf(Precision.DAY, None, 5, None)
    'XXXX-05-XX'
    """
    written = [f"{year:04}" if year else "XXXX"]
    if precision is not Precision.YEAR:
        written.append(f"{month:02}" if month else "XX")
    if precision is Precision.DAY:
        written.append(f"{day:02}" if day else "XX")
    return "-".join(written)
