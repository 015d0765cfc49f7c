"""Numbers in words and digits (``numbers.yaml``), and numbers of a summary that its paragraph lacks."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from matn.text.numbers import numbers, unstated

CASES = yaml.safe_load((Path(__file__).parent / "numbers.yaml").read_text(encoding="utf-8"))


def value(written: object) -> Decimal:
    above, _, below = str(written).partition("/")
    return Decimal(above) / Decimal(below or 1)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["text"])
def test_case(case: dict[str, Any]) -> None:
    assert numbers(case["text"], case.get("language", "ar")) == set(map(value, case["numbers"]))


@given(st.integers(0, 10**9))
def test_digits_of_every_script_mean_the_same(number: int) -> None:
    eastern = str(number).translate({48 + digit: 0x660 + digit for digit in range(10)})
    assert numbers(eastern) == numbers(str(number), "en") == {Decimal(number)}


@given(st.text(max_size=60))
def test_any_text_is_read(text: str) -> None:
    numbers(text)
    numbers(text, "en")


PARAGRAPH = "زار القرية نحو 30 ألف زائر في مرحلتين، وقُطف ثلث الثمر، وبلغت النسبة 87.5%، بحسب تقريرين صدرا عام ٢٠٢٣."


def test_a_faithful_summary_has_nothing_to_tell() -> None:
    summary = "In two stages some 30,000 visitors came; one report of 2023 says a third was picked, 87.5 percent."
    assert unstated(summary, PARAGRAPH) == ()


def test_wrong_numbers_are_told_by_size() -> None:
    assert unstated("In four stages 13,000 came in 2022; half was picked.", PARAGRAPH) == tuple(
        map(Decimal, ("0.5", "4", "2022", "13000"))
    )


def test_two_needs_a_dual() -> None:
    assert unstated("Two wells.", "حُفرت الآبار في المدينة") == (Decimal(2),)
    assert unstated("Two wells.", "حُفرت بئران في مدينتين") == ()
