"""Paragraphs that were cut into several, or put together into one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from matn.edition.anchors.content import SURE, Candidates
from matn.edition.anchors.context import Pairing, Place
from matn.edition.anchors.evidence import compare, containment, length_penalty
from matn.edition.anchors.fingerprint import Wording, shingle_sizes
from matn.edition.anchors.model import Entry

MOST_PARTS = 6
"""Parts that a split or a merge may have."""
GAIN = 3.0
"""Strength by which all parts together must beat the best of them alone."""
_LEAST_DENSITY = 0.5
"""Share of the wording found in a part, against that found in all, from which it counts as a part."""


@dataclass(frozen=True, slots=True)
class Regrouping:
    """A split (one entry, several texts) or a merge (several entries, one text); places in their lists."""

    entries: tuple[int, ...]
    texts: tuple[int, ...]
    strength: float
    found: float


def settle_regrouped(
    entries: Sequence[Entry], texts: Sequence[Wording], found: Candidates, pairing: Pairing, place: Place
) -> list[Regrouping]:
    """Find the splits and merges among the open entries and texts, strongest first, and settle them."""
    proposals = [*_splits(entries, texts, found, pairing, place), *_merges(entries, texts, found, pairing, place)]
    done: list[Regrouping] = []
    for one in sorted(proposals, key=lambda one: (-one.strength, one.entries, one.texts)):
        if not any(e in pairing.text_of for e in one.entries) and not any(t in pairing.entry_of for t in one.texts):
            for entry in one.entries:
                pairing.settle(entry, one.texts[0])
            for text in one.texts:
                pairing.settle(one.entries[0], text)
            done.append(one)
    return done


def _splits(
    entries: Sequence[Entry], texts: Sequence[Wording], found: Candidates, pairing: Pairing, place: Place
) -> Iterator[Regrouping]:
    for at in range(len(entries)):
        if at in pairing.text_of:
            continue
        near = {t for t in found.texts_of.get(at, ()) if t not in pairing.entry_of}
        near |= set(_open_in(place.texts, place.gap(at), len(texts), pairing.entry_of))
        wanted = entries[at].fingerprint.length
        runs = _runs(near, [text.length for text in texts], pairing.entry_of, wanted)
        weighed = [done for run in runs if (done := _weigh_split(entries[at], at, run, texts))]
        yield from sorted(weighed, key=lambda one: -one.strength)[:1]


def _weigh_split(entry: Entry, at: int, run: range, texts: Sequence[Wording]) -> Regrouping | None:
    mark, sizes = entry.fingerprint, shingle_sizes(entry.fingerprint.length)
    if not mark.sketch:
        return None
    hits = [texts[t].shingles(sizes).intersection(mark.sketch) for t in run]
    found = len(frozenset().union(*hits)) / len(mark.sketch)
    length = sum(texts[t].length for t in run)
    for own, part in zip(hits, run, strict=True):
        others = frozenset().union(*(h for h in hits if h is not own))
        expected = found * len(mark.sketch) * texts[part].length / length
        if not own - others or len(own) < _LEAST_DENSITY * expected:
            return None
    strength = containment(mark, found, length) - length_penalty(mark.length, length)
    best = max(compare(mark, texts[t]).strength for t in run)
    if strength < max(SURE, best + GAIN):
        return None
    return Regrouping((at,), tuple(run), strength, found)


def _merges(
    entries: Sequence[Entry], texts: Sequence[Wording], found: Candidates, pairing: Pairing, place: Place
) -> Iterator[Regrouping]:
    for at in range(len(texts)):
        if at in pairing.entry_of:
            continue
        near = {e for e in found.entries_of.get(at, ()) if e not in pairing.text_of}
        near |= set(_open_in(place.entries, place.text_gap(at), len(entries), pairing.text_of))
        lengths = [entry.fingerprint.length for entry in entries]
        runs = _runs(near, lengths, pairing.text_of, texts[at].length)
        weighed = [done for run in runs if (done := _weigh_merge(run, entries, at, texts[at]))]
        yield from sorted(weighed, key=lambda one: -one.strength)[:1]


def _weigh_merge(run: range, entries: Sequence[Entry], at: int, text: Wording) -> Regrouping | None:
    marks = [entries[e].fingerprint for e in run]
    if not all(mark.sketch for mark in marks):
        return None
    length = sum(mark.length for mark in marks)
    found = [len(text.shingles(shingle_sizes(m.length)).intersection(m.sketch)) / len(m.sketch) for m in marks]
    whole = sum(share * mark.length for share, mark in zip(found, marks, strict=True)) / length
    parts = [containment(mark, share, text.length) for mark, share in zip(marks, found, strict=True)]
    if any(share < _LEAST_DENSITY * whole for share in found) or min(parts) < 1:
        return None
    strength = sum(parts) - length_penalty(length, text.length)
    best = max(compare(mark, text).strength for mark in marks)
    if strength < max(SURE, best + GAIN):
        return None
    return Regrouping(tuple(run), (at,), strength, whole)


def _open_in(marks: Sequence[int], gap: int, total: int, settled: dict[int, int]) -> list[int]:
    """Return what is open in *gap*, if it is small."""
    low = marks[gap - 1] + 1 if gap else 0
    high = marks[gap] if gap < len(marks) else total
    return [at for at in range(low, high) if at not in settled] if high - low <= 2 * MOST_PARTS else []


def _runs(seeds: set[int], lengths: Sequence[int], settled: dict[int, int], wanted: int) -> list[range]:
    """Return the runs of open neighbours around *seeds* that are together about *wanted* letters long."""
    found: set[tuple[int, int]] = set()
    for seed in seeds:
        for start in range(max(0, seed - MOST_PARTS + 1), seed + 1):
            total, end = 0, start
            while end < len(lengths) and end - start < MOST_PARTS and end not in settled and total <= 1.35 * wanted:
                total, end = total + lengths[end], end + 1
                if end > seed and end - start > 1 and 0.7 * wanted <= total <= 1.35 * wanted:
                    found.add((start, end))
    return [range(*run) for run in sorted(found)]
