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
from math import exp, log

from matn.edition.anchors.fingerprint import SKETCH_SIZE, Sizes, Wording, shingle_sizes
from matn.edition.anchors.model import Entry, Fingerprint

_APART = {2: 350, 3: 1700, 4: 3700}
"""Letters of foreign Arabic text in which a shingle of each size stands once, on average; measured on five
papers: a text of 400 letters has 50, 19, 10 % of a foreign paragraph's shingles."""
_COUNTED: Sizes = (4,)
"""The shingles that are counted in the document; shorter ones belong to short paragraphs, where counts are
too small to say more than the average."""
_LEAST_SURVIVAL, _MOST_SURVIVAL = 0.33, 0.98
_UNEVEN = 14.0
"""Chi-square with 2 degrees of freedom: 0.1 % of evenly damaged paragraphs lie above."""


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
        sizes, total = shingle_sizes(mark.length), 0.0
        for value in mark.sketch:
            present = value in hits
            by_chance = min(self._chance(value, sizes, length, present=present), survival)
            total += log(survival / by_chance) if present else log((1 - survival) / (1 - by_chance))
        # Neighbouring shingles share their letters: they are not independent witnesses.
        return total * min(1.0, (mark.length / 3 + 1) / len(mark.sketch))

    def preference(self, one: Fingerprint, other: Fingerprint, text: Wording) -> float:
        """Weigh *text* being paragraph *one* against being *other*, by what one of them has and the other lacks.

        Returns 0 if nothing that only *one* has stands in the text: what is missing proves nothing, since
        the letters that tell twins apart may be the very ones that changed.
        """
        sizes = shingle_sizes(one.length)
        if sizes != shingle_sizes(other.length):
            return self.compare(one, text).strength - self.compare(other, text).strength
        shingles = text.shingles(sizes)
        ours, theirs = _only(one, other), _only(other, one)
        if not ours & shingles:
            return 0.0
        common = set(one.sketch) | set(other.sketch)
        survival = min(max(len(common & shingles) / len(common), _LEAST_SURVIVAL), 0.95)
        weigh = [(value, 1) for value in ours] + [(value, -1) for value in theirs]
        return sum(sign * self._weight(value, sizes, text, survival) for value, sign in weigh)

    def _weight(self, value: int, sizes: Sizes, text: Wording, survival: float) -> float:
        present = value in text.shingles(sizes)
        by_chance = min(self._chance(value, sizes, text.length, present=present), survival / 2)
        return log(survival / by_chance) if present else log((1 - survival) / (1 - by_chance))

    def _chance(self, value: int, sizes: Sizes, length: int, *, present: bool) -> float:
        """Return how likely a foreign text of *length* letters has the shingle; *present*: this one does."""
        if sizes != _COUNTED:
            return max(0.01, sum(length / (length + _APART[size]) for size in sizes) / len(sizes))
        rate = (1 + self._counts[value] - present) / (_APART[4] + self._letters)
        return max(0.01, 1 - exp(-rate * length))


def length_penalty(old: int, new: int) -> float:
    """What a change of length speaks against: nothing for a few letters, 6 at most (a sentence came or went)."""
    ratio = abs(log(new / old))
    return min(6.0, (ratio / (0.15 + 2 / old)) ** 2 / 2)


def is_even(mark: Fingerprint, text: Wording) -> bool:
    """Whether what *text* has of *mark* lies all over it, as in a damaged paragraph.

    In a foreign paragraph that shares a sentence it lies in one stretch. Too little of either proves
    nothing, and counts as even.
    """
    if text.length < 40:
        return True
    sketch, count = set(mark.sketch), 3 if text.length >= 120 else 2
    counts = [len(sketch & window) for window in text.windows(shingle_sizes(mark.length), count)]
    mean = sum(counts) / count
    return mean < 4 or sum((one - mean) ** 2 for one in counts) / mean < _UNEVEN


def _only(one: Fingerprint, other: Fingerprint) -> set[int]:
    """Hashes of *one* that are surely not in the paragraph of *other*, though only the least are kept of it."""
    complete = len(other.sketch) < SKETCH_SIZE
    bound = other.sketch[-1] if other.sketch else 0
    return {h for h in one.sketch if complete or h <= bound} - set(other.sketch)
