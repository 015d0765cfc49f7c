"""Numbers as short text: base 36, and lists of places as steps from one to the next."""

from __future__ import annotations

from collections.abc import Iterable

USUAL = 4
"""The weight that most places have, left out."""
_DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"


def base36(number: int) -> str:
    """Return *number* (not negative) in base 36.

    >>> base36(0), base36(35), base36(36)
    ('0', 'z', '10')
    """
    digits = ""
    while number >= 36:
        number, last = divmod(number, 36)
        digits = _DIGITS[last] + digits
    return _DIGITS[number] + digits


_SHORT = [base36(number) for number in range(36**2)]


def steps(places: Iterable[int]) -> str:
    """Return ascending *places* (record times 16 plus weight) as steps parted by ``,``; ``-`` where there are none.

    >>> steps([0 << 4 | 4, 5 << 4 | 7])
    '0,4*7'
    """
    parts = []
    before = -1
    for place in places:
        record, weight = place >> 4, place & 15
        step = record - before - 1
        digits = _SHORT[step] if step < 1296 else base36(step)
        parts.append(digits if weight == USUAL else f"{digits}*{weight}")
        before = record
    return ",".join(parts) or "-"
