"""Lay the runs of a line out in reading order: where words meet, where a run closes its word, where a hole is."""

from __future__ import annotations

from collections.abc import Sequence

from matn.repair.tokens import Token


def spaced(line: Sequence[Token], end: int, wide_ends_run: bool) -> bool:
    """Tell whether the run that ends before token *end* closes its last word.

    Where lines do not end in a space, a wide gap is a hole: it lies before the words behind it, unless
    these go on from another piece.
    """
    if not line[end - 1].wide:
        return False
    return wide_ends_run or line[end - 1].closed or end == len(line) or line[end].continues


def led(line: Sequence[Token], start: int, wide_ends_run: bool) -> bool:
    """Tell whether the run that begins at *start* begins with a hole."""
    return start > 0 and line[start - 1].wide and not spaced(line, start, wide_ends_run)


def joined(line: Sequence[Token], starts: tuple[int, ...], wide_ends_run: bool) -> list[list[str]]:
    """Return the words that come together where one run goes on from another, as their pieces."""
    ends = (*starts[1:], len(line))
    found: list[list[str]] = []
    pieces: list[str] = []
    for start, end in zip(reversed(starts), reversed(ends), strict=True):
        if led(line, start, wide_ends_run):
            found, pieces = [*found, pieces], []
        pieces = [*pieces, line[start].text]
        if end - start > 1:
            found, pieces = [*found, pieces], [line[end - 1].text]
        if spaced(line, end, wide_ends_run):
            found, pieces = [*found, pieces], []
    return [word for word in (*found, pieces) if len(word) > 1]


def render(line: Sequence[Token], starts: tuple[int, ...], wide_ends_run: bool) -> str:
    """Join the runs that begin at *starts* in reading order; holes inside a run stay."""
    ends = (*starts[1:], len(line))
    parts: list[str] = []
    for start, end in zip(reversed(starts), reversed(ends), strict=True):
        parts.append(" " if led(line, start, wide_ends_run) else "")
        for at in range(start, end - 1):
            hole = line[at].wide and not wide_ends_run
            parts += (line[at].text, "  " if hole else " ")
        parts += (line[end - 1].text, " " if spaced(line, end, wide_ends_run) else "")
    return "".join(parts)
