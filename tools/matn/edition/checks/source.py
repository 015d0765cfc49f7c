"""Rules on a work's description, its source, its ledger and its text."""

from __future__ import annotations

from matn.edition.anchors.ledger import ANCHORS_FILE
from matn.edition.checks.model import Places, Subject, mistakes
from matn.edition.load import EMENDATIONS_FILE, WORK_FILE
from matn.structure.check import doubled, uncovered


def work_file(subject: Subject) -> Places:
    """work.yaml is not as it must be."""
    return mistakes(subject, WORK_FILE)


def emendations_file(subject: Subject) -> Places:
    """A correction in emendations.yaml cannot be done."""
    return mistakes(subject, EMENDATIONS_FILE)


def source_fails(subject: Subject) -> Places:
    """The source cannot be read, repaired or taken apart."""
    return _faults(subject, "E110")


def source_length(subject: Subject) -> Places:
    """The source has not the number of characters that work.yaml states."""
    if subject.prepared and subject.work:
        found, stated = len(subject.prepared.decoded.text), subject.work.source.characters
        if found != stated:
            yield subject.file(WORK_FILE), f"expected {stated}, found {found}"


def source_changed(subject: Subject) -> Places:
    """The source is not the file that work.yaml describes."""
    if subject.work and not subject.source:
        for file in subject.strangers:
            yield subject.file(WORK_FILE), f"expected {subject.work.source.sha256}, found {file.sha256} ({file.path})"


def ledger_fails(subject: Subject) -> Places:
    """The ledger of paragraph ids is missing or has mistakes."""
    return _faults(subject, "E201")


def ledger_mismatch(subject: Subject) -> Places:
    """The ledger and the text do not agree."""
    for stop in subject.stops:
        yield subject.file(ANCHORS_FILE), stop.message + (f" ({stop.hint})" if stop.hint else "")


def unaccounted(subject: Subject) -> Places:
    """Characters of the source are in no paragraph, no edit and no removal."""
    if subject.prepared:
        document = subject.prepared.document
        for start, end in uncovered(document):
            yield str(subject.prepared.path), f"{document.base[start:end].strip()[:40]!r}"


def read_twice(subject: Subject) -> Places:
    """Characters of the source are read twice."""
    if subject.prepared:
        for start, end, one, other in doubled(subject.prepared.document):
            yield str(subject.prepared.path), f"{subject.prepared.document.base[start:end][:40]!r}: {one}, {other}"


def account_fails(subject: Subject) -> Places:
    """The character account does not balance."""
    return _faults(subject, "E303")


def source_absent(subject: Subject) -> Places:
    """The source is not here: the Arabic text could not be checked."""
    if subject.work and not subject.source and not subject.strangers:
        yield subject.folder.name, f"SHA-256 {subject.work.source.sha256}"


def body_lost(subject: Subject) -> Places:
    """A note is called in the text and has no body in the source, and notes.yaml does not say so."""
    return _untold(subject, "lost")


def marker_lost(subject: Subject) -> Places:
    """A note has a body and is called nowhere in the text, and notes.yaml does not say so."""
    return _untold(subject, "marker-lost")


def _untold(subject: Subject, status: str) -> Places:
    silent = [note for note in subject.notes if note.reference is None or note.reference.status != status]
    return [(subject.at(note.id), f"note {note.label}") for note in silent if note.status == status]


def unrecorded(subject: Subject) -> Places:
    """The wording changed since it was recorded: run `matn anchors --accept` before publishing it."""
    known = subject.ledger.by_id if subject.ledger else {}
    for paragraph in subject.paragraphs:
        if paragraph.id in known and known[paragraph.id].versions[-1] != paragraph.content_hash:
            yield subject.at(paragraph.id), f"now {paragraph.content_hash}"


def queries(subject: Subject) -> Places:
    """A doubtful place waits for the editor."""
    for paragraph in subject.paragraphs:
        for query in paragraph.queries:
            perhaps = f", perhaps {query.suggestion}" if query.suggestion else ""
            yield subject.at(paragraph.id), f"{query.reading}{perhaps} ({query.rule})"


def _faults(subject: Subject, code: str) -> Places:
    for belongs, error in subject.faults:
        if belongs == code:
            line = f":{error.line}" if error.line else ""
            hint = f" ({error.hint})" if error.hint else ""
            yield f"{error.path or subject.folder}{line}", error.message + hint
