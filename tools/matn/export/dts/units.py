"""The citation tree of a work: sections by its main headings, paragraphs, notes; in the order of the document."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from matn.edition.model import Note, Paragraph, WorkEdition
from matn.structure.model import BlockKind

DEPTH = 2
"""Levels of the tree: a section has paragraphs; what stands before the first section, and a note, has no section."""


@dataclass(frozen=True, slots=True)
class Unit:
    """A citable unit.

    Attributes:
        identifier: What a ``ref`` says: ``p12``, ``n4``, ``section-p5``.
        kind: ``section``, ``paragraph`` or ``note``.
        parent: Identifier of the section that it is in, if any.
        title: Words of a heading and its translation, by language.
        paragraphs: What its text is: those of a section, itself, or none for a note.
        note: The note that it is.
    """

    identifier: str
    kind: str
    parent: str = ""
    title: tuple[tuple[str, str], ...] = ()
    paragraphs: tuple[Paragraph, ...] = ()
    note: Note | None = None

    @property
    def level(self) -> int:
        """Depth in the tree, from 1."""
        return 2 if self.parent else 1


def units(item: WorkEdition) -> tuple[Unit, ...]:
    """Return every citable unit of *item*: what comes first in the text comes first, notes come last."""
    notes = (Unit(note.id, "note", note=note) for note in item.notes)
    return (*(unit for group in _groups(item) for unit in _of(group, item)), *notes)


def _groups(item: WorkEdition) -> list[list[Paragraph]]:
    """Return the paragraphs, parted before every heading of the highest level; the first group may be empty."""
    top = min((p.level for p in item.paragraphs if p.kind is BlockKind.HEADING), default=0)
    groups: list[list[Paragraph]] = [[]]
    for paragraph in item.paragraphs:
        if paragraph.kind is BlockKind.HEADING and paragraph.level == top:
            groups.append([])
        groups[-1].append(paragraph)
    return groups


def _of(group: Sequence[Paragraph], item: WorkEdition) -> Iterator[Unit]:
    if not group:
        return
    has_head = group[0].kind is BlockKind.HEADING
    section = f"section-{group[0].id}" if has_head else ""
    if section:
        yield Unit(section, "section", title=_title(group[0], item), paragraphs=tuple(group))
    for paragraph in group:
        title = _title(paragraph, item) if paragraph.kind is BlockKind.HEADING else ()
        yield Unit(paragraph.id, "paragraph", section, title, (paragraph,))


def _title(heading: Paragraph, item: WorkEdition) -> tuple[tuple[str, str], ...]:
    summary = item.summaries.get(heading.id)
    told = ((heading.language, heading.reading or ""), ("en", summary.text if summary else ""))
    return tuple((language, " ".join(text.split())) for language, text in told if text.strip())


def members(all_units: Sequence[Unit], ref: Unit | None, down: int) -> list[Unit]:
    """Return what a query for *ref* (the whole work without) and *down* finds, as the specification's table has it.

    Args:
        all_units: The tree.
        ref: The unit asked for.
        down: -1 to the bottom, 0 for the units beside *ref*, else how many levels.
    """
    if ref is None:
        return [unit for unit in all_units if down < 0 or unit.level <= down]
    if down == 0:
        return [unit for unit in all_units if unit.parent == ref.parent and unit.level == ref.level]
    return [ref, *(unit for unit in all_units if unit.parent == ref.identifier)]
