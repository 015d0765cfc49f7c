"""Numbers that a text states, in digits of three scripts or in words, Arabic or English."""

from __future__ import annotations

from decimal import Decimal

from matn.text.numbers.arabic import numbers as arabic_numbers
from matn.text.numbers.dual import has_dual
from matn.text.numbers.english import numbers as english_numbers

__all__ = ["numbers", "unstated"]

ONE, TWO = Decimal(1), Decimal(2)


def numbers(text: str, language: str = "ar") -> frozenset[Decimal]:
    """Return the numbers that *text* states (``en`` English, any other tag Arabic script).

    Read are digits with separators of thousands and decimals, numerals with their multipliers (``26 مليار``,
    ``7.2 billion``), ordinals and fractions. Percentages are their number: ``35%`` is 35. Vague counts
    (``عشرات``, ``hundreds``) are none. Arabic that can be read in two ways gives both, since the
    question is mostly whether a text can be the source of a number: ``خمس`` is five and a fifth, and ``5
    إلى 7 آلاف`` is 5 and 5,000 to 7,000.

    >>> sorted(map(int, numbers("مئة وخمسة وعشرون ألف جندي في ٢٠١٤")))
    [2014, 125000]
    """
    return english_numbers(text) if language == "en" else arabic_numbers(text)


def unstated(summary: str, paragraph: str) -> tuple[Decimal, ...]:
    """Return the numbers of an English *summary* that the Arabic *paragraph* does not state, by size.

    ``one`` and ``first`` are always allowed (Arabic has them in the noun, English uses them as articles),
    ``two`` and ``second`` where the paragraph has a dual, ``a third`` where it has the fraction.
    """
    said = numbers(paragraph)
    missing = numbers(summary, "en") - said - {ONE}
    missing -= {number for number in missing if 2 < number <= 10 and ONE / number in said}
    if TWO in missing and has_dual(paragraph):
        missing -= {TWO}
    return tuple(sorted(missing))
