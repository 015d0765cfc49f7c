"""Emendations find their place exactly once, or say why not."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from matn.edition.emend import Emendation, edits_for
from matn.text.edits import apply

TEXT = "ذهب الولد الى السوق ثم عاد الولد من السوق مساء."


def emendation(sic: str, corr: str, line: int = 1, certainty: str = "certain") -> Emendation:
    return Emendation("p1", sic, corr, "letters", "why not", certainty, "the editor", line=line)


def test_a_correction_is_narrowed_to_the_words_that_differ() -> None:
    edits, problems = edits_for(TEXT, [emendation("الولد الى السوق", "الولد إلى السوق")])
    assert not problems
    (edit,) = edits
    assert (edit.before, edit.after, edit.confidence) == ("الى", "إلى", 1.0)
    assert apply(TEXT, edits) == TEXT.replace("الى", "إلى")
    assert "why not" in edit.evidence
    assert "the editor" in edit.evidence


@pytest.mark.parametrize(("sic", "count"), [("البيت", 0), ("الولد", 2), ("السوق", 2)])
def test_a_sic_must_stand_there_once(sic: str, count: int) -> None:
    edits, (problem,) = edits_for(TEXT, [emendation(sic, "x", line=7)])
    assert not edits
    assert problem.line == 7
    assert f"found it {count} times" in problem.message
    assert problem.hint


def test_overlapping_occurrences_are_counted() -> None:
    assert "found it 2 times" in edits_for("ههه", [emendation("هه", "ه")])[1][0].message


def test_two_corrections_of_one_place_clash() -> None:
    _, (problem,) = edits_for(TEXT, [emendation("ذهب الولد", "راح الفتى", 1), emendation("الولد الى", "البنت إلى", 8)])
    assert problem.line == 8
    assert "line 1" in problem.message


def test_several_corrections_in_any_order() -> None:
    edits, problems = edits_for(TEXT, [emendation("مساء", "مساءً", 1), emendation("الى", "إلى", 2)])
    assert not problems
    assert apply(TEXT, edits) == TEXT.replace("الى", "إلى").replace("مساء", "مساءً")


def test_a_deletion() -> None:
    edits, _ = edits_for(TEXT, [emendation(" مساء", "")])
    assert apply(TEXT, edits) == TEXT.replace(" مساء", "")


@given(st.text("ابت ", min_size=1, max_size=12), st.text("ابت ", max_size=12))
def test_narrowing_never_changes_the_outcome(sic: str, corr: str) -> None:
    if sic == corr:
        return
    text = f"0{sic}9"
    edits, problems = edits_for(text, [emendation(sic, corr)])
    if not problems:
        assert apply(text, edits) == f"0{corr}9"
