"""Excerpts of shared passages: near differences are one, long stretches without difference are shortened."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from matn.edition.shared.model import Place
from matn.site.indexes.shared import KEPT, joined, kept

WORDS = [f"كلمة{number}" for number in range(80)]
TEXT = " ".join(WORDS)


def at(first: int, last: int) -> tuple[int, int]:
    """The range of the words *first* to *last* of the text."""
    start = len(" ".join(WORDS[:first])) + (first > 0)
    return start, start + len(" ".join(WORDS[first : last + 1]))


@pytest.mark.parametrize(
    ("spots", "expected"),
    [
        ([at(1, 1), at(2, 2)], [at(1, 2)]),
        ([at(1, 1), at(3, 3)], [at(1, 1), at(3, 3)]),
        ([], []),
    ],
    ids=["side by side", "a word between", "none"],
)
def test_joined(spots: list[tuple[int, int]], expected: list[tuple[int, int]]) -> None:
    assert joined(TEXT, spots) == expected


def test_a_long_stretch_keeps_its_ends() -> None:
    place = Place("a", "p1", 0, len(TEXT))
    difference = at(40, 41)
    pieces = [TEXT[low:high].split() for low, high in kept(TEXT, place, [difference])]
    assert pieces == [WORDS[:KEPT], WORDS[40 - KEPT : 42 + KEPT], WORDS[-KEPT:]]


@given(st.lists(st.integers(0, 78), unique=True, max_size=8).map(sorted))
def test_differences_always_stay(firsts: list[int]) -> None:
    spots = joined(TEXT, [at(first, first) for first in firsts])
    pieces = list(kept(TEXT, Place("a", "p1", 0, len(TEXT)), spots))
    assert pieces[0][0] == 0
    assert pieces[-1][1] == len(TEXT)
    assert all(any(low <= start and end <= high for low, high in pieces) for start, end in spots)
    assert all(left[1] < right[0] for left, right in pairwise(pieces))
