"""Recall and precision of search by keys over the words of the real sources, by families of a lemma."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.search.measure import families, measure, vocabulary


@pytest.fixture(scope="module")
def known(sources: Path) -> frozenset[str]:
    return vocabulary(path.read_text("utf-8", errors="replace") for path in sorted(sources.glob("*.txt")))


def test_there_are_families_enough() -> None:
    assert len(families("held")) >= 25
    asked = [family["forms"] for split in ("tuned", "first", "held") for family in families(split)]
    assert len(asked) == len(set(asked))


@pytest.mark.sources
@pytest.mark.parametrize("split", ["tuned", "first", "held"])
def test_families_are_found(split: str, known: frozenset[str]) -> None:
    score = measure(split, known)
    assert score.recall >= 0.98, score.worst
    assert score.precision >= 0.90, score.worst
