"""A name of the index, and a place where it occurs."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    """Kinds of thing that have names."""

    PERSON = "person"
    ORGANISATION = "organisation"
    PLACE = "place"
    EVENT = "event"
    AGREEMENT = "agreement"
    FACILITY = "facility"


@dataclass(frozen=True, slots=True)
class Name:
    """An entry of ``names.yaml``.

    Attributes:
        id: Its slug.
        kind: What it names.
        ar: The Arabic form that readers see.
        en: The English form that readers see.
        line: One line that says who or what it is, in both languages.
        variants: Other Arabic forms in the texts, short ones too.
        en_variants: Other English forms in the summaries.
        wikidata: Its item (``Q796``), or empty.
        ambiguous_with: Ids of names that share a form with it.
        row: The 1-based line of the file where the entry begins.
    """

    id: str
    kind: Kind
    ar: str
    en: str
    line: Mapping[str, str]
    variants: tuple[str, ...] = ()
    en_variants: tuple[str, ...] = ()
    wikidata: str = ""
    ambiguous_with: tuple[str, ...] = ()
    row: int = 0

    @property
    def forms(self) -> tuple[str, ...]:
        """All Arabic forms."""
        return (self.ar, *self.variants)

    @property
    def en_forms(self) -> tuple[str, ...]:
        """All English forms."""
        return (self.en, *self.en_variants)


@dataclass(frozen=True, slots=True)
class Occurrence:
    """A name in a text, at ``[start, end)`` in code points; attached particles are left out of the range.

    *surface* is what stands there. *ambiguous* says that another name has the same form and the same range.
    """

    name_id: str
    start: int
    end: int
    surface: str
    ambiguous: bool = False
