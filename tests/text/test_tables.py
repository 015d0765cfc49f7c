"""Tables: the quick way past a word without marks takes nothing for such a word that is none."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from matn.text.tables import BARE, LETTERS, bare


@given(st.text(alphabet=sorted(LETTERS | {chr(code) for code in BARE} | set("a1 ٣،"))))
def test_bare_drops_what_the_table_names_and_nothing_else(word: str) -> None:
    assert bare(word) == "".join(char for char in word if ord(char) not in BARE)


@pytest.mark.parametrize(
    ("word", "expected"), [("محمّد", "محمد"), ("كتـــاب", "كتاب"), ("كتاب", "كتاب"), ("مد�ينة", "مدينة"), ("ـ", "")]
)
def test_bare_words(word: str, expected: str) -> None:
    assert bare(word) == expected
