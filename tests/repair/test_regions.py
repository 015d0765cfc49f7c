"""The course through sound and damaged stretches."""

from __future__ import annotations

from itertools import pairwise, product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from matn.repair.regions import course, stretches

KEPT, LOST = (0.0, 1.0), (4.0, 0.0)


@pytest.mark.parametrize(
    ("places", "expected"),
    [
        pytest.param("", "", id="empty"),
        pytest.param("kkkk", "....", id="sound"),
        pytest.param("kkLkk", ".....", id="one-loss-is-chance"),
        pytest.param("kkLLkkk", "..##...", id="two-losses"),
        pytest.param("LkL", "###", id="one-kept-between-losses"),
        pytest.param("kkLLkk", "..####", id="too-few-kept-to-change-back"),
        pytest.param("kLLkkkkkkkkLLkkk", ".##........##...", id="two-stretches"),
    ],
)
def test_course(places: str, expected: str) -> None:
    states = course([LOST if place == "L" else KEPT for place in places], switch=2.5)
    assert "".join("#" if state else "." for state in states) == expected


def price(costs: list[tuple[float, float]], states: tuple[bool, ...], switch: float) -> float:
    changes = sum(left != right for left, right in zip((False, *states), states, strict=False))
    return switch * changes + sum(cost[state] for cost, state in zip(costs, states, strict=True))


COSTS = st.lists(st.tuples(st.integers(0, 9).map(float), st.integers(0, 9).map(float)), max_size=7)


@given(COSTS, st.integers(0, 6).map(float))
def test_no_course_is_cheaper(costs: list[tuple[float, float]], switch: float) -> None:
    found = price(costs, tuple(course(costs, switch)), switch)
    assert found == min(price(costs, states, switch) for states in product((False, True), repeat=len(costs)))


@given(st.lists(st.booleans()))
def test_stretches_are_what_is_true(states: list[bool]) -> None:
    ranges = list(stretches(states))
    assert [at for start, end in ranges for at in range(start, end)] == [at for at, state in enumerate(states) if state]
    assert all(left[1] < right[0] for left, right in pairwise(ranges))
