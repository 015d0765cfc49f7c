"""The measuring itself: right units, right bounds, text of the right size; no test depends on speed."""

from __future__ import annotations

import pytest

from matn.quality.bench import Measure, best, clean_text
from matn.repair.engine import repair
from matn.repair.ruleset import RULES
from matn.text.lexicon import Lexicon


@pytest.mark.parametrize(
    ("value", "bound", "at_least", "kept"),
    [
        (0.9, 1.0, False, True),
        (1.1, 1.0, False, False),
        (2.5, 2.0, True, True),
        (1.5, 2.0, True, False),
        (9, None, False, True),
    ],
)
def test_bounds(value: float, bound: float | None, at_least: bool, kept: bool) -> None:
    assert Measure("figure", value, "s", bound, at_least=at_least).kept is kept


def test_a_missed_bound_is_seen() -> None:
    assert "MISSED" in str(Measure("figure", 3.0, "s", 1.0))


def test_best_runs_as_often_as_asked() -> None:
    calls: list[int] = []
    assert best(lambda: calls.append(1), runs=4) >= 0
    assert len(calls) == 4


def test_clean_text_is_clean_and_of_the_size_asked(lexicon: Lexicon) -> None:
    """What is measured as clean must be clean: no rule edits it, so no rule's repair is timed."""
    text = clean_text(30_000)
    assert len(text) == 30_000
    assert not repair(text, RULES, lexicon).edits
