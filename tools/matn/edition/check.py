"""Every rule that an edition is held to: a table from code to a pure function that looks for breaches.

Codes are published and never given to another rule: E is an error, W a warning, R something for the
editor to review. The first line of a function's docstring is what users are told.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from inspect import getdoc
from pathlib import Path

from matn.edition.anchors.ledger import ANCHORS_FILE
from matn.edition.anchors.model import Ledger, Stop
from matn.edition.emend import Emendation
from matn.edition.load import EMENDATIONS_FILE, WORK_FILE
from matn.edition.model import Note, Paragraph, Work
from matn.edition.prepare import Prepared
from matn.edition.schema import Problem
from matn.errors import MatnError
from matn.source.find import SourceFile
from matn.structure.check import doubled, uncovered


@dataclass(frozen=True, slots=True)
class Finding:
    """One breach of one rule."""

    code: str
    where: str
    message: str


@dataclass(frozen=True, slots=True)
class Subject:
    """All that could be found out about a work; what an earlier fault made impossible is None or empty.

    Attributes:
        folder: The work's folder.
        work: Its bibliography.
        work_problems: Mistakes in ``work.yaml``.
        emendations: The editor's corrections.
        emendation_problems: Mistakes in ``emendations.yaml``, and corrections that find no place.
        source: Its source, if it is there.
        strangers: Texts among the sources that no work knows: one may be a changed source.
        prepared: The source, repaired and taken apart.
        ledger: Its ledger of ids.
        stops: What keeps the ledger from fitting the text.
        paragraphs: As published.
        notes: As published.
        faults: What stopped a step: the code it belongs to, and the error.
    """

    folder: Path
    work: Work | None = None
    work_problems: tuple[Problem, ...] = ()
    emendations: tuple[Emendation, ...] = ()
    emendation_problems: tuple[Problem, ...] = ()
    source: Path | None = None
    strangers: tuple[SourceFile, ...] = ()
    prepared: Prepared | None = None
    ledger: Ledger | None = None
    stops: tuple[Stop, ...] = ()
    paragraphs: tuple[Paragraph, ...] = ()
    notes: tuple[Note, ...] = ()
    faults: tuple[tuple[str, MatnError], ...] = ()

    def file(self, name: str, line: int = 0) -> str:
        """Return where to look: a file of the work and a line of it."""
        return f"{self.folder / name}:{line}" if line else str(self.folder / name)

    def at(self, anchor: str) -> str:
        """Return where to look: a paragraph or a note."""
        return f"{self.folder.name}#{anchor}"


Places = Iterable[tuple[str, str]]
Rule = Callable[[Subject], Places]


def work_file(subject: Subject) -> Places:
    """work.yaml is not as it must be."""
    return [(subject.file(WORK_FILE, p.line), _told(p)) for p in subject.work_problems]


def emendations_file(subject: Subject) -> Places:
    """A correction in emendations.yaml cannot be done."""
    return [(subject.file(EMENDATIONS_FILE, p.line), _told(p)) for p in subject.emendation_problems]


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
    """A note is called in the text and has no body in the source."""
    return [(subject.at(note.id), f"note {note.label}") for note in subject.notes if note.status == "lost"]


def marker_lost(subject: Subject) -> Places:
    """A note has a body and is called nowhere in the text."""
    return [(subject.at(note.id), f"note {note.label}") for note in subject.notes if note.status == "marker-lost"]


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


CHECKS: Mapping[str, Rule] = {
    "E101": work_file,
    "E102": emendations_file,
    "E110": source_fails,
    "E111": source_length,
    "E112": source_changed,
    "E201": ledger_fails,
    "E202": ledger_mismatch,
    "E301": unaccounted,
    "E302": read_twice,
    "E303": account_fails,
    "W110": source_absent,
    "W210": unrecorded,
    "W401": body_lost,
    "W402": marker_lost,
    "R501": queries,
}
"""All rules, by code."""


def findings(subject: Subject) -> tuple[Finding, ...]:
    """Return what all rules find in *subject*, errors first."""
    return tuple(
        Finding(code, where, f"{message(rule)} {what}".strip())
        for code, rule in CHECKS.items()
        for where, what in rule(subject)
    )


def message(rule: Rule) -> str:
    """Return what users are told of *rule*."""
    return (getdoc(rule) or "").partition("\n")[0]


def _told(problem: Problem) -> str:
    return problem.message + (f" ({problem.hint})" if problem.hint else "")


def _faults(subject: Subject, code: str) -> Places:
    for belongs, error in subject.faults:
        if belongs == code:
            line = f":{error.line}" if error.line else ""
            hint = f" ({error.hint})" if error.hint else ""
            yield f"{error.path or subject.folder}{line}", error.message + hint
