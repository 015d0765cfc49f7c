"""One work as data: its bibliography, its paragraph ids and hashes, the summaries; no text of the publisher's."""

from __future__ import annotations

from matn.edition.model import Edition, Paragraph, WorkEdition
from matn.edition.summaries import stale
from matn.export.indexes.envelope import known

_FACTS = ("title", "author", "affiliation", "publisher", "container", "date_evidence", "abstract", "rights", "damage")


def data(item: WorkEdition) -> dict[str, object]:
    """Return *item*, for ``works/<id>.json``."""
    work = item.work
    facts = known(**{key: dict(getattr(work, key)) for key in _FACTS}, issue=work.issue, pages=work.pages, url=work.url)
    source = {"sha256": work.source.sha256, "format": work.source.format, "characters": work.source.characters}
    return {
        "id": work.id,
        "date": work.date,
        **facts,
        "source": source,
        "has_text": item.has_source,
        "paragraphs": [_paragraph(paragraph, item) for paragraph in item.paragraphs],
        "notes": [{"id": note.id, "label": note.label, "status": note.status} for note in item.notes],
        "retired": [
            {"id": stone.id, "state": str(stone.state), "successors": list(stone.successors), "reason": stone.reason}
            for stone in item.tombstones
        ],
    }


def _paragraph(paragraph: Paragraph, item: WorkEdition) -> dict[str, object]:
    summary = item.summaries.get(paragraph.id)
    head = known(id=paragraph.id, kind=paragraph.kind.value, level=paragraph.level or None, hash=paragraph.content_hash)
    head["url"] = f"works/{item.work.id}.html#{paragraph.id}"
    notes = [note.id for note in item.notes if paragraph.id in note.paragraphs]
    if not summary:
        return head | known(notes=notes)
    if not summary.text:
        return head | known(notes=notes, no_summary=summary.reason)
    told = known(notes=notes, summary=summary.text, summary_of=summary.pinned)
    return head | told | ({"stale": True} if stale(summary, paragraph) else {})


def index(edition: Edition) -> dict[str, object]:
    """Return where the data of each work lie, for ``works.json``."""
    return {"works": [{"id": item.work.id, "url": f"works/{item.work.id}.json"} for item in edition.works]}
