"""Where data point: a paragraph or a note of a work."""

from __future__ import annotations

from dataclasses import dataclass

from matn.edition.model import Edition


@dataclass(frozen=True, slots=True)
class Place:
    """A paragraph (``p12``) or note (``n4``) of a work. *doubtful* says that an index is not sure of it."""

    work: str
    anchor: str
    doubtful: bool = False

    @property
    def ref(self) -> str:
        """Its short name over all works: ``qashta-2025#p12``."""
        return f"{self.work}#{self.anchor}"

    @property
    def href(self) -> str:
        """Its address from the site's root."""
        return f"works/{self.work}.html#{self.anchor}"

    @property
    def number(self) -> str:
        """Its number as readers see it."""
        return self.anchor[1:]

    @property
    def is_note(self) -> bool:
        """Whether it is a note."""
        return self.anchor.startswith("n")


def anchors(edition: Edition) -> frozenset[str]:
    """Return the short name of everything in *edition* that can be pointed at."""
    return frozenset(
        f"{item.work.id}#{anchor}"
        for item in edition.works
        for anchor in (
            *(paragraph.id for paragraph in item.paragraphs),
            *(note.id for note in item.notes),
            *(stone.id for stone in item.tombstones),
        )
    )
