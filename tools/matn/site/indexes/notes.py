"""The bibliography: every note of every work with its reference, its links, and what became of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass

from markupsafe import Markup

from matn.edition.bibliography import Reference
from matn.edition.csl import bibliography, csl
from matn.edition.model import Edition, Note, WorkEdition
from matn.export.indexes.envelope import known
from matn.export.indexes.places import Place
from matn.site.cited import cited
from matn.site.contents import Heading
from matn.site.indexes.places import label
from matn.site.words import Words, direction

_REFERENCE = ("author", "title", "publisher", "date", "accessed", "pages", "url_printed", "url", "url_evidence")


@dataclass(frozen=True, slots=True)
class Row:
    """A note as its template wants it.

    Attributes:
        id: Its id on the page: ``qashta-2025-n4``.
        place: The note on its work's page.
        note: The note.
        reference: What editors say of it, if anything.
        cited: The reference in one line, empty if there is none.
        direction: Direction of its language.
        printed: Its address as the source prints it, where another is linked or none.
        urls: The addresses to be linked.
        paragraphs: The paragraphs that call it.
        repeats: The note that it repeats.
    """

    id: str
    place: Place
    note: Note
    reference: Reference | None
    cited: Markup
    direction: str
    printed: str
    urls: tuple[str, ...]
    paragraphs: tuple[Place, ...]
    repeats: Note | None


@dataclass(frozen=True, slots=True)
class Section:
    """The notes of one work, and how many there are of each sort."""

    work: str
    label: str
    counts: Mapping[str, int]
    rows: list[Row]


def sections(edition: Edition, language: str) -> list[Section]:
    """Return the notes of every work that has any."""
    return [_section(item, language) for item in edition.works if item.notes]


def _section(item: WorkEdition, language: str) -> Section:
    known_notes = {note.id: note for note in item.notes}
    rows = [_row(note, item.work.id, known_notes) for note in item.notes]
    return Section(item.work.id, label(item.work, language), _counts(rows), rows)


def _row(note: Note, work: str, notes: Mapping[str, Note]) -> Row:
    reference = note.reference
    printed = reference.url_printed if reference else ""
    urls = tuple(dict.fromkeys((*filter(None, [reference.url if reference else ""]), *note.urls)))
    return Row(
        f"{work}-{note.id}",
        Place(work, note.id),
        note,
        reference,
        cited(reference, note.language) if reference else Markup(""),
        direction(note.language),
        "" if printed in urls else printed,
        urls,
        tuple(Place(work, paragraph) for paragraph in note.paragraphs),
        notes.get(note.repeats),
    )


def _counts(rows: list[Row]) -> Mapping[str, int]:
    return {
        "notes": len(rows),
        "lost": sum(row.note.status == "lost" for row in rows),
        "loose": sum(row.note.status == "marker-lost" for row in rows),
        "linked": sum(bool(row.urls) for row in rows),
        "opaque": sum(bool(row.reference and row.reference.opaque) for row in rows),
    }


def headings(edition: Edition, say: Words) -> list[Heading]:
    """Return the contents of the page: its works."""
    works = (item.work for item in edition.works if item.notes)
    return [Heading(f"notes-{work.id}", 1, label(work, say.language), say.language) for work in works]


def data(edition: Edition) -> dict[str, object]:
    """Return the notes with their references, for ``notes.json``; what a note says is not in it."""
    return {"notes": [_record(row, item) for item in edition.works for row in _section(item, "en").rows]}


def _record(row: Row, item: WorkEdition) -> dict[str, object]:
    note, reference = row.note, row.reference
    head: dict[str, object] = {
        "ref": row.place.ref,
        "url": row.place.href,
        "label": note.label,
        "status": note.status,
        "paragraphs": [place.ref for place in row.paragraphs],
        "links": list(row.urls),
    }
    return head | known(repeats=f"{item.work.id}#{note.repeats}" if note.repeats else "") | _told(reference, item)


def _told(reference: Reference | None, item: WorkEdition) -> dict[str, object]:
    if reference is None:
        return {}
    told: dict[str, object] = known(
        kind=reference.kind,
        language=reference.language,
        reference=known(**{key: getattr(reference, key) for key in _REFERENCE}, opaque=reference.opaque or None),
        calendar=asdict(reference.calendar) if reference.calendar else {},
        remark=dict(reference.remark),
    )
    return told | ({"csl": csl(reference, item.work.id)} if reference.kind == "source" else {})


def sources(edition: Edition) -> list[dict[str, object]]:
    """Return the sources that the notes name as CSL-JSON, for ``notes-csl.json``."""
    return [
        record
        for item in edition.works
        for record in bibliography((note.reference for note in item.notes if note.reference), item.work.id)
    ]
