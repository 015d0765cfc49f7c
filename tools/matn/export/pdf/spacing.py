"""What readers of a file take for one line, for a space: runs in the other direction, and the spaces beside them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from matn.export.pdf.clusters import Cluster
from matn.export.pdf.words import Shape, Word

_REACH = 1.9
"""How far apart two letters of a line may be, in widths of the wider; for pdfminer it is less than 2."""
_FAR = 0.5
"""How much wider than its glyph the place of a space has to be for it to be made as wide, in font sizes."""
_SHORT = 24
"""A run of fewer letters becomes one code as a whole if it has to be one in part."""
_WIDE = 1.6
"""How wide the code of a run is at most, in font sizes: pdfium takes the line after a wider one for the same."""
_LONG = 3.0
"""A run that is longer has a code as wide as it is, else pdfminer would not find what is beside it."""
_LEAD = 0.36
"""The least part of a run that its first code must have where no space leads to it; pdfminer finds a third enough."""


def joined(line: list[Word]) -> Iterator[Word]:
    """Yield the words of *line*; one code for the beginning or end of a run that no space leads to.

    From a letter to a run in the other direction it is as far as the run is long. pdfminer takes both for one line
    only if that is at most twice the width of one of them.
    """
    at = 0
    while at < len(line):
        if line[at].backward or line[at].blank:
            yield line[at]
            at += 1
            continue
        run = _run(line, at)
        after = line[at + len(run)] if at + len(run) < len(line) else None
        yield from _packed(run, line[at - 1] if at else None, after)
        at += len(run)


def _run(line: list[Word], start: int) -> list[Word]:
    """Return the words from *start* on that go from left to right, without the spaces after them."""
    end = start + 1
    while end < len(line) and not line[end].backward and line[end].x >= line[end - 1].end - 1:
        end += 1
    while end > start + 1 and line[end - 1].blank:
        end -= 1
    return line[start:end]


def _packed(run: list[Word], before: Word | None, after: Word | None) -> Iterator[Word]:
    head = _needed(run, before, 0) if before and before.edge(-1).x >= run[-1].end - 1 else 0
    tail = _needed(run[::-1], after, -1) if after and after.edge(0).end <= run[0].x + 1 else 0
    if not head and not tail:
        yield from run
        return
    letters = sum(len(word.shape.clusters) for word in run)
    if head + tail >= len(run) or (head + tail and letters < _SHORT):
        head, tail = len(run), 0
    yield from _one(run[:head])
    yield from run[head : len(run) - tail]
    yield from _one(run[len(run) - tail :])


def _needed(run: list[Word], beside: Word, end: int) -> int:
    """Return how many words from the first on have to be one code for pdfminer to find *beside* near."""
    extent = max(run[0].end, run[-1].end) - min(run[0].x, run[-1].x)
    first, near = run[0].edge(end), beside.edge(-1 - end)
    width = first.end - first.x
    if beside.blank or extent - width < _REACH * max(width, near.end - near.x):
        return 0
    for at, word in enumerate(run):
        if word.blank and abs(word.x - first.x) > _LEAD * extent:
            return at + 1
    return len(run)


def _one(run: Sequence[Word]) -> Iterator[Word]:
    """Yield the words of *run* as one cluster if they are alike."""
    clusters = [cluster for word in run for cluster, _ in word.shape.clusters]
    if len(clusters) < 2 or len({_style(word, each) for word in run for each, _ in word.shape.clusters}) > 1:
        yield from run
        return
    start, base = run[0], run[0].base + run[0].rise
    puts = [
        (sort, word.x + left + dx - start.x, word.base + word.rise + dy - base)
        for word in run
        for cluster, left in word.shape.clusters
        for sort, dx, dy in cluster.puts
    ]
    extent, size = run[-1].end - start.x, start.size
    width = extent if extent > _LONG * size else min(extent, _WIDE * size)
    whole = Cluster(puts, "".join(each.text for each in clusters), width)
    yield _put(start, Shape([(whole, 0.0)], start.shape.colour), start.x)


def _style(word: Word, cluster: Cluster) -> tuple[int, float, str, int]:
    return cluster.main.face.key, cluster.main.size, word.shape.colour, word.part


def _put(word: Word, shape: Shape, x: float) -> Word:
    """Return *shape* at *x*, else as *word* is."""
    made = Word(shape, x, word.base, word.part)
    made.rise, made.backward = word.rise, word.backward
    return made


def spanned(line: list[Word]) -> list[Word]:
    """Return *line*; a space before or after a run in the other direction reaches over the run.

    The space at the end of a line, which Typst leaves on the last letter, is put beside it.
    """
    for at, word in enumerate(line):
        if not word.blank or not at:
            continue
        if at == len(line) - 1:
            left, right = min(each.x for each in line[:at]), max(each.end for each in line[:at])
            _move(word, left - word.shape.width if word.backward else right)
            continue
        one, other = line[at - 1].edge(-1), line[at + 1].edge(0)
        if one.x > other.x:
            one, other = other, one
        if other.x - one.end > word.shape.width + _FAR * word.size:
            line[at] = _widened(word, one.end, other.x - one.end)
    return line


def _move(word: Word, x: float) -> None:
    word.x, word.end = x, x + word.shape.width


def _widened(word: Word, x: float, width: float) -> Word:
    cluster = word.shape.clusters[0][0]
    return _put(word, Shape([(Cluster(cluster.puts, cluster.text, width), 0.0)], word.shape.colour), x)
