"""Where each name occurs in the works: the index that readers see, and the names that never occur."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from matn.edition.names.finder import Finder
from matn.edition.names.model import Name, Occurrence
from matn.edition.readings import Readings
from matn.edition.schema import Problem


@dataclass(frozen=True, slots=True)
class Entry:
    """A name in a paragraph: the work's id, the paragraph's, and the places in its reading text."""

    work: str
    paragraph: str
    occurrences: tuple[Occurrence, ...]


def index(names: Sequence[Name], texts: Readings) -> Mapping[str, tuple[Entry, ...]]:
    """Return the paragraphs that hold each of *names*, by the name's id, in the order of *texts*.

    Every name has an entry, empty if it never occurs. Ambiguous places count for each candidate.
    """
    finder = Finder(names)
    found: dict[str, list[Entry]] = {name.id: [] for name in names}
    for work, paragraphs in texts.items():
        for paragraph, text in paragraphs.items():
            for name, places in _by_name(finder.find(text or "")).items():
                found[name].append(Entry(work, paragraph, tuple(places)))
    return {name: tuple(entries) for name, entries in found.items()}


def _by_name(occurrences: Iterable[Occurrence]) -> dict[str, list[Occurrence]]:
    grouped: dict[str, list[Occurrence]] = {}
    for occurrence in occurrences:
        grouped.setdefault(occurrence.name_id, []).append(occurrence)
    return grouped


def never_occurring(names: Sequence[Name], texts: Readings) -> tuple[Problem, ...]:
    """Return a problem at its line of ``names.yaml`` for each of *names* that occurs in no text.

    Nothing can be said while a text is missing: then there are no problems.
    """
    if any(text is None for paragraphs in texts.values() for text in paragraphs.values()):
        return ()
    found = index(names, texts)
    return tuple(
        Problem(
            name.row,
            f"{name.id} ({name.ar}) occurs in no work",
            "correct its Arabic form, add the form that stands in the text to variants, or take it out",
        )
        for name in names
        if not found[name.id]
    )
