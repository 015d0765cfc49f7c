"""Find the passages that works share: common shingles, compared around them, weighed by how rare they are."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import partial

from matn.edition.names.finder import Finder
from matn.edition.readings import Readings
from matn.edition.shared.align import passages
from matn.edition.shared.model import Limits, Place, Shared
from matn.edition.shared.seeds import clusters, text
from matn.text.lexicon import Lexicon, arabic
from matn.text.plain import Word

COMMON = 6.5
"""Zipf frequency of a word that says nothing (``هذا``); the rarity of others is counted from here."""
RAREST = 3.5
"""Rarity of a word that no list knows: not more than that of a rare one, since it may be misread."""

Pair = tuple[tuple[str, str], tuple[str, str]]
"""Two paragraphs, by work and id."""


def shared_passages(
    texts: Readings, names: Finder | None = None, limits: Limits | None = None, lexicon: Lexicon | None = None
) -> tuple[Shared, ...]:
    """Return the passages that two works in *texts* share, longest first.

    Two paragraphs share no word twice; a place may be shared with several paragraphs.


    Args:
        texts: The reading texts; paragraphs without one are left out.
        names: Finds names; their words count as common, since whoever speaks of a thing must name it.
        limits: What a passage must have.
        lexicon: Tells how rare words are.
    """
    limits = limits or Limits()
    weigh = partial(weights, lexicon or arabic(), names)
    paragraphs = [text(w, p, reading, weigh) for w, by_id in texts.items() for p, reading in by_id.items() if reading]
    found = (one for cluster in clusters(paragraphs, limits) for one in passages(cluster, limits))
    return tuple(_enough(_apart(found), limits))


def weights(lexicon: Lexicon, names: Finder | None, reading: str, words: Sequence[Word]) -> tuple[float, ...]:
    """Return by how many Zipf units each of *words* is rarer than a very common word, at most :data:`RAREST`."""
    named = {at for place in (names.find(reading) if names else ()) for at in range(place.start, place.end)}
    return tuple(
        0.0 if word.start in named else min(RAREST, max(0.0, COMMON - lexicon.zipf(reading[word.start : word.end])))
        for word in words
    )


def _apart(found: Iterable[Shared]) -> tuple[Shared, ...]:
    kept: list[Shared] = []
    for one in sorted(found, key=lambda one: (-one.words, -one.similarity)):
        rivals = (other for other in kept if _pair(other) == _pair(one))
        if not any(_overlap(one.left, other.left) or _overlap(one.right, other.right) for other in rivals):
            kept.append(one)
    return tuple(kept)


def _enough(found: Sequence[Shared], limits: Limits) -> Iterator[Shared]:
    """Yield the passages *found* of paragraphs that share enough in all."""
    words, rarity = Counter[Pair](), Counter[Pair]()
    for one in found:
        words[_pair(one)] += one.words
        rarity[_pair(one)] += round(10 * one.rarity)
    for one in found:
        if words[_pair(one)] >= limits.words and rarity[_pair(one)] >= 10 * limits.rarity:
            yield one


def _pair(one: Shared) -> Pair:
    return (one.left.work, one.left.paragraph), (one.right.work, one.right.paragraph)


def _overlap(one: Place, other: Place) -> bool:
    return one.start < other.end and other.start < one.end
