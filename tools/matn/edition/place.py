"""Bring the changes of a whole source down to one paragraph: what stood there, what stands there, why.

Offsets come in three texts of a passage: *received* (rules not yet run), *repaired* (rules run) and
*reading* (editor's corrections done too). In all of them line ends are spaces, and note markers, list
labels and the like are left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from matn.edition.emend import RULE
from matn.edition.model import Alteration, Query
from matn.repair.model import Repaired
from matn.structure.model import Passage, Piece
from matn.text.edits import Alignment, Change, Edit, apply

GAP = "[…]"
_LINE_END = re.compile(r"\s*[\r\n]\s*")


@dataclass(frozen=True, slots=True)
class Placed:
    """A passage in its three texts, with every change between the first and the last."""

    received: str
    repaired: str
    reading: str
    alterations: tuple[Alteration, ...]
    emended: tuple[Edit, ...]


def place(passage: Passage, repaired: Repaired, emended: Sequence[Edit]) -> Placed:
    """Return the three texts of *passage* and its alterations.

    Args:
        passage: A part of ``repaired.text``.
        repaired: The source with what the rules did.
        emended: The editor's corrections, in offsets of the passage's text, sorted.
    """
    received, changes = _received(passage, repaired)
    reading = apply(passage.text, emended)
    alignment = Alignment(changes).then(emended)
    words = [_widen(change, received, reading) for change in alignment.changes]
    alterations = tuple(_alteration(change, received, reading) for change in _merge(words))
    told = tuple(a for a in alterations if a.received != a.reading)
    return Placed(received, passage.text, reading, told, tuple(emended))


def _received(passage: Passage, repaired: Repaired) -> tuple[str, list[Change]]:
    """Undo the rules within *passage*: its received text, and its changes in offsets of the two texts."""
    undo = _Undo(repaired.source)
    for number, piece in enumerate(passage.pieces):
        if piece.reason:
            undo.keep(piece.text, piece.start)
            continue
        for start, end, change in _steps(passage, number, repaired.alignment):
            text = repaired.text[start:end]
            undo.change(text, change) if change else undo.keep(text, start)
    return "".join(undo.parts), undo.changes


class _Undo:
    """Builds the received text of a passage from its start, and the changes that lead away from it."""

    def __init__(self, source: str) -> None:
        self.parts: list[str] = []
        self.changes: list[Change] = []
        self._source, self._last = source, Change(0, 0, 0, 0, ())
        self._received = self._repaired = 0

    def keep(self, text: str, base: int) -> None:
        """Take over *text*, which no rule touched and which stands at *base* of the repaired text."""
        if self._last.start <= base < self._last.end:  # a line end or a note marker inside a change
            self._go_on(text)
        else:
            self._add(text, text)

    def change(self, text: str, change: Change) -> None:
        """Take what stood in the source for *text*, which *change* made."""
        if change is self._last:
            self._go_on(text)
            return
        stood = _LINE_END.sub(" ", self._source[change.source_start : change.source_end])
        received, repaired = self._received, self._repaired
        self._add(stood, text)
        self.changes.append(Change(received, self._received, repaired, self._repaired, change.edits))
        self._last = change

    def _add(self, received: str, repaired: str) -> None:
        self.parts.append(received)
        self._received += len(received)
        self._repaired += len(repaired)

    def _go_on(self, text: str) -> None:
        self._repaired += len(text)
        self.changes[-1] = replace(self.changes[-1], end=self._repaired)


def _steps(passage: Passage, number: int, alignment: Alignment) -> list[tuple[int, int, Change | None]]:
    """Cut a kept piece into stretches that no rule touched and changes (clipped to the piece)."""
    piece = passage.pieces[number]
    steps: list[tuple[int, int, Change | None]] = []
    at = piece.start
    for change in alignment.within(piece.start, piece.end):
        if _belongs(change, passage.pieces, number):
            start, end = max(at, change.start), min(piece.end, change.end)
            steps += [(at, start, None), (start, end, change)]
            at = end
    return [step for step in (*steps, (at, piece.end, None)) if step[2] or step[0] < step[1]]


def _belongs(change: Change, pieces: Sequence[Piece], number: int) -> bool:
    """Whether a change is this piece's: it cuts into it, or took something out at its edge.

    What was taken out between two pieces belongs to the one after it, if that one is kept.
    """
    piece = pieces[number]
    if change.start < change.end:
        return change.start < piece.end and piece.start < change.end
    if change.start < piece.end:
        return piece.start <= change.start
    follows = pieces[number + 1] if number + 1 < len(pieces) else None
    return follows is None or follows.start != piece.end or bool(follows.reason)


def _widen(change: Change, received: str, reading: str) -> Change:
    """Take in the whole of the words that *change* touches, so that a reader sees words, not strokes."""
    if reading[change.start : change.end].isspace():
        return change
    left = right = 0
    inside = reading[change.start : change.end]
    if not inside[:1].isspace():
        left = _letters(reading[: change.start][::-1], received[: change.source_start][::-1])
    if not inside[-1:].isspace():
        right = _letters(reading[change.end :], received[change.source_end :])
    if not inside and not (left and right):
        return change
    start, end = change.start - left, change.end + right
    return Change(change.source_start - left, change.source_end + right, start, end, change.edits)


def _letters(reading: str, received: str) -> int:
    """How far both texts go on with the same characters of a word."""
    length = 0
    for one, two in zip(reading, received, strict=False):
        if one != two or one.isspace():
            break
        length += 1
    return length


def _merge(changes: Iterable[Change]) -> list[Change]:
    """Join changes that share a word."""
    done: list[Change] = []
    for change in changes:
        last = done[-1] if done else None
        if last and (change.start < last.end or change.source_start < last.source_end):
            done[-1] = _joined(last, change)
        else:
            done.append(change)
    return done


def _joined(one: Change, two: Change) -> Change:
    return Change(
        min(one.source_start, two.source_start),
        max(one.source_end, two.source_end),
        min(one.start, two.start),
        max(one.end, two.end),
        (*one.edits, *two.edits),
    )


def _alteration(change: Change, received: str, reading: str) -> Alteration:
    rules = tuple(dict.fromkeys(edit.rule for edit in change.edits))
    now = reading[change.start : change.end]
    filled = any(GAP in edit.after for edit in change.edits) and GAP in now
    return Alteration(
        change.start,
        change.end,
        received[change.source_start : change.source_end],
        now,
        rules,
        "; ".join(dict.fromkeys(edit.evidence for edit in change.edits if edit.evidence)),
        min(edit.confidence for edit in change.edits),
        "emendation" if RULE in rules else "gap" if filled else "edit",
    )


def queries(passage: Passage, remarks: Iterable[Edit], emended: Sequence[Edit]) -> tuple[Query, ...]:
    """Place those *remarks* (in offsets of the repaired text) that lie in *passage*, in its reading text.

    A remark whose characters an editor corrected is settled and left out.
    """
    done = []
    for remark in remarks:
        start, end = offset_in(passage, remark.start), offset_in(passage, remark.end - 1)
        if start is None or end is None or any(e.start <= end and start < max(e.end, e.start + 1) for e in emended):
            continue
        shift = moved(start, emended) - start
        suggestion = remark.after if remark.after != remark.before else ""
        words = _LINE_END.sub(" ", remark.before)
        done.append(Query(start + shift, end + 1 + shift, words, suggestion, remark.rule, remark.evidence))
    return tuple(sorted(done, key=lambda query: (query.start, query.end)))


def offset_in(passage: Passage, base: int) -> int | None:
    """Return where the repaired text's character *base* stands in *passage*, None if it is not read there."""
    out = 0
    for piece in passage.pieces:
        if piece.start <= base < piece.end and not piece.reason:
            return out + base - piece.start
        out += len(piece.text)
    return None


def moved(offset: int, edits: Sequence[Edit]) -> int:
    """Return where *offset* of a text stands after *edits*; within a replaced stretch, its end."""
    shift = 0
    for edit in edits:
        if edit.end <= offset:
            shift += len(edit.after) - len(edit.before)
        elif edit.start < offset:
            return edit.start + shift + len(edit.after)
    return offset + shift
