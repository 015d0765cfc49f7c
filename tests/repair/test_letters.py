"""The rules on letters and marks together: on texts at random, and on the real sources."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from matn.repair.engine import repair, undo
from matn.repair.model import Signals
from matn.repair.rules import (
    doubled_letters,
    doubled_marks,
    kashida,
    lam_alef,
    lost_ligatures,
    mark_order,
    replacement_characters,
)
from matn.repair.ruleset import RULES
from matn.repair.signals import signals
from matn.source.decode import decode
from matn.text.lexicon import arabic

LETTER_RULES = (
    doubled_marks.RULE,
    replacement_characters.RULE,
    kashida.RULE,
    mark_order.RULE,
    doubled_letters.RULE,
    lam_alef.RULE,
    lost_ligatures.RULE,
)
PAGE_LAYER = Signals(letters=1000, kashidas=500, losses=50, doubled_marks=50, strokes=45)
WORDS = "خلال خال غير غر بين بن الأخرة أكر نححو كامالًا أولًاا ثانًيا كبيًرًا بي�ان عمم�وًا محمد والبلدين األمن اإلسالم"
PIECES = st.sampled_from(
    [*WORDS.split(), *"ابتحيرنلم", "ـ", "\ufffd", "\u064b", "\u064f", "\u0651", " ", " ", "\n", "، ", "2025"]
)


@settings(derandomize=True, max_examples=300, deadline=None)
@given(st.lists(PIECES, max_size=40).map("".join))
def test_any_text_comes_out_stable_and_can_be_undone(text: str) -> None:
    """The engine raises where a second run would change the text again."""
    result = repair(text, LETTER_RULES, arabic(), known=PAGE_LAYER)
    assert undo(result) == text


@settings(derandomize=True, max_examples=100, deadline=None)
@given(st.lists(PIECES, max_size=40).map("".join))
def test_letters_are_lost_only_by_the_rules_that_may(text: str) -> None:
    result = repair(
        text, (doubled_marks.RULE, replacement_characters.RULE, mark_order.RULE), arabic(), known=PAGE_LAYER
    )
    assert sorted(filter(str.isalpha, result.text.replace("ـ", ""))) == sorted(
        filter(str.isalpha, text.replace("ـ", ""))
    )


def read(folder: Path, number: str) -> str:
    (path,) = folder.glob(f"{number}_*.txt")
    return decode(path.read_bytes(), path).text


@pytest.mark.sources
@pytest.mark.parametrize("number", ["001", "002", "003"])
def test_clean_sources_are_left_alone(sources: Path, number: str) -> None:
    """Even if they were believed to be page layers."""
    text = read(sources, number)
    assert not signals(text).page_layer
    assert not repair(text, LETTER_RULES, arabic(), known=PAGE_LAYER).stages


@pytest.mark.sources
def test_lost_ligatures_of_the_page_layer(sources: Path) -> None:
    """Every one of these was read in its sentence: all are right, and none is missing."""
    result = repair(read(sources, "000"), RULES, arabic())
    (stage,) = [stage for stage in result.stages if stage.rule == "lost-ligatures"]
    done = " ".join(edit.after for edit in stage.edits)
    assert done == (
        "التنظيمي أكثر وخبرة خبرات خلال أكثر بين بين الأخيرة غير الأمني بين يترك بين بين البري خلال لتأمين يترك"
        " خلال بين عبر بين"
    )
