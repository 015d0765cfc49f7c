"""From a source file to blocks and notes: read, repair, take apart. No ids yet, no editor's corrections."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from matn.edition.anchors.model import BlockText, NoteText
from matn.edition.load import WORK_FILE
from matn.edition.model import Work
from matn.errors import BadInputError
from matn.repair.engine import repair
from matn.repair.model import Repaired
from matn.repair.ruleset import RULES
from matn.source.decode import Decoded
from matn.source.read import read as read_source
from matn.structure.model import Document
from matn.structure.read import read as read_structure
from matn.text.lexicon import arabic

Progress = Callable[[str, str], None]
"""Told the id of a work and the step that begins."""


def quiet(work: str, step: str) -> None:
    """Report no progress."""


@dataclass(frozen=True, slots=True)
class Prepared:
    """A work's source, repaired and taken apart."""

    work: Work
    path: Path
    decoded: Decoded
    repaired: Repaired
    document: Document


def prepare(work: Work, path: Path, progress: Progress = quiet) -> Prepared:
    """Read the source *path* of *work*, repair it and take it apart.

    Raises:
        BadInputError: The file is no Arabic text, or the structure hints do not fit it.
        BrokenPromiseError: A rule broke what it promises.
    """
    progress(work.id, "reading")
    decoded = read_source(path)
    progress(work.id, "repairing")
    repaired = repair(decoded.text, RULES, arabic())
    progress(work.id, "taking apart")
    return Prepared(work, path, decoded, repaired, _document(work, repaired.text))


def _document(work: Work, base: str) -> Document:
    try:
        return read_structure(base, work.structure)
    except BadInputError as error:
        if error.path is not None:
            raise
        raise BadInputError(error.message, path=work.folder / WORK_FILE, hint=error.hint) from error


def block_texts(document: Document) -> tuple[BlockText, ...]:
    """Return what matching with the ledger wants of the blocks of *document*: their repaired texts."""
    return tuple(BlockText(block.kind, block.level, block.passage.text) for block in document.blocks)


def note_texts(document: Document) -> tuple[NoteText, ...]:
    """Return what matching with the ledger wants of the notes of *document*: labels, places, repaired bodies."""
    return tuple(
        NoteText(note.label, carriers(document, note.label), note.passage.text if note.passage else "")
        for note in document.notes
    )


def carriers(document: Document, label: str) -> tuple[int, ...]:
    """Return the places (0-based) of the blocks that carry a marker of the note *label*."""
    blocks = enumerate(document.blocks)
    return tuple(at for at, block in blocks if any(marker.target == label for marker in block.markers))
