"""Where an index points: a paragraph or a note of a work, and how readers are told of it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby

from matn.edition.model import Edition, Work


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


@dataclass(frozen=True, slots=True)
class Places:
    """The places of one work, under the name of its author."""

    label: str
    work: str
    places: tuple[Place, ...]


def label(work: Work, language: str) -> str:
    """Return what a work is called in a list: ``author (year)``."""
    return f"{work.author.get(language) or work.id} ({work.date[:4]})"


def by_work(places: Iterable[Place], edition: Edition, language: str) -> list[Places]:
    """Gather *places* by work, in the order of the edition's works; within one they keep their order."""
    rank = {item.work.id: number for number, item in enumerate(edition.works)}
    groups = groupby(sorted(places, key=lambda place: rank[place.work]), key=lambda place: rank[place.work])
    return [
        Places(label(edition.works[number].work, language), edition.works[number].work.id, tuple(group))
        for number, group in groups
    ]


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
