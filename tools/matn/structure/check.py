"""Hold a document to the promise that every character of its base is somewhere, once."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise

from matn.structure.model import Document, Passage


def spans(document: Document) -> list[tuple[int, int, str]]:
    """Return every claimed range ``[start, end)`` of the base with the claimant's name, by place."""
    done = [(gone.start, gone.end, f"removal: {gone.reason}") for gone in document.removals]
    done += _claimed("block", (block.passage for block in document.blocks))
    done += _claimed("note", (note.passage for note in document.notes if note.passage))
    return sorted(done)


def _claimed(name: str, passages: Iterable[Passage]) -> list[tuple[int, int, str]]:
    return [
        (piece.start, piece.end, f"{name} {number}")
        for number, passage in enumerate(passages, 1)
        for piece in passage.pieces
    ]


def uncovered(document: Document) -> list[tuple[int, int]]:
    """Return the ranges of the base that are neither blank nor in a piece or a removal (offsets: code points)."""
    edges = [(0, 0, ""), *spans(document), (len(document.base), len(document.base), "")]
    holes, reached = [], 0
    for _, (start, end, _) in pairwise(edges):
        if document.base[reached:start].strip():
            holes.append((reached, start))
        reached = max(reached, end)
    return holes


def doubled(document: Document) -> list[tuple[int, int, str, str]]:
    """Return the ranges that two pieces or removals claim, with the names of both."""
    return [
        (right[0], min(left[1], right[1]), left[2], right[2])
        for left, right in pairwise(span for span in spans(document) if span[0] < span[1])
        if right[0] < left[1]
    ]
