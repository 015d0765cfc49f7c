"""Passages that works share: both wordings side by side, with what differs marked."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from markupsafe import Markup

from matn.edition.model import Edition
from matn.edition.names import Finder
from matn.edition.readings import Readings, readings
from matn.edition.remembered import remembered
from matn.edition.shared import Shared, shared_passages
from matn.edition.shared.model import Place as Range
from matn.export.indexes.places import Place
from matn.site.indexes.places import label
from matn.site.inline import Span, render
from matn.site.templates import isolation

LONGEST = 60
"""Words of a passage from which on its like stretches are shortened."""
KEPT = 6
"""Words that are left at each end of a stretch that is shortened."""
ELISION = Markup(' <span class="elided">…</span> ')


@dataclass(frozen=True, slots=True)
class Excerpt:
    """A passage as each of the two works has it; *words* counts words that are the same."""

    left: Markup
    right: Markup
    words: int


@dataclass(frozen=True, slots=True)
class Pair:
    """Two paragraphs and all that they share; *words* counts words that are the same."""

    id: str
    left: Place
    right: Place
    left_label: str
    right_label: str
    words: int
    excerpts: tuple[Excerpt, ...]


@remembered
def passages(edition: Edition) -> tuple[Shared, ...]:
    """Return what the works of *edition* share, as far as their texts are there."""
    return shared_passages(readings(edition), Finder(edition.names))


def absent(edition: Edition, language: str) -> list[str]:
    """Return the works that could not be compared."""
    return [label(item.work, language) for item in edition.works if not item.has_source]


def pairs(edition: Edition, language: str) -> list[Pair]:
    """Return the pairs of paragraphs that share most first."""
    texts = readings(edition)
    labels = {item.work.id: label(item.work, language) for item in edition.works}
    grouped: dict[tuple[Place, Place], list[Shared]] = {}
    for one in passages(edition):
        grouped.setdefault((_place(one.left), _place(one.right)), []).append(one)
    found = [_pair(left, right, members, texts, labels) for (left, right), members in grouped.items()]
    return sorted(found, key=lambda pair: -pair.words)


def _place(place: Range) -> Place:
    return Place(place.work, place.paragraph)


def _pair(left: Place, right: Place, members: list[Shared], texts: Readings, labels: Mapping[str, str]) -> Pair:
    excerpts = [_excerpt(one, texts) for one in sorted(members, key=lambda one: one.left.start)]
    name = f"{left.work}-{left.anchor}-{right.work}-{right.anchor}"
    total = sum(one.words for one in members)
    return Pair(name, left, right, labels[left.work], labels[right.work], total, tuple(excerpts))


def _excerpt(one: Shared, texts: Readings) -> Excerpt:
    kept = [step for step in one.differences if step.kind != "equal"]
    left = [(step.left_start, step.left_end) for step in kept if step.left_start < step.left_end]
    right = [(step.right_start, step.right_end) for step in kept if step.right_start < step.right_end]
    return Excerpt(_shown(one.left, left, texts), _shown(one.right, right, texts), one.words)


def _shown(place: Range, differing: Sequence[tuple[int, int]], texts: Readings) -> Markup:
    """Return the words at *place* with those *differing* marked, long stretches without difference shortened."""
    reading = texts[place.work][place.paragraph] or ""
    differing = joined(reading, differing)
    marks = [Span(start, end, "mark") for start, end in differing]
    if len(reading[place.start : place.end].split()) <= LONGEST:
        return _piece(reading, (place.start, place.end), marks)
    pieces = [_piece(reading, bounds, marks) for bounds in kept(reading, place, differing)]
    return ELISION.join(pieces)


def joined(reading: str, spots: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return *spots* with those made one that only blanks part."""
    found: list[tuple[int, int]] = []
    for start, end in spots:
        if found and not reading[found[-1][1] : start].strip():
            start = found.pop()[0]
        found.append((start, end))
    return found


def kept(reading: str, place: Range, differing: Iterable[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Yield the ranges of *place* that stay when long stretches between differences are shortened."""
    edges = sorted({place.start, place.end, *(edge for spot in differing for edge in spot)})
    marked = set(differing)
    start = place.start
    for low, high in pairwise(edges):
        words = list(_words(reading, low, high))
        if (low, high) not in marked and len(words) > 3 * KEPT:
            yield start, words[KEPT - 1][1]
            start = words[-KEPT][0]
    yield start, place.end


def _words(reading: str, low: int, high: int) -> Iterator[tuple[int, int]]:
    at = low
    for word in reading[low:high].split():
        at = reading.index(word, at)
        yield at, at + len(word)
        at += len(word)


def _piece(reading: str, bounds: tuple[int, int], marks: Iterable[Span]) -> Markup:
    start, end = bounds
    text = reading[start:end]
    inside = [Span(m.start - start, m.end - start, m.tag) for m in marks if start <= m.start and m.end <= end]
    return render(text, isolation(text, "ar"), inside, {})


def data(edition: Edition) -> dict[str, object]:
    """Return the shared passages, for ``shared.json``: where they stand, not what they say."""
    return {
        "works_without_text": [item.work.id for item in edition.works if not item.has_source],
        "passages": [_record(one) for one in passages(edition)],
    }


def _record(one: Shared) -> dict[str, object]:
    return {
        "left": _range(one.left),
        "right": _range(one.right),
        "words": one.words,
        "similarity": one.similarity,
        "steps": [
            {
                "kind": step.kind,
                "left": [step.left_start, step.left_end],
                "right": [step.right_start, step.right_end],
            }
            for step in one.differences
        ],
    }


def _range(place: Range) -> dict[str, object]:
    at = _place(place)
    return {"ref": at.ref, "url": at.href, "at": [place.start, place.end]}
