"""What rules say for their edits, in Arabic: every shape that a rule's own cases bring forth is known."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import yaml

from matn.repair.engine import repair
from matn.repair.model import Signals
from matn.repair.ruleset import RULES
from matn.site.evidence import told
from matn.text.lexicon import Lexicon

CASES = Path(__file__).parents[1] / "cases" / "repair"
SIGNALS = (None, Signals(letters=1000, kashidas=500, losses=50, doubled_marks=50, strokes=45))


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_every_evidence_of_a_rule_is_said_in_arabic(rule: object, lexicon: Lexicon) -> None:
    cases = yaml.safe_load((CASES / f"{rule.name}.yaml").read_text("utf-8"))  # type: ignore[attr-defined]
    results = [repair(case["damaged"], (rule,), lexicon, known=known) for case in cases for known in SIGNALS]  # type: ignore[arg-type]
    said = {edit.evidence for result in results for edit in (*result.edits, *result.remarks)}
    assert said
    assert [why for why in sorted(said) if told(why, "ar")[1] != "ar"] == []
    quoted = re.compile(r"«[^»]*»|U\+\w+ (control|[A-Z -]+)|C1")
    arabic = [quoted.sub("", told(why, "ar")[0]) for why in said]
    assert [line for line in arabic if re.search("[A-Za-z]{2}", line)] == []


@pytest.mark.parametrize(
    ("why", "arabic"),
    [
        (
            "4 runs were in reverse order; joined: كت+اب, قل+م",
            "مقاطع مكتوبة بعكس الترتيب، عددها 4؛ وُصل ما بين: كت+اب، قل+م",
        ),
        ("كتب 2.42, كتاب 6.09 (Zipf)", "الشيوع: كتب 2.42، كتاب 6.09 (زِبف)"),
        ("{n} is a word; no word begins with a stroke", "«{n}» كلمة معروفة؛ لا تبدأ كلمة بتطويل"),
        ("the address is whole; the address is whole", "الرابط كامل"),
    ],
    ids=["lists", "scores", "braces", "said-twice"],
)
def test_slots_and_pieces(why: str, arabic: str) -> None:
    assert told(why, "ar") == (arabic, "ar")


@pytest.mark.parametrize(
    "why", ["a word of the editor's; the address is whole", "", "the address is whole, says he", "4 runs were lost"]
)
def test_what_has_no_known_shape_stays_english(why: str) -> None:
    assert told(why, "ar") == (why, "en")


def test_english_is_what_the_rules_say() -> None:
    assert told("the address is whole", "en") == ("the address is whole", "en")
