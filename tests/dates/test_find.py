"""Dates in running text, case by case (``cases.yaml``), and what holds for any text."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from matn.text.dates import Found, find

CASES = yaml.safe_load((Path(__file__).parent / "cases.yaml").read_text(encoding="utf-8"))
PARTS = [
    "14",
    " ",
    "سبتمبر",
    "آب",
    "/",
    "2025",
    "1446",
    "هـ",
    "م",
    "و",
    "–",
    "[…]",
    "عام ",
    "في ",
    "إلى ",
    "،",
    "ّ",
    "ـ",
]


def shown(text: str, found: Found) -> str:
    calendar = "" if found.calendar == "gregorian" else f" {found.calendar}"
    qualifier = f" {found.qualifier}" if found.qualifier else ""
    return f"{text[found.start : found.end]} = {found.iso} {found.precision}{calendar}{qualifier}"


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["label"])
def test_case(case: dict[str, Any]) -> None:
    text = case["text"]
    assert [shown(text, found) for found in find(text, case.get("language", "ar"))] == case["dates"]


@given(st.lists(st.sampled_from(PARTS), max_size=25).map("".join), st.sampled_from(["ar", "fa", "en"]))
def test_dates_are_in_order_apart_and_inside(text: str, language: str) -> None:
    ends = 0
    for found in find(text, language):
        assert ends <= found.start < found.end <= len(text)
        ends = found.end


@given(st.text(max_size=60))
def test_any_text_is_read(text: str) -> None:
    find(text)
    find(text, "en")
