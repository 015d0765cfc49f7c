"""What is kept of a paragraph: enough to know it again, nothing that can be read."""

from __future__ import annotations

import hashlib
import unicodedata
from random import Random

import pytest
from tests.anchors.composing import HEADINGS, LABELS, WORDS, garbled, prose, sentence

from matn.edition.anchors import content_hash, fingerprint
from matn.edition.anchors.fingerprint import SKETCH_SIZE, Wording, shingle_sizes


def share(old: str, new: str) -> float:
    """The share of the sketch of *old* that stands in *new*."""
    mark = fingerprint(old)
    return len(Wording(new).shingles(shingle_sizes(mark.length)).intersection(mark.sketch)) / len(mark.sketch)


def test_content_hash_is_of_the_nfc_text() -> None:
    assert content_hash("متن") == hashlib.sha256("متن".encode()).hexdigest()[:6]
    assert content_hash(unicodedata.normalize("NFD", "أُمّ")) == content_hash("أُمّ")
    assert content_hash("أم") != content_hash("ام")


def test_sketch_is_small_and_rising() -> None:
    mark = fingerprint(" ".join(sentence(Random(1)) for _ in range(20)))
    assert len(mark.sketch) == SKETCH_SIZE
    assert list(mark.sketch) == sorted(set(mark.sketch))
    assert max(mark.sketch) < 1 << 16


@pytest.mark.parametrize("text", ["", " ", "* * *", "«…»", "\u064b"], ids=["empty", "space", "stars", "gap", "mark"])
def test_nothing_to_keep(text: str) -> None:
    assert fingerprint(text).sketch == ()


def test_one_word_headings_are_told_apart() -> None:
    words = sorted({*HEADINGS, *(label for label in LABELS if label != "* * *"), *WORDS[:400]})
    folded = {Wording(word).fingerprint() for word in words}
    spellings = {Wording(word).shingles((1,)) for word in words}
    assert len(folded) >= len(spellings)
    assert fingerprint("مقدمة") != fingerprint("خاتمة")
    assert fingerprint("أ") != fingerprint("ب")


def test_spelling_that_folding_ignores_does_not_count() -> None:
    assert fingerprint("قُرئت الرسالةُ، ثمّ طُويَت.") == fingerprint("قرئت الرساله ثم طويت")


@pytest.mark.parametrize("rate", [0.05, 0.1, 0.2])
def test_damage_leaves_the_expected_share(rate: float) -> None:
    rng = Random(f"share {rate}")
    shares = [share(text, garbled(text, rate, rng)) for text in (prose(rng).text for _ in range(200))]
    assert sum(shares) / len(shares) == pytest.approx((1 - rate) ** 4, abs=0.06)


def test_foreign_paragraphs_share_little() -> None:
    rng = Random("foreign")
    shares = sorted(share(prose(rng).text, prose(rng).text) for _ in range(300))
    assert shares[len(shares) // 2] < 0.15
    assert shares[int(len(shares) * 0.97)] < 0.35


def test_hashes_are_spread_evenly() -> None:
    rng = Random("spread")
    values = Wording(" ".join(sentence(rng) for _ in range(300))).shingles((4,))
    lower = sum(value < 1 << 15 for value in values) / len(values)
    assert lower == pytest.approx(0.5, abs=0.03)


def test_the_fingerprint_is_for_ever() -> None:
    """A change here orphans every ledger there is: make a new scheme instead."""
    assert fingerprint("وقف القطار في المحطة").sketch[:4] == (6053, 9109, 9626, 11718)
    assert content_hash("وقف القطار في المحطة") == "b0ac1a"
