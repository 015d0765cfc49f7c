"""Edits as data: what was changed, by which rule, on what evidence; replayed, reverted, composed.

All offsets are 0-based, half-open ``[start, end)``, counted in Unicode code points of the text the
edits belong to (never bytes, never UTF-16 units).
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise

from matn.errors import BrokenPromiseError


class Outcome(StrEnum):
    """What becomes of a proposal: done, put to the editor with a reading, or only pointed at."""

    APPLIED = "applied"
    SUGGESTED = "suggested"
    FLAGGED = "flagged"


@dataclass(frozen=True, slots=True, order=True)
class Edit:
    """One proposed replacement of ``before`` by ``after`` at ``[start, end)``.

    Attributes:
        start: First code point replaced.
        end: One past the last; equal to *start* for an insertion.
        before: What stands there now.
        after: What shall stand there; for a flag without a reading, the same as *before*.
        rule: Name of the rule that proposes.
        confidence: 0 to 1.
        evidence: Why, in words an editor understands.
        outcome: Only ``APPLIED`` edits change the text.
        alternatives: Other readings, best first.
    """

    start: int
    end: int
    before: str
    after: str
    rule: str
    confidence: float = 1.0
    evidence: str = ""
    outcome: Outcome = Outcome.APPLIED
    alternatives: tuple[str, ...] = ()


def ordered(edits: Iterable[Edit]) -> tuple[Edit, ...]:
    """Sort *edits* by place; refuse two that claim the same characters.

    Raises:
        BrokenPromiseError: Two edits overlap, or two insertions share an offset.
    """
    done = tuple(sorted(edits))
    for left, right in pairwise(done):
        if right.start < left.end or (right.start == right.end == left.start == left.end):
            raise BrokenPromiseError(f"{left.rule} and {right.rule} both claim offset {right.start}")
    return done


def apply(text: str, edits: Sequence[Edit]) -> str:
    """Return *text* with *edits* done (sorted, not overlapping; every ``before`` is verified).

    Raises:
        BrokenPromiseError: The text does not hold what an edit says it replaces.
    """
    parts: list[str] = []
    at = 0
    for edit in edits:
        if text[edit.start : edit.end] != edit.before:
            found = text[edit.start : edit.end]
            raise BrokenPromiseError(f"{edit.rule} at {edit.start}: expected {edit.before!a}, found {found!a}")
        parts += (text[at : edit.start], edit.after)
        at = edit.end
    return "".join((*parts, text[at:]))


def revert(text: str, edits: Sequence[Edit]) -> str:
    """Undo *edits* (offsets of the text before them) on the text after them."""
    inverse, shift = [], 0
    for edit in edits:
        start = edit.start + shift
        inverse.append(Edit(start, start + len(edit.after), edit.after, edit.before, edit.rule))
        shift += len(edit.after) - len(edit.before)
    return apply(text, inverse)


@dataclass(frozen=True, slots=True)
class Change:
    """A stretch of the result that is not simply the source's: where from, where to, by which edits."""

    source_start: int
    source_end: int
    start: int
    end: int
    edits: tuple[Edit, ...]


class Alignment:
    """How a text that came about by passes of edits lies on the source it came from.

    Between the changes, source and result are the same characters in the same order.
    """

    def __init__(self, changes: Sequence[Change] = ()) -> None:
        self.changes = tuple(changes)
        self._starts = [change.start for change in self.changes]
        self._ends = [change.end for change in self.changes]

    def then(self, edits: Sequence[Edit]) -> Alignment:
        """Return the alignment after one more pass of *edits* (offsets of the result so far)."""
        if not edits:
            return self
        done: list[Change] = []
        old, new, shift, drift = 0, 0, 0, 0  # shift: middle -> result; drift: middle -> source
        while old < len(self.changes) or new < len(edits):
            group = self._group(edits, old, new)
            olds, news = self.changes[old : group[0]], edits[new : group[1]]
            low, high = group[2], group[3]
            growth = sum(len(edit.after) - len(edit.before) for edit in news)
            widening = sum((c.source_end - c.source_start) - (c.end - c.start) for c in olds)
            steps = tuple(edit for change in olds for edit in change.edits) + tuple(news)
            done.append(Change(low + drift, high + drift + widening, low + shift, high + shift + growth, steps))
            old, new, shift, drift = group[0], group[1], shift + growth, drift + widening
        return Alignment(done)

    def _group(self, edits: Sequence[Edit], old: int, new: int) -> tuple[int, int, int, int]:
        """Gather the changes and edits that touch one another, from *old* and *new* on."""
        far = 1 << 62
        starts = (
            self.changes[old].start if old < len(self.changes) else far,
            edits[new].start if new < len(edits) else far,
        )
        low = high = min(starts)
        while True:
            if old < len(self.changes) and self.changes[old].start <= high:
                high, old = max(high, self.changes[old].end), old + 1
            elif new < len(edits) and edits[new].start <= high:
                high, new = max(high, edits[new].end), new + 1
            else:
                return old, new, low, high

    def source_span(self, start: int, end: int) -> tuple[int, int]:
        """Return the source range that the result range ``[start, end)`` comes from.

        A range that cuts a change takes the whole of the change's source.
        """
        inside = self.within(start, end)
        first = self._to_source(start)
        last = self._to_source(end)
        for change in inside:
            first, last = min(first, change.source_start), max(last, change.source_end)
        return first, last

    def _to_source(self, offset: int) -> int:
        at = bisect_left(self._ends, offset)
        if at < len(self.changes) and self.changes[at].start < offset:
            return self.changes[at].source_start
        done = self.changes[:at][-1:]
        return offset + (done[0].source_end - done[0].end if done else 0)

    def within(self, start: int, end: int) -> tuple[Change, ...]:
        """Return the changes that lie in or cut into ``[start, end)``; deletions at an edge count."""
        return self.changes[bisect_left(self._ends, start) : bisect_right(self._starts, end)]
