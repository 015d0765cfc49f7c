"""Take a repaired text apart: blocks, notes, and what is not read.

In this order: furniture out; the list of notes out; lines gathered to headings, paragraphs and list items
(joined over line ends, page ends and notes at the foot of a page); markers and links out of the text.

A figure whose image is lost is one block of kind ``figure-lost``: its passage is the line printed under the
figure, so that the gap has an anchor and every word of the source a place. Title and byline come first in
reading order, wherever the page had them.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from matn.errors import BadInputError
from matn.structure.furniture import separate
from matn.structure.hints import Hints, parse
from matn.structure.inline import Composed, Link, compose
from matn.structure.language import language
from matn.structure.lines import Line, marked, split
from matn.structure.model import Block, BlockKind, Document, Marker, SourceNote
from matn.structure.notes import listed, source_notes
from matn.structure.paragraphs import levels, nesting
from matn.structure.tokens import Token, TokenKind
from matn.structure.units import Gatherer, Unit

_FRONT = {BlockKind.TITLE: 0, BlockKind.BYLINE: 1}


def read(base: str, hints: Mapping[str, object]) -> Document:
    """Take *base* (a repaired text, line feeds at line ends) apart, as *hints* (``structure`` of a work) say.

    Raises:
        BadInputError: A hint is malformed, or matches no line of the text.
    """
    known = parse(hints)
    lines = split(base, known)
    _stale(known, lines)
    read_lines, removals = separate(lines, known)
    text, bodies, gone = listed(read_lines, known)
    gathered = Gatherer(text, known)
    units = sorted(gathered.units, key=lambda unit: _FRONT.get(unit.kind, 2))
    called = [Token(TokenKind.MARKER, *found) for line in text for found in marked(line, known)]
    composed = [compose(base, unit.spans, unit.cut, _opening(unit), called) for unit in units]
    notes = source_notes(base, [*gathered.bodies, *bodies], _called(composed, known))
    blocks, linked = _blocks(units, composed, notes, known)
    removals = sorted([*removals, *gone], key=lambda removal: removal.start)
    return Document(base, tuple(blocks), (*notes, *linked), tuple(removals))


def _stale(hints: Hints, lines: Sequence[Line]) -> None:
    for pattern in hints.patterns():
        if not any(pattern.search(line.key) or pattern.search(line.text) for line in lines):
            raise BadInputError(
                f"structure: no line of the text matches the hint {pattern.pattern!r}",
                hint="hints see the repaired text without marks and tatweel; correct the hint or remove it",
            )


def _opening(unit: Unit) -> str:
    return "list-label" if unit.label else "heading-mark"


def _called(composed: Iterable[Composed], hints: Hints) -> list[str]:
    """The labels that the text calls, as the bodies print them."""
    printed = (marker.label for part in composed for marker in part.markers)
    return [hints.notes.same.get(name, name) for name in printed]


def _blocks(
    units: Sequence[Unit], composed: Sequence[Composed], notes: Sequence[SourceNote], hints: Hints
) -> tuple[list[Block], list[SourceNote]]:
    number = max((int(note.label) for note in notes if note.label.isdigit()), default=0)
    blocks: list[Block] = []
    linked: list[SourceNote] = []
    for unit, part, level in zip(units, composed, _levels(units), strict=True):
        first = number + len(linked) + 1
        linked += [_linked(str(first + at), link) for at, link in enumerate(part.links)]
        markers = [replace(m, note=hints.notes.same.get(m.label, "")) for m in part.markers]
        markers += [Marker(str(first + at), link.offset) for at, link in enumerate(part.links)]
        markers.sort(key=lambda marker: marker.offset)
        tag = language(part.passage.text)
        blocks.append(Block(unit.kind, part.passage, level, unit.label, tuple(markers), tag))
    return blocks, linked


def _linked(name: str, link: Link) -> SourceNote:
    return SourceNote(name, link.passage, "en", "", (link.url,) if link.url else ())


def _levels(units: Sequence[Unit]) -> list[int]:
    """The level of each unit: headings by hint or by depth without gaps, list items by nesting, others 0."""
    depths = iter(levels([unit.level for unit in units if unit.kind is BlockKind.HEADING and not unit.hinted]))
    lists = iter(nesting([unit.label for unit in units if unit.kind is not BlockKind.FIGURE_LOST]))
    done = []
    for unit in units:
        depth = next(lists) if unit.kind is not BlockKind.FIGURE_LOST else 0
        if unit.kind is BlockKind.HEADING:
            depth = unit.level if unit.hinted else next(depths)
        done.append(depth)
    return done
