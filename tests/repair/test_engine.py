"""Promises of edits, alignment and engine, held against texts and edits at random."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from matn.errors import BrokenPromiseError
from matn.repair.engine import carry, check, doubtful, repair, undo
from matn.repair.model import Evidence, Rule, Signals
from matn.text.edits import Alignment, Edit, Outcome, apply, ordered, revert
from matn.text.lexicon import Lexicon

ALPHABET = "ابتجحخدرسعفقلمنهويىةأإء" + "ـ\ufffd" + "\u064b\u064f\u0651\u064e" + "،.()«»12 \n\u200f"
TEXTS = st.text(ALPHABET, max_size=60)
EMPTY = Lexicon({})


@st.composite
def passes(draw: st.DrawFn, text: str, rule: str = "r") -> list[Edit]:
    """Edits on *text* that neither overlap nor share an offset; insertions and deletions among them."""
    cuts = sorted(draw(st.sets(st.integers(0, len(text)), max_size=8)))
    edits = []
    for start, end in list(pairwise(cuts))[::2]:
        at = draw(st.sampled_from([start, end]))
        before = text[start:at] if at > start else ""
        after = draw(st.text(ALPHABET, max_size=4))
        edits.append(Edit(start, start + len(before), before, after, rule))
    return list(ordered(edits))


@st.composite
def histories(draw: st.DrawFn) -> tuple[str, list[list[Edit]]]:
    """A text and up to four passes of edits, each on the result of the one before."""
    text = source = draw(TEXTS)
    done = []
    for number in range(draw(st.integers(0, 4))):
        edits = draw(passes(text, f"r{number}"))
        done.append(edits)
        text = apply(text, edits)
    return source, done


def run(source: str, history: list[list[Edit]]) -> tuple[str, Alignment, list[int | None]]:
    """Replay *history*; beside the alignment, keep for each character of the result where it came from."""
    text, alignment = source, Alignment()
    origins: list[int | None] = list(range(len(source)))
    for edits in history:
        text, alignment = apply(text, edits), alignment.then(edits)
        for edit in reversed(edits):
            origins[edit.start : edit.end] = [None] * len(edit.after)
    return text, alignment, origins


@given(st.data())
def test_revert_undoes_apply(data: st.DataObject) -> None:
    text = data.draw(TEXTS)
    edits = data.draw(passes(text))
    assert revert(apply(text, edits), edits) == text


def test_apply_verifies_what_stands_there() -> None:
    with pytest.raises(BrokenPromiseError, match="expected"):
        apply("نص", [Edit(0, 1, "م", "", "r")])


@pytest.mark.parametrize(
    "edits",
    [
        pytest.param([Edit(0, 2, "ab", "", "r"), Edit(1, 3, "bc", "", "s")], id="overlap"),
        pytest.param([Edit(1, 1, "", "x", "r"), Edit(1, 1, "", "y", "s")], id="two-insertions"),
    ],
)
def test_ordered_refuses_rivals(edits: list[Edit]) -> None:
    with pytest.raises(BrokenPromiseError, match="both claim"):
        ordered(edits)


@given(histories())
def test_changes_hold_all_that_is_not_the_sources(history: tuple[str, list[list[Edit]]]) -> None:
    """Between the changes the result is the source, and the changes tile both texts in order."""
    source, steps = history
    text, alignment, _ = run(source, steps)
    rebuilt, at, source_at = [], 0, 0
    for change in alignment.changes:
        assert change.edits
        assert change.start >= at
        assert change.source_start >= source_at
        kept = source[source_at : change.source_start]
        assert kept == text[at : change.start]
        rebuilt += [kept, text[change.start : change.end]]
        at, source_at = change.end, change.source_end
    assert source[source_at:] == text[at:]
    assert "".join((*rebuilt, text[at:])) == text


@given(histories())
def test_characters_outside_changes_come_from_where_the_alignment_says(
    history: tuple[str, list[list[Edit]]],
) -> None:
    text, alignment, origins = run(*history)
    for offset, origin in enumerate(origins):
        inside = any(change.start <= offset < change.end for change in alignment.changes)
        if origin is None:
            assert inside
        elif not inside:
            start, end = alignment.source_span(offset, offset + 1)
            assert start <= origin < end
            if not alignment.within(offset, offset + 1):
                assert (start, end) == (origin, origin + 1)
    assert len(origins) == len(text)


@given(histories(), st.data())
def test_source_spans_are_monotone_and_in_bounds(history: tuple[str, list[list[Edit]]], data: st.DataObject) -> None:
    source, steps = history
    text, alignment, _ = run(source, steps)
    cuts = sorted(data.draw(st.lists(st.integers(0, len(text)), min_size=4, max_size=4)))
    first = alignment.source_span(cuts[0], cuts[1])
    second = alignment.source_span(cuts[2], cuts[3])
    whole = alignment.source_span(cuts[0], cuts[3])
    for start, end in (first, second, whole):
        assert 0 <= start <= end <= len(source)
    assert first[0] <= second[0]
    assert first[1] <= second[1]
    assert whole[0] <= first[0]
    assert second[1] <= whole[1]
    assert alignment.source_span(0, len(text)) == (0, len(source))


@given(histories())
def test_every_edit_is_in_exactly_one_change(history: tuple[str, list[list[Edit]]]) -> None:
    source, steps = history
    _, alignment, _ = run(source, steps)
    assert sum(len(change.edits) for change in alignment.changes) == sum(map(len, steps))


def replacing(old: str, new: str, **promises: object) -> Rule:
    """A rule that replaces every *old* by *new*; it owns the letters x and y."""

    def propose(text: str, evidence: Evidence) -> Iterator[Edit]:
        at = text.find(old)
        while at >= 0:
            yield Edit(at, at + len(old), old, new, "swap", evidence="told to")
            at = text.find(old, at + len(old))

    return Rule("swap", "for tests", propose, owns=frozenset("xy"), **promises)  # type: ignore[arg-type]


def test_a_rule_keeps_to_its_characters() -> None:
    assert repair("axb", (replacing("x", ""),), EMPTY).text == "ab"
    with pytest.raises(BrokenPromiseError, match="adds or removes"):
        repair("axb", (replacing("a", ""),), EMPTY)


def test_a_rule_moves_nothing_without_leave() -> None:
    with pytest.raises(BrokenPromiseError, match="moves characters"):
        repair("abc", (replacing("ab", "ba"),), EMPTY)
    assert repair("abc", (replacing("ab", "ba", reorders=True),), EMPTY).text == "bac"


def test_a_rule_keeps_its_own_promise() -> None:
    with pytest.raises(BrokenPromiseError, match="not like this"):
        repair("axb", (replacing("x", "", checks=lambda edit: "not like this"),), EMPTY)


def test_an_edit_changes_something() -> None:
    with pytest.raises(BrokenPromiseError, match="changes nothing"):
        check(Edit(0, 1, "x", "x", "swap"), replacing("x", ""))


def test_a_rule_that_goes_on_for_ever_is_refused() -> None:
    with pytest.raises(BrokenPromiseError, match="not stable"):
        repair("x", (replacing("x", "xx"),), EMPTY)


@given(TEXTS)
def test_no_rules_no_change(text: str) -> None:
    result = repair(text, (), EMPTY)
    assert result.text == text
    assert not result.stages
    assert not result.remarks
    assert result.alignment.source_span(0, len(text)) == (0, len(text))


@given(TEXTS)
def test_undo_gives_the_source_back(text: str) -> None:
    tatweel = Rule("t", "for tests", replacing("ـ", "").propose, owns=frozenset("ـ"))
    lost = Rule("l", "for tests", replacing("\ufffd", "").propose, owns=frozenset("\ufffd"))
    result = repair(text, (tatweel, lost), EMPTY)
    assert result.text == text.replace("ـ", "").replace("\ufffd", "")
    assert undo(result) == text


def test_known_signals_stand_in_for_the_texts_own() -> None:
    seen: list[Signals] = []

    def propose(text: str, evidence: Evidence) -> Iterator[Edit]:
        seen.append(evidence.signals)
        return iter(())

    known = Signals(letters=9, kashidas=9, losses=9, doubled_marks=9)
    repair("نص", (Rule("s", "for tests", propose, owns=frozenset()),), EMPTY, known=known)
    assert set(seen) == {known}


def remark(start: int, end: int) -> Edit:
    return Edit(start, end, "?" * (end - start), "?" * (end - start), "f", outcome=Outcome.FLAGGED)


def test_remarks_move_with_the_text() -> None:
    edits = [Edit(2, 4, "ab", "", "r"), Edit(6, 6, "", "xyz", "r")]
    moved = list(carry([remark(0, 2), remark(4, 6), remark(6, 8)], edits, "0145xyz67"))
    assert [(edit.start, edit.end) for edit in moved] == [(0, 2), (2, 4), (7, 9)]


def test_remarks_on_rewritten_words_are_settled() -> None:
    assert list(carry([remark(1, 3)], [Edit(2, 4, "ab", "", "r")], "01")) == []


def test_remark_on_a_line_outlives_an_edit_inside_it() -> None:
    line = Edit(0, 8, "ab__cd__", "ab__cd__", "f", outcome=Outcome.FLAGGED)
    (moved,) = carry([line], [Edit(2, 4, "__", "", "r")], "abcd__")
    assert (moved.start, moved.end, moved.before) == (0, 6, "abcd__")


def test_doubtful_edits_are_put_to_the_editor_where_they_stand() -> None:
    sure = Edit(0, 1, "a", "xyz", "r", 0.9)
    unsure = Edit(2, 3, "c", "yy", "r", 0.3)
    (flag,) = doubtful([sure, unsure])
    assert (flag.start, flag.end, flag.before, flag.outcome) == (4, 6, "yy", Outcome.FLAGGED)


@given(st.data())
def test_remarks_keep_their_words(data: st.DataObject) -> None:
    text = data.draw(TEXTS)
    edits = data.draw(passes(text))
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    after = apply(text, edits)
    for edit in carry([Edit(start, end, text[start:end], text[start:end], "f")], edits, after):
        assert after[edit.start : edit.end] == edit.before
        if not [e for e in edits if start < e.end and e.start < end]:
            assert edit.before == text[start:end]
