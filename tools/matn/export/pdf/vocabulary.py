"""The words of a file: the same blocks in the same places to each other are the same word, found out once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from matn.export.pdf.clusters import Cluster, Put, grouped
from matn.export.pdf.content import Block
from matn.export.pdf.inks import GRAIN, Ink
from matn.export.pdf.words import Set, Shape, Word, divided

Placed = tuple[Shape, float, int, float]
"""A shape, how far after the first ink it begins, the ink nearest to its baseline, how far over that it is."""
Place = tuple[Ink, float, float]


class Vocabulary:
    """The clusters and words that have been met."""

    def __init__(self) -> None:
        """Begin with none."""
        self._clusters: dict[tuple[object, ...], Cluster] = {}
        self._words: dict[tuple[object, ...], tuple[Placed, ...]] = {}

    def clusters(self) -> Iterator[Cluster]:
        """Yield the clusters that have been met."""
        yield from self._clusters.values()

    def words(self, blocks: Iterable[Block], part: int) -> Iterator[Word]:
        """Yield the words of *blocks*, a stretch of marked content, in the order in which they are painted."""
        key: list[object] = []
        places: list[Place] = []
        left = base = 0.0
        for x, y, colour, pieces in blocks:
            for ink, offset in pieces:
                at = x + offset
                if places and (ink.blank or colour != key[0]):
                    yield from self._known_words(key, places, part)
                    places = []
                if not places:
                    key, left, base = [colour], at, y
                key += (ink, round((at - left) * GRAIN), round((y - base) * GRAIN))
                places.append((ink, at, y))
                if ink.blank:
                    yield from self._known_words(key, places, part)
                    places = []
        if places:
            yield from self._known_words(key, places, part)

    def _known_words(self, key: list[object], places: Sequence[Place], part: int) -> Iterator[Word]:
        told = tuple(key)
        found = self._words.get(told)
        if found is None:
            found = self._words[told] = tuple(self._new(str(key[0]), places))
        left = places[0][1]
        return (Word(shape, left + dx, places[at][2] + dy, part) for shape, dx, at, dy in found)

    def _new(self, colour: str, places: Sequence[Place]) -> Iterator[Placed]:
        """Yield what stands at *places*, as it stands there."""
        start = places[0][1]
        puts = [(sort, dx + x - start, dy + y) for ink, x, y in places for sort, dx, dy in ink.puts]
        for group in divided(map(self._cluster, grouped(puts))):
            _, left, base = group[0]
            at = min(range(len(places)), key=lambda each: abs(places[each][2] - base))
            yield Shape([(cluster, x - left) for cluster, x, _ in group], colour), left, at, base - places[at][2]

    def _cluster(self, group: list[Put]) -> Set:
        main, x, y = group[-1]
        key: tuple[object, ...] = (main,)
        for sort, dx, dy in group[:-1]:
            key += (sort, round((dx - x) * GRAIN), round((dy - y) * GRAIN))
        known = self._clusters.get(key)
        if known is None:
            puts = [(sort, dx - x, dy - y) for sort, dx, dy in group]
            known = self._clusters[key] = Cluster(puts, group[0][0].text, main.width)
        return known, x, y
