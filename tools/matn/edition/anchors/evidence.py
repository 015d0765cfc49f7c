"""How strongly a fingerprint and a text speak for being the same paragraph.

Strengths are natural logarithms of likelihood ratios: *the same paragraph, up to a quarter of its letters
changed*, against *another paragraph*. They are estimates from counts; the thresholds in
:mod:`matn.edition.anchors.content` were set by measurement on generated and real texts.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import log

from matn.edition.anchors.fingerprint import SKETCH_SIZE, Sizes, Wording, shingle_sizes
from matn.edition.anchors.model import Fingerprint

_COMMON = {2: 350, 3: 1700, 4: 3700}
"""For shingles of each size the length of an Arabic text in which half of a foreign paragraph's shingles
would stand if nothing saturated; measured on five papers: a text of 400 letters has 50, 19, 10 % of them."""
_LEAST_SURVIVAL, _MOST_SURVIVAL = 0.33, 0.98
_WINDOWS = 3
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


def compare(entry: Fingerprint, text: Wording) -> Pair:
    """Weigh whether *text* as a whole is the paragraph of *entry*."""
    if not entry.sketch or not text.length:
        return _NOTHING
    found = len(text.shingles(shingle_sizes(entry.length)).intersection(entry.sketch)) / len(entry.sketch)
    strength = containment(entry, found, text.length) - length_penalty(entry.length, text.length)
    return Pair(found, strength, found * min(1.0, entry.length / text.length))


def containment(entry: Fingerprint, found: float, length: int) -> float:
    """Weigh whether the paragraph of *entry* stands in a text of *length* letters that has *found* of it."""
    sizes = shingle_sizes(entry.length)
    by_chance = chance(sizes, length)
    survival = min(max(found, _LEAST_SURVIVAL), _MOST_SURVIVAL)
    if survival <= by_chance:
        return 0.0
    ratio = found * log(survival / by_chance) + (1 - found) * log((1 - survival) / (1 - by_chance))
    return independent(entry) * ratio


def independent(entry: Fingerprint) -> float:
    """How many shingles of the sketch can be called independent: neighbours share their letters."""
    return min(len(entry.sketch), entry.length / 3 + 1)


def chance(sizes: Sizes, length: int) -> float:
    """Share of a foreign paragraph's shingles that a text of *length* letters has anyhow."""
    return max(0.01, sum(length / (length + _COMMON[size]) for size in sizes) / len(sizes))


def length_penalty(old: int, new: int) -> float:
    """What a change of length speaks against: nothing for a few letters, 6 at most (a sentence came or went)."""
    ratio = abs(log(new / old))
    return min(6.0, (ratio / (0.15 + 2 / old)) ** 2 / 2)


def is_even(entry: Fingerprint, text: Wording) -> bool:
    """Whether what *text* has of *entry* lies all over it, as in a damaged paragraph.

    In a foreign paragraph that shares a sentence it lies in one stretch. Too little of either proves
    nothing, and counts as even.
    """
    if text.length < 120:
        return True
    sketch = set(entry.sketch)
    counts = [len(sketch & window) for window in text.windows(shingle_sizes(entry.length), _WINDOWS)]
    mean = sum(counts) / _WINDOWS
    return mean < 4 or sum((count - mean) ** 2 for count in counts) / mean < _UNEVEN


def preference(one: Fingerprint, other: Fingerprint, text: Wording) -> float:
    """Weigh *text* being paragraph *one* against being *other*, by what one of them has and the other lacks.

    Returns 0 if nothing that only *one* has stands in the text: what is missing proves nothing, since the
    letters that tell twins apart may be the very ones that changed.
    """
    sizes = shingle_sizes(one.length)
    if sizes != shingle_sizes(other.length):
        return compare(one, text).strength - compare(other, text).strength
    shingles = text.shingles(sizes)
    ours, theirs = _only(one, other), _only(other, one)
    present = len(ours & shingles)
    if not present:
        return 0.0
    common = set(one.sketch) | set(other.sketch)
    survival = min(max(len(common & shingles) / len(common), _LEAST_SURVIVAL), 0.95)
    by_chance = min(chance(sizes, text.length), survival / 2)
    gain, loss = log(survival / by_chance), log((1 - survival) / (1 - by_chance))
    wrong = len(theirs & shingles)
    return (present - wrong) * gain + (len(ours) - present - len(theirs) + wrong) * loss


def _only(one: Fingerprint, other: Fingerprint) -> set[int]:
    """Hashes of *one* that are surely not in the paragraph of *other*, though only the least are kept of it."""
    complete = len(other.sketch) < SKETCH_SIZE
    bound = other.sketch[-1] if other.sketch else 0
    return {h for h in one.sketch if complete or h <= bound} - set(other.sketch)
