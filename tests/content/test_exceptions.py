"""Exceptions: they silence what they name, carry a reason, and may not outlive what they were made for."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from matn.edition.check import CHECKS, EXEMPTABLE
from matn.edition.exceptions import Exemption, check_exceptions

from ..cli.conftest import Matn
from ..edition.small import Small
from .composing import subject, told

MADE = subject({"p1": "عاد 5 جنود."}, {"p1": "In 1999, 77 soldiers and 88 sailors came."})
GOOD = "- {code: E605, at: p1, reason: counted in the note}\n"


def with_exceptions(*exemptions: Exemption) -> list[str]:
    return told(replace(MADE, exemptions=exemptions), "E605", "E606", "E662")


def test_one_rule_at_one_place_is_silenced() -> None:
    assert with_exceptions() == ["E605 p1", "E605 p1", "E606 p1"]
    assert with_exceptions(Exemption("E605", "p1", "so")) == ["E606 p1"]
    assert with_exceptions(Exemption("E605", "p1", "so", "77")) == ["E605 p1", "E606 p1"]


@pytest.mark.parametrize(
    "stale", [Exemption("E605", "p2", "so"), Exemption("E610", "p1", "so"), Exemption("E605", "p1", "so", "99")]
)
def test_one_that_silences_nothing_is_an_error(stale: Exemption) -> None:
    assert with_exceptions(stale) == ["E605 p1", "E605 p1", "E606 p1", "E662 well-2024/exceptions.yaml:1"]


def test_without_the_text_none_is_judged() -> None:
    bare = replace(MADE, paragraphs=tuple(replace(p, reading=None) for p in MADE.paragraphs))
    assert told(replace(bare, exemptions=(Exemption("E605", "p1", "so"),)), "E662") == []


def test_without_the_names_those_on_names_are_not_judged() -> None:
    blind = replace(MADE, spellings=None, exemptions=(Exemption("E607", "p1", "so"),))
    assert told(blind, "E662") == []
    assert told(replace(blind, spellings=MADE.spellings), "E662") == ["E662 well-2024/exceptions.yaml:1"]


def test_only_rules_that_judge_allow_exceptions() -> None:
    assert set(CHECKS) > EXEMPTABLE
    assert not {"E101", "E202", "E301", "E303", "E602", "E604", "E624"} & EXEMPTABLE


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("E605", "E604", "E604 allows no exception"),
        ("E605", "605", "expected a code that `matn check --codes` lists"),
        (", reason: counted in the note", "", "missing: reason"),
        ("counted in the note", "''", "expected a text"),
        ("at: p1", "at: page 1", "expected a paragraph, note or file"),
        ("p1,", "p1, note: x,", "unknown key note"),
        ("- {code", "- {code: E605, at: p1, reason: twice}\n- {code", "the exception of line 1 stands twice"),
    ],
)
def test_mistakes_are_told(tmp_path: Path, old: str, new: str, message: str) -> None:
    assert old in GOOD
    (tmp_path / "exceptions.yaml").write_text(GOOD.replace(old, new), encoding="utf-8")
    _, problems = check_exceptions(tmp_path, EXEMPTABLE)
    assert [problem.message[: len(message)] for problem in problems] == [message]


def test_in_the_edition(matn: Matn, edition: Small) -> None:
    edition.write("notes.yaml", "")
    edition.write("exceptions.yaml", "- {code: W401, at: n2, reason: the page is torn}\n")
    out = matn("check").out
    assert "W401" not in out
    assert "E622" in out
    edition.fill()
    assert matn("summaries", "well-2024", "--pin").code == 0
    ran = matn("check")
    assert ran.code == 1
    assert "E662 An exception silences nothing: take it out. W401 at n2" in ran.out
    edition.write("exceptions.yaml", "- {code: E604, at: p1, reason: no time}\n")
    assert "exceptions.yaml:1: E661" in matn("check").out
