"""From clusters to words, and from words in the order in which they are painted to the order in which they are read.

A book has the same words again and again. What is inside a word is found out once (:class:`Shape`); on the page only
its place is told (:class:`Word`).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import NamedTuple, TypeVar

from matn.export.pdf.clusters import Cluster

T = TypeVar("T")
_RAISED = 0.75
"""How far a baseline may differ in one line, in font sizes: a note's number is raised by less."""
_ADJACENT = 0.42
"""How far letters of one run may overlap, in font sizes: kerning does."""


Set = tuple[Cluster, float, float]
"""A cluster and where its main sort is in points, from the left and upwards."""


class Edge(NamedTuple):
    """The first or last cluster of a word: where it begins and ends, and its size, in points."""

    x: float
    end: float
    size: float


def _edge(cluster: Cluster, left: float) -> Edge:
    return Edge(left, left + cluster.width, cluster.main.size)


class Shape:
    """Clusters of one word or piece of a word, which go the same way; or the space between words.

    Attributes:
        clusters: From left to right, each with its left edge; the first is at 0, all on one baseline.
        colour: The operators that set their colour.
        backward: Whether its letters go from right to left.
        directed: Whether they have a direction of their own.
        blank: Whether it is the space between words.
        width: Its advance in points.
        size: The font size of its largest letters, in points.
        edges: Its first and its last cluster.
        forms: What the painter has made of it.
    """

    __slots__ = ("backward", "blank", "clusters", "colour", "directed", "edges", "forms", "size", "width")

    def __init__(self, clusters: Sequence[tuple[Cluster, float]], colour: str) -> None:
        """Take over *clusters*."""
        self.clusters, self.colour = tuple(clusters), colour
        (first, _), (last, end) = clusters[0], clusters[-1]
        self.backward, self.directed, self.blank = first.backward, first.directed, first.text.isspace()
        self.width, self.size = end + last.width, max([each.main.size for each, _ in clusters])
        self.forms: dict[tuple[bool, int, bool], object] = {}
        self.edges = (_edge(first, 0.0), _edge(last, end))


class Word:
    """A shape at its place.

    Attributes:
        shape: What stands there.
        x: Its left edge in points.
        end: Its right edge in points.
        base: The baseline of its line in points.
        rise: How far its own baseline is above that, in points.
        backward: Whether its run goes from right to left.
        part: Which stretch of marked content of the page it belongs to.
    """

    __slots__ = ("backward", "base", "blank", "end", "part", "rise", "shape", "size", "x")

    def __init__(self, shape: Shape, x: float, base: float, part: int) -> None:
        """Put *shape* at *x* on the line *base*."""
        self.shape, self.x, self.base, self.part = shape, x, base, part
        self.end, self.rise = x + shape.width, 0.0
        self.backward, self.blank, self.size = shape.backward, shape.blank, shape.size

    def edge(self, at: int) -> Edge:
        """Return the first (0) or the last (-1) cluster of the word in reading order."""
        left, end, size = self.shape.edges[-1 - at if self.backward else at]
        return Edge(self.x + left, self.x + end, size)


def divided(clusters: Iterable[Set]) -> Iterator[list[Set]]:
    """Yield those of *clusters* that are one word; those that differ in direction, even in having one, are not."""
    return _parted(clusters, _together)


def _parted(items: Iterable[T], together: Callable[[T, T], bool]) -> Iterator[list[T]]:
    """Yield *items* in groups, parted wherever two that follow each other are not *together*."""
    group: list[T] = []
    for each in items:
        if group and not together(group[-1], each):
            yield group
            group = []
        group.append(each)
    if group:
        yield group


def _together(one: Set, other: Set) -> bool:
    (last, x, y), (cluster, left, base) = one, other
    if last.backward is not cluster.backward or last.directed is not cluster.directed:
        return False
    if last.main.blank or cluster.main.blank or left < x + last.width - _ADJACENT * last.main.size:
        return False
    return y == base


def in_reading_order(words: Iterable[Word]) -> Iterator[Word]:
    """Yield *words* of one stretch; their runs come in reading order, the words of a run from left to right."""
    runs = list(_parted(words, _continues))
    for at, run in enumerate(runs):
        backward = _backward(runs, at)
        for each in reversed(run) if backward else run:
            each.backward = backward
            yield each


def same_line(one: Word, other: Word) -> bool:
    """Tell whether two words that follow each other stand in one line."""
    if one.base == other.base:
        return True
    return abs(one.base - other.base) < _RAISED * max(one.size, other.size)


def on_lines(words: Iterable[Word]) -> Iterator[list[Word]]:
    """Yield the lines of *words*, all on the baseline of its largest letters."""
    return map(_level, _parted(words, same_line))


def _level(line: list[Word]) -> list[Word]:
    base = max(line, key=lambda each: each.size).base
    for each in line:
        if each.base != base:
            each.rise, each.base = each.base - base, base
    return line


def _continues(last: Word, word: Word) -> bool:
    """Tell whether *word* goes on where *last* ended; what has no direction follows what it stands with.

    The space at a line's end has no width there, though its glyph has.
    """
    end = last.x if last.blank else last.end
    if not same_line(last, word) or word.x < end - _ADJACENT * last.size:
        return False
    return last.backward == word.backward or not last.shape.directed or not word.shape.directed


def _backward(runs: list[list[Word]], at: int) -> bool:
    """Tell whether a run goes from right to left; one of signs alone does if the line does."""
    run = runs[at]
    if any(word.shape.directed for word in run):
        return any(word.backward for word in run)
    beside = [(runs[near], near < at) for near in (at - 1, at + 1) if 0 <= near < len(runs)]
    for other, earlier in beside:
        if same_line(other[0], run[0]):
            return (other[0].x > run[0].x) is earlier
    return False
