"""A work as plain text: one paragraph a line with a blank line between, its notes at the end."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from matn.edition.model import Note, Paragraph, WorkEdition
from matn.errors import BadInputError

LOST = "[…]"
"""What stands where the text of a note is lost, or in a volume that of a work is not there."""


def plain(item: WorkEdition) -> bytes:
    """Return the reading text of *item* in UTF-8, then its notes, each with its label and where it is called.

    The part before the notes is what ``matn text`` prints.

    Raises:
        BadInputError: The source is absent.
    """
    return laid_out([*paragraphs(item, "reading"), *_notes(item.notes)]).encode("utf-8", "replace")


def volume(works: Iterable[WorkEdition]) -> bytes:
    """Return the works as one text in UTF-8, each after a line with its id; one whose source is absent has ``[…]``."""
    parts = (f"=== {each.work.id} ===\n\n".encode() + _of_volume(each) for each in works)
    return b"\n".join(parts)


def _of_volume(item: WorkEdition) -> bytes:
    return plain(item) if item.has_source else f"{LOST}\n".encode()


def laid_out(lines: Iterable[str]) -> str:
    """Return *lines* with a blank line between; empty ones are left out."""
    return "\n".join(f"{line}\n" for line in lines if line)


def paragraphs(item: WorkEdition, layer: str) -> Iterator[str]:
    """Yield the paragraphs of *item* in *layer* (received, repaired, reading), each on one line with its label.

    Raises:
        BadInputError: The source is absent.
    """
    if not item.has_source:
        message = f"the source of {item.work.id} is not here (SHA-256 {item.work.source.sha256})"
        raise BadInputError(message, hint="put the file into sources/ or name its folder with --sources DIR")
    for paragraph in item.paragraphs:
        yield paragraph_line(paragraph, layer)


def paragraph_line(paragraph: Paragraph, layer: str = "reading") -> str:
    """Return *paragraph* in *layer* on one line with its label; empty where nothing is to be read."""
    whole = {"received": paragraph.received, "repaired": paragraph.repaired, "reading": paragraph.reading}[layer]
    line = _flat(whole or "")
    return f"{paragraph.label} {line}" if paragraph.label and line else line


def _flat(text: str) -> str:
    return " ".join(text.splitlines()).strip()


def _notes(notes: tuple[Note, ...]) -> Iterator[str]:
    """Yield a rule, then the notes."""
    if notes:
        yield "----"
    yield from map(note_line, notes)


def note_line(note: Note) -> str:
    """Return *note* on one line, with its label and where it is called: ``(4) text [p12]``."""
    text = LOST if note.text is None else _flat(note.text)
    called = f"[{', '.join(note.paragraphs)}]" if note.paragraphs else ""
    return " ".join(filter(None, (f"({note.label})", text, called)))
