"""Which document of a book holds what: paragraphs in chapters, notes with their chapter, changes in a list."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from lxml import etree

from matn.edition.calls import Call, calls
from matn.edition.model import Alteration, Note, Paragraph, WorkEdition
from matn.export.offer import Say
from matn.structure.model import BlockKind

NOTES, SUMMARIES, CHANGES, ABOUT = "notes.xhtml", "summaries.xhtml", "changes.xhtml", "about.xhtml"
_HEAD = frozenset({BlockKind.TITLE, BlockKind.BYLINE})


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of the contents: *level* 1 is a part of the book; *href* is from the package's folder."""

    title: str
    language: str
    href: str
    level: int


@dataclass(frozen=True, slots=True)
class Document:
    """One file of the book, and what the contents and the list of pages have of it."""

    name: str
    body: etree._Element
    entries: tuple[Entry, ...] = ()
    pages: tuple[tuple[str, str], ...] = ()
    """Label and address of each numbered paragraph."""


@dataclass(frozen=True, slots=True)
class Chapter:
    """The paragraphs of one file."""

    file: str
    paragraphs: tuple[Paragraph, ...]


@dataclass(frozen=True, slots=True)
class Plan:
    """Where everything of a work is, and the words to tell it in Arabic and English.

    *homes* has the file of each paragraph and note, *changes* the id of each entry in the list of changes. The key
    of a change is its paragraph's or note's id and its place among the alterations of that.
    """

    item: WorkEdition
    folder: str
    say: Say
    english: Say
    chapters: tuple[Chapter, ...]
    calls: Sequence[Call]
    homes: Mapping[str, str]
    changes: Mapping[tuple[str, int], str]

    def href(self, file: str, anchor: str) -> str:
        """Return the address of the paragraph or note *anchor* as *file* of the same work has it."""
        home = self.homes[anchor]
        return f"#{anchor}" if home == file else f"{home}#{anchor}"

    def notes(self, file: str) -> list[Note]:
        """Return the notes that stand in *file*."""
        return [note for note in self.item.notes if self.homes[note.id] == file]

    def has_summary(self, anchor: str) -> bool:
        """Whether the paragraph *anchor* is summed up in words."""
        summary = self.item.summaries.get(anchor)
        return bool(summary and summary.text)


def plan(item: WorkEdition, folder: str, words: Callable[[str], Say]) -> Plan:
    """Return the plan of *item*, whose files will lie in *folder* (which ends with ``/``, or is empty)."""
    chapters = tuple(_chapters(item))
    homes = {paragraph.id: chapter.file for chapter in chapters for paragraph in chapter.paragraphs}
    called = calls(item)
    for call in called:
        homes.setdefault(call.note, homes[call.paragraph] if item.has_source else NOTES)
    homes |= {note.id: NOTES for note in item.notes if note.id not in homes}
    return Plan(item, folder, words("ar"), words("en"), chapters, called, homes, _numbered(item))


def _chapters(item: WorkEdition) -> Iterator[Chapter]:
    """Yield the chapters: a new one begins with every heading of the highest level."""
    groups: list[list[Paragraph]] = [[]]
    top = min((p.level for p in item.paragraphs if p.kind is BlockKind.HEADING), default=0)
    for paragraph in item.paragraphs if item.has_source else ():
        begins = paragraph.kind is BlockKind.HEADING and paragraph.level == top
        if begins and any(each.kind not in _HEAD for each in groups[-1]):
            groups.append([])
        groups[-1].append(paragraph)
    whole = groups if item.has_source else [list(item.paragraphs)]
    for number, group in enumerate((group for group in whole if group), 1):
        yield Chapter(f"text-{number}.xhtml", tuple(group))


def told(alterations: Sequence[Alteration]) -> Iterator[tuple[int, Alteration]]:
    """Yield what readers of a book are told of, with its place: emendations and gaps, a gap within another not."""
    end = -1
    for place, each in enumerate(alterations):
        if each.kind == "gap" and each.start < end:
            continue
        if each.kind != "edit":
            yield place, each
        end = max(end, each.end)


def _numbered(item: WorkEdition) -> Mapping[tuple[str, int], str]:
    texts: list[Paragraph | Note] = [*item.paragraphs, *item.notes]
    return {(text.id, place): f"{text.id}-c{place}" for text in texts for place, _ in told(text.alterations)}
