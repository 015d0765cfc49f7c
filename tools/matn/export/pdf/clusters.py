"""From glyphs in the order in which they are painted to clusters of letters in the order in which they are read."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from matn.export.pdf.operators import Glyph

CONTROLS: dict[int, str | None] = dict.fromkeys(
    map(ord, "\u2066\u2067\u2068\u2069\u200e\u200f\u061c\u202a\u202b\u202c\u202d\u202e")
) | {0x2060: None, 0xA0: " ", 0x202F: " "}
"""Bidi controls, which Typst puts around runs: they are no part of the text. A hard space is copied as a space."""
_RAISED = 0.75
"""How far a baseline may differ in one line, in font sizes: a note's number is raised by less."""


_ADJACENT = 0.2
"""How far letters of one run may overlap, in font sizes: kerning does."""
_REACH = 1.9
"""How far apart two letters of a line may be, in widths of the wider; for pdfminer it is less than 2."""
_FAR = 0.5
"""How much wider than its glyph the place of a space has to be for it to be made as wide, in font sizes."""
_SHORT = 24
"""A run of fewer letters becomes one code as a whole if it has to be one in part."""
_LEAD = 0.36
"""The least part of a run that its first code must have where no space leads to it; pdfminer finds a third enough."""


class Cluster(NamedTuple):
    """Letters that are drawn together: a letter with its marks, a ligature, a number.

    Attributes:
        glyphs: What draws them.
        text: The letters, in reading order.
        backward: Whether its run goes from right to left.
        x: Its left edge in points.
        width: Its advance in points.
        base: The baseline of its line in points; its own may be raised.
        part: Which stretch of marked content of the page it belongs to.
    """

    glyphs: tuple[Glyph, ...]
    text: str
    backward: bool
    x: float
    width: float
    base: float
    part: int

    @property
    def main(self) -> Glyph:
        """The glyph that has the width."""
        return self.glyphs[-1]

    @property
    def end(self) -> float:
        """Its right edge in points."""
        return self.x + self.width

    @property
    def blank(self) -> bool:
        """Whether it is the space between words."""
        return self.text.isspace()


def in_reading_order(glyphs: Iterable[Glyph], part: int) -> Iterator[Cluster]:
    """Yield the clusters of *glyphs*; runs come in reading order, the glyphs of a run from left to right."""
    runs = list(_runs(_clusters(glyphs, part)))
    for at, run in enumerate(runs):
        backward = _backward(runs, at)
        for each in reversed(run) if backward else run:
            yield each if each.backward == backward else each._replace(backward=backward)


def same_line(one: Cluster, other: Cluster) -> bool:
    """Tell whether two clusters that follow each other stand in one line."""
    if one.base == other.base:
        return True
    return abs(one.base - other.base) < _RAISED * max(one.main.size, other.main.size)


def on_lines(clusters: Sequence[Cluster]) -> Iterator[list[Cluster]]:
    """Yield the lines of *clusters*, all on the baseline of its largest letters."""
    line: list[Cluster] = []
    for cluster in clusters:
        if line and not same_line(line[-1], cluster):
            yield _level(line)
            line = []
        line.append(cluster)
    if line:
        yield _level(line)


def _level(line: list[Cluster]) -> list[Cluster]:
    base = max(line, key=lambda each: each.main.size).base
    return [each if each.base == base else each._replace(base=base) for each in line]


def joined(line: list[Cluster]) -> Iterator[Cluster]:
    """Yield the clusters of *line*; one code for the beginning or end of a run that no space leads to.

    From a letter to a run in the other direction it is as far as the run is long. pdfminer takes both for one line
    only if that is at most twice the width of one of them.
    """
    at = 0
    while at < len(line):
        if line[at].backward or line[at].blank:
            yield line[at]
            at += 1
            continue
        end = at + 1
        while end < len(line) and not line[end].backward and line[end].x >= line[end - 1].end - 1:
            end += 1
        run = line[at:end]
        while len(run) > 1 and run[-1].blank:
            run.pop()
        yield from _packed(
            run, line[at - 1] if at else None, line[at + len(run)] if at + len(run) < len(line) else None
        )
        at += len(run)


def _packed(run: list[Cluster], before: Cluster | None, after: Cluster | None) -> Iterator[Cluster]:
    head = _needed(run, before) if before and before.x >= run[-1].end - 1 else 0
    tail = _needed(run[::-1], after) if after and after.end <= run[0].x + 1 else 0
    if head + tail >= len(run) or (head + tail and len(run) < _SHORT):
        head, tail = len(run), 0
    yield from _one(run[:head])
    yield from run[head : len(run) - tail]
    yield from _one(run[len(run) - tail :])


def _needed(run: list[Cluster], beside: Cluster) -> int:
    """Return how many clusters from the first on have to be one code for pdfminer to find *beside* near."""
    extent = max(run[0].end, run[-1].end) - min(run[0].x, run[-1].x)
    if beside.blank or extent - run[0].width < _REACH * max(run[0].width, beside.width):
        return 0
    for at, cluster in enumerate(run):
        if cluster.blank and abs(cluster.x - run[0].x) > _LEAD * extent:
            return at + 1
    return len(run)


def _one(run: list[Cluster]) -> Iterator[Cluster]:
    if len(run) < 2 or any(_style(each) != _style(run[0]) for each in run):
        yield from run
        return
    glyphs = tuple(glyph for each in run for glyph in each.glyphs)
    text = "".join(each.text for each in run)
    yield run[0]._replace(glyphs=glyphs, text=text, width=run[-1].end - run[0].x)


def _style(cluster: Cluster) -> tuple[int, float, bytes, int]:
    return cluster.main.face.key, cluster.main.size, cluster.main.colour, cluster.part


def spanned(line: list[Cluster]) -> Iterator[Cluster]:
    """Yield the clusters of *line*; a space before or after a run in the other direction reaches over the run.

    The space at the end of a line, which Typst leaves on the last letter, is put beside it.
    """
    for at, cluster in enumerate(line):
        if not cluster.blank or not at:
            yield cluster
        elif at == len(line) - 1:
            last = line[at - 1]
            yield cluster._replace(x=last.x - cluster.width if cluster.backward else last.end)
        else:
            one, other = sorted((line[at - 1], line[at + 1]), key=lambda each: each.x)
            far = other.x - one.end > cluster.width + _FAR * cluster.main.size
            yield cluster._replace(x=one.end, width=other.x - one.end) if far else cluster


def _clusters(glyphs: Iterable[Glyph], part: int) -> Iterator[Cluster]:
    group: list[Glyph] = []
    for glyph in glyphs:
        if group and (glyph.text != group[0].text or glyph.face is not group[0].face):
            yield _cluster(group, part)
            group = []
        group.append(glyph)
        if glyph.width > 0:
            yield _cluster(group, part)
            group = []
    if group:
        yield _cluster(group, part)


def _cluster(glyphs: list[Glyph], part: int) -> Cluster:
    text, main = glyphs[0].text.translate(CONTROLS), glyphs[-1]
    backward = main.reversed or _sense(text) < 0
    return Cluster(tuple(glyphs), text, backward, main.x, main.width, main.y, part)


@lru_cache(maxsize=4096)
def _sense(text: str) -> int:
    """Return -1 for letters that go from right to left, 1 for others and digits, 0 for signs and spaces."""
    kinds = {unicodedata.bidirectional(letter) for letter in text}
    return -1 if kinds & {"AL", "R"} else 1 if kinds & {"L", "EN", "AN"} else 0


def _runs(clusters: Iterable[Cluster]) -> Iterator[list[Cluster]]:
    run: list[Cluster] = []
    for cluster in clusters:
        if run and not _continues(run[-1], cluster):
            yield run
            run = []
        run.append(cluster)
    if run:
        yield run


def _continues(last: Cluster, cluster: Cluster) -> bool:
    """Tell whether *cluster* goes on where *last* ended; what has no direction follows what it stands with.

    The space at a line's end has no width there, though its glyph has.
    """
    end = last.x if last.blank else last.end
    if not same_line(last, cluster) or cluster.x < end - _ADJACENT * last.main.size:
        return False
    return last.backward == cluster.backward or not _directed(last) or not _directed(cluster)


def _directed(cluster: Cluster) -> bool:
    return cluster.backward or _sense(cluster.text) != 0


def _backward(runs: list[list[Cluster]], at: int) -> bool:
    """Tell whether a run goes from right to left; one of signs alone does if the line does."""
    run = runs[at]
    if any(_directed(cluster) for cluster in run):
        return any(cluster.backward for cluster in run)
    beside = [(runs[near], near < at) for near in (at - 1, at + 1) if 0 <= near < len(runs)]
    for other, earlier in beside:
        if same_line(other[0], run[0]):
            return (other[0].x > run[0].x) is earlier
    return False
