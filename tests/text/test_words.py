"""Where the words of a text are, and what stands beside them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from matn.text.neighbours import sides
from matn.text.words import WORD, around, stem

TEXTS = st.text("ابتسم\u064b\u0651ـ .1a\n", max_size=30)


@pytest.mark.parametrize(
    ("text", "span", "word"),
    [
        pytest.param("قال جدًا هنا", (6, 7), "جدًا", id="on-a-mark"),
        pytest.param("قال", (0, 1), "قال", id="whole-text"),
        pytest.param("(قال)", (2, 3), "قال", id="in-brackets"),
        pytest.param(" \u064bاب", (1, 2), "اب", id="mark-before-any-letter"),
        pytest.param("a b", (1, 2), "", id="no-letters"),
    ],
)
def test_around(text: str, span: tuple[int, int], word: str) -> None:
    start, end = around(text, *span)
    assert text[start:end] == word


@given(TEXTS)
def test_around_finds_every_word(text: str) -> None:
    for word in WORD.finditer(text):
        for at in range(*word.span()):
            assert around(text, at, at + 1) == word.span()


@pytest.mark.parametrize(
    ("after", "expected"),
    [
        pytest.param(["واشنطن", "وبغداد"], True, id="two-joined"),
        pytest.param(["القوات", "الأمريكية", "والفصائل"], True, id="two-joined-with-adjective"),
        pytest.param(["البلدين", "يجعل"], True, id="dual"),
        pytest.param(["سلمان", "إلى", "الرياض"], False, id="a-name"),
        pytest.param(["سعد", "وخالد"], False, id="two-names"),
        pytest.param(["رجل", "قديم"], False, id="one-thing"),
        pytest.param([], False, id="nothing"),
    ],
)
def test_sides(after: list[str], expected: bool) -> None:
    assert sides(after) is expected


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        pytest.param("والحرفين", "حرف", id="article-and-dual"),
        pytest.param("للباء", "باء", id="lil"),
        pytest.param("بالباء", "باء", id="bil"),
        pytest.param("باء", "باء", id="too-short"),
    ],
)
def test_stem(word: str, expected: str) -> None:
    assert stem(word) == expected
