"""Runs against the direction of a text: which characters belong to each."""

from __future__ import annotations

from itertools import pairwise

import pytest

from matn.text.runs import foreign


def found(text: str, language: str = "ar") -> list[str]:
    return [text[start:end] for start, end in foreign(text, language)]


@pytest.mark.parametrize(
    ("text", "runs"),
    [
        pytest.param("عام 2024 وحده", [], id="digits alone are no run"),
        pytest.param("نص عربي بلا غيره", [], id="nothing foreign"),
        pytest.param("تنظيم ISIS في العراق", ["ISIS"], id="one word"),
        pytest.param("تنظيم ISIS 2014", ["ISIS"], id="a year after one word belongs to the Arabic"),
        pytest.param("في «River» vol. 3, no. 2 قال", ["«River» vol. 3, no. 2"], id="opening quote"),
        pytest.param("انظر Smith (2001) ثم", ["Smith (2001)"], id="closing bracket"),
        pytest.param("انظر (Smith) ثم", ["Smith"], id="brackets of the Arabic stay outside"),
        pytest.param("في المجلد sources/ ثم", ["sources/"], id="a folder keeps its slash"),
        pytest.param("بين A وB", ["A", "B"], id="two runs, one glued to a letter"),
    ],
)  # fmt: skip
def test_latin_in_arabic(text: str, runs: list[str]) -> None:
    assert found(text) == runs


def test_arabic_in_english() -> None:
    assert found("the word متن السطر, and more", "en") == ["متن السطر"]


def test_runs_never_overlap() -> None:
    text = "(A) «B» ب C( ت )D «E ث F» 3G"
    spans = list(foreign(text, "ar"))
    assert len(spans) == 4
    assert all(left[1] <= right[0] for left, right in pairwise(spans))
