"""What structure finds in a repaired text: blocks, notes and what was taken out.

Every character of the repaired text lies in exactly one piece of a passage, in exactly one removal, or
is white space between them; :func:`matn.edition.account` holds us to it.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class BlockKind(StrEnum):
    """Kinds of paragraph."""

    TITLE = "title"
    BYLINE = "byline"
    HEADING = "heading"
    PARAGRAPH = "paragraph"
    LIST_ITEM = "list-item"
    FIGURE_LOST = "figure-lost"
    CAPTION = "caption"


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of the repaired text ``[start, end)`` and what the reading text has for it.

    *reason* is empty where the text is kept as it is; else it says why not: ``line-end`` (a line break
    became a space or went), ``note-marker``, ``note-label``, ``list-label``, ``heading-mark``, ``link``,
    ``furniture``, ``markup``.
    """

    start: int
    end: int
    text: str
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Passage:
    """A text gathered from pieces, in reading order."""

    pieces: tuple[Piece, ...]

    @property
    def text(self) -> str:
        """The passage as readers see it: NFC is not applied, white space is single."""
        return "".join(piece.text for piece in self.pieces)


@dataclass(frozen=True, slots=True)
class Marker:
    """A note marker: its label as printed (``4``, ``*``) and its place in the passage's text.

    *note* is the label of the :class:`SourceNote` it calls: the printed label, unless the source prints
    another one at the note's body (a marker ``*`` whose body is headed ``(1)``).
    """

    label: str
    offset: int
    note: str = ""

    @property
    def target(self) -> str:
        """The label under which the note is found in :attr:`Document.notes`."""
        return self.note or self.label


@dataclass(frozen=True, slots=True)
class Block:
    """One paragraph-like unit, which gets an anchor.

    Attributes:
        kind: What it is.
        passage: Its text, markers taken out.
        level: Depth of a heading (1 is the work's main division) or of a list item; else 0.
        label: Label of a list item as printed (``1.``, ``أ.``, ``•``), or empty.
        markers: Note markers in it, by rising offset.
        language: BCP 47 tag of its text: ``ar``, ``en``, ``fa``.
    """

    kind: BlockKind
    passage: Passage
    level: int = 0
    label: str = ""
    markers: tuple[Marker, ...] = ()
    language: str = "ar"


@dataclass(frozen=True, slots=True)
class SourceNote:
    """A note of the source: its label, and its body unless the body is lost.

    *repeats* is the label of the note that an *ibid.* refers to. *language* tags the body: a Persian
    reference with an Arabic access date is ``fa``.
    """

    label: str
    passage: Passage | None
    language: str = "ar"
    repeats: str = ""
    urls: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Removal:
    """A run of the repaired text that is not read: furniture, page number; with the reason."""

    start: int
    end: int
    reason: str


@dataclass(frozen=True, slots=True)
class Document:
    """A work's repaired text, taken apart."""

    base: str
    blocks: tuple[Block, ...]
    notes: tuple[SourceNote, ...]
    removals: tuple[Removal, ...]
