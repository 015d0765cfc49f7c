"""Random repairs and random structure for property tests: any edits, any way of taking a text apart."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import strategies as st

from matn.repair.model import Repaired, Stage
from matn.structure.model import Block, BlockKind, Document, Passage, Piece, Removal, SourceNote
from matn.text.edits import Alignment, Edit, apply

ALPHABET = "ابتثنيو ـ\n"
TEXTS = st.text(ALPHABET, min_size=1, max_size=60)

SPACES = st.sampled_from([" ", ""])


@st.composite
def passes(draw: st.DrawFn, text: str, name: str) -> tuple[Edit, ...]:
    """One pass of edits on *text*: insertions, deletions, replacements, moves."""
    cuts = sorted(draw(st.lists(st.integers(0, len(text)), max_size=6, unique=True)))
    edits = []
    for start, end in zip(cuts[::2], cuts[1::2], strict=False):
        before = text[start:end]
        after = draw(st.one_of(st.text(ALPHABET, max_size=6), st.permutations(before).map("".join), st.just("")))
        if after != before:
            edits.append(Edit(start, end, before, after, name, 0.9, f"{name} says so"))
    return tuple(edits)


@st.composite
def repairs(draw: st.DrawFn) -> Repaired:
    """A source, and what up to three rules made of it."""
    source = draw(TEXTS)
    text, stages, alignment = source, [], Alignment()
    for name in ("first", "second", "third")[: draw(st.integers(0, 3))]:
        edits = draw(passes(text, name))
        if edits:
            text, alignment = apply(text, edits), alignment.then(edits)
            stages.append(Stage(name, edits))
    return Repaired(source, text, tuple(stages), alignment, ())


@st.composite
def documents(draw: st.DrawFn, base: str) -> Document:
    """A partition of *base* into kept and left-out pieces of blocks and notes, and removals."""
    cuts = sorted({0, len(base), *draw(st.lists(st.integers(0, len(base)), max_size=8))})
    passages: list[list[Piece]] = [[]]
    removals = []
    for start, end in pairwise(cuts):
        text = base[start:end]
        kind = draw(st.sampled_from(["kept", "kept", "line-end", "note-marker", "removal", "next"]))
        if kind == "removal":
            removals.append(Removal(start, end, "furniture"))
            continue
        if kind == "next":
            passages.append([])
        piece = Piece(start, end, text) if kind in {"kept", "next"} else Piece(start, end, draw(SPACES), "line-end")
        passages[-1].append(piece if kind != "note-marker" else Piece(start, end, "", "note-marker"))
    whole = [Passage(tuple(pieces)) for pieces in passages if pieces]
    notes = tuple(SourceNote(str(n), passage) for n, passage in enumerate(whole[3:]))
    return Document(base, tuple(Block(BlockKind.PARAGRAPH, p) for p in whole[:3]), notes, tuple(removals))
