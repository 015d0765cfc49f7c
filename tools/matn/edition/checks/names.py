"""Rules on the names in summaries: only names of the paragraph, spelt as ``names.yaml`` has them.

The author of the work may be named anywhere (*Qashta argues*). A name that the paragraph only implies, and
that the nearest heading above it or the paragraph before it has, is a warning; an editor decides whether the
summary is better with it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from matn.edition.checks.model import Places, Subject
from matn.edition.checks.summaries import TRANSLATED, pairs
from matn.edition.model import Paragraph
from matn.edition.spelling import Spellings


@dataclass(frozen=True, slots=True)
class _Use:
    """A name in a summary that its paragraph has not; *near* says which neighbour has it, if one has."""

    paragraph: str
    surface: str
    spelt: str
    near: str


def foreign_names(subject: Subject) -> Places:
    """A summary names what its paragraph does not."""
    return [(subject.at(use.paragraph), f"{use.surface} ({use.spelt})") for use in _foreign(subject) if not use.near]


def implied_names(subject: Subject) -> Places:
    """A summary names what only the heading above its paragraph or the paragraph before it names."""
    return [
        (subject.at(use.paragraph), f"{use.surface} ({use.spelt}) is in {use.near}")
        for use in _foreign(subject)
        if use.near
    ]


def misspelt_names(subject: Subject) -> Places:
    """A summary spells a name otherwise than names.yaml."""
    spellings = subject.spellings
    for paragraph, summary in pairs(subject) if spellings else ():
        if spellings:
            for word, name in spellings.misspelt(summary.text, spellings.mentioned(paragraph.reading or "")):
                yield subject.at(paragraph.id), f"{word}: expected {' or '.join(name.en_forms)}"


def _foreign(subject: Subject) -> Iterator[_Use]:
    spellings = subject.spellings
    if spellings is None or not spellings.names:
        return
    author = f" {subject.work.author['en']} " if subject.work else ""
    neighbours = _neighbours(subject)
    for paragraph, summary in pairs(subject):
        own = spellings.mentioned(paragraph.reading or "")
        for surface, ids in spellings.used(summary.text):
            if not ids & own and f" {surface} " not in author:
                near = next((p.id for p in neighbours[paragraph.id] if ids & _in(p, spellings)), "")
                spelt = " or ".join(spellings.names[name].ar for name in sorted(ids))
                yield _Use(paragraph.id, surface, spelt, near)


def _in(paragraph: Paragraph, spellings: Spellings) -> frozenset[str]:
    return spellings.mentioned(paragraph.reading or "")


def _neighbours(subject: Subject) -> Mapping[str, tuple[Paragraph, ...]]:
    """Return, for each paragraph, the heading above it and the paragraph before it, as far as there are any."""
    done: dict[str, tuple[Paragraph, ...]] = {}
    heading: Paragraph | None = None
    before: Paragraph | None = None
    for paragraph in subject.paragraphs:
        done[paragraph.id] = tuple(p for p in (before, heading) if p)
        if paragraph.kind in TRANSLATED:
            heading = paragraph
        else:
            before = paragraph
    return done
