"""Text that stays as Typst set it: lines from left to right, which every reader of a file gets right as they are."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from matn.export.pdf.operators import Face

FONT = re.compile(r"/(\w+) [\d.]+ Tf")
_HARD_SPACE = re.compile(r"(?<=/ActualText<FEFF)(?:0020|00A0|202F|2060)+(?=>)")
_OTHER_LETTERS = re.compile(r"/ActualText(?!<FEFF(?:0020|00A0|202F|2060)+>)")
_LINE = 6.0
"""How far apart the baselines of two lines are at least, in points."""


def is_plain(body: str, faces: Mapping[str, Face]) -> bool:
    """Tell whether a block of text goes from left to right, each glyph of it for letters of its own.

    Args:
        body: Its operators.
        faces: The fonts of the page by their names.
    """
    if not FONT.search(body) or _OTHER_LETTERS.search(body):
        return False
    return all(found[1] in faces and not faces[found[1]].backward for found in FONT.finditer(body))


def as_it_is(body: str) -> str:
    """Return *body* with hard spaces told as spaces."""
    return _HARD_SPACE.sub("0020", body)


def on_own_lines(heights: Sequence[tuple[float, float] | None], plain: Sequence[bool]) -> Iterator[int]:
    """Yield which stretches of a page stay: plain ones with nothing else on the lines where they begin and end.

    Args:
        heights: The baselines of the first and last block of each stretch in points; None for one without text.
        plain: Whether each is plain all through.
    """
    told = [at for at, height in enumerate(heights) if height]
    for run in _runs(told, plain):
        first, last = told.index(run[0]), told.index(run[-1])
        before = heights[told[first - 1]] if first else None
        after = heights[told[last + 1]] if last + 1 < len(told) else None
        begins, ends = heights[run[0]], heights[run[-1]]
        if begins and ends and not _meet(before and before[1], begins[0]) and not _meet(after and after[0], ends[1]):
            yield from run


def _runs(told: Iterable[int], plain: Sequence[bool]) -> Iterator[list[int]]:
    run: list[int] = []
    for at in told:
        if plain[at]:
            run.append(at)
        elif run:
            yield run
            run = []
    if run:
        yield run


def _meet(one: float | None, other: float) -> bool:
    return one is not None and abs(one - other) < _LINE
