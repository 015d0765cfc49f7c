"""Paragraphs that were cut into several, or put together into one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from matn.edition.anchors.content import SURE, Judge
from matn.edition.anchors.context import Pairing, Place
from matn.edition.anchors.evidence import length_penalty, room
from matn.edition.anchors.fingerprint import SKETCH_SIZE, Wording, shingle_sizes
from matn.edition.anchors.model import Entry, Fingerprint

MOST_PARTS = 6
"""Parts that a split or a merge may have."""
_GAIN = 3.0
"""Strength by which all parts together must beat the best of them alone."""
_LEAST_KEPT, _LEAST_DENSITY = 0.33, 0.5
"""Share found that the whole must keep; share of that from which a part counts as a part."""


@dataclass(frozen=True, slots=True)
class Regrouping:
    """A split (one entry, several texts) or a merge (several entries, one text); places in their lists."""

    entries: tuple[int, ...]
    texts: tuple[int, ...]
    strength: float
    found: float
    exact: bool

    @property
    def rank(self) -> tuple[bool, float]:
        """What to believe first: letters that add up, then strength."""
        return self.exact, self.strength


@dataclass(frozen=True, slots=True)
class Board:
    """All that splits and merges are looked for in."""

    entries: Sequence[Entry]
    texts: Sequence[Wording]
    judge: Judge
    pairing: Pairing
    place: Place


def settle_regrouped(board: Board) -> list[Regrouping]:
    """Find the splits and merges among the open entries and texts, strongest first, and settle them."""
    pairing = board.pairing
    done: list[Regrouping] = []
    for one in sorted((*_splits(board), *_merges(board)), key=lambda one: one.rank, reverse=True):
        if not any(e in pairing.text_of for e in one.entries) and not any(t in pairing.entry_of for t in one.texts):
            for entry in one.entries:
                pairing.settle(entry, one.texts[0])
            for text in one.texts:
                pairing.settle(one.entries[0], text)
            done.append(one)
    return done


def _splits(board: Board) -> Iterator[Regrouping]:
    """Yield for each open entry the best run of open texts that it was cut into."""
    lengths, settled = [text.length for text in board.texts], board.pairing.entry_of
    for at, entry in enumerate(board.entries):
        if at not in board.pairing.text_of and entry.fingerprint.sketch:
            near = board.judge.found.texts_of.get(at, set()) - settled.keys()
            near |= _open_in(board.place.texts, board.place.gap(at), len(lengths), settled)
            runs = _runs(near, lengths, settled, entry.fingerprint.length)
            yield from _best(found for run in runs if (found := _weigh_split(board, at, run)))


def _merges(board: Board) -> Iterator[Regrouping]:
    """Yield for each open text the best run of open entries that it was put together from."""
    lengths, settled = [entry.fingerprint.length for entry in board.entries], board.pairing.text_of
    for at, text in enumerate(board.texts):
        if at not in board.pairing.entry_of:
            near = board.judge.found.entries_of.get(at, set()) - settled.keys()
            near |= _open_in(board.place.entries, board.place.text_gap(at), len(lengths), settled)
            runs = _runs(near, lengths, settled, text.length)
            yield from _best(found for run in runs if (found := _weigh_merge(board, run, at)))


def _best(proposals: Iterator[Regrouping]) -> list[Regrouping]:
    return sorted(proposals, key=lambda one: one.rank, reverse=True)[:1]


def _weigh_split(board: Board, at: int, run: range) -> Regrouping | None:
    mark, parts = board.entries[at].fingerprint, [board.texts[t] for t in run]
    hits = [_hits(mark, part) for part in parts]
    every, length = frozenset[int]().union(*hits), sum(part.length for part in parts)
    kept = len(every) / len(mark.sketch)
    for own, part in zip(hits, parts, strict=True):
        others = frozenset[int]().union(*(hit for hit in hits if hit is not own))
        if not own - others or len(own) < _LEAST_DENSITY * len(every) * part.length / length:
            return None
    strength = board.judge.evidence.containment(mark, every, length) - length_penalty(mark.length, length)
    best = max(board.judge.evidence.compare(mark, part).strength for part in parts)
    if not _adds_up([part.length for part in parts], mark.length, kept) or strength < max(SURE, best + _GAIN):
        return None
    if kept < _least_kept([mark]) or _is_disputed(board, [at], run, [kept]):
        return None
    return Regrouping((at,), tuple(run), strength, kept, exact=mark.length == length)


def _weigh_merge(board: Board, run: range, at: int) -> Regrouping | None:
    marks, text = [board.entries[e].fingerprint for e in run], board.texts[at]
    if not all(mark.sketch for mark in marks):
        return None
    hits, length = [_hits(mark, text) for mark in marks], sum(mark.length for mark in marks)
    shares = [len(hit) / len(mark.sketch) for hit, mark in zip(hits, marks, strict=True)]
    kept = sum(share * mark.length for share, mark in zip(shares, marks, strict=True)) / length
    parts = [board.judge.evidence.containment(mark, hit, text.length) for mark, hit in zip(marks, hits, strict=True)]
    # Letters add up when paragraphs are only joined: then a heading needs no more than to be there.
    exact = length == text.length and kept > 0.9
    if any(share < _LEAST_DENSITY * kept for share in shares) or (min(parts) < _GAIN and not exact):
        return None
    strength = sum(parts) - length_penalty(length, text.length)
    best = max(board.judge.evidence.compare(mark, text).strength for mark in marks)
    needed = max(SURE, best + (0 if exact else _GAIN))
    if not _adds_up([mark.length for mark in marks], text.length, kept) or strength < needed:
        return None
    if kept < _least_kept(marks) or _is_disputed(board, run, [at], shares):
        return None
    return Regrouping(tuple(run), (at,), strength, kept, exact)


def _adds_up(parts: Sequence[int], whole: int, kept: float) -> bool:
    """Whether *parts* letters make *whole*, but for damage, and the longest part alone does not."""
    total = sum(parts)
    if total == whole:
        return True
    return abs(total - whole) <= room(whole, kept) < abs(max(parts) - whole)


def _least_kept(marks: Sequence[Fingerprint]) -> float:
    """Share that must be found: more where all shingles are short, and common."""
    return _LEAST_KEPT if any(len(mark.sketch) == SKETCH_SIZE for mark in marks) else 2 * _LEAST_KEPT


def _hits(mark: Fingerprint, text: Wording) -> frozenset[int]:
    return text.shingles(shingle_sizes(mark.length)).intersection(mark.sketch)


def _is_disputed(board: Board, entries: Sequence[int], texts: Sequence[int], shares: Sequence[float]) -> bool:
    """Whether one of *entries*, of which *shares* were found, may as well be elsewhere, or a text another entry."""
    found, pairing = board.judge.found, board.pairing
    for entry, share in zip(entries, shares, strict=True):
        others = [t for t in found.texts_of.get(entry, ()) if t not in pairing.entry_of and t not in texts]
        if any(board.judge.is_rival(entry, other, share, pairing) for other in others):
            return True
    for text in texts:
        claims = [e for e in found.entries_of.get(text, ()) if e not in pairing.text_of and e not in entries]
        own = max((found.pairs[e, text].similarity for e in entries if (e, text) in found.pairs), default=0.0)
        if any(found.pairs[e, text].similarity > max(own, _LEAST_KEPT) for e in claims):
            return True
    return False


def _open_in(marks: Sequence[int], gap: int, total: int, settled: dict[int, int]) -> set[int]:
    """Return what is open in *gap*, if it is small."""
    low = marks[gap - 1] + 1 if gap else 0
    high = marks[gap] if gap < len(marks) else total
    return {at for at in range(low, high) if at not in settled} if high - low <= 2 * MOST_PARTS else set()


def _runs(seeds: set[int], lengths: Sequence[int], settled: dict[int, int], wanted: int) -> list[range]:
    """Return the runs of open neighbours around *seeds* that are together about *wanted* letters long."""
    found: set[tuple[int, int]] = set()
    most = room(wanted, _LEAST_KEPT)
    for seed in seeds:
        for start in range(max(0, seed - MOST_PARTS + 1), seed + 1):
            total, end = 0, start
            while end < len(lengths) and end - start < MOST_PARTS and end not in settled and total <= wanted + most:
                total, end = total + lengths[end], end + 1
                if end > seed and end - start > 1 and abs(total - wanted) <= most:
                    found.add((start, end))
    return [range(*run) for run in sorted(found)]
