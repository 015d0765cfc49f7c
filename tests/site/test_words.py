"""What the interface says: plural forms, dates and numbers as readers of each language write them."""

from __future__ import annotations

import pytest

from matn.errors import BadInputError
from matn.site.words import Words


@pytest.mark.parametrize(
    ("number", "expected"),
    [(0, "بلا حواشٍ"), (1, "حاشية واحدة"), (2, "حاشيتان"), (3, "3 حواشٍ"), (11, "11 حاشية"), (100, "100 حاشية")],
    ids=str,
)
def test_arabic_plural(number: int, expected: str) -> None:
    assert Words("ar").count("n-notes", number) == expected


@pytest.mark.parametrize(("number", "expected"), [(0, "0 notes"), (1, "one note"), (1200, "1,200 notes")], ids=str)
def test_english_plural(number: int, expected: str) -> None:
    assert Words("en").count("n-notes", number) == expected


def test_plural_forms_belong_to_things_that_are_counted() -> None:
    with pytest.raises(KeyError, match="notes has no plural forms"):
        Words("ar").forms("notes")


def test_what_editors_may_add_to_is_shown_as_they_wrote_it() -> None:
    assert Words("ar")("removed-page number") == "أرقام صفحات"
    assert Words("ar")("removed-torn corner") == "torn corner"


def test_the_words_of_a_script_come_by_the_rest_of_their_key() -> None:
    assert Words("en").group("certainty") == {"high": "high", "medium": "medium", "low": "low"}


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
