"""Runs of words that two paragraphs have in common, gathered into places worth comparing."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from matn.edition.shared.model import Limits
from matn.text.plain import Word, words

Shingle = tuple[str, ...]


_CLITICS = re.compile("(?:[وف](?=...))?(?:[بك]?ال|لل)?(?=..)")


@dataclass(frozen=True, slots=True)
class Text:
    """A paragraph, taken into words.

    Attributes:
        work: Its work's id.
        paragraph: Its own id.
        reading: Its reading text.
        words: The words of that.
        keys: What each word is compared by: folded, without conjunction and article.
        weights: How rare each word is.
    """

    work: str
    paragraph: str
    reading: str
    words: tuple[Word, ...]
    keys: tuple[str, ...]
    weights: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class Cluster:
    """Two paragraphs and the ranges of words in which their common shingles lie."""

    left: Text
    right: Text
    left_start: int
    left_end: int
    right_start: int
    right_end: int


Weigh = Callable[[str, Sequence[Word]], tuple[float, ...]]
"""Tells how rare each word of a reading text is."""
Spot = tuple[int, int]
"""A paragraph's number and a word's in it."""


def key(word: str) -> str:
    """Return what the folded *word* is compared by.

    It may cut into a word that begins like a particle; it does so wherever the word stands.

    >>> key("والميليشيات"), key("للتنظيم"), key("في")
    ('ميليشيات', 'تنظيم', 'في')
    """
    return _CLITICS.sub("", word, count=1)


def text(work: str, paragraph: str, reading: str, weigh: Weigh) -> Text:
    """Return the paragraph taken into words, each with its weight."""
    found = words(reading)
    return Text(work, paragraph, reading, found, tuple(key(word.folded) for word in found), weigh(reading, found))


def clusters(texts: Sequence[Text], limits: Limits) -> Iterator[Cluster]:
    """Yield the places of two works in *texts* that have shingles in common, near one another and in order."""
    pairs: dict[tuple[int, int], list[tuple[int, int]]] = defaultdict(list)
    for spots in _shingles(texts, limits.shingle).values():
        if 2 <= len({texts[number].work for number, _ in spots}) <= limits.spread:
            for (one, at), (other, there) in combinations(spots, 2):
                if texts[one].work != texts[other].work:
                    pairs[one, other].append((at, there))
    for (one, other), seeds in sorted(pairs.items()):
        for group in _grouped(seeds, limits.gap):
            yield _cluster(texts[one], texts[other], group, limits.shingle)


def _shingles(texts: Iterable[Text], size: int) -> Mapping[Shingle, list[Spot]]:
    found: dict[Shingle, list[Spot]] = defaultdict(list)
    for number, paragraph in enumerate(texts):
        for at in range(len(paragraph.keys) - size + 1):
            found[paragraph.keys[at : at + size]].append((number, at))
    return found


def _grouped(seeds: Iterable[tuple[int, int]], gap: int) -> list[list[tuple[int, int]]]:
    """Gather *seeds*, pairs of word numbers, into groups that rise in both and leave no wide gap."""
    groups: list[list[tuple[int, int]]] = []
    for at, there in sorted(seeds):
        for group in groups:
            last, other = group[-1]
            if 0 <= at - last <= gap and 0 <= there - other <= gap:
                group.append((at, there))
                break
        else:
            groups.append([(at, there)])
    return groups


def _cluster(left: Text, right: Text, group: Sequence[tuple[int, int]], size: int) -> Cluster:
    ats, theres = zip(*group, strict=True)
    return Cluster(left, right, min(ats), max(ats) + size, min(theres), max(theres) + size)
