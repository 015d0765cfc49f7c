"""Placing: a paragraph's received and reading texts, and alterations that lead from one to the other."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from matn.edition.model import Alteration
from matn.edition.place import marker_moved, moved, place, queries
from matn.repair.model import Repaired, Stage
from matn.structure.model import Passage, Piece
from matn.text.edits import Alignment, Edit, apply

from .randomly import documents, passes, repairs


def undone(reading: str, alterations: Sequence[Alteration]) -> str:
    nested = [b for a, b in pairwise(alterations) if b.kind == "gap" and b.start < a.end]
    for alteration in reversed([a for a in alterations if a not in nested]):
        assert reading[alteration.start : alteration.end] == alteration.reading
        reading = reading[: alteration.start] + alteration.received + reading[alteration.end :]
    return reading


def repaired(source: str, *edits: Edit) -> Repaired:
    return Repaired(source, apply(source, edits), (Stage("rule", edits),), Alignment().then(edits), ())


def whole(text: str) -> Passage:
    return Passage((Piece(0, len(text), text),))


def test_a_change_is_told_by_words() -> None:
    source = "من قاعــدتي الى"
    done = repaired(source, Edit(6, 8, "ــ", "", "kashida", 0.9, "a stroke"))
    placed = place(whole(done.text), done, ())
    assert (placed.received, placed.reading) == (source, "من قاعدتي الى")
    (told,) = placed.alterations
    assert (told.received, told.reading, told.start) == ("قاعــدتي", "قاعدتي", 3)
    assert (told.rules, told.why, told.certainty, told.kind) == (("kashida",), "a stroke", 0.9, "edit")


def test_changes_of_one_word_are_told_as_one() -> None:
    done = repaired("عـرـاق", Edit(1, 2, "ـ", "", "a", 0.9, "x"), Edit(3, 4, "ـ", "", "b", 0.8, "y"))
    (told,) = place(whole(done.text), done, ()).alterations
    assert (told.received, told.reading, told.rules, told.certainty) == ("عـرـاق", "عراق", ("a", "b"), 0.8)
    assert told.why == "x; y"


def test_changes_of_two_words_stay_two() -> None:
    done = repaired("عـراق بـاب", Edit(1, 2, "ـ", "", "a"), Edit(7, 8, "ـ", "", "a"))
    assert [a.reading for a in place(whole(done.text), done, ()).alterations] == ["عراق", "باب"]


def test_a_space_taken_out_of_a_word_shows_the_word() -> None:
    done = repaired("الق وات", Edit(3, 4, " ", "", "spacing"))
    (told,) = place(whole(done.text), done, ()).alterations
    assert (told.received, told.reading) == ("الق وات", "القوات")


def test_a_space_between_words_shows_itself_only() -> None:
    done = repaired("من  هنا", Edit(2, 4, "  ", " ", "spacing"))
    (told,) = place(whole(done.text), done, ()).alterations
    assert (told.received, told.reading) == ("  ", " ")


def test_a_gap() -> None:
    done = repaired("في  مايو", Edit(3, 3, "", "[…]", "lost-digits", 0.9, "a hole"))
    (told,) = place(whole(done.text), done, ()).alterations
    assert (told.kind, told.reading, told.received) == ("gap", "[…]", "")


def test_a_gap_is_marked_without_the_spaces_around_it() -> None:
    done = repaired("في  مايو.", Edit(2, 4, "  ", " […] ", "lost-digits", 0.9, "a hole"))
    (told,) = place(whole(done.text), done, ()).alterations
    assert (told.start, told.reading, told.kind) == (3, "[…]", "gap")


def test_a_gap_in_a_larger_change_is_told_beside_it() -> None:
    first, second = (
        Edit(0, 8, "مايو  في", "في  مايو", "word-order"),
        Edit(3, 3, "", "[…]", "lost-digits", 0.9, "a hole"),
    )
    middle = apply("مايو  في", (first,))
    alignment = Alignment().then((first,)).then((second,))
    stages = (Stage("word-order", (first,)), Stage("lost-digits", (second,)))
    done = Repaired("مايو  في", apply(middle, (second,)), stages, alignment, ())
    order, gap = place(whole(done.text), done, ()).alterations
    assert (order.kind, order.received, order.reading) == ("edit", "مايو  في", "في […] مايو")
    assert (gap.kind, gap.start, gap.reading, gap.rules, gap.why) == ("gap", 3, "[…]", ("lost-digits",), "a hole")


def test_an_editor_fills_a_gap() -> None:
    done = repaired("في  مايو", Edit(3, 3, "", "[…]", "lost-digits", 0.9, "a hole"))
    placed = place(whole(done.text), done, (Edit(3, 6, "[…]", "5", "emendation", 0.8, "the calendar"),))
    (told,) = placed.alterations
    assert (placed.reading, told.kind, told.reading) == ("في 5 مايو", "emendation", "5")
    assert told.rules == ("lost-digits", "emendation")


def test_a_change_across_a_line_end() -> None:
    source = "كثر من\nأ"
    done = repaired(source, Edit(0, 8, source, "أكثر\nمن", "displaced-pieces"))
    passage = Passage((Piece(0, 4, "أكثر"), Piece(4, 5, " ", "line-end"), Piece(5, 7, "من")))
    placed = place(passage, done, ())
    assert (placed.received, placed.reading) == ("كثر من أ", "أكثر من")
    assert undone(placed.reading, placed.alterations) == placed.received


def test_a_word_cut_by_a_line_end_was_two_pieces() -> None:
    done = repaired("من القو\nات هنا")
    passage = Passage((Piece(0, 7, "من القو"), Piece(7, 8, "", "line-end"), Piece(8, 14, "ات هنا")))
    placed = place(passage, done, ())
    assert (placed.received, placed.reading) == ("من القو ات هنا", "من القوات هنا")
    (told,) = placed.alterations
    assert (told.received, told.reading, told.rules) == ("القو ات", "القوات", ("line-end",))


def test_a_line_whose_words_were_moved_keeps_its_end() -> None:
    done = repaired("من  هنا\nكان", Edit(0, 7, "من  هنا", "هنا من ", "word-order"))
    passage = Passage((Piece(0, 7, "هنا من "), Piece(7, 8, "", "line-end"), Piece(8, 11, "كان")))
    placed = place(passage, done, ())
    assert (placed.received, placed.reading) == ("من  هنا كان", "هنا من كان")
    assert undone(placed.reading, placed.alterations) == placed.received


@given(st.data())
def test_undoing_the_alterations_gives_the_received_text(data: st.DataObject) -> None:
    done = data.draw(repairs())
    for block in data.draw(documents(done.text)).blocks:
        emended = data.draw(passes(block.passage.text, "emendation"))
        placed = place(block.passage, done, emended)
        assert placed.repaired == block.passage.text
        assert placed.reading == apply(placed.repaired, emended)
        assert undone(placed.reading, placed.alterations) == placed.received


@given(repairs())
def test_a_passage_that_is_the_whole_text_received_the_whole_source(done: Repaired) -> None:
    if done.text:
        placed = place(whole(done.text), done, ())
        assert placed.received.split() == done.source.split()


def remark(start: int, end: int, before: str, after: str) -> Edit:
    return Edit(start, end, before, after, "confusions", 0.4, "unknown word")


def test_a_remark_is_put_to_the_editor_in_its_place() -> None:
    text = "ثم عاد الهلول الى البيت"
    passage = Passage((Piece(3, len(text), text[3:]),))
    (query,) = queries(passage, [remark(7, 13, "الهلول", "الحلول")], ())
    assert (query.start, query.end, query.reading, query.suggestion) == (4, 10, "الهلول", "الحلول")


def test_a_remark_moves_with_corrections_before_it_and_ends_with_one_on_it() -> None:
    text = "عاد الهلول"
    note = remark(4, 10, "الهلول", "الهلول")
    (query,) = queries(whole(text), [note], (Edit(0, 3, "عاد", "رجعت", "emendation"),))
    assert (query.start, query.end, query.suggestion) == (5, 11, "")
    assert queries(whole(text), [note], (Edit(4, 10, "الهلول", "الحلول", "emendation"),)) == ()


def test_a_remark_on_what_is_not_read_is_no_query() -> None:
    assert queries(Passage((Piece(5, 9, "مدني"),)), [remark(0, 3, "ابت", "")], ()) == ()


@pytest.mark.parametrize(("offset", "place_after"), [(0, 0), (2, 2), (3, 5), (4, 5), (5, 6)])
def test_offsets_move_over_edits(offset: int, place_after: int) -> None:
    assert moved(offset, (Edit(2, 4, "ab", "xyz", "e"),)) == place_after


@pytest.mark.parametrize(
    ("edits", "place_after"),
    [
        ([Edit(4, 4, "", "xyz", "e")], 4),
        ([Edit(2, 4, "ab", "xyz", "e"), Edit(4, 4, "", "uvw", "e")], 5),
        ([Edit(3, 3, "", "xyz", "e")], 7),
        ([Edit(2, 4, "ab", "", "e")], 2),
    ],
)
def test_a_marker_keeps_to_the_word_before_it(edits: list[Edit], place_after: int) -> None:
    assert marker_moved(4, edits) == place_after
