"""How readers are told where an index points."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby

from matn.edition.model import Edition, Work
from matn.export.indexes.places import Place


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
