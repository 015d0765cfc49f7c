"""Arabic numerals as words, folded: cardinals and ordinals in every gender and case, fractions."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from enum import StrEnum

from matn.text.fold import folded


class Kind(StrEnum):
    """What a numeral does in a number."""

    UNIT = "unit"
    TEN = "ten"
    TENS = "tens"
    HUNDRED = "hundred"
    MULTIPLE = "multiple"
    DOUBLE = "double"
    FRACTION = "fraction"


_UNITS = {
    1: "واحد واحدة أحد إحدى أول أولى أولا حادي حادية",
    2: "اثنان اثنين اثنتان اثنتين اثنا اثني اثنتا اثنتي ثاني ثانية ثانيا ثان",
    3: "ثلاث ثلاثة ثالث ثالثة ثالثا",
    4: "أربع أربعة رابع رابعة رابعا",
    5: "خمس خمسة خامس خامسة خامسا",
    6: "ست ستة سادس سادسة سادسا",
    7: "سبع سبعة سابع سابعة سابعا",
    8: "ثمان ثماني ثمانية ثامن ثامنة ثامنا",
    9: "تسع تسعة تاسع تاسعة تاسعا",
}
_TENS = {
    20: "عشرون عشرين",
    30: "ثلاثون ثلاثين",
    40: "أربعون أربعين",
    50: "خمسون خمسين",
    60: "ستون ستين",
    70: "سبعون سبعين",
    80: "ثمانون ثمانين",
    90: "تسعون تسعين",
}
_HUNDREDS = {
    100: "مئة مائة",
    200: "مئتان مئتين مائتان مائتين مئتا مئتي مائتا مائتي",
    300: "ثلاثمئة ثلاثمائة",
    400: "أربعمئة أربعمائة",
    500: "خمسمئة خمسمائة",
    600: "ستمئة ستمائة",
    700: "سبعمئة سبعمائة",
    800: "ثمانمئة ثمانمائة ثمانيمئة ثمانيمائة",
    900: "تسعمئة تسعمائة",
}
_SINGULAR = {
    10**3: "ألف ألفا",
    10**6: "مليون مليونا",
    10**9: "مليار مليارا بليون بليونا",
    10**12: "تريليون تريليونا ترليون ترليونا",
}
_PLURAL = {10**3: "آلاف", 10**6: "ملايين", 10**9: "مليارات بلايين", 10**12: "تريليونات ترليونات"}
_DOUBLES = {
    2 * 10**3: "ألفان ألفين ألفي",
    2 * 10**6: "مليونان مليونين مليوني مليونا",
    2 * 10**9: "ملياران مليارين ملياري",
}
_FRACTIONS = {
    Decimal(1) / 2: "نصف",
    Decimal(1) / 3: "ثلث",
    Decimal(2) / 3: "ثلثا ثلثي ثلثان ثلثين",
    Decimal(1) / 4: "ربع",
    Decimal(1) / 6: "سدس",
}


def _folded(kind: Kind, table: Mapping[int, str]) -> dict[str, tuple[Kind, Decimal]]:
    return {folded(word): (kind, Decimal(value)) for value, words in table.items() for word in words.split()}


NUMERALS: Mapping[str, tuple[Kind, Decimal]] = {
    **_folded(Kind.DOUBLE, _DOUBLES),
    **_folded(Kind.MULTIPLE, _PLURAL),
    **_folded(Kind.MULTIPLE, _SINGULAR),
    **_folded(Kind.HUNDRED, _HUNDREDS),
    **_folded(Kind.TENS, _TENS),
    **_folded(Kind.TEN, {10: "عشر عشرة عاشر عاشرة عاشرا"}),
    **_folded(Kind.UNIT, _UNITS),
    **{folded(word): (Kind.FRACTION, value) for value, line in _FRACTIONS.items() for word in line.split()},
}
"""Kind and value of each folded numeral."""

COUNTS_ALONE = frozenset(folded(word) for words in _SINGULAR.values() for word in words.split())
"""Multiples that are a number by themselves: ``ألف`` is a thousand, ``آلاف`` is just many."""

FIFTH = folded("خمس")
QUARTERS = folded("أرباع")
HUNDREDTHS = frozenset((folded("مئة"), folded("مائة")))
"""The word after في or ب in a percentage."""
