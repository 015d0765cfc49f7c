"""The character account: where every code point of a source went, proved anew on every build.

Each source character gets exactly one fate: kept (it stands in a paragraph or a note), edited (a rule or an
editor took it out), removed (structure left it out, with a reason) or blank (white space between the
parts). Anything else, and any text read twice, is a bug of ours and stops the build.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import chain

from matn.edition.emend import RULE
from matn.edition.model import Account
from matn.edition.place import LINE_END
from matn.edition.trace import INSERTED, follow, trace
from matn.errors import BrokenPromiseError
from matn.repair.model import Repaired
from matn.structure.model import Document, Passage, Piece
from matn.text.edits import Edit

KEPT, BLANK = "kept", "blank"


@dataclass(frozen=True, slots=True)
class Emended:
    """A passage with the editor's corrections of it, and the reading text that came of both."""

    passage: Passage
    edits: tuple[Edit, ...]
    reading: str


def account(repaired: Repaired, document: Document, passages: Sequence[Emended]) -> Account:
    """Count the fate of every character of ``repaired.source``.

    Args:
        repaired: The repaired source.
        document: Its structure.
        passages: All passages of *document*, blocks and notes, as they were published.

    Raises:
        BrokenPromiseError: A character is unaccounted for, or read twice; replaying the edits on the
            source does not give the published reading texts.
    """
    traced = trace(repaired.source, repaired.stages)
    _same(traced.text, repaired.text, "the repaired text")
    _same(document.base, repaired.text, "the text that structure took apart")
    _same_passages(document, passages)
    fates: dict[int, tuple[str, str]] = {at: ("edited", rule) for at, rule in traced.lost.items()}
    for base, fate in chain(_structural(document), _read(passages, traced.text)):
        origin = traced.origins[base]
        if origin == INSERTED:
            continue
        if origin in fates:
            raise BrokenPromiseError(f"source character {origin} is {fates[origin]} and {fate} at once")
        fates[origin] = fate
    return _sum(repaired.source, fates)


def _same(found: str, expected: str, what: str) -> None:
    if found != expected:
        at = next(
            (i for i, (a, b) in enumerate(zip(found, expected, strict=False)) if a != b), min(len(found), len(expected))
        )
        raise BrokenPromiseError(f"{what} is not what replaying the edits gives, from character {at} on")


def _same_passages(document: Document, passages: Sequence[Emended]) -> None:
    own = [block.passage for block in document.blocks] + [note.passage for note in document.notes if note.passage]
    if Counter(own) != Counter(emended.passage for emended in passages):
        raise BrokenPromiseError(f"structure found {len(own)} passages, {len(passages)} other ones are published")


def _structural(document: Document) -> Iterable[tuple[int, tuple[str, str]]]:
    """Yield what structure left out, and the white space between; refuse what is in no part or in two.

    Raises:
        BrokenPromiseError: A character of the repaired text is in two parts, or in none and not blank.
    """
    spans = sorted(chain(_pieces(document), ((r.start, r.end, ("removed", r.reason)) for r in document.removals)))
    at = 0
    for start, end, fate in (*spans, (len(document.base), len(document.base), ("", ""))):
        if start < at:
            raise BrokenPromiseError(
                f"the repaired text at {start} is read twice: {document.base[start : at + 1][:40]!r}"
            )
        between = document.base[at:start]
        if between.strip():
            raise BrokenPromiseError(
                f"{len(between.strip())} characters unaccounted for at {at}: {between.strip()[:40]!r}"
            )
        yield from ((place, (BLANK, "")) for place in range(at, start))
        if fate[0] == "removed":
            yield from ((place, _left_out(document.base[place], fate)) for place in range(start, end))
        at = max(at, end)


def _left_out(char: str, fate: tuple[str, str]) -> tuple[str, str]:
    return (BLANK, "") if fate[1] == LINE_END and char.isspace() else fate


def _pieces(document: Document) -> Iterable[tuple[int, int, tuple[str, str]]]:
    passages = chain((b.passage for b in document.blocks), (n.passage for n in document.notes if n.passage))
    for piece in chain.from_iterable(passage.pieces for passage in passages):
        yield piece.start, piece.end, ("removed", piece.reason) if piece.reason else (KEPT, "")
        _honest(piece, document.base[piece.start : piece.end])


def _honest(piece: Piece, base: str) -> None:
    """Structure may leave text out or put a space for it; it may not write.

    Raises:
        BrokenPromiseError: The piece has text that the repaired text has not.
    """
    fair = piece.text == base if not piece.reason else not piece.text.strip()
    if not fair:
        raise BrokenPromiseError(f"structure wrote {piece.text[:40]!r} for {base[:40]!r} ({piece.reason or 'kept'})")


def _read(passages: Iterable[Emended], base: str) -> Iterable[tuple[int, tuple[str, str]]]:
    """Yield what is kept in passages and what editors took out of them, after checking the reading text."""
    for emended in passages:
        text = "".join(base[p.start : p.end] if not p.reason else p.text for p in emended.passage.pieces)
        origins = list(chain.from_iterable(map(_origins, emended.passage.pieces)))
        lost: dict[int, str] = {}
        reading, kept = follow(text, origins, emended.edits, lost)
        _same(reading, emended.reading, "a reading text")
        yield from ((place, (KEPT, "")) for place in kept if place != INSERTED)
        yield from ((place, ("edited", RULE)) for place in lost)


def _origins(piece: Piece) -> Iterable[int]:
    return range(piece.start, piece.end) if not piece.reason else [INSERTED] * len(piece.text)


def _sum(source: str, fates: dict[int, tuple[str, str]]) -> Account:
    if len(fates) != len(source):
        at = next(place for place in range(len(source)) if place not in fates)
        missing = len(source) - len(fates)
        raise BrokenPromiseError(
            f"{missing} source characters unaccounted for, the first at {at}: {source[at : at + 40]!r}"
        )
    counts = Counter(fates.values())
    bags: dict[str, dict[str, int]] = {"edited": {}, "removed": {}}
    for (bag, name), count in sorted(counts.items()):
        if bag in bags:
            bags[bag][name] = count
    done = Account(len(source), counts[KEPT, ""], bags["edited"], bags["removed"], counts[BLANK, ""])
    if done.unaccounted:
        raise BrokenPromiseError(f"the account does not balance: {done.unaccounted} characters")
    return done
