"""Damage, then repair: what must come back always, and how often the rest does (``tests/quality/floors.json``)."""

from __future__ import annotations

import re
from pathlib import Path
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.damage import runs, simulate
from tests.damage.measure import page, plain

from matn.repair.engine import repair, undo
from matn.repair.ruleset import RULES
from matn.source.decode import decode
from matn.text.lexicon import Lexicon

ALWAYS = ("kashidas", "doubled-marks", "lost-glyphs", "presentation-forms", "controls")
"""Classes that lose nothing: the page comes back whole, whatever the seed."""

seeds = st.integers(0, 10**9)
SETTINGS = settings(derandomize=True, max_examples=25, deadline=None)


def need(*rules: str) -> None:
    if missing := set(rules) - runs.PRESENT:
        pytest.skip(f"no such rule yet: {', '.join(sorted(missing))}")


@pytest.mark.parametrize("name", ALWAYS)
def test_what_loses_nothing_comes_back_whole(name: str, lexicon: Lexicon) -> None:
    need(*runs.CLASSES[name].rules)

    @SETTINGS
    @given(seeds)
    def check(seed: int) -> None:
        rng = Random(seed)
        clean = "\n".join(page(rng))
        damaged = runs.CLASSES[name].damage(clean, rng)
        result = repair(damaged.text, RULES, lexicon)
        assert [plain(line) for line in result.text.split("\n")] == clean.split("\n")
        assert undo(result) == damaged.text

    check()


@SETTINGS
@given(seed=seeds)
def test_clean_pages_stay_as_they_are(seed: int, lexicon: Lexicon) -> None:
    clean = "\n".join(page(Random(seed)))
    assert repair(clean, RULES, lexicon).stages == ()


@settings(derandomize=True, max_examples=15, deadline=None)
@given(seed=seeds)
def test_clean_lines_of_a_damaged_page_stay_as_they_are(seed: int, lexicon: Lexicon) -> None:
    """Damage lends no licence: what is sound on a stretched page of lost glyphs is left alone."""
    rng = Random(seed)
    clean = page(rng)
    mixed = [simulate.kashidas(line, rng).text if rng.random() < 0.5 else line for line in clean]
    lines = repair("\n".join(mixed), RULES, lexicon).text.split("\n")
    assert [plain(line) for line in lines] == clean


@SETTINGS
@given(seed=seeds)
def test_no_digit_is_ever_invented(seed: int, lexicon: Lexicon) -> None:
    """Where every number fell out of a page, a gap may be shown or not: no number comes back."""
    rng = Random(seed)
    damaged = simulate.dropped_digits("\n".join(page(rng)), rng)
    repaired = repair(simulate.kashidas(damaged.text, rng).text, RULES, lexicon).text
    assert not re.search(r"\d", repaired)


@settings(derandomize=True, max_examples=10, deadline=None)
@given(seed=seeds, encoding=st.sampled_from(["cp1256", "iso-8859-6", "utf-16-le", "utf-16-be"]))
def test_other_encodings_are_read_by_evidence(seed: int, encoding: str) -> None:
    clean = "\n".join(page(Random(seed)))
    kept = clean if encoding != "iso-8859-6" else re.sub("[«»]", '"', clean)
    assert decode(kept.encode(encoding), Path("page.txt")).text == kept


@settings(derandomize=True, max_examples=10, deadline=None)
@given(seed=seeds)
def test_text_misread_as_western_is_read_back(seed: int) -> None:
    rng = Random(seed)
    clean = "\n".join(page(rng))
    assert decode(simulate.misread(clean, rng).text.encode(), Path("page.txt")).text == clean
