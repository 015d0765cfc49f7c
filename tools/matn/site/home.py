"""Pieces of the first page: the works compared, the specimen apart from them, and where to begin."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from matn.edition.model import Edition, Work, WorkEdition
from matn.site.statistics.damage import gaps, places_by_class
from matn.site.statistics.figures import SPECIMEN
from matn.site.templates import environment
from matn.site.words import Words


@dataclass(frozen=True, slots=True)
class Entry:
    """A work in the comparison.

    *words* are those of its reading text, *changed* the places that were changed, *gaps* those that are lost: 0
    where the text is absent; *lost* are the notes whose text the source has lost.
    """

    work: Work
    paragraphs: int
    notes: int
    lost: int
    has_source: bool
    words: int
    changed: int
    gaps: int


def pieces(edition: Edition, say: Words, prefix: str = "") -> Mapping[str, str]:
    """Return the pieces by name; *prefix* leads from the page to the root of its interface."""
    papers = [entry(item) for item in edition.works if item.work.id != SPECIMEN]
    specimen = [entry(item) for item in edition.works if item.work.id == SPECIMEN]
    template = environment().get_template
    return {
        "works": template("home-works.html").render(entries=papers, say=say, prefix=prefix),
        "specimen": template("home-specimen.html").render(entries=specimen, say=say, prefix=prefix),
        "begin": template("home-begin.html").render(doors=_doors([*papers, *specimen]), say=say, prefix=prefix),
    }


def entry(item: WorkEdition) -> Entry:
    """Return what the comparison tells of *item*."""
    return Entry(
        work=item.work,
        paragraphs=len(item.paragraphs),
        notes=len(item.notes),
        lost=sum(note.status == "lost" for note in item.notes),
        has_source=item.has_source,
        words=sum(len((paragraph.reading or "").split()) for paragraph in item.paragraphs),
        changed=places_by_class(item).total(),
        gaps=gaps(item),
    )


def _doors(entries: Sequence[Entry]) -> list[Mapping[str, object]]:
    """Return the ways in: the newest text that is there, its summaries, the last work (the specimen) as received."""
    if not entries:
        return []
    first = next((each for each in entries if each.has_source), entries[0]).work
    return [
        {"key": "arabic", "href": f"works/{first.id}.html?view=ar", "work": first},
        {"key": "english", "href": f"works/{first.id}.html?view=en", "work": first},
        {"key": "check", "href": f"works/{entries[-1].work.id}.html?view=received", "work": entries[-1].work},
    ]
