"""What a rule looks at, and what it finds."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from matn.edition.anchors.model import Ledger, Stop
from matn.edition.bibliography import Reference
from matn.edition.chronology import Event, Reconciled
from matn.edition.emend import Emendation
from matn.edition.exceptions import Exemption
from matn.edition.model import Note, Paragraph, Summary, Work
from matn.edition.names.model import Name
from matn.edition.prepare import Prepared
from matn.edition.proofs import Mark
from matn.edition.readings import Readings
from matn.edition.schema import Problem
from matn.edition.spelling import Spellings
from matn.errors import MatnError
from matn.source.find import SourceFile


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
        problems: Mistakes in its files, by the file's name; with ``emendations.yaml`` also corrections that
            find no place.
        emendations: The editor's corrections.
        source: Its source, if it is there.
        strangers: Texts among the sources that no work knows: one may be a changed source.
        prepared: The source, repaired and taken apart.
        ledger: Its ledger of ids.
        stops: What keeps the ledger from fitting the text.
        paragraphs: As published; without texts where the source is absent.
        notes: As published.
        summaries: By paragraph, in the order of the file.
        references: What editors say of the notes.
        exemptions: The exceptions that editors make from the rules.
        marks: What editors have read.
        spellings: The names of the edition, if their list could be read.
        faults: What stopped a step: the code it belongs to, and the error.
    """

    folder: Path
    work: Work | None = None
    problems: Mapping[str, tuple[Problem, ...]] = field(default_factory=dict)
    emendations: tuple[Emendation, ...] = ()
    source: Path | None = None
    strangers: tuple[SourceFile, ...] = ()
    prepared: Prepared | None = None
    ledger: Ledger | None = None
    stops: tuple[Stop, ...] = ()
    paragraphs: tuple[Paragraph, ...] = ()
    notes: tuple[Note, ...] = ()
    summaries: Mapping[str, Summary] = field(default_factory=dict)
    references: tuple[Reference, ...] = ()
    exemptions: tuple[Exemption, ...] = ()
    marks: tuple[Mark, ...] = ()
    spellings: Spellings | None = None
    faults: tuple[tuple[str, MatnError], ...] = ()

    def file(self, name: str, line: int = 0) -> str:
        """Return where to look: a file of the work and a line of it."""
        return f"{self.folder / name}:{line}" if line else str(self.folder / name)

    def at(self, anchor: str) -> str:
        """Return where to look: a paragraph or a note."""
        return f"{self.folder.name}#{anchor}"

    @property
    def read(self) -> bool:
        """Whether the text is there, published under ids, so that rules could look at it."""
        return any(paragraph.reading is not None for paragraph in self.paragraphs)


@dataclass(frozen=True, slots=True)
class Whole:
    """What the works share, and all their texts.

    Attributes:
        folder: The folder that holds the works and the files they share.
        names: The names that editors list.
        events: The dated events that editors list.
        problems: Mistakes in the shared files, by the file's name.
        texts: The reading texts of all works, with their notes; None where one is absent.
        reconciled: What comparing the events with the texts shows.
        complete: Whether each work of the edition is in *texts*; if not, nothing is said of what is missing.
    """

    folder: Path
    names: tuple[Name, ...] = ()
    events: tuple[Event, ...] = ()
    problems: Mapping[str, tuple[Problem, ...]] = field(default_factory=dict)
    texts: Readings = field(default_factory=dict)
    reconciled: Reconciled = field(default_factory=lambda: Reconciled((), ()))
    complete: bool = False

    def file(self, name: str, line: int = 0) -> str:
        """Return where to look: a shared file and a line of it."""
        return f"{self.folder / name}:{line}" if line else str(self.folder / name)


Places = Iterable[tuple[str, str]]
"""Where a rule is broken, and what is there."""

Rule = Callable[[Subject], Places]
WholeRule = Callable[[Whole], Places]


def told(problem: Problem) -> str:
    """Return *problem* as one line."""
    return problem.message + (f" ({problem.hint})" if problem.hint else "")


def mistakes(subject: Subject | Whole, name: str) -> Places:
    """Return the mistakes in the file *name*."""
    return [(subject.file(name, problem.line), told(problem)) for problem in subject.problems.get(name, ())]
