"""Small works, imprint and site for tests of citations."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

from matn.edition.assemble import work_edition
from matn.edition.load import load_work
from matn.edition.model import Note, Paragraph, SourcePin, Tombstone, Work, WorkEdition
from matn.export.cite import Imprint, Site
from matn.structure.model import BlockKind

ROOT = Path(__file__).resolve().parents[2]
ADDRESS = "https://example.org/papers/"
IMPRINT = Imprint(
    {"ar": "متن", "en": "Matn"},
    {"ar": "فريق متن", "en": "Matn editors"},
    {"ar": "مشروع متن", "en": "The Matn project"},
    "1.2.0",
    "2030-03",
)
SITE = Site(IMPRINT, ADDRESS)


def work(**more: Any) -> Work:
    """A made-up paper by Salma Nasser."""
    facts: dict[str, Any] = {
        "id": "well-2024",
        "folder": Path("well-2024"),
        "title": {"ar": "بئر القرية", "en": "The Village Well"},
        "author": {"ar": "سلمى ناصر", "en": "Salma Nasser"},
        "publisher": {"ar": "دار الضفة", "en": "Riverbank House"},
        "date": "2024-05",
        "source": SourcePin("0" * 64, "text", 1),
    }
    return Work(**(facts | more))


def edition(**more: Any) -> WorkEdition:
    """The paper with three paragraphs, two notes, and ids that are no longer in use."""
    paragraphs = [Paragraph(name, BlockKind.PARAGRAPH, content_hash=f"a0000{name[1]}") for name in ("p1", "p2", "p2a")]
    notes = (Note("n1", "1", "present", paragraphs=("p2",)), Note("n2", "2", "marker-lost"))
    stones = (
        Tombstone("p3", "split", ("p2", "p4")),
        Tombstone("p4", "merged", ("p2a",)),
        Tombstone("p5", "withdrawn", (), "it was the running head"),
        Tombstone("p6", "merged", ("p7",)),
        Tombstone("p7", "split", ("p6",)),
    )
    return WorkEdition(work(**more), tuple(paragraphs), notes, stones)


@cache
def real(name: str) -> WorkEdition:
    """A work of the edition as far as its own files tell it."""
    return work_edition(load_work(ROOT / "docs" / "works" / name), None)
