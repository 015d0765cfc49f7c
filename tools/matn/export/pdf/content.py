"""Reading a page that Typst set: which words stand where, in which marked content.

Nearly all of a page is text in one form, some thousand blocks of it; that form is read by two patterns, and the same
operators come again and again. What has another form is read operator by operator (:mod:`matn.export.pdf.operators`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from matn.export.pdf.inks import Case, Piece
from matn.export.pdf.literals import NUMBER, STRING
from matn.export.pdf.operators import Face, one_sequence
from matn.export.pdf.operators import Sequence as Marked
from matn.export.pdf.plain import FONT, as_it_is, is_plain

_BLOCK = (
    rf"\s*q 1 0 0 -1 ({NUMBER}) ({NUMBER}) cm(/c\d+ cs [\d. ]+ scn)\s*"
    r"BT([^\n]*(?:\n(?!ET)[^\n]*)*)\nET\s*Q"
)
_SPAN = re.compile(rf"\s*/Span<</MCID (\d+)>>BDC{_BLOCK}\s*EMC")
"""What nearly all of a page is."""
_BLOCKS = re.compile(rf"{_BLOCK}(\s*EMC)?")
_OPENING = re.compile(r"\s*(/\w+(?:<<[^<>]*(?:<[0-9A-F]*>[^<>]*)*>>\s*BDC|\s*BMC))")
_SHOWN = re.compile(
    r"(?:\s*/Span<</ActualText<FEFF([0-9A-F]*)>>>BDC)?(\s*/ReversedChars BMC)?"
    rf"\s*0 Tr/(\w+) ({NUMBER}) Tf 1 0 0 -1 ({NUMBER}) ({NUMBER}) Tm"
    rf"(\[(?:{NUMBER}|{STRING})*+\]TJ|{STRING}Tj)(\s*EMC)?(\s*EMC)?",
    re.DOTALL,
)
_NUMBERED = re.compile(r"/MCID\s+(\d+)")


Block = tuple[float, float, str, tuple[Piece, ...]]
"""A block of text: its place on the page in points, what sets its colour, its pieces."""
Told = tuple[float, float, str, tuple[Piece, ...] | str]
"""A block of text, with its operators for pieces if it is plain."""


_Known = dict[str, tuple[Piece, ...] | None]


class _Page(NamedTuple):
    """The operators, fonts by their names in them, elements of numbered sequences, bodies read with these fonts."""

    text: str
    faces: Mapping[str, Face]
    owners: Sequence[int]
    known: _Known


@dataclass(slots=True)
class Stretch:
    """Marked content of one structure element without a break: the numbers of what it replaces, what is in it."""

    opening: str
    owner: int | None
    numbers: list[int] = field(default_factory=list)
    blocks: list[Told] = field(default_factory=list)
    drawings: list[bytes] = field(default_factory=list)

    @property
    def plain(self) -> bool:
        """Whether all of its text may stay as it is."""
        return all(isinstance(block[3], str) for block in self.blocks)

    @property
    def fonts(self) -> set[bytes]:
        """The names of the fonts of its plain text."""
        return {b"/" + name.encode("latin-1") for each in self.blocks for name in FONT.findall(str(each[3]))}

    def as_it_is(self) -> bytes:
        """Return the operators of its text, all of it plain."""
        return "".join(written(block) + "\n" for block in self.blocks).encode("latin-1")

    @property
    def ends(self) -> tuple[float, float] | None:
        """The heights of its first and its last block; None without text."""
        return (self.blocks[0][1], self.blocks[-1][1]) if self.blocks else None

    @property
    def kind(self) -> str:
        """How it is marked, but for its number."""
        return _NUMBERED.sub("", self.opening)

    def marked_as(self, number: int) -> str:
        """Return its opening operator with *number* for its own."""
        return _NUMBERED.sub(f"/MCID {number}", self.opening)


class Reader:
    """Reads the pages of one file; what it has read once it knows again."""

    def __init__(self) -> None:
        """Begin with nothing known."""
        self._bodies: dict[tuple[tuple[str, int], ...], _Known] = {}
        self._case = Case()

    def stretches(self, content: bytes, faces: Mapping[bytes, Face], owners: Sequence[int]) -> Iterator[Stretch]:
        """Yield the marked content of the outermost level of a page, in order.

        Args:
            content: The operators of the page.
            faces: The fonts of its text by their names in it.
            owners: The structure element of each numbered sequence.
        """
        last: Stretch | None = None
        for stretch in self._sequences(content, faces, owners):
            if last and stretch.owner is None and not stretch.blocks:
                yield stretch  # a line under the text: drawn before it, it does not part what it underlines
            elif last and last.owner == stretch.owner and last.kind == stretch.kind:
                last.numbers += stretch.numbers
                last.blocks += stretch.blocks
                last.drawings += stretch.drawings
            else:
                if last:
                    yield last
                last = stretch
        if last:
            yield last

    def blocks(self, stretch: Stretch, faces: Mapping[bytes, Face]) -> Iterator[Block]:
        """Yield the blocks of *stretch*, the plain ones read now; what is not understood becomes a drawing."""
        page = self._page("", faces, ())
        for x, y, colour, told in stretch.blocks:
            pieces = self._read(told, page) if isinstance(told, str) else told
            if pieces is None:
                stretch.drawings.append(written((x, y, colour, told)).encode("latin-1"))
            else:
                yield x, y, colour, pieces

    def _page(self, text: str, faces: Mapping[bytes, Face], owners: Sequence[int]) -> _Page:
        named = {name.decode("latin-1").removeprefix("/"): face for name, face in faces.items()}
        known = self._bodies.setdefault(tuple((name, face.key) for name, face in named.items()), {})
        return _Page(text, named, owners, known)

    def _sequences(self, content: bytes, faces: Mapping[bytes, Face], owners: Sequence[int]) -> Iterator[Stretch]:
        """Yield the sequences; those of the most usual form that follow each other in an element as one."""
        page = self._page(content.decode("latin-1"), faces, owners)
        at = 0
        while at < len(page.text):
            stretch, at = self._spans(page, at)
            if stretch is None:
                stretch, at = self._sequence(page, at)
            if stretch is None:
                found, at = one_sequence(content, at, faces)
                stretch = self._plain(found, owners) if found else None
            if stretch:
                yield stretch

    def _spans(self, page: _Page, at: int) -> tuple[Stretch | None, int]:
        """Read sequences of one block from *at* on that belong to one element; return them, and where they end."""
        stretch: Stretch | None = None
        match = _SPAN.scanner(page.text, at).match  # type: ignore[attr-defined]
        while block := match():
            number, x, y, colour, body = block.groups()
            pieces, owner = self._told(body, page), page.owners[int(number)]
            if pieces is None or (stretch and stretch.owner != owner):
                break
            if stretch is None:
                stretch = Stretch(f"/Span<</MCID {number}>>BDC", owner)
            stretch.numbers.append(int(number))
            stretch.blocks.append((float(x), float(y), colour, pieces))
            at = block.end()
        return stretch, at

    def _sequence(self, page: _Page, start: int) -> tuple[Stretch | None, int]:
        """Read one sequence of blocks of text from *start* on; return it, and where it ends."""
        opening = _OPENING.match(page.text, start)
        if opening is None:
            return None, start
        stretch = _opened(opening[1], page.owners)
        match = _BLOCKS.scanner(page.text, opening.end()).match  # type: ignore[attr-defined]
        while block := match():
            x, y, colour, body, closing = block.groups()
            pieces = self._told(body, page)
            if pieces is None:
                break
            stretch.blocks.append((float(x), float(y), colour, pieces))
            if closing:
                return stretch, block.end()
        return None, start

    def _plain(self, found: Marked, owners: Sequence[int]) -> Stretch:
        """Return a sequence that was read operator by operator, each of its glyphs as a block."""
        stretch = _opened(found.opening.decode("latin-1"), owners)
        for item in found.items:
            if isinstance(item, bytes):
                stretch.drawings.append(item)
                continue
            piece = self._case.piece(item.face, item.size, item.code, item.text, backward=item.reversed)
            stretch.blocks.append((item.x, item.y, item.colour.decode("latin-1"), (piece,)))
        return stretch

    def _told(self, body: str, page: _Page) -> tuple[Piece, ...] | str | None:
        return body if is_plain(body, page.faces) else self._read(body, page)

    def _read(self, body: str, page: _Page) -> tuple[Piece, ...] | None:
        """Return the pieces of the body of a block; None if something in it has another form."""
        if body in page.known:
            return page.known[body]
        return page.known.setdefault(body, self._parsed(body, page.faces))

    def _parsed(self, body: str, faces: Mapping[str, Face]) -> tuple[Piece, ...] | None:
        pieces: list[Piece] = []
        at = 0
        while at < len(body):
            shown = _SHOWN.match(body, at)
            if shown is None:
                return None
            actual, back, font, size, x, y, codes, *closing = shown.groups()
            if font not in faces or (actual is None) + (back is None) != closing.count(None):
                return None
            found = self._case.pieces(faces[font], (size, y, codes), actual, backward=back is not None)
            left = float(x)
            pieces += [(ink, left + offset) for ink, offset in found] if left else found
            at = shown.end()
        return tuple(pieces)


def written(block: Told) -> str:
    """Return the operators of a plain block."""
    x, y, colour, body = block
    return f"q 1 0 0 -1 {x:.6f} {y:.6f} cm{colour}\nBT{as_it_is(str(body))}\nET\nQ"


def _opened(opening: str, owners: Sequence[int]) -> Stretch:
    number = _NUMBERED.search(opening)
    return Stretch(opening, owners[int(number[1])], [int(number[1])]) if number else Stretch(opening, None)
