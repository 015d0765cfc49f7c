"""Properties of the rules on signs: whatever the text, they are stable, revert and keep to what they own."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from matn.repair.engine import repair, undo
from matn.repair.model import Repaired, Rule, Signals
from matn.repair.rules import (
    controls,
    glued_note_numbers,
    links,
    lost_digits,
    mirrored_signs,
    presentation_forms,
    spacing,
)
from matn.repair.ruleset import RULES
from matn.text.lexicon import Lexicon

SIGNS = (
    controls.RULE,
    presentation_forms.RULE,
    mirrored_signs.RULE,
    glued_note_numbers.RULE,
    links.RULE,
    lost_digits.RULE,
    spacing.RULE,
)
PAGE_LAYER = Signals(letters=1000, kashidas=500, losses=50, doubled_marks=50, strokes=45)
PIECES = (
    *(" ", "  ", "\n", "\t", ".", "،", ",", "؛", ":", "؟", "–", "-", "%", "|", "…", "ـ", "\u064b", "\u0651"),
    *("«", "»", "(", ")", "[", "]", '"', "“", "”", "<sup>(2)</sup>", "<sup>"),
    *("1", "2", "3", "4", "12026", "2025", "35", "٤", ".3", "2.", "3.", " ،2020 ،"),
    *("و", "من", "بين", "أكثر من", "هجومًا", "مايو", "ديسمبر", "نص", "العراق", "بلاد", "A", "x1"),
    *("https://", "https://a.org/%D8%A7", "%D9", "%8", "/01/", "www.", "://"),
    *("\u200c", "\u200b", "\u00ad", "\ufeff", "\f", "\u2028", "\x93", "\0"),
    *("\ufee1", "\ufe8e", "\ufecb", "\ufefb", "\ufdf2", "\ufe70", "\ufb51", "\ufbfd", "\ufdfa"),
)
RUNS = settings(max_examples=250, deadline=None, derandomize=True)


def rests_at_once(text: str, rules: Sequence[Rule], lexicon: Lexicon) -> None:
    result = repair(text, rules, lexicon, known=PAGE_LAYER)
    assert undo(result) == text
    done = [stage.rule for stage in result.stages]
    assert len(done) == len(set(done)), "a second run found more to do"


@pytest.mark.parametrize("rule", SIGNS, ids=lambda rule: rule.name)
def test_every_text_survives_each_rule(rule: Rule, lexicon: Lexicon) -> None:
    """The engine raises where a rule moves what it may not or cannot be undone."""

    @RUNS
    @given(st.lists(st.sampled_from(PIECES), max_size=30))
    def holds(pieces: list[str]) -> None:
        rests_at_once("".join(pieces), (rule,), lexicon)

    holds()


def test_every_text_survives_the_chain_of_sign_rules(lexicon: Lexicon) -> None:
    @RUNS
    @given(st.lists(st.sampled_from(PIECES), max_size=30))
    def holds(pieces: list[str]) -> None:
        rests_at_once("".join(pieces), SIGNS, lexicon)

    holds()


def test_the_chain_holds_every_sign_rule_in_order() -> None:
    assert [rule for rule in RULES if rule in SIGNS] == list(SIGNS)


@pytest.fixture(scope="module")
def repaired(sources: Path, lexicon: Lexicon) -> Callable[[str], Repaired]:
    def read(start: str) -> Repaired:
        path = next(path for path in sorted(sources.glob("*.txt")) if path.name.startswith(start))
        return repair(path.read_text(encoding="utf-8"), RULES, lexicon)

    return read


def edits_of(result: Repaired, rule: str) -> int:
    return sum(edit.rule == rule for edit in result.edits)


@pytest.mark.sources
def test_qashta_has_its_eighteen_markers(repaired: Callable[[str], Repaired]) -> None:
    text = repaired("000").text
    at = [text.find(f"<sup>({number})</sup>") for number in range(1, 19)]
    assert min(at) >= 0
    assert at == sorted(at)
    assert text.count("<sup>(") == 18


@pytest.mark.sources
def test_qashta_quotes_stand_right(repaired: Callable[[str], Repaired]) -> None:
    result = repaired("000")
    assert result.text.count("«") == result.text.count("»") - 1  # one was never closed, and is left as received
    assert "«عين الأسد» و«فكتوريا»" in result.text
    assert [edit.before for edit in result.remarks if edit.rule == "mirrored-signs"] == ["»"]


@pytest.mark.sources
def test_qashta_addresses_are_mended(repaired: Callable[[str], Repaired]) -> None:
    text = repaired("000").text
    addresses = [line.rpartition(" ")[2] for line in text.split("\n") if line.strip()[:3] in ("16.", "17.", "18.")]
    assert [address.partition("://")[2][:12] for address in addresses] == [
        "www.ajnet.me",
        "arabic.cnn.c",
        "www.bbc.com/",
    ]
    assert addresses[1].endswith("/2020/01/06/usa-trump-iraq-sanctions-iran-soleimani")


@pytest.mark.sources
def test_taie_shows_its_gaps(repaired: Callable[[str], Repaired]) -> None:
    """Day and year of the byline, three counts, two years after months, a span of two years, one day."""
    assert repaired("004").text.count("[…]") == 10


@pytest.mark.sources
@pytest.mark.parametrize("start", ["001", "002", "003"])
def test_sound_signs_are_left_alone(start: str, repaired: Callable[[str], Repaired]) -> None:
    result = repaired(start)
    assert [edit for edit in result.edits if edit.rule in {rule.name for rule in SIGNS}] == []
