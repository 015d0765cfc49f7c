"""Compare two places word by word and find where what they share begins and ends."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from rapidfuzz.distance import Levenshtein

from matn.edition.shared.model import Difference, Limits, Place, Shared
from matn.edition.shared.seeds import Cluster, Text

EQUAL = "equal"
_STRICTER = (1, 2, 4)
"""Where a passage turns out too unlike, its parts are tried: words that are not shared cost so much more."""
Step = tuple[str, int, int, int, int]
"""An opcode over words: kind, range in the left words, range in the right words."""


def passages(cluster: Cluster, limits: Limits) -> Iterator[Shared]:
    """Yield the passages that *cluster* holds, each widened as far as it pays and long enough by itself."""
    rest = [_compared(cluster, limits.gap)]
    while rest:
        steps = rest.pop()
        for stricter in _STRICTER:
            start, end = _best(steps, cluster.left.weights, limits.spacing * stricter)
            found = _shared(cluster, steps[start:end], limits) if end else None
            if found:
                yield found
                rest += [steps[:start], steps[end:]]
                break


def _shared(cluster: Cluster, steps: Sequence[Step], limits: Limits) -> Shared | None:
    (_, left_start, _, right_start, _), (_, _, left_end, _, right_end) = steps[0], steps[-1]
    same = [at for step in steps if step[0] == EQUAL for at in range(step[1], step[2])]
    similarity = len(same) / max(left_end - left_start, right_end - right_start)
    rarity = sum(cluster.left.weights[at] for at in same)
    if len(same) < limits.least_words or similarity < limits.similarity or rarity < limits.least_rarity:
        return None
    left, right = _place(cluster.left, left_start, left_end), _place(cluster.right, right_start, right_end)
    return Shared(left, right, len(same), round(similarity, 3), round(rarity, 1), _differences(cluster, steps))


def _compared(cluster: Cluster, margin: int) -> list[Step]:
    """Compare the words of *cluster* and *margin* more on each side."""
    low, start = max(0, cluster.left_start - margin), max(0, cluster.right_start - margin)
    ones = cluster.left.keys[low : cluster.left_end + margin]
    others = cluster.right.keys[start : cluster.right_end + margin]
    codes = Levenshtein.opcodes(ones, others)
    return [(code.tag, code.src_start + low, code.src_end + low, code.dest_start + start, code.dest_end + start)
            for code in codes]  # fmt: skip


def _best(steps: Sequence[Step], weights: Sequence[float], spacing: float) -> tuple[int, int]:
    """Return the run of *steps* with the best balance of shared words and others (Kadane's algorithm)."""
    best, best_range, total, start = 0.0, (0, 0), 0.0, 0
    for at, (kind, a, b, c, d) in enumerate(steps):
        if total <= 0:
            total, start = 0.0, at
        total += sum(weights[a:b]) if kind == EQUAL else -spacing * max(b - a, d - c)
        if kind == EQUAL and total > best:
            best, best_range = total, (start, at + 1)
    return best_range


def _place(text: Text, start: int, end: int) -> Place:
    return Place(text.work, text.paragraph, text.words[start].start, text.words[end - 1].end)


def _differences(cluster: Cluster, steps: Sequence[Step]) -> tuple[Difference, ...]:
    return tuple(
        Difference(kind, *_range(cluster.left, a, b), *_range(cluster.right, c, d))
        for step in steps
        for kind, a, b, c, d in _exact(cluster, step)
    )


def _exact(cluster: Cluster, step: Step) -> Iterator[Step]:
    """Split a step of equal keys into words that are the same and words that differ by a particle."""
    kind, start, end, other, _ = step
    if kind != EQUAL:
        yield step
        return
    shift = other - start
    left, right = cluster.left.words, cluster.right.words
    for same, run in groupby(range(start, end), lambda at: left[at].folded == right[at + shift].folded):
        ats = list(run)
        yield EQUAL if same else "replace", ats[0], ats[-1] + 1, ats[0] + shift, ats[-1] + 1 + shift


def _range(text: Text, start: int, end: int) -> tuple[int, int]:
    """Return the code points of the words ``[start, end)``; of none, the place before the word *start*."""
    first = text.words[start].start if start < len(text.words) else len(text.reading)
    return (first, text.words[end - 1].end) if end > start else (first, first)
