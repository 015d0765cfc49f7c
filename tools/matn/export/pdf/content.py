"""Reading a page that Typst set: which words stand where, in which marked content.

Nearly all of a page is text in one form, some thousand blocks of it; that form is read by two patterns, and the same
blocks come again and again. What has another form is read operator by operator (:mod:`matn.export.pdf.operators`).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from typing import NamedTuple

from matn.export.pdf.clusters import Put, Sort
from matn.export.pdf.literals import unescaped
from matn.export.pdf.operators import Face, Glyph, Sequence, one_sequence

_NUMBER = r"-?[\d.]+"
_STRING = r"\((?:\\.|[^()\\])*\)"
_BLOCK = re.compile(
    r"\s*(/\w+(?:<<[^<>]*(?:<[0-9A-F]*>[^<>]*)*>>\s*BDC|\s*BMC))?\s*"
    rf"q 1 0 0 -1 ({_NUMBER}) ({_NUMBER}) cm(/c\d+ cs(?: {_NUMBER})+ scn)\s*"
    r"BT(.*?)\nET\s*Q(\s*EMC)?",
    re.DOTALL,
)
_PART = re.compile(
    r"\s*(?:(?P<end>EMC)|/Span<</ActualText<FEFF(?P<actual>[0-9A-F]*)>>>BDC|(?P<back>/ReversedChars BMC)"
    rf"|0 Tr/(?P<font>\w+) (?P<size>{_NUMBER}) Tf 1 0 0 -1 (?P<x>{_NUMBER}) (?P<y>{_NUMBER}) Tm"
    rf"(?:\[(?P<array>(?:{_NUMBER}|{_STRING})*)\]TJ|(?P<one>{_STRING})Tj))",
    re.DOTALL,
)
_ITEM = re.compile(rf"({_NUMBER})|({_STRING})", re.DOTALL)
_NUMBERED = re.compile(r"/MCID (\d+)")
_GRAIN = 200
"""Glyphs that stand in the same way to a 200th of a point are told apart no further."""

Items = tuple[tuple[float, tuple[int, ...]], ...]
Shown = tuple[str, float, float, float, bool, str | None, Items]
"""Font, size, place in the block, whether from right to left, the letters if they are told, moves and codes."""


class Ink:
    """Sorts of one block between spaces, or a space, in their places to each other. Two of the same are one object."""

    __slots__ = ("blank", "puts")

    def __init__(self, puts: tuple[Put, ...]) -> None:
        """Take over *puts*, of which the first is at 0."""
        self.puts, self.blank = puts, puts[0][0].blank


Piece = tuple[Ink, float]
"""Ink and where it begins in its block, in points."""


class Block(NamedTuple):
    """A block of text: its place on the page in points, what sets its colour, its pieces."""

    x: float
    y: float
    colour: str
    pieces: tuple[Piece, ...]


class Marked(NamedTuple):
    """One marked-content sequence: its opening operator, its number (None for decoration), what is in it."""

    opening: str
    number: int | None
    items: list[Block | bytes]


class Reader:
    """Reads the pages of one file; what it has read once it knows again."""

    def __init__(self) -> None:
        """Begin with nothing known."""
        self._bodies: dict[tuple[int, ...], dict[str, tuple[Piece, ...] | None]] = {}
        self._sorts: dict[tuple[object, ...], Sort] = {}
        self._inks: dict[tuple[object, ...], Ink] = {}

    def sequences(self, content: bytes, faces: Mapping[bytes, Face]) -> Iterator[Marked]:
        """Yield the marked-content sequences of the outermost level of a page, in order."""
        text = content.decode("latin-1")
        named = {name.decode("latin-1").removeprefix("/"): face for name, face in faces.items()}
        known = self._bodies.setdefault(tuple(face.key for face in faces.values()), {})
        at = 0
        while at < len(text):
            for marked, end in self._quickly(text, at, named, known):
                yield marked
                at = end
            if at < len(text):
                found, at = one_sequence(content, at, faces)
                if found:
                    yield self._plain(found)

    def _quickly(
        self,
        text: str,
        at: int,
        faces: Mapping[str, Face],
        known: dict[str, tuple[Piece, ...] | None],
    ) -> Iterator[tuple[Marked, int]]:
        """Yield sequences that have the usual form, each with its end."""
        marked: Marked | None = None
        match = _BLOCK.scanner(text, at).match  # type: ignore[attr-defined]
        while block := match():
            opening, x, y, colour, body, closing = block.groups()
            pieces = known[body] if body in known else known.setdefault(body, self._pieces(body, faces))
            if pieces is None or (opening is None) is (marked is None):
                return
            if marked is None:
                number = _NUMBERED.search(opening)
                marked = Marked(opening, int(number[1]) if number else None, [])
            marked.items.append(Block(float(x), float(y), colour, pieces))
            if closing:
                yield marked, block.end()
                marked = None

    def _plain(self, found: Sequence) -> Marked:
        """Return a sequence that was read operator by operator, each of its glyphs as a block."""
        items = [item if isinstance(item, bytes) else self._block(item) for item in found.items]
        return Marked(found.opening.decode("latin-1"), found.number, items)

    def _block(self, glyph: Glyph) -> Block:
        sort = self._sort(glyph.face, glyph.size, glyph.code, glyph.text, glyph.reversed)
        return Block(glyph.x, glyph.y, glyph.colour.decode("latin-1"), tuple(self._cut([(sort, 0.0, 0.0)])))

    def _pieces(self, body: str, faces: Mapping[str, Face]) -> tuple[Piece, ...] | None:
        """Return the pieces of the body of a block; None if something in it has another form."""
        shown = _shown(body)
        if shown is None or any(part[0] not in faces for part in shown):
            return None
        return tuple(self._cut(list(self._puts(shown, faces))))

    def _puts(self, shown: Iterable[Shown], faces: Mapping[str, Face]) -> Iterator[Put]:
        """Yield the sorts of a block of text, as if the block were at 0."""
        for font, size, pen, y, backward, actual, items in shown:
            face, thousandth = faces[font], size / 1000
            for moved, codes in items:
                pen -= moved * thousandth
                for code in codes:
                    text = face.texts.get(code, "") if actual is None else actual
                    sort = self._sort(face, size, code, text, backward)
                    yield sort, pen, -y
                    pen += sort.width

    def _sort(self, face: Face, size: float, code: int, text: str, backward: bool) -> Sort:
        key = (face.key, size, code, text, backward)
        known = self._sorts.get(key)
        if known is None:
            known = self._sorts[key] = Sort(face, size, code, text, backward)
        return known

    def _cut(self, puts: list[Put]) -> Iterator[Piece]:
        """Yield *puts* piece by piece, spaces by themselves."""
        start = 0
        for at in range(1, len(puts) + 1):
            if at == len(puts) or puts[at][0].blank or puts[start][0].blank:
                yield self._ink(puts[start:at]), puts[start][1]
                start = at

    def _ink(self, puts: list[Put]) -> Ink:
        left = puts[0][1]
        key = tuple([(sort, round((x - left) * _GRAIN), y) for sort, x, y in puts])
        ink = self._inks.get(key)
        if ink is None:
            ink = self._inks[key] = Ink(tuple([(sort, x - left, y) for sort, x, y in puts]))
        return ink


def _shown(body: str) -> tuple[Shown, ...] | None:
    """Return what the operators of a block show, wherever it stands."""
    at = 0
    marks: list[str | None] = []
    actual: str | None = None
    shown: list[Shown] = []
    while at < len(body):
        part = _PART.match(body, at)
        if part is None:
            return None
        at = part.end()
        end, told, back, font, points, x, y, array, one = part.groups()
        if font:
            shown.append((font, float(points), float(x), float(y), None in marks, actual, _items(array or one)))
            continue
        if end is None:
            marks.append(None if back else bytes.fromhex(told).decode("utf-16-be"))
        else:
            marks.pop()
        actual = next((mark for mark in reversed(marks) if mark is not None), None)
    return tuple(shown)


def _items(shown: str) -> Items:
    return tuple([(float(number), ()) if number else (0.0, _codes(string)) for number, string in _ITEM.findall(shown)])


@lru_cache(maxsize=16384)
def _codes(string: str) -> tuple[int, ...]:
    raw = unescaped(string.encode("latin-1"))
    return tuple(high << 8 | low for high, low in zip(raw[::2], raw[1::2], strict=True))
