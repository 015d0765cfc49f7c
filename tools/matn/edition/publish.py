"""From blocks under ids to published paragraphs and notes: editor's corrections done, changes placed."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from matn.edition.account import Emended, account
from matn.edition.anchors.fingerprint import content_hash
from matn.edition.emend import Emendation, edits_for, origins
from matn.edition.model import Account, Note, NoteMarker, Paragraph
from matn.edition.place import Placed, marker_moved, place, queries
from matn.edition.prepare import Prepared, carriers
from matn.edition.schema import Problem, suggestion
from matn.errors import BrokenPromiseError
from matn.structure.model import Block, Passage, SourceNote


@dataclass(frozen=True, slots=True)
class Ids:
    """The ids of a document's blocks, in reading order, and of its notes, by printed label."""

    paragraphs: tuple[str, ...]
    notes: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Published:
    """What a document becomes; *problems* are those of ``emendations.yaml``."""

    paragraphs: tuple[Paragraph, ...]
    notes: tuple[Note, ...]
    account: Account
    problems: tuple[Problem, ...]


def publish(prepared: Prepared, ids: Ids, emendations: Sequence[Emendation]) -> Published:
    """Return the paragraphs and notes of *prepared* under *ids*, with *emendations* done.

    An emendation that has a problem is not done; the rest is.

    Raises:
        BrokenPromiseError: The character account does not balance.
    """
    document = prepared.document
    at: dict[str, list[Emendation]] = defaultdict(list)
    for emendation in emendations:
        at[emendation.at].append(emendation)
    problems: list[Problem] = []

    def placed(anchor: str, passage: Passage) -> Placed:
        here = at.pop(anchor, ())
        edits, wrong = edits_for(passage.text, here)
        problems.extend(wrong)
        return place(passage, prepared.repaired, edits, origins(passage.text, here))

    blocks = [placed(anchor, b.passage) for anchor, b in zip(ids.paragraphs, document.blocks, strict=True)]
    bodies = [placed(ids.notes[note.label], note.passage) if note.passage else None for note in document.notes]
    known = (*ids.paragraphs, *ids.notes.values())
    problems += [_nowhere(emendation, known) for lost in at.values() for emendation in lost]
    passages = [b.passage for b in document.blocks] + [note.passage for note in document.notes]
    return Published(
        tuple(_paragraph(*row, prepared, ids) for row in zip(ids.paragraphs, document.blocks, blocks, strict=True)),
        tuple(_note(note, body, prepared, ids) for note, body in zip(document.notes, bodies, strict=True)),
        account(prepared.repaired, document, tuple(_emended(passages, [*blocks, *bodies]))),
        tuple(sorted(problems, key=lambda problem: problem.line)),
    )


def _nowhere(emendation: Emendation, known: Sequence[str]) -> Problem:
    hint = suggestion(emendation.at, known) or "see the ids with `matn anchors`"
    return Problem(emendation.line, f"there is no {emendation.at}, or its body is lost", hint)


def _emended(passages: Iterable[Passage | None], placed: Iterable[Placed | None]) -> Iterable[Emended]:
    for passage, texts in zip(passages, placed, strict=True):
        if passage and texts:
            yield Emended(passage, texts.emended, texts.reading)


def _paragraph(anchor: str, block: Block, placed: Placed, prepared: Prepared, ids: Ids) -> Paragraph:
    return Paragraph(
        id=anchor,
        kind=block.kind,
        level=block.level,
        label=block.label,
        language=block.language,
        received=placed.received,
        repaired=placed.repaired,
        reading=placed.reading,
        content_hash=content_hash(placed.reading),
        markers=_markers(block, placed, ids),
        alterations=placed.alterations,
        queries=queries(block.passage, prepared.repaired.remarks, placed.emended),
    )


def _markers(block: Block, placed: Placed, ids: Ids) -> tuple[NoteMarker, ...]:
    stray = [marker.target for marker in block.markers if marker.target not in ids.notes]
    if stray:
        raise BrokenPromiseError(f"structure found a marker of note {stray[0]} and no such note")
    stand = [marker_moved(marker.offset, placed.emended) for marker in block.markers]
    return tuple(NoteMarker(ids.notes[m.target], m.label, at) for m, at in zip(block.markers, stand, strict=True))


def _note(note: SourceNote, placed: Placed | None, prepared: Prepared, ids: Ids) -> Note:
    paragraphs = tuple(ids.paragraphs[at] for at in carriers(prepared.document, note.label))
    status = "lost" if placed is None else "present" if paragraphs else "marker-lost"
    return Note(
        id=ids.notes[note.label],
        label=note.label,
        status=status,
        language=note.language,
        text=placed.reading if placed else None,
        paragraphs=paragraphs,
        repeats=ids.notes.get(note.repeats, ""),
        urls=note.urls,
        alterations=placed.alterations if placed else (),
        received=placed.received if placed else None,
    )
