"""Rules on notes: each has its entry in ``notes.yaml``, and the entry says what the text says."""

from __future__ import annotations

from collections.abc import Iterator

from matn.edition.bibliography import Reference
from matn.edition.checks.model import Places, Subject, mistakes
from matn.edition.model import Note
from matn.edition.references import NOTES_FILE
from matn.edition.schema import suggestion
from matn.text.dates import compatible, find


def notes_file(subject: Subject) -> Places:
    """notes.yaml is not as it must be."""
    return mistakes(subject, NOTES_FILE)


def undescribed(subject: Subject) -> Places:
    """A note has no entry in notes.yaml."""
    without = [note.id for note in subject.notes if note.reference is None]
    if without and not subject.references:
        return [(subject.file(NOTES_FILE), f"none of {len(without)} has one")]
    return [(subject.at(anchor), "") for anchor in without]


def unknown(subject: Subject) -> Places:
    """An entry of notes.yaml belongs to no note."""
    known = [note.id for note in subject.notes]
    for reference in subject.references if subject.ledger else ():
        if reference.id not in known:
            hint = suggestion(reference.id, known)
            yield subject.file(NOTES_FILE, reference.line), f"{reference.id} {hint}".strip()


def other_status(subject: Subject) -> Places:
    """notes.yaml gives a note another status than the text."""
    for note, reference in _both(subject):
        if note.status != reference.status:
            yield subject.at(note.id), f"expected {note.status}, found {reference.status} {_line(reference)}"


def other_address(subject: Subject) -> Places:
    """The address in url_printed is not in the note, neither as received nor as it reads now."""
    for note, reference in _both(subject):
        pieces = reference.url_printed.split()  # damage may have put other words between them
        texts = ["".join(text.split()) for text in (note.received, note.text) if text]
        if note.status != "lost" and not any(all(piece in text for piece in pieces) for text in texts):
            yield subject.at(note.id), f"{reference.url_printed} {_line(reference)}"


def other_note_dates(subject: Subject) -> Places:
    """A date in notes.yaml can be none of those that the note prints."""
    for note, reference in _both(subject):
        if note.text:
            said = [hit.iso for language in {"ar", note.language} for hit in find(note.text, language)]
            for key, date in (("date", reference.date), ("accessed", reference.accessed)):
                if date and not any(compatible(date, iso) for iso in said):
                    told = ", ".join(dict.fromkeys(said)) or "none"
                    yield subject.at(note.id), f"{key} {date}; it prints {told} {_line(reference)}"


def _line(reference: Reference) -> str:
    return f"({NOTES_FILE}:{reference.line})"


def _both(subject: Subject) -> Iterator[tuple[Note, Reference]]:
    """Yield the notes that were read from the source and have an entry."""
    for note in subject.notes if subject.read else ():
        if note.reference:
            yield note, note.reference
