"""Dates in Arabic, Persian and English prose: found, read, converted and compared."""

from __future__ import annotations

from matn.text.dates.arabic import find as find_arabic
from matn.text.dates.compare import compatible, states, unstated
from matn.text.dates.english import find as find_english
from matn.text.dates.model import Calendar, Found, Precision, Qualifier

__all__ = ["Calendar", "Found", "Precision", "Qualifier", "compatible", "find", "states", "unstated"]


def find(text: str, language: str = "ar") -> tuple[Found, ...]:
    """Return the dates in *text*, in order and apart (offsets in code points of *text*, any normal form).

    Args:
        text: What to read.
        language: BCP 47 tag: ``en`` reads English; ``fa`` takes bare numeric dates of the years 1200 to
            1499 for Iranian ones, any other language for Hijri ones.
    """
    return find_english(text) if language == "en" else find_arabic(text, language)
