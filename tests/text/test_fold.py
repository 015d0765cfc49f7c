"""Folding for comparison: what is made one, what stays apart, and the way back."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from matn.text.fold import fold, folded

ALPHABET = "ابتجدرسعقكلمنهويءآأؤإئةىٱکی ـ\u064b\u064e\u0651\u0653\u0654\u0655\u0670\u200c\u200f.،«»0١۲aBéا"
TEXTS = st.text(ALPHABET, max_size=60)

SAME = [
    ("marks", "قُوّاتٍ", "قوات"),
    ("superscript-alef", "هٰذا", "هذا"),
    ("quranic-signs", "قال\u06d6", "قال"),
    ("tatweel", "العــــراق", "العراق"),
    ("alefs", "أإآٱ", "اااا"),
    ("hamza-seats", "مسئول", "مسؤول"),
    ("yeh", "على", "علي"),
    ("teh-marbuta", "مدرسة", "مدرسه"),
    ("persian-letters", "کتابی", "كتابي"),
    ("digits", "٢٠١٩", "2019"),
    ("persian-digits", "۲۰۱۹", "2019"),
    ("capitals", "ISIS", "isis"),
    ("space-and-punctuation", "«قال»: نعم، \u00a0لا!", "قالنعملا"),
    ("controls", "\u200fمن\u200c\u2067هنا\u2069\ufeff", "منهنا"),
    ("lost-characters", "ال\ufffdعراق", "العراق"),
    ("decomposed-hamza", "ا\u0654مر", "أمر"),
    ("decomposed-madda", "ا\u0653ن", "آن"),
    ("presentation-forms", "\ufefb\ufee3\ufead", "لامر"),
]
APART = [("letters", "سار", "صار"), ("hamza-and-none", "ماء", "ما"), ("digits", "12", "21"), ("yeh-alef", "علي", "علا")]


@pytest.mark.parametrize(("left", "right"), [case[1:] for case in SAME], ids=[case[0] for case in SAME])
def test_same(left: str, right: str) -> None:
    assert folded(left) == folded(right)


@pytest.mark.parametrize(("left", "right"), [case[1:] for case in APART], ids=[case[0] for case in APART])
def test_apart(left: str, right: str) -> None:
    assert folded(left) != folded(right)


def test_offsets_lead_back() -> None:
    text = "«قُوّات» ١٢"
    done = fold(text)
    assert done.text == "قوات12"
    assert [text[at] for at in done.offsets[:-1]] == list("قوات١٢")
    assert text[slice(*done.span(0, 4))] == "قُوّات"
    assert done.span(2, 2) == (5, 5)


def test_a_ligature_leads_back_to_one_character() -> None:
    done = fold("\ufefbم")
    assert (done.text, done.offsets) == ("لام", (0, 0, 1, 2))


def test_nothing_left() -> None:
    assert fold("* * *").text == ""
    assert fold("").offsets == (0,)


@given(TEXTS)
def test_fast_and_full_agree(text: str) -> None:
    assert folded(text) == fold(text).text


@given(TEXTS)
def test_folding_twice_changes_nothing(text: str) -> None:
    once = folded(text)
    assert folded(once) == once


@given(TEXTS)
def test_normal_form_does_not_matter(text: str) -> None:
    assert folded(unicodedata.normalize("NFD", text)) == folded(text)


@given(TEXTS)
def test_offsets_rise_and_stay_inside(text: str) -> None:
    done = fold(text)
    assert len(done.offsets) == len(done.text) + 1
    assert list(done.offsets) == sorted(done.offsets)
    assert done.offsets[-1] == len(text)
