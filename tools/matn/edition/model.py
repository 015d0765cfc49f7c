"""The edition as data: what the site, the exports and the commands are made from."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from matn.edition.bibliography import Reference
from matn.structure.model import BlockKind

if TYPE_CHECKING:  # made from works, most of them, and so importing this module
    from matn.edition.anchors.model import Change
    from matn.edition.chronology import Event
    from matn.edition.emend import Emendation
    from matn.edition.names.model import Name

Bilingual = Mapping[str, str]
"""A text in the interface languages: keys ``ar`` and ``en``."""


@dataclass(frozen=True, slots=True)
class SourcePin:
    """The file a work was made from: SHA-256 of its bytes (hex), format, length in code points."""

    sha256: str
    format: str
    characters: int


@dataclass(frozen=True, slots=True)
class Work:
    """Bibliography of one document, as ``work.yaml`` has it.

    *date* is ISO 8601, as precise as known (``2025-09``). A date that the source does not state is
    *supplied*: *date_evidence* says from what, in both languages. *stance* is what the author holds, in one line
    by the editors.
    """

    id: str
    folder: Path
    title: Bilingual
    author: Bilingual
    publisher: Bilingual
    date: str
    source: SourcePin
    date_evidence: Bilingual = field(default_factory=dict)
    affiliation: Bilingual = field(default_factory=dict)
    container: Bilingual = field(default_factory=dict)
    pages: str = ""
    issue: str = ""
    url: str = ""
    rights: Bilingual = field(default_factory=dict)
    abstract: Bilingual = field(default_factory=dict)
    stance: Bilingual = field(default_factory=dict)
    damage: Bilingual = field(default_factory=dict)
    structure: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Alteration:
    """A place where the reading text is not simply the source's.

    A gap inside a larger change follows it as an alteration of its own, its range within the other's.

    Attributes:
        start: Offset in the paragraph's reading text.
        end: One past the last; equal to *start* where something was taken out.
        received: What stood in the source (line ends as spaces).
        reading: What the reading text has.
        rules: Names of the rules (or ``emendation``) in the order in which they worked.
        why: The evidence, in words.
        certainty: 0 to 1: the editor's where an editor decided, else the least of the steps.
        kind: ``edit``, ``emendation`` or ``gap``.
        emendations: The editor's corrections that had a part in it, as they stand in ``emendations.yaml``.
    """

    start: int
    end: int
    received: str
    reading: str
    rules: tuple[str, ...]
    why: str
    certainty: float
    kind: str
    emendations: tuple[Emendation, ...] = field(default=(), compare=False)


@dataclass(frozen=True, slots=True)
class NoteMarker:
    """A marker in a paragraph: the note's id (``n4``), its printed label, its offset in the reading text."""

    note: str
    label: str
    offset: int


@dataclass(frozen=True, slots=True)
class Query:
    """A suggestion or a flag that waits for an editor, placed in a paragraph's reading text."""

    start: int
    end: int
    reading: str
    suggestion: str
    rule: str
    why: str


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One anchored unit of a work. Texts are ``None`` where the source is absent."""

    id: str
    kind: BlockKind
    level: int = 0
    label: str = ""
    language: str = "ar"
    received: str | None = None
    repaired: str | None = None
    reading: str | None = None
    content_hash: str = ""
    markers: tuple[NoteMarker, ...] = ()
    alterations: tuple[Alteration, ...] = ()
    queries: tuple[Query, ...] = ()


@dataclass(frozen=True, slots=True)
class Note:
    """One note. *status* is ``present``, ``lost`` (marker without body) or ``marker-lost``.

    *text* is ``None`` where the source is absent or the body is lost, and so is *received*, its body as the
    source has it (line ends as spaces); *paragraphs* are the ids of the paragraphs that carry a marker;
    *repeats* is the id of the note that an *ibid.* stands for; *reference* is what editors say of it.
    """

    id: str
    label: str
    status: str
    language: str = "ar"
    text: str | None = None
    paragraphs: tuple[str, ...] = ()
    repeats: str = ""
    urls: tuple[str, ...] = ()
    alterations: tuple[Alteration, ...] = ()
    received: str | None = None
    reference: Reference | None = None


@dataclass(frozen=True, slots=True)
class Summary:
    """An English summary of a paragraph.

    *pinned* is the content hash of the Arabic it was written from, empty where it is not pinned; *reason* says
    why there is none, and then *text* is empty; *line* is its 1-based line in ``summaries.md``.
    """

    id: str
    text: str
    pinned: str
    reason: str = ""
    line: int = 1


@dataclass(frozen=True, slots=True)
class Account:
    """Where the source's characters went; :attr:`unaccounted` is what must be 0.

    All counts are code points of the decoded source. *edited* maps rule to characters it took out or
    rewrote; *removed* maps reason to characters.
    """

    total: int
    kept: int
    edited: Mapping[str, int]
    removed: Mapping[str, int]
    blank: int

    @property
    def unaccounted(self) -> int:
        """Characters that are in none of the bags."""
        return self.total - self.kept - sum(self.edited.values()) - sum(self.removed.values()) - self.blank


@dataclass(frozen=True, slots=True)
class Tombstone:
    """An id that was published and is no longer a paragraph: ``split``, ``merged`` or ``withdrawn``."""

    id: str
    state: str
    successors: tuple[str, ...]
    reason: str = ""


@dataclass(frozen=True, slots=True)
class History:
    """The wordings in which a paragraph was published: their content hashes, oldest first, and what changed between.

    *changes* has those that were recorded; between two of *versions* there may be none.
    """

    versions: tuple[str, ...]
    changes: tuple[Change, ...] = ()


@dataclass(frozen=True, slots=True)
class WorkEdition:
    """A work as published: whole where the source is present, the grid of anchors where it is not.

    *emendations* are the editors' corrections as they wrote them, whether or not the text is there. *history* has
    the wordings of every id that was ever a paragraph.
    """

    work: Work
    paragraphs: tuple[Paragraph, ...]
    notes: tuple[Note, ...]
    tombstones: tuple[Tombstone, ...] = ()
    account: Account | None = None
    summaries: Mapping[str, Summary] = field(default_factory=dict)
    emendations: tuple[Emendation, ...] = ()
    history: Mapping[str, History] = field(default_factory=dict)

    @property
    def has_source(self) -> bool:
        """Whether the Arabic text is there."""
        return self.account is not None


@dataclass(frozen=True, slots=True)
class Edition:
    """All works of the site, in order of publication year, newest first; the names and events in them."""

    works: tuple[WorkEdition, ...]
    version: str
    names: tuple[Name, ...] = ()
    chronology: tuple[Event, ...] = ()
