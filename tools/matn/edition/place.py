"""Bring the changes of a whole source down to one paragraph: what stood there, what stands there, why.

Offsets come in three texts of a passage: *received* (rules not yet run), *repaired* (rules run) and
*reading* (editor's corrections done too). In all of them line ends are spaces, and note markers, list
labels and the like are left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from matn.edition.alter import Origins, alterations
from matn.edition.model import Alteration, Query
from matn.repair.model import Repaired
from matn.structure.model import Passage, Piece
from matn.text.edits import Alignment, Change, Edit, apply

LINE_END = "line-end"
_LINE_END = re.compile(r"\s*[\r\n]\s*")


@dataclass(frozen=True, slots=True)
class Placed:
    """A passage in its three texts, with every change between the first and the last."""

    received: str
    repaired: str
    reading: str
    alterations: tuple[Alteration, ...]
    emended: tuple[Edit, ...]


def place(passage: Passage, repaired: Repaired, emended: Sequence[Edit], origins: Origins | None = None) -> Placed:
    """Return the three texts of *passage* and its alterations.

    Args:
        passage: A part of ``repaired.text``.
        repaired: The source with what the rules did.
        emended: The editor's corrections, in offsets of the passage's text, sorted.
        origins: Where these come from, as far as it is to be told.
    """
    received, changes = _received(passage, repaired)
    reading = apply(passage.text, emended)
    alignment = Alignment(changes).then(emended)
    told = alterations(alignment.changes, received, reading, origins)
    return Placed(received, passage.text, reading, told, tuple(emended))


def _received(passage: Passage, repaired: Repaired) -> tuple[str, list[Change]]:
    """Undo the rules within *passage*: its received text, and its changes in offsets of the two texts."""
    undo = _Undo(repaired.source)
    for number, piece in enumerate(passage.pieces):
        if piece.reason:
            undo.leave_out(piece)
            continue
        for start, end, change in _steps(passage, number, repaired.alignment):
            text = repaired.text[start:end]
            undo.change(text, change) if change else undo.keep(text)
    return "".join(undo.parts), undo.changes


class _Undo:
    """Builds the received text of a passage from its start, and the changes that lead away from it."""

    def __init__(self, source: str) -> None:
        self.parts: list[str] = []
        self.changes: list[Change] = []
        self._source, self._last = source, Change(0, 0, 0, 0, ())
        self._received = self._repaired = 0
        self._blank = True  # a space at the very start stands for nothing

    def keep(self, text: str) -> None:
        """Take over *text*, which no rule touched."""
        self._add(text, text)

    def leave_out(self, piece: Piece) -> None:
        """Take over what stands for *piece*; a line end was a space, also where the reading text has none."""
        ends_line = piece.reason == LINE_END and not self._blank
        if not self._last.start <= piece.start < self._last.end:
            self._add(piece.text or " " * ends_line, piece.text)
        elif piece.end <= self._last.end:
            self._go_on(piece.text)
        else:
            self._add(" " * ends_line, piece.text)
            self._stretch()
        if ends_line and not piece.text:
            self._joined(piece)

    def _joined(self, piece: Piece) -> None:
        """Record that a space for a line end was left out, as a part of the change that ends there, if any."""
        last = self.changes[-1] if self.changes else None
        if last and (last.source_end + 1, last.end) == (self._received, self._repaired):
            self._stretch()
        elif not last or last.source_end < self._received:
            edit = Edit(piece.start, piece.end, " ", "", LINE_END, evidence="the word goes on in the next line")
            self.changes.append(Change(self._received - 1, self._received, self._repaired, self._repaired, (edit,)))

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
        self._blank = received[-1:].isspace() if received else self._blank

    def _go_on(self, text: str) -> None:
        self._repaired += len(text)
        self._stretch()

    def _stretch(self) -> None:
        self.changes[-1] = replace(self.changes[-1], source_end=self._received, end=self._repaired)


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


def marker_moved(offset: int, edits: Sequence[Edit]) -> int:
    """Return where a note marker at *offset* stands after *edits*: it keeps to the word before it.

    What is put in at the marker's place comes after it.
    """
    return moved(offset, [edit for edit in edits if not edit.start == edit.end == offset])


def moved(offset: int, edits: Sequence[Edit]) -> int:
    """Return where *offset* of a text stands after *edits*; within a replaced stretch, its end."""
    shift = 0
    for edit in edits:
        if edit.end <= offset:
            shift += len(edit.after) - len(edit.before)
        elif edit.start < offset:
            return edit.start + shift + len(edit.after)
    return offset + shift
