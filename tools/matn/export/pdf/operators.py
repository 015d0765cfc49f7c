"""Reading a page operator by operator: what stands where, for which letters, in which marked content.

Only the operators that Typst's writer uses for text are understood. A block with others (lines, the squares of a QR
code) is kept as it is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from itertools import pairwise
from typing import NamedTuple

from matn.export.pdf.literals import STRING, unescaped

_TOKEN = re.compile(
    rb"(?P<number>[-+]?(?:\d+\.?\d*|\.\d+))"
    rb"|(?P<name>/[^\s()<>\[\]{}/%]*)"
    rb"|(?P<string>" + STRING.encode("ascii") + rb")"
    rb"|(?P<dict><<|>>)"
    rb"|(?P<array>[\[\]])"
    rb"|(?P<operator>[A-Za-z'\"*]+)",
    re.DOTALL,
)
_TEXT_STATE = frozenset((b"BT", b"ET", b"Tr", b"BMC", b"BDC", b"EMC", b"cs", b"scn", b"gs"))

_OPENING, _CLOSING = (b"BDC", b"BMC", b"q"), (b"EMC", b"Q")

Matrix = tuple[float, float, float, float, float, float]
Token = tuple[str, bytes, int, int]


@dataclass(frozen=True, slots=True)
class Face:
    """What reading needs of a font of a page.

    Attributes:
        key: Its object in the file.
        widths: The advances of its glyphs by their numbers, in thousandths of the font size.
        texts: What they stand for, by their numbers.
        backward: Whether letters that go from right to left are among them.
    """

    key: int
    widths: Mapping[int, float]
    texts: Mapping[int, str]
    backward: bool = True


class Glyph(NamedTuple):
    """A glyph on the page.

    Attributes:
        face: The font.
        size: In points.
        x: Where its origin is, in points from the left.
        y: Its height over the lower edge, in points; raised or lowered marks have another than their letter.
        code: Its number in the font.
        text: The letters of its cluster, which it may share with its neighbours.
        width: Its advance in points.
        reversed: Whether the run says that it is set from right to left.
        colour: The operators that set its colour.
    """

    face: Face
    size: float
    x: float
    y: float
    code: int
    text: str
    width: float
    reversed: bool
    colour: bytes


@dataclass(slots=True)
class Sequence:
    """One marked-content sequence: its opening operator, its number (None for decoration), what is in it."""

    opening: bytes
    number: int | None
    items: list[Glyph | bytes] = field(default_factory=list)


def one_sequence(content: bytes, start: int, faces: Mapping[bytes, Face]) -> tuple[Sequence | None, int]:
    """Return the marked-content sequence that begins at *start*, and where it ends; None if there is none.

    What is not marked is taken for decoration.
    """
    tokens: list[Token] = []
    depth = 0
    for token in _tokens(content, start):
        tokens.append(token)
        depth += (token[1] in _OPENING) - (token[1] in _CLOSING)
        if not depth and token[1] in _CLOSING:
            break
    else:
        return None, len(content)
    first = next(at for at, token in enumerate(tokens) if token[1] in _OPENING)
    if tokens[first][1] == b"q":
        return Sequence(b"", None, list(_blocks(content, tokens[first:], faces))), tokens[-1][3]
    head = content[tokens[0][2] : tokens[first][3]]
    return Sequence(head, _number(head), list(_blocks(content, tokens[first + 1 : -1], faces))), tokens[-1][3]


def _tokens(content: bytes, start: int) -> Iterator[Token]:
    return ((found.lastgroup or "", found[0], *found.span()) for found in _TOKEN.finditer(content, start))


def _close(tokens: list[Token], start: int, opening: bytes, closing: bytes) -> int:
    depth = 0
    for at in range(start, len(tokens)):
        if tokens[at][1] == opening:
            depth += 1
        elif tokens[at][1] == closing:
            depth -= 1
            if not depth:
                return at
    return len(tokens) - 1


def _number(head: bytes) -> int | None:
    found = re.search(rb"/MCID\s+(\d+)", head)
    return int(found[1]) if found else None


def _blocks(content: bytes, tokens: list[Token], faces: Mapping[bytes, Face]) -> Iterator[Glyph | bytes]:
    """Yield the glyphs of the ``q … Q`` blocks with text, and the other blocks as they are."""
    at = 0
    while at < len(tokens):
        end = _close(tokens, at, b"q", b"Q") if tokens[at][1] == b"q" else len(tokens) - 1
        block = tokens[at : end + 1]
        glyphs = _Reader(faces).read(block) if any(token[1] == b"BT" for token in block) else None
        if glyphs is None:
            yield content[block[0][2] : block[-1][3]]
        else:
            yield from glyphs
        at = end + 1


class _Reader:
    """Follows the state of one block of text."""

    def __init__(self, faces: Mapping[bytes, Face]) -> None:
        self._faces = faces
        self._stack: list[Matrix] = []
        self._page: Matrix = (1, 0, 0, 1, 0, 0)
        self._line: Matrix = (1, 0, 0, 1, 0, 0)
        self._face: Face | None = None
        self._size = 0.0
        self._pen = 0.0
        self._colour = b""
        self._marks: list[tuple[bool, str | None]] = []
        self._glyphs: list[Glyph] = []

    def read(self, tokens: list[Token]) -> list[Glyph] | None:
        """Return the glyphs of *tokens*; None if something in it is not understood."""
        operands: list[Token] = []
        for token in tokens:
            if token[0] != "operator":
                operands.append(token)
                continue
            if not self._apply(token[1], operands):
                return None
            operands = []
        return self._glyphs

    def _apply(self, operator: bytes, operands: list[Token]) -> bool:
        match operator:
            case b"q":
                self._stack.append(self._page)
            case b"Q":
                self._page = self._stack.pop()
            case b"cm":
                self._page = product(_matrix(operands), self._page)
            case b"Tm":
                self._line, self._pen = _matrix(operands), 0.0
            case b"Tf":
                self._face, self._size = self._faces.get(operands[0][1]), float(operands[1][1])
            case b"TJ" | b"Tj":
                return self._show(operands)
            case b"BDC" | b"BMC":
                self._marks.append((operands[0][1] == b"/ReversedChars", _actual(operands)))
            case b"EMC":
                self._marks.pop()
            case b"cs" | b"scn":
                written = b" ".join([*(operand[1] for operand in operands), operator])
                self._colour = written if operator == b"cs" else self._colour + b" " + written
            case _:
                return operator in _TEXT_STATE
        return True

    def _show(self, operands: list[Token]) -> bool:
        a, b, c, d, e, f = product(self._line, self._page)
        if self._face is None or abs(b) > 1e-6 or abs(c) > 1e-6 or abs(a - d) > 1e-6 or a <= 0:
            return False
        backward = any(mark[0] for mark in self._marks)
        actual = next((mark[1] for mark in reversed(self._marks) if mark[1] is not None), None)
        for kind, value, _, _ in operands:
            if kind == "number":
                self._pen -= float(value) / 1000 * self._size
            elif kind == "string":
                raw = unescaped(value)
                for high, low in zip(raw[::2], raw[1::2], strict=True):
                    code = high << 8 | low
                    width = self._face.widths[code] / 1000 * self._size
                    text = self._face.texts.get(code, "") if actual is None else actual
                    self._glyphs.append(
                        Glyph(
                            self._face,
                            self._size * a,
                            e + self._pen * a,
                            f,
                            code,
                            text,
                            width * a,
                            backward,
                            self._colour,
                        )
                    )
                    self._pen += width
        return True


def product(first: Matrix, second: Matrix) -> Matrix:
    """Return the matrix that applies *first*, then *second*."""
    a, b, c, d, e, f = first
    g, h, i, j, k, m = second
    return (a * g + b * i, a * h + b * j, c * g + d * i, c * h + d * j, e * g + f * i + k, e * h + f * j + m)


def _matrix(operands: list[Token]) -> Matrix:
    a, b, c, d, e, f = (float(token[1]) for token in operands)
    return (a, b, c, d, e, f)


def _actual(operands: list[Token]) -> str | None:
    """Return the ActualText of a marked-content operator."""
    for key, value in pairwise(operands):
        if key[1] == b"/ActualText":
            raw = unescaped(value[1])
            return raw[2:].decode("utf-16-be") if raw[:2] == b"\xfe\xff" else raw.decode("latin-1")
    return None
