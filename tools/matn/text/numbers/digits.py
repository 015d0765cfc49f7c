"""Numbers written in digits: what separates thousands, what separates decimals."""

from __future__ import annotations

import re
from decimal import Decimal

from matn.text.plain import DIGITS

NUMBER = re.compile(rf"[{DIGITS}]+(?:[.,،٬٫][{DIGITS}]+)*")
"""A number in digits of any script, separators and all."""

_ASCII = {ord(char): str(at % 10) for at, char in enumerate("٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹")} | {ord("٬"): ",", ord("،"): ","}
_THOUSANDS = re.compile(r"\d{1,3}(?:,\d{3})+")
_DOTTED = re.compile(r"\d{1,3}(?:\.\d{3})+")


def values(printed: str, *, dots: bool) -> tuple[Decimal, ...]:
    """Return what *printed* (a match of :data:`NUMBER`) can mean, the likeliest first.

    Args:
        printed: The number as printed.
        dots: Whether a dot may separate thousands, too, as it does in some Arabic print.

    >>> [[str(v) for v in values(p, dots=True)] for p in ("11,800", "7٫2", "87.5", "1.500", "2014،2015")]
    [['11800'], ['7.2'], ['87.5'], ['1.500', '1500'], ['2014', '2015']]
    """
    plain = printed.translate(_ASCII)
    if "٫" in plain:
        whole, _, rest = plain.partition("٫")
        return (Decimal(f"{whole.replace(',', '')}.{re.sub('[^0-9]', '', rest)}"),)
    whole, _, rest = plain.partition(".")
    if (_THOUSANDS.fullmatch(whole) and rest.isdigit()) or plain.isdigit() or _THOUSANDS.fullmatch(plain):
        return (Decimal(plain.replace(",", "")),)
    if re.fullmatch(r"\d+\.\d+", plain):
        grouped = (Decimal(plain.replace(".", "")),) if dots and _DOTTED.fullmatch(plain) else ()
        return (Decimal(plain), *grouped)
    if re.fullmatch(r"\d+,\d{1,2}", plain) and dots:
        return (Decimal(plain.replace(",", ".")), *map(Decimal, plain.split(",")))
    if dots and _DOTTED.fullmatch(plain):
        return (Decimal(plain.replace(".", "")),)
    return tuple(map(Decimal, re.split("[.,]", plain)))
