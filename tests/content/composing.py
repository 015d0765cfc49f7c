"""Made-up works in memory: paragraphs and notes with what editors say of them, ready for the rules."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from matn.edition.anchors.fingerprint import content_hash
from matn.edition.anchors.model import Ledger
from matn.edition.check import findings
from matn.edition.checks.model import Subject
from matn.edition.model import Note, Paragraph, SourcePin, Summary, Work
from matn.edition.names import Kind, Name
from matn.edition.spelling import Spellings
from matn.structure.model import BlockKind

WORK = Work(
    "well-2024",
    Path("well-2024"),
    {"ar": "بئر القرية", "en": "The Village Well"},
    {"ar": "سلمى ناصر", "en": "Salma Nasser"},
    {},
    "2024",
    SourcePin("0" * 64, "text", 1),
)


def name(slug: str, ar: str, en: str, kind: str = "place", **more: Any) -> Name:
    """A name of the edition."""
    lists = {key: tuple(value) for key, value in more.items()}
    return Name(slug, Kind(kind), ar, en, {"ar": "س", "en": "x"}, **lists)


def subject(
    paragraphs: Mapping[str, str],
    summaries: Mapping[str, str] = {},
    names: Iterable[Name] = (),
    kinds: Mapping[str, str] = {},
    notes: Iterable[Note] = (),
) -> Subject:
    """A work whose *summaries* are pinned to its *paragraphs*, both by id."""
    return Subject(
        WORK.folder,
        WORK,
        paragraphs=tuple(
            Paragraph(anchor, BlockKind(kinds.get(anchor, "paragraph")), reading=text, content_hash=content_hash(text))
            for anchor, text in paragraphs.items()
        ),
        summaries={
            anchor: Summary(anchor, text, content_hash(paragraphs.get(anchor, "")), line=2 * at + 1)
            for at, (anchor, text) in enumerate(summaries.items())
        },
        notes=tuple(notes),
        references=tuple(note.reference for note in notes if note.reference),
        ledger=Ledger(),
        spellings=Spellings(tuple(names)),
    )


def told(made: Subject, *codes: str) -> list[str]:
    """What the rules *codes* find: ``E605 p3``, in order; all rules from E601 on if none is named."""
    found = [(finding.code, finding.where.rpartition("#")[2]) for finding in findings(made)]
    wanted = codes or {code for code, _ in found if code[1] == "6" and code != "R672"}
    return [f"{code} {where}" for code, where in found if code in wanted]


def messages(made: Subject, code: str) -> list[str]:
    """The messages of the rule *code*."""
    return [finding.message for finding in findings(made) if finding.code == code]


def unpinned(made: Subject, pinned: str) -> Subject:
    """*made* with all summaries pinned to *pinned*."""
    return replace(made, summaries={key: replace(s, pinned=pinned) for key, s in made.summaries.items()})
