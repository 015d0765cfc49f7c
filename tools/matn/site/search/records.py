"""What can be found: one record a paragraph, with all that readers see of it and around it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from matn.edition.model import Edition, Note, Paragraph, WorkEdition
from matn.edition.names import Name
from matn.export.indexes.names import entries
from matn.site.cited import cited
from matn.site.references import calls
from matn.structure.model import BlockKind


@dataclass(frozen=True, slots=True)
class NoteText:
    """A note as it is searched: its text or, where that is absent, its reference in one line."""

    id: str
    label: str
    language: str
    text: str


@dataclass(frozen=True, slots=True)
class Record:
    """One paragraph, or a note that no paragraph calls.

    Attributes:
        work: Id of its work.
        id: Its anchor: ``p12``, or ``n4`` for such a note.
        kind: The kind of paragraph, or ``note``.
        language: Language of *text* (BCP 47).
        text: The reading text; empty where the source is absent.
        gist: The English summary.
        heads: Anchors of the headings that it stands under, the outermost first.
        notes: The notes that it calls, in order.
        names: The names in it, each in its Arabic, its English and all other spellings, in the order of ``names.yaml``.
    """

    work: str
    id: str
    kind: str
    language: str
    text: str = ""
    gist: str = ""
    heads: tuple[str, ...] = ()
    notes: tuple[NoteText, ...] = ()
    names: tuple[tuple[str, ...], ...] = ()


def records(edition: Edition) -> dict[str, tuple[Record, ...]]:
    """Return the records of every work in reading order, by the work's id."""
    named = _names(edition)
    return {item.work.id: tuple(_of_work(item, named)) for item in edition.works}


def _of_work(item: WorkEdition, named: Mapping[str, Sequence[Name]]) -> Iterator[Record]:
    notes = {note.id: note for note in item.notes}
    called: dict[str, dict[str, None]] = defaultdict(dict)
    for call in calls(item):
        called[call.paragraph][call.note] = None
    heads = _heads(item.paragraphs)
    for paragraph in item.paragraphs:
        own = [notes[id] for id in called[paragraph.id] if id in notes]
        yield _paragraph(item, paragraph, own, heads[paragraph.id], named)
    lonely = set(notes) - {id for ids in called.values() for id in ids}
    for note in item.notes:
        if note.id in lonely and (told := _note(note)):
            yield Record(
                item.work.id, note.id, "note", note.language, notes=(told,), names=_spelt(item, [note.id], named)
            )


def _paragraph(
    item: WorkEdition,
    paragraph: Paragraph,
    notes: Sequence[Note],
    heads: tuple[str, ...],
    named: Mapping[str, Sequence[Name]],
) -> Record:
    summary = item.summaries.get(paragraph.id)
    return Record(
        work=item.work.id,
        id=paragraph.id,
        kind=paragraph.kind.value,
        language=paragraph.language,
        text=paragraph.reading or "",
        gist=summary.text if summary else "",
        heads=heads,
        notes=tuple(told for note in notes if (told := _note(note))),
        names=_spelt(item, [paragraph.id, *(note.id for note in notes)], named),
    )


def _note(note: Note) -> NoteText | None:
    text = note.text or (Markup(cited(note.reference, note.language)).striptags() if note.reference else "")
    return NoteText(note.id, note.label, note.language, text) if text else None


def _heads(paragraphs: Sequence[Paragraph]) -> dict[str, tuple[str, ...]]:
    """Return, for every paragraph, the headings above it; a heading is not its own."""
    open_heads: list[Paragraph] = []
    found: dict[str, tuple[str, ...]] = {}
    for paragraph in paragraphs:
        if paragraph.kind is BlockKind.HEADING:
            while open_heads and open_heads[-1].level >= paragraph.level:
                open_heads.pop()
        found[paragraph.id] = tuple(head.id for head in open_heads)
        if paragraph.kind is BlockKind.HEADING:
            open_heads.append(paragraph)
    return found


def _names(edition: Edition) -> dict[str, list[Name]]:
    """Return the names at every place (``qashta-2025#p12``)."""
    found: dict[str, list[Name]] = defaultdict(list)
    for entry in entries(edition):
        for place in entry.found:
            found[place.place.ref].append(entry.name)
    return found


def _spelt(
    item: WorkEdition, anchors: Sequence[str], named: Mapping[str, Sequence[Name]]
) -> tuple[tuple[str, ...], ...]:
    there = (name for anchor in anchors for name in named.get(f"{item.work.id}#{anchor}", ()))
    return tuple(dict.fromkeys((name.ar, name.en, *name.variants, *name.en_variants) for name in there))
