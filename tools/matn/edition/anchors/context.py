"""Who has been matched with whom so far, and what that says of the neighbours."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, field

NEAR = 12
"""A gap between settled paragraphs is evidence of place only if it holds no more than this on either side."""


@dataclass(slots=True)
class Pairing:
    """The pairs settled so far; entries and texts are places in their lists.

    A split or a merge settles its parts too, and its first parts stand for it as a pair.
    """

    text_of: dict[int, int] = field(default_factory=dict)
    entry_of: dict[int, int] = field(default_factory=dict)

    def settle(self, entry: int, text: int) -> None:
        """Record that *text* is the paragraph of *entry*."""
        self.text_of.setdefault(entry, text)
        self.entry_of.setdefault(text, entry)

    def place(self) -> Place:
        """Return what the pairs so far say of place."""
        pairs = sorted((entry, text) for entry, text in self.text_of.items() if self.entry_of.get(text) == entry)
        return Place(*longest_rising(pairs))


@dataclass(frozen=True, slots=True)
class Place:
    """The settled pairs that kept their order, as two rising lists; what lies between two of them is a gap."""

    entries: tuple[int, ...]
    texts: tuple[int, ...]

    def gap(self, entry: int) -> int:
        """Return the number of the gap in which *entry* stands."""
        return bisect_left(self.entries, entry)

    def text_gap(self, text: int) -> int:
        """Return the number of the gap in which *text* stands."""
        return bisect_left(self.texts, text)

    def together(self, entry: int, text: int, entries: int, texts: int) -> bool:
        """Whether both stand in the same gap, and it is small, there being *entries* and *texts* in all."""
        gap = self.gap(entry)
        if gap != self.text_gap(text):
            return False
        return _width(self.entries, gap, entries) <= NEAR and _width(self.texts, gap, texts) <= NEAR

    def lone_text(self, entry: int, entries: int, texts: int) -> int | None:
        """Return the text that stands alone in the gap in which *entry* stands alone, or None."""
        gap = self.gap(entry)
        if _width(self.entries, gap, entries) == _width(self.texts, gap, texts) == 1:
            return (self.texts[gap - 1] if gap else -1) + 1
        return None


def _width(marks: Sequence[int], gap: int, total: int) -> int:
    low = marks[gap - 1] if gap else -1
    high = marks[gap] if gap < len(marks) else total
    return high - low - 1


def longest_rising(pairs: Sequence[tuple[int, int]]) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """Return the longest run of *pairs* (sorted by the first) whose second members rise too.

    Patience sorting, n log n. What is left out has moved.
    """
    tails: list[int] = []  # for each length the place in *pairs* of the least end so far
    ends: list[int] = []
    before: list[int] = []
    for at, (_, text) in enumerate(pairs):
        length = bisect_left(ends, text)
        before.append(tails[length - 1] if length else -1)
        tails[length : length + 1] = [at]
        ends[length : length + 1] = [text]
    chain: list[int] = []
    at = tails[-1] if tails else -1
    while at >= 0:
        chain.append(at)
        at = before[at]
    chain.reverse()
    return tuple(pairs[i][0] for i in chain), tuple(pairs[i][1] for i in chain)
