"""The catalogue of the interface: both languages whole, every word used, Arabic plurals right."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from matn.errors import BadInputError
from matn.repair.ruleset import RULES
from matn.site.words import LANGUAGES, Words, catalogue

SITE = Path(__file__).parents[2] / "tools" / "matn" / "site"


@pytest.mark.parametrize("key", sorted(catalogue()))
def test_entry_is_in_both_languages(key: str) -> None:
    assert set(catalogue()[key]) == set(LANGUAGES)
    ar, en = (str(catalogue()[key][language]) for language in LANGUAGES)
    assert set(re.findall(r"\{\w+\}", ar)) == set(re.findall(r"\{\w+\}", en))


def test_every_rule_has_a_name_for_readers() -> None:
    assert [rule.name for rule in RULES if f"rule-{rule.name}" not in catalogue()] == []


def test_templates_say_only_known_words() -> None:
    places = [*SITE.rglob("*.py"), *SITE.glob("templates/*.html")]
    said = {
        key
        for path in places
        for key in re.findall(r"""(?:say(?:\.count)?|both)\(["']([\w-]+)["']\s*[,)]""", path.read_text())
    }
    assert len(said) > 30
    assert said - set(catalogue()) == set()


@pytest.mark.parametrize(
    ("number", "expected"),
    [(0, "بلا حواشٍ"), (1, "حاشية واحدة"), (2, "حاشيتان"), (3, "3 حواشٍ"), (11, "11 حاشية"), (100, "100 حاشية")],
    ids=str,
)
def test_arabic_plural(number: int, expected: str) -> None:
    assert Words("ar").count("n-notes", number) == expected


@pytest.mark.parametrize(
    ("iso", "ar", "en"),
    [
        ("2024", "2024", "2024"),
        ("2024-10", "أكتوبر 2024", "October 2024"),
        ("2024-10-03", "3 أكتوبر 2024", "3 October 2024"),
    ],
    ids=["year", "month", "day"],
)
def test_date(iso: str, ar: str, en: str) -> None:
    assert (Words("ar").date(iso), Words("en").date(iso)) == (ar, en)


def test_date_refuses_what_is_no_date() -> None:
    with pytest.raises(BadInputError, match="2024-10"):
        Words("ar").date("autumn 2024")
