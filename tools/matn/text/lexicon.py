"""How frequent an Arabic word form is: the list of wordfreq (620,701 forms), read once.

wordfreq's list holds forms without marks and without tatweel, hamza seats as written. Frequencies are
Zipf values: the base-10 logarithm of occurrences in a thousand million words (van Heuven et al. 2014);
0 means unknown. Data: Robyn Speer, wordfreq, CC BY-SA 4.0.
"""

from __future__ import annotations

import gzip
from collections.abc import Iterable, Mapping
from functools import lru_cache
from importlib.resources import files

import msgpack

from matn.text.tables import bare

_FOREIGN_LETTERS = str.maketrans("ىی\u06a9", "ىىك")


class Lexicon:
    """A table of word forms and their frequencies."""

    def __init__(self, zipfs: Mapping[str, float]) -> None:
        self._zipfs = zipfs

    def __len__(self) -> int:
        return len(self._zipfs)

    def zipf(self, word: str) -> float:
        """Return the Zipf frequency of *word* (marks and tatweel ignored), 0.0 if unknown."""
        return self._zipfs.get(word) or self._zipfs.get(bare(word), 0.0)

    def knows(self, word: str) -> bool:
        """Tell whether *word* stands in the list at all."""
        return self.zipf(word) > 0.0

    def best(self, words: Iterable[str]) -> list[tuple[float, str]]:
        """Return the known ones of *words* with their frequency, most frequent first."""
        return sorted(((z, w) for w in words if (z := self.zipf(w))), reverse=True)


@lru_cache(maxsize=1)
def arabic() -> Lexicon:
    """Read wordfreq's large Arabic list: one bucket of words for each hundredth of a Zipf unit."""
    packed = files("wordfreq").joinpath("data/large_ar.msgpack.gz").read_bytes()
    _, *buckets = msgpack.unpackb(gzip.decompress(packed), raw=False)
    return Lexicon({w: round(9 - level / 100, 2) for level, words in enumerate(buckets) if words for w in words})
