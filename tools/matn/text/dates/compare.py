"""Whether two dates can be the same, and whether one text states a date that another gives."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from matn.text.dates.model import Found

_Bound = tuple[int | None, ...]


def bounds(iso: str) -> tuple[_Bound, _Bound]:
    """Return first and last date of *iso* (EDTF), each as year, month, day as far as printed.

    >>> bounds("XXXX-05/2025-08")
    ((None, 5), (2025, 8))
    """
    first, _, last = iso.partition("/")
    return _parts(first), _parts(last or first)


def _parts(iso: str) -> _Bound:
    return tuple(int(part) if part.isdigit() else None for part in iso.split("-"))


def compatible(one: str, other: str) -> bool:
    """Whether the dates *one* and *other* (EDTF) can be the same, or one lie in the other.

    >>> [compatible("2014-06-10", other) for other in ("2014", "2014-07", "XXXX-06-XX", "2013/2015")]
    [True, False, True, True]
    """
    (a, b), (c, d) = bounds(one), bounds(other)
    if a == b and c == d:
        return _agree(a, c)
    return _not_after(a, d) and _not_after(c, b)


def _agree(one: _Bound, other: _Bound) -> bool:
    return all(a == b or a is None or b is None for a, b in zip(one, other, strict=False))


def _not_after(one: _Bound, other: _Bound) -> bool:
    """Whether *one* can lie before *other*, or in it."""
    for a, b in zip(one, other, strict=False):
        if a is None or b is None:
            return True
        if a != b:
            return a < b
    return True


def states(said: str, date: str) -> bool:
    """Whether a text that says *said* (EDTF) states *date* with all its known parts.

    For a stretch each end must be stated; *said* states both of its own ends.

    >>> [states("2024-05-08", date) for date in ("2024", "2024-05", "2024-05-08", "2024-06")]
    [True, True, True, False]
    >>> states("XXXX-05", "2024-05")
    False
    """
    return all(any(_states(end, bound) for end in bounds(said)) for bound in set(bounds(date)))


def _states(said: _Bound, date: _Bound) -> bool:
    padded = said + (None,) * len(date)
    return all(b is None or a == b for a, b in zip(padded, date, strict=False))


def unstated(claims: Iterable[Found], said: Sequence[Found]) -> tuple[Found, ...]:
    """Return those *claims* (dates of a summary) that no date *said* (in its paragraph) states.

    A stretch is stated also by two dates, one for each end.
    """
    return tuple(claim for claim in claims if not _stated(claim.iso, [found.iso for found in said]))


def _stated(iso: str, said: Sequence[str]) -> bool:
    ends = iso.split("/")
    return any(states(one, iso) for one in said) or all(any(states(one, end) for one in said) for end in ends)
