"""Names in Arabic text, case by case (``cases.yaml``), in English text, and in the five works."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from matn.edition.names import EnglishFinder, Finder, Occurrence, load_names

HERE = Path(__file__).parent
CASES = yaml.safe_load((HERE / "cases.yaml").read_text(encoding="utf-8"))
NAMES = load_names(HERE / "names.yaml")
FINDER, ENGLISH = Finder(NAMES), EnglishFinder(NAMES)
PARTS = [*(form for name in NAMES for form in name.forms), " ", "و", "لل", "ب", "ُ", "ـ", "، ", "«", "ات"]


def shown(found: Occurrence) -> str:
    return f"{found.surface} {found.name_id}{'?' if found.ambiguous else ''}"


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["label"])
def test_case(case: dict[str, Any]) -> None:
    assert [shown(found) for found in FINDER.find(case["text"])] == case["names"]


@given(st.lists(st.sampled_from(PARTS), max_size=20).map("".join))
def test_places_hold_what_they_say(text: str) -> None:
    ends = 0
    for found in FINDER.find(text):
        assert text[found.start : found.end] == found.surface
        assert found.start >= ends or found.ambiguous
        ends = found.end


@pytest.mark.parametrize("name", NAMES, ids=lambda name: name.id)
def test_every_form_is_found_alone(name: Any) -> None:
    for form in name.forms:
        assert name.id in {found.name_id for found in FINDER.find(f"قال: {form}.")}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Salma Nasser's well, Nasser said", ["Salma Nasser salma-nasser", "Nasser salma-nasser"]),
        ("the Village Council for Water", ["Village Council for Water council-of-the-village-well"]),
        ("Abu Amin\nal‑Hallaq", ["Abu Amin\nal‑Hallaq abu-amin"]),
        ("Iraqi, Pro-Iraq, iraq", []),
        ("Alice and Ali", ["Ali ali"]),
        ("as the Council has it", ["the Council village-council?", "the Council city-council?"]),
    ],
)
def test_english(text: str, expected: list[str]) -> None:
    assert [shown(found) for found in ENGLISH.find(text)] == expected


def test_no_names_no_finds() -> None:
    assert EnglishFinder([]).find("Iraq") == ()
    assert Finder([]).find("العراق") == ()
