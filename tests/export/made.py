"""Works made up for tests of the exports, as hostile as a file of an edition can be."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from hypothesis import strategies as st

from matn.edition.alter import GAP
from matn.edition.bibliography import Reference
from matn.edition.emend import RULE
from matn.edition.model import (
    Account,
    Alteration,
    Note,
    NoteMarker,
    Paragraph,
    Query,
    SourcePin,
    Summary,
    Tombstone,
    WorkEdition,
)
from matn.structure.model import BlockKind

from ..cite.make import work

WORK = work(publisher={}, date="2024", source=SourcePin("0" * 64, "text", 100))
BARE = WorkEdition(WORK, (), ())
FULL = Account(100, 100, {}, {"running head": 3}, 0)


def edition(*paragraphs: Paragraph, **more: object) -> WorkEdition:
    """A work with its source, of these paragraphs."""
    return replace(BARE, paragraphs=paragraphs, **({"account": FULL} | more))  # type: ignore[arg-type]


def change(start: int, received: str, reading: str, *rules: str, kind: str = "edit", sure: float = 1.0) -> Alteration:
    """An alteration at *start* of a reading text."""
    return Alteration(start, start + len(reading), received, reading, rules, "it is so", sure, kind)


def paragraph(reading: str, *alterations: Alteration, **more: object) -> Paragraph:
    """A paragraph p1 with its received text undone from *alterations* (none in another)."""
    received, at = "", 0
    for each in alterations:
        received += reading[at : each.start] + each.received
        at = each.end
    whole = Paragraph(
        "p1", BlockKind.PARAGRAPH, received=received + reading[at:], reading=reading, content_hash="a1b2c3"
    )
    return replace(whole, alterations=alterations, **more)  # type: ignore[arg-type]


_SIGNS = st.sampled_from(
    [*"ابتثجحو ًـ.،«»abz09<>&\"';]-\t\n\r", "\x00", "\x02", "\x1f", "\ufffe", "\U0001d54f", "\ud800", GAP]
)
TEXT = st.lists(_SIGNS, max_size=8).map("".join)
SOME = st.lists(_SIGNS, min_size=1, max_size=4).map("".join)
_RULES = st.sampled_from(["kashida", "lost-digits", "visual-order"])
_SURE = st.sampled_from([1.0, 0.96, 0.8, 0.5, 1 / 3])
_WHY = st.sampled_from(["one reason", "another <&> \x02"])


@dataclass(frozen=True)
class Part:
    """A piece of a paragraph: what was received, what is read, and what is told of it."""

    received: str
    reading: str
    told: tuple[Alteration, ...] = ()
    leaves: bool = False


@st.composite
def parts(draw: st.DrawFn) -> Part:
    kind = draw(st.sampled_from(["plain", "plain", "edit", "emendation", "gap"]))
    received, reading = draw(TEXT), draw(TEXT)
    if kind == "plain":
        return Part(reading, reading)
    if kind == "gap":
        reading = GAP
    if received == reading:
        received += "ـ"
    rules = (draw(_RULES), *((RULE,) if kind == "emendation" else ()))
    whole = Alteration(0, len(reading), received, reading, rules, draw(_WHY), draw(_SURE), kind)
    at = reading.find(GAP)
    if kind == "gap" or at < 0 or draw(st.booleans()):
        return Part(received, reading, (whole,), GAP in reading)
    beside = Alteration(at, at + len(GAP), "", GAP, ("lost-digits",), draw(_WHY), draw(_SURE), "gap")
    return Part(received, reading, (whole, beside), leaves=True)


@dataclass(frozen=True)
class Laid:
    """A text with its alterations, and the offsets at which something may stand."""

    received: str
    reading: str
    alterations: tuple[Alteration, ...]
    offsets: tuple[int, ...]


@st.composite
def laid(draw: st.DrawFn) -> Laid:
    received, reading, told, offsets = "", "", list[Alteration](), {0}
    for part in draw(st.lists(parts(), max_size=6)):
        start = len(reading)
        told += (replace(each, start=each.start + start, end=each.end + start) for each in part.told)
        received, reading = received + part.received, reading + part.reading
        offsets |= {len(reading)} if part.leaves else set(range(start, len(reading) + 1))
    return Laid(received, reading, tuple(told), tuple(sorted(offsets)))


@st.composite
def paragraphs(draw: st.DrawFn, anchor: str, notes: Sequence[str]) -> Paragraph:
    kind = draw(st.sampled_from(list(BlockKind)))
    made = Paragraph(anchor, kind, language=draw(st.sampled_from(["ar", "en", "fa"])), content_hash="a1b2c3")
    if kind in (BlockKind.HEADING, BlockKind.LIST_ITEM):
        made = replace(made, level=draw(st.integers(0, 3)))
    if kind is BlockKind.LIST_ITEM:
        made = replace(made, label=draw(TEXT))
    text = draw(laid())
    places = draw(st.lists(st.sampled_from(text.offsets), max_size=3).map(sorted))
    markers = [NoteMarker(draw(st.sampled_from(notes)), draw(TEXT), at) for at in places] if notes else []
    bounds = draw(st.lists(st.sampled_from(text.offsets), max_size=4).map(sorted))
    queries = [Query(a, b, draw(TEXT), draw(TEXT), "confusions", draw(TEXT)) for a, b in pairwise(bounds)]
    return replace(
        made,
        received=text.received,
        reading=text.reading,
        alterations=text.alterations,
        markers=tuple(markers),
        queries=tuple(queries),
    )


@st.composite
def notes(draw: st.DrawFn, anchor: str, known: Sequence[str]) -> Note:
    text = draw(laid())
    link = draw(SOME)
    status = draw(st.sampled_from(["present", "lost", "marker-lost"]))
    made = Note(anchor, draw(TEXT), status, draw(st.sampled_from(["ar", "en", "fa"])), urls=(f"https://a.org/{link}",))
    if draw(st.booleans()):
        made = replace(made, reference=Reference(anchor, status, "source", title=link, url_printed=link, opaque=True))
    if draw(st.booleans()):
        made = replace(made, repeats=draw(st.sampled_from(known)))
    if status == "lost":
        return made
    return replace(made, text=text.reading, received=text.received, alterations=text.alterations)


@st.composite
def works(draw: st.DrawFn) -> WorkEdition:
    """A work with anything anywhere."""
    labels = [f"n{number}" for number in range(1, draw(st.integers(0, 3)) + 1)]
    blocks = tuple(draw(paragraphs(f"p{number}", labels)) for number in range(1, draw(st.integers(0, 6)) + 1))
    called = {label: tuple(p.id for p in blocks if any(m.note == label for m in p.markers)) for label in labels}
    bodies = tuple(replace(draw(notes(label, labels)), paragraphs=called[label]) for label in labels)
    stones = tuple(Tombstone("p90", "split", (block.id,), draw(TEXT)) for block in blocks[:1])
    told = {p.id: Summary(p.id, draw(SOME), "a1b2c3") for p in blocks if draw(st.booleans())}
    return replace(edition(*blocks), notes=bodies, tombstones=stones, summaries=told)
