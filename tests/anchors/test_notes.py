"""Ids of notes: known by label and paragraph, through relabelling, splits and labels that start again."""

from __future__ import annotations

import pytest

from matn.edition.anchors import BlockText, Ledger, NoteText, Outcome, accept, match, mint
from matn.edition.anchors.notes import LabelledNote, match_notes

TEXTS = [
    "تروي الجدات أن البحيرة كانت أوسع مما هي عليه اليوم بكثير.",
    "وتذكر خرائط المساحين جزيرة في وسطها لم يعد لها أثر الآن.",
    "أما الصيادون فيؤكدون أن السمك قل منذ بناء السد الجديد.",
]
BLOCKS = [BlockText("paragraph", 0, text) for text in TEXTS]


def notes(*labelled: tuple[str, int]) -> list[NoteText]:
    return [NoteText(label, (at,)) for label, at in labelled]


@pytest.mark.parametrize(
    ("old", "new", "ids"),
    [
        ([("1", 0), ("2", 1)], [("1", 0), ("2", 1)], ("n1", "n2")),
        ([("1", 0), ("2", 1)], [("1", 0)], ("n1",)),
        ([("1", 0), ("2", 2)], [("1", 0), ("2", 1), ("3", 2)], ("n1", None, "n2")),
        ([("*", 0), ("*", 1)], [("*", 1)], ("n2",)),
        ([("1", 0), ("1", 1), ("1", 2)], [("1", 0), ("1", 2)], ("n1", "n3")),
        ([("1", 0), ("2", 1)], [("1", 0), ("2", 2)], ("n1", "n2")),
        ([("1", 0), ("12026", 1), ("3", 2)], [("1", 0), ("2", 1), ("3", 2)], ("n1", "n2", "n3")),
        ([], [("1", 0)], (None,)),
    ],
    ids=["noop", "gone", "numbers-shifted", "star-gone", "pages", "marker-moved", "label-repaired", "first"],
)
def test_matched(old: list[tuple[str, int]], new: list[tuple[str, int]], ids: tuple[str | None, ...]) -> None:
    ledger = mint(BLOCKS, notes(*old))
    assert match_notes(ledger, [LabelledNote(label, (f"p{at + 1}",)) for label, at in new]) == ids


def test_bodies_tell_notes_apart_when_numbers_shift() -> None:
    old = [NoteText("1", (0,), "سجل الري"), NoteText("2", (0,), "حديث مع صياد"), NoteText("3", (0,), "")]
    ledger = mint(BLOCKS, old)
    now = [NoteText("1", (0,), "خريطة المساحة"), NoteText("2", (0,), "سجل الري"), NoteText("3", (0,), "حديث مع صياد")]
    after = accept(ledger, match(ledger, BLOCKS, [*now, NoteText("4", (0,), "")]))
    live = [(note.label, note.id) for note in after.notes if note.state == "live"]
    assert live[1:3] == [("2", "n1"), ("3", "n2")]
    assert {name for _, name in live} <= {"n1", "n2", "n3", "n4", "n5"}


def test_note_stays_with_its_half_of_a_split_paragraph() -> None:
    ledger = mint(BLOCKS, notes(("1", 0), ("1", 1)))
    words = TEXTS[1].split()
    halves = [BlockText("paragraph", 0, " ".join(half)) for half in (words[:5], words[5:])]
    blocks = [BLOCKS[0], *halves, BLOCKS[2]]
    after = accept(ledger, match(ledger, blocks, notes(("1", 0), ("1", 2))))
    assert [(note.id, note.paragraphs) for note in after.notes] == [("n1", ("p1",)), ("n2", ("p2b",))]


def test_new_and_gone_notes_stop_the_build() -> None:
    ledger = mint(BLOCKS, notes(("1", 0), ("2", 1)))
    stops = match(ledger, BLOCKS, notes(("1", 0), ("*", 2))).stops
    assert [(stop.outcome, stop.needs_decision) for stop in stops] == [(Outcome.GONE, False), (Outcome.NEW, False)]
    assert "note n2 (printed 2)" in stops[0].message
    assert "printed * (in p3)" in stops[1].message


def test_ids_of_notes_are_never_used_again() -> None:
    ledger = mint(BLOCKS, notes(("1", 0), ("2", 1)))
    without = accept(ledger, match(ledger, BLOCKS, notes(("1", 0))))
    assert [(note.id, note.state) for note in without.notes] == [("n1", "live"), ("n2", "withdrawn")]
    again = accept(without, match(without, BLOCKS, notes(("1", 0), ("2", 1))))
    assert [(note.id, note.state) for note in again.notes] == [("n1", "live"), ("n2", "withdrawn"), ("n3", "live")]


def test_without_notes_the_ledger_keeps_its_own() -> None:
    ledger: Ledger = mint(BLOCKS, notes(("1", 0)))
    found = match(ledger, BLOCKS)
    assert found.stops == ()
    assert accept(ledger, found) == ledger
