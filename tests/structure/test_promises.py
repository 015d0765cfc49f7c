"""For any text at all: every character is in one piece or removal, and nothing is written that was not there."""

from __future__ import annotations

from itertools import chain

from hypothesis import given, settings
from hypothesis import strategies as st

from matn.structure.check import doubled, uncovered
from matn.structure.model import Block, BlockKind, Document, Passage, Piece, Removal
from matn.structure.read import read

PARTS = [
    "كلمة",
    "أخرى،",
    "انتهت.",
    "سؤال؟",
    " ",
    "  ",
    "\t",
    "\n",
    "\n\n",
    "# ",
    "### ",
    "- ",
    "• ",
    "1. ",
    "2. ",
    "أ. ",
    "أولًا – ",
    "\\* ",
    "\\*",
    "<sup>(1)</sup>",
    "<sup>(\\*)</sup>",
    "[^2]",
    "[^2]: ",
    "**",
    "[https://a.example/b-](https://a.example/b-c)",
    "[c](https://a.example/b-c)",
    "[كلمة هنا](https://a.example/d)",
    "<https://a.example/e>",
    "(rest)",
    "(<https://a.example/f>)",
    "(/ar/path/x/)",
    "https://a.example/g",
    "المرجع السابق",
    "17",
    "❖",
    "[…]",
    "(",
    "]",
]
HINTS: list[dict[str, object]] = [{}, {"layout": "wrapped"}, {"paragraphs": "line"}]
texts = st.lists(st.sampled_from(PARTS), max_size=30).map("".join)


@settings(max_examples=300, deadline=None)
@given(texts, st.sampled_from(HINTS))
def test_every_character_is_somewhere_once(text: str, hints: dict[str, object]) -> None:
    document = read(text, hints)
    assert uncovered(document) == []
    assert doubled(document) == []


@given(texts, st.sampled_from(HINTS))
def test_nothing_is_written_but_single_spaces(text: str, hints: dict[str, object]) -> None:
    document = read(text, hints)
    notes = [note.passage for note in document.notes if note.passage]
    for passage in chain((block.passage for block in document.blocks), notes):
        for piece in passage.pieces:
            assert piece.text in ("", " ") if piece.reason else piece.text == text[piece.start : piece.end]
        assert passage.text == " ".join(passage.text.split())


@given(texts, st.sampled_from(HINTS))
def test_every_marker_calls_a_note_and_lies_in_its_text(text: str, hints: dict[str, object]) -> None:
    document = read(text, hints)
    labels = [note.label for note in document.notes]
    assert len(labels) == len(set(labels))
    for block in document.blocks:
        assert all(marker.target in labels for marker in block.markers)
        offsets = [marker.offset for marker in block.markers]
        assert offsets == sorted(offsets)
        assert all(0 <= offset <= len(block.passage.text) for offset in offsets)


def _document(*removals: Removal, pieces: tuple[Piece, ...] = ()) -> Document:
    blocks = (Block(BlockKind.PARAGRAPH, Passage(pieces)),) if pieces else ()
    return Document("باب النهر\nآخر", blocks, (), removals)


def test_the_check_finds_a_hole_and_an_overlap() -> None:
    whole = (Piece(0, 3, "باب"), Piece(3, 9, " النهر"), Piece(10, 13, "آخر"))
    assert uncovered(_document(pieces=whole)) == []
    assert uncovered(_document(pieces=whole[:2])) == [(9, 13)]
    assert uncovered(_document(pieces=whole[1:])) == [(0, 3)]
    assert doubled(_document(pieces=whole)) == []
    assert doubled(_document(Removal(2, 4, "rubric"), pieces=whole)) == [
        (2, 3, "block 1", "removal: rubric"),
        (3, 4, "removal: rubric", "block 1"),
    ]
