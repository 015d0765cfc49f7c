"""How strongly a fingerprint and a text speak for being the same paragraph.

Strengths are natural logarithms of likelihood ratios: *the same paragraph, up to a quarter of its letters
changed*, against *another paragraph of this document*. A shingle that many paragraphs have says little, a
rare one much; how rare each is, is counted in the document itself. The thresholds in ``content`` were set
by measurement on composed and real texts.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import expm1, log, sqrt

from matn.edition.anchors.fingerprint import SKETCH_SIZE, Sizes, Wording, shingle_sizes
from matn.edition.anchors.model import Entry, Fingerprint

_APART = {2: 350, 3: 1700, 4: 3700}
"""Letters of foreign Arabic text in which a shingle of each size stands once, on average; measured on five
papers: a text of 400 letters has 50, 19, 10 % of a foreign paragraph's shingles."""
_COUNTED: Sizes = (4,)
"""The shingles that are counted in the document; shorter ones belong to short paragraphs, where counts are
too small to say more than the average."""
_LEAST_CHANCE = 0.01
"""16-bit hashes of different shingles are equal at times, and counts are small."""
_LEAST_SURVIVAL, _MOST_SURVIVAL = 0.33, 0.98
_BOTH = 0.6
"""Share of what only the other has, against the share of one's own, from which a text may be both."""
_WORD = 16
"""Letters of a long word with what it is glued to: the size of an emendation."""


@dataclass(frozen=True, slots=True)
class Pair:
    """An entry and a text that may be the same paragraph.

    Attributes:
        found: Share of the entry's sketch that stands in the text.
        strength: Log likelihood ratio, lengths considered.
        similarity: *found*, less where the text is longer than the entry.
    """

    found: float
    strength: float
    similarity: float


_NOTHING = Pair(0.0, 0.0, 0.0)


class Evidence:
    """What one document says of how rare its shingles are, and the weights that follow."""

    def __init__(self, entries: Sequence[Entry], texts: Sequence[Wording]) -> None:
        marks = (entry.fingerprint for entry in entries)
        kept = frozenset(h for mark in marks if shingle_sizes(mark.length) == _COUNTED for h in mark.sketch)
        self._counts: Counter[int] = Counter()
        for text in texts if kept else ():
            self._counts.update(text.shingles(_COUNTED) & kept)
        self._sums: dict[Fingerprint, int] = {}
        self._letters = sum(text.length for text in texts)

    def compare(self, mark: Fingerprint, text: Wording) -> Pair:
        """Weigh whether *text* as a whole is the paragraph of *mark*."""
        if not mark.sketch or not text.length:
            return _NOTHING
        hits = text.shingles(shingle_sizes(mark.length)).intersection(mark.sketch)
        found = len(hits) / len(mark.sketch)
        strength = self.containment(mark, hits, text.length) - length_penalty(mark.length, text.length)
        return Pair(found, strength, found * min(1.0, mark.length / text.length))

    def containment(self, mark: Fingerprint, hits: frozenset[int], length: int) -> float:
        """Weigh whether the paragraph of *mark* stands in a text of *length* letters that has *hits* of it."""
        survival = min(max(len(hits) / len(mark.sketch), _LEAST_SURVIVAL), _MOST_SURVIVAL)
        sizes, missing = shingle_sizes(mark.length), log(1 - survival)
        misses = len(mark.sketch) - len(hits)
        if sizes == _COUNTED:
            # The document's own count is what is left to a foreign text: this one is not counted for itself.
            rate, counts = length / (_APART[4] + self._letters), self._counts
            chances = (max(_LEAST_CHANCE, -expm1(-rate * counts[value])) for value in hits)
            total = sum(log(survival / chance) for chance in chances if chance < survival)
            elsewhere = self._sum_of_counts(mark) - sum(counts[value] for value in hits)
            total += min(0.0, misses * missing + rate * (misses + elsewhere))
        else:
            by_chance = min(_average_chance(sizes, length), survival)
            total = len(hits) * log(survival / by_chance) + misses * (missing - log(1 - by_chance))
        # Neighbouring shingles share their letters: they are not independent witnesses.
        return total * min(1.0, (mark.length / 3 + 1) / len(mark.sketch))

    def _sum_of_counts(self, mark: Fingerprint) -> int:
        if mark not in self._sums:
            self._sums[mark] = sum(self._counts[value] for value in mark.sketch)
        return self._sums[mark]

    def preference(self, one: Fingerprint, other: Fingerprint, text: Wording) -> float:
        """Weigh *text* being paragraph *one* against being *other*, by what one of them has and the other lacks.

        Returns 0 if of what only *one* has much less stands in the text than of what both have: then the
        text may be neither, and what is missing proves nothing, since the letters that tell twins apart
        may be the very ones that changed. Returns 0 too if nearly as much of what only *other* has is there:
        then the text may be both, put together.
        """
        sizes = shingle_sizes(one.length)
        if sizes != shingle_sizes(other.length):
            return self.compare(one, text).strength - self.compare(other, text).strength
        shingles = text.shingles(sizes)
        ours, theirs = _only(one, other), _only(other, one)
        every = set(one.sketch) | set(other.sketch)
        both = every - ours - theirs
        own, shared = _share(ours, shingles), _share(both, shingles)
        if not own or own < shared / 2 or _share(theirs, shingles) > _BOTH * own:
            return 0.0
        survival = min(max(_share(every, shingles), _LEAST_SURVIVAL), 0.95)
        weigh = [(value, 1) for value in ours] + [(value, -1) for value in theirs]
        return sum(sign * self._weight(value, sizes, text, survival) for value, sign in weigh)

    def _weight(self, value: int, sizes: Sizes, text: Wording, survival: float) -> float:
        present = value in text.shingles(sizes)
        by_chance = min(self._chance(value, sizes, text.length, present=present), survival / 2)
        return log(survival / by_chance) if present else log((1 - survival) / (1 - by_chance))

    def _chance(self, value: int, sizes: Sizes, length: int, *, present: bool) -> float:
        """Return how likely a foreign text of *length* letters has the shingle; *present*: this one does."""
        if sizes != _COUNTED:
            return _average_chance(sizes, length)
        rate = (1 + self._counts[value] - present) / (_APART[4] + self._letters)
        return max(_LEAST_CHANCE, -expm1(-rate * length))


def _average_chance(sizes: Sizes, length: int) -> float:
    return max(_LEAST_CHANCE, sum(length / (length + _APART[size]) for size in sizes) / len(sizes))


def length_penalty(old: int, new: int) -> float:
    """What a change of length speaks against: nothing for a few letters, 6 at most (a sentence came or went)."""
    ratio = abs(log(new / old))
    return min(6.0, (ratio / (0.15 + 2 / old)) ** 2 / 2)


def room(length: int, kept: float) -> float:
    """Return by how many letters damage may change *length* letters of which it left the share *kept* of shingles."""
    wrong = 1 - sqrt(sqrt(kept))  # share of letters, four of which make a shingle
    return 6 + 3 * sqrt(length * wrong)


def unevenness(mark: Fingerprint, text: Wording) -> float:
    """Tell how much *text* differs from *mark* in stretches, and not as a paragraph from its older self.

    A paragraph comes to differ by a word, which counts 0, or by letters all over it. Paragraphs that have a
    sentence in common, or are the same form filled in otherwise, are the same in whole stretches and
    differ in whole stretches. Misses are looked for where the sketch, which keeps the least hashes only,
    would show a hit.

    Measured: below 8 lie 97 % of paragraphs with 2 to 20 % wrong letters; 17 % of forms filled in
    otherwise, 13 % of paragraphs that share a quarter, 2 % of those that share more.
    """
    bound = mark.sketch[-1] if len(mark.sketch) == SKETCH_SIZE else 0xFFFF
    size, sketch = shingle_sizes(mark.length)[-1], set(mark.sketch)
    sample = [(at, value in sketch) for at, value in enumerate(text.hashes(size)) if value <= bound]
    misses = [at for at, hit in sample if not hit]
    if not misses or misses[-1] - misses[0] < _WORD + size:
        return 0.0
    hits = [hit for _, hit in sample]
    return (_dispersion(hits) + 0.5) / _breaks(hits, size, text.length)


def _dispersion(hits: Sequence[bool]) -> float:
    """Return how much more the share of *hits* varies from stretch to stretch than chance explains (1)."""
    count = min(6, len(hits) // 7)
    share = sum(hits) / len(hits)
    if count < 2 or share in (0, 1):
        return 0.0
    cuts = [len(hits) * i // count for i in range(count + 1)]
    terms = ((sum(hits[a:b]) - (b - a) * share) ** 2 / ((b - a) * share * (1 - share)) for a, b in pairwise(cuts))
    return sum(terms) / (count - 1)


def _breaks(hits: Sequence[bool], size: int, length: int) -> float:
    """Return in how many places *hits* break off, against what single wrong letters would cause (1)."""
    share = sum(hits) / len(hits)
    breaks = sum(before and not after for before, after in pairwise((True, *hits)))
    expected = min(length * (1 - share ** (1 / size)) * share, len(hits) * share * (1 - share))
    return max(breaks, 1) / expected if expected else 1.0


def _share(values: set[int], shingles: frozenset[int]) -> float:
    return len(values & shingles) / len(values) if values else 0.0


def _only(one: Fingerprint, other: Fingerprint) -> set[int]:
    """Hashes of *one* that are surely not in the paragraph of *other*, though only the least are kept of it."""
    complete = len(other.sketch) < SKETCH_SIZE
    bound = other.sketch[-1] if other.sketch else 0
    return {h for h in one.sketch if complete or h <= bound} - set(other.sketch)
