"""A work as one JSON document, and all works as one: facts, paragraphs with every change, notes, summaries.

The shapes are those of ``schema/{work,edition}.schema.json`` (JSON Schema, draft 2020-12), which tell of each key.
Every key is always there, but for the facts of a note's reference, where an absent fact is an absent key.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict
from importlib.resources import files
from typing import Any

from matn.edition.csl import csl
from matn.edition.model import (
    Account,
    Alteration,
    Edition,
    Note,
    Paragraph,
    Summary,
    Tombstone,
    Work,
    WorkEdition,
)
from matn.edition.summaries import stale
from matn.export.cite import Imprint

FORMAT, WHOLE_FORMAT, VERSION = "matn-edition", "matn-whole-edition", 1
_BILINGUAL = (
    *("title", "author", "affiliation", "publisher", "container"),
    *("date_evidence", "rights", "abstract", "damage"),
)


def schema(name: str = "work") -> dict[str, Any]:
    """Return the JSON Schema of what :func:`work_json` writes, or another of ours by its *name*.

    That of the whole edition has the work's within it, and so needs no other file.
    """
    text = (files("matn.export") / "schema" / f"{name}.schema.json").read_text("utf-8")
    found = dict(json.loads(text))
    return found | {"$defs": {"work": schema()}} if name == "edition" else found


def work_json(item: WorkEdition, version: str) -> bytes:
    """Return *item* as JSON in UTF-8; *version* is the program's. The same work gives the same bytes.

    Offsets count Unicode code points of the paragraph's reading text. Without the source all texts are null.
    """
    return _written(_whole(item, version))


def edition_json(edition: Edition, imprint: Imprint) -> bytes:
    """Return all works as one JSON document in UTF-8, each as :func:`work_json` has it."""
    told = {
        "format": WHOLE_FORMAT,
        "format_version": VERSION,
        "matn": edition.version,
        "licence": {"editorial": "CC-BY-4.0"},
        "edition": asdict(imprint),
        "works": [_whole(item, edition.version) for item in edition.works],
    }
    return _written(told)


def _written(value: Mapping[str, object]) -> bytes:
    text = json.dumps(value, ensure_ascii=False, indent=1) + "\n"
    return text.encode("utf-8", "backslashreplace")  # half a surrogate pair, which UTF-8 has not, as JSON's \udxxx


def _whole(item: WorkEdition, version: str) -> dict[str, object]:
    return {
        "format": FORMAT,
        "format_version": VERSION,
        "matn": version,
        "licence": {"editorial": "CC-BY-4.0", "text": dict(item.work.rights)},
        "has_text": item.has_source,
        "work": _work(item.work),
        "paragraphs": [_paragraph(paragraph) for paragraph in item.paragraphs],
        "notes": [_note(note, item.work.id) for note in item.notes],
        "summaries": [_summary(summary, item) for summary in item.summaries.values()],
        "tombstones": [_tombstone(stone) for stone in item.tombstones],
        "account": _account(item.account) if item.account else None,
    }


def _work(work: Work) -> dict[str, object]:
    return {
        "id": work.id,
        **{key: dict(getattr(work, key)) for key in _BILINGUAL},
        "date": work.date,
        "issue": work.issue,
        "pages": work.pages,
        "url": work.url,
        "source": asdict(work.source),
    }


def _paragraph(paragraph: Paragraph) -> dict[str, object]:
    return {
        "id": paragraph.id,
        "kind": paragraph.kind.value,
        "level": paragraph.level,
        "label": paragraph.label,
        "language": paragraph.language,
        "hash": paragraph.content_hash,
        "received": paragraph.received,
        "repaired": paragraph.repaired,
        "reading": paragraph.reading,
        "alterations": [_alteration(each) for each in paragraph.alterations],
        "queries": [asdict(each) for each in paragraph.queries],
        "markers": [asdict(each) for each in paragraph.markers],
    }


def _alteration(alteration: Alteration) -> dict[str, object]:
    told = asdict(alteration) | {"rules": list(alteration.rules)}
    del told["emendations"]  # what editors wrote; `why` tells it, and the format stays as it was
    return told


def _note(note: Note, work: str) -> dict[str, object]:
    return {
        "id": note.id,
        "label": note.label,
        "status": note.status,
        "language": note.language,
        "received": note.received,
        "reading": note.text,
        "alterations": [_alteration(each) for each in note.alterations],
        "paragraphs": list(note.paragraphs),
        "repeats": note.repeats or None,
        "urls": list(note.urls),
        "reference": _reference(note, work),
    }


def _reference(note: Note, work: str) -> dict[str, object] | None:
    """Return what the editors know of *note*; a source has its CSL-JSON with it."""
    if note.reference is None:
        return None
    told = {
        key: value for key, value in asdict(note.reference).items() if value and key not in ("id", "line", "status")
    }
    return told | ({"csl": csl(note.reference, work)} if note.reference.kind == "source" else {})


def _summary(summary: Summary, item: WorkEdition) -> dict[str, object]:
    by_id = {paragraph.id: paragraph for paragraph in item.paragraphs}
    paragraph = by_id.get(summary.id)
    return {
        "id": summary.id,
        "text": summary.text or None,
        "reason": summary.reason or None,
        "of": summary.pinned or None,
        "stale": bool(summary.text) and (paragraph is None or stale(summary, paragraph)),
    }


def _tombstone(stone: Tombstone) -> dict[str, object]:
    return asdict(stone) | {"state": str(stone.state), "successors": list(stone.successors)}


def _account(account: Account) -> dict[str, object]:
    return asdict(account) | {"unaccounted": account.unaccounted}
