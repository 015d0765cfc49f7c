"""What holds for any text: folding and stemming come to rest, places are in order and lead back."""

from __future__ import annotations

import re

from hypothesis import assume, given
from hypothesis import strategies as st

from matn.text.search import fold, folded, stems, tokens

LETTERS = "ابتجدرسعقكلمنهويءآأؤإئةىٱکیگپـ\u064b\u064e\u0651\u0653\u0654\u0655\u0670\u200c\u200f\u00ad\ufffd\ufefbﷲ"
TEXTS = st.text(LETTERS + " .،«»0١۲aBéßLʿ'’\u0301-😀\n", max_size=60)
WORDS = st.text("ابتسكلمنهويفءئةى", min_size=1, max_size=12)
AFFIXED = st.builds(
    lambda before, word, after: before + word + after,
    st.sampled_from(["", "و", "ف", "ال", "وال", "بال", "لل", "ولل", "س", "وب", "ل"]),
    WORDS,
    st.sampled_from(["", "ه", "ها", "هم", "ات", "اتها", "ين", "ون", "ان", "ية", "يا", "نا", "تي", "تهما", "وا"]),
)


@given(TEXTS)
def test_fold_is_at_rest(text: str) -> None:
    assert folded(folded(text)) == folded(text) == fold(text).text


@given(TEXTS)
def test_offsets_are_in_range_and_never_fall(text: str) -> None:
    offsets = fold(text).offsets
    assert list(offsets) == sorted(offsets)
    assert offsets[-1] == len(text)
    assert len(offsets) == len(fold(text).text) + 1


@given(st.one_of(WORDS, AFFIXED))
def test_every_key_is_a_key_of_itself(word: str) -> None:
    found = stems(word)
    assert 1 <= len(found) == len(set(found))
    assert [key for key in found if key not in stems(key)] == []


@given(st.one_of(WORDS, AFFIXED))
def test_folding_first_changes_no_first_key(word: str) -> None:
    """But for ة at the end, which folding makes a ه that may be a possessive."""
    assume(not word.endswith("ة"))
    assert stems(word)[0] == stems(folded(word))[0]


@given(TEXTS)
def test_tokens_are_in_order_and_lead_back(text: str) -> None:
    found = tokens(text)
    ends = [0, *(place for token in found for place in (token.start, token.end)), len(text)]
    assert ends == sorted(ends)
    for token in found:
        assert text[token.start : token.end] == token.surface
        assert token.folded == folded(token.surface) != ""
        assert token.keys


@given(TEXTS)
def test_no_letter_is_left_out(text: str) -> None:
    without_genitives = re.sub("['’]s", "", text)
    found = "".join(token.folded for token in tokens(text)).replace(".", "")
    assert found in {folded(text).replace(".", ""), folded(without_genitives).replace(".", "")}
