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

_SAME = 0.5 / GRAIN
"""What differs by less is the same."""
_LEAST = 0.11
"""The least width of a letter of a word in font sizes; pdf.js takes what is two such widths away for another item."""


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
        places: list[Place] = []
        shade = ""
        for x, y, colour, pieces in blocks:
            for ink, offset in pieces:
                if places and (ink.blank or colour != shade):
                    yield from self._known_words(shade, places, part)
                    places = []
                shade = colour
                places.append((ink, x + offset, y))
                if ink.blank:
                    yield from self._known_words(shade, places, part)
                    places = []
        if places:
            yield from self._known_words(shade, places, part)

    def _known_words(self, colour: str, places: Sequence[Place], part: int) -> Iterator[Word]:
        key, left = _key(colour, places), places[0][1]
        found = self._words.get(key)
        if found is None:
            found = self._words[key] = tuple(self._new(colour, places))
        return (Word(shape, left + dx, places[at][2] + dy, part) for shape, dx, at, dy in found)

    def _new(self, colour: str, places: Sequence[Place]) -> Iterator[Placed]:
        """Yield what stands at *places*, as it stands there."""
        start = places[0][1]
        puts = [(sort, dx + x - start, dy + y) for ink, x, y in places for sort, dx, dy in ink.puts]
        for group in divided(map(self._cluster, grouped(puts))):
            _, left, base = group[0]
            at = min(range(len(places)), key=lambda each: abs(places[each][2] - base))
            yield Shape(list(self._tiled(group)), colour), left, at, base - places[at][2]

    def _tiled(self, word: Sequence[Set]) -> Iterator[tuple[Cluster, float]]:
        """Yield the clusters of *word* with their places in it, those of Arabic as wide as it is far to the next.

        Where a face moves letters apart or into each other, extractors see a space, or letters out of order.
        """
        start = edge = word[0][1]
        if not word[0][0].backward:
            yield from ((cluster, x - start) for cluster, x, _ in word)
            return
        for at, (cluster, x, _) in enumerate(word):
            end = word[at + 1][1] if at + 1 < len(word) else x + cluster.width
            end = max(end, edge + _LEAST * cluster.main.size)
            yield self._fitted(cluster, x - edge, end - edge), edge - start
            edge = end

    def _fitted(self, cluster: Cluster, shift: float, width: float) -> Cluster:
        """Return *cluster* with what draws it moved by *shift*, *width* wide."""
        if abs(shift) < _SAME and abs(width - cluster.width) < _SAME:
            return cluster
        key = (cluster, round(shift * GRAIN), round(width * GRAIN))
        if key not in self._clusters:
            moved = [(sort, dx + shift, dy) for sort, dx, dy in cluster.puts]
            self._clusters[key] = Cluster(moved, cluster.text, width)
        return self._clusters[key]

    def _cluster(self, group: list[Put]) -> Set:
        main, x, y = group[-1]
        key: tuple[object, ...] = (main,)
        for sort, dx, dy in group[:-1]:
            key += (sort, round((dx - x) * GRAIN), round((dy - y) * GRAIN))
        left = min([dx for sort, dx, _ in group if sort.width > 0], default=x)
        known = self._clusters.get(key)
        if known is None:
            puts = [(sort, dx - left, dy - y) for sort, dx, dy in group]
            known = self._clusters[key] = Cluster(puts, group[0][0].text, x + main.width - left)
        return known, left, y


def _key(colour: str, places: Sequence[Place]) -> tuple[object, ...]:
    """Return what is the same wherever *places* stand."""
    first, left, base = places[0]
    if len(places) == 1:
        return colour, first
    others = [(ink, round((x - left) * GRAIN), round((y - base) * GRAIN)) for ink, x, y in places[1:]]
    return colour, first, *others
