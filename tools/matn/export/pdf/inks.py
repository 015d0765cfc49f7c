"""The sorts of a file and what is set with them between spaces: each is there once, and known again."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from matn.export.pdf.clusters import Put, Sort, is_blank
from matn.export.pdf.literals import NUMBER, STRING, unescaped
from matn.export.pdf.operators import Face

_ITEM = re.compile(rf"({NUMBER})|({STRING})", re.DOTALL)
GRAIN = 200
"""Glyphs that stand in the same way to a 200th of a point are told apart no further."""


class Ink:
    """Sorts of one operator between spaces, or a space, in their places to each other; shown again it is the same."""

    __slots__ = ("blank", "puts")

    def __init__(self, puts: tuple[Put, ...]) -> None:
        """Take over *puts*, of which the first is at 0."""
        self.puts, self.blank = puts, puts[0][0].blank


Piece = tuple[Ink, float]
"""Ink and where it begins in its block, in points."""


_Parts = tuple[str | float, ...]
"""Codes of glyphs, each as one character, and how far the next ones are moved to the left, in thousandths."""


class _Style:
    """How an operator shows its codes; what has been shown so."""

    __slots__ = ("backward", "blanks", "face", "known", "parting", "size", "sorts", "text", "y")

    def __init__(self, face: Face, size: float, y: float, text: str | None, backward: bool) -> None:
        """Take the letters from *text*; if it is None, each code has its own."""
        self.face, self.size, self.y, self.text, self.backward = face, size, y, text, backward
        self.known: dict[_Parts, tuple[Ink | None, float]] = {}
        self.sorts: dict[str, Sort] = {}
        if text is None:
            self.blanks = frozenset(chr(code) for code, told in face.texts.items() if is_blank(told))
        else:
            self.blanks = frozenset(map(chr, face.texts)) if is_blank(text) else frozenset()
        every = re.escape("".join(sorted(self.blanks)))
        self.parting = re.compile(f"[{every}]|[^{every}]+" if every else "(?s:.+)")


class Case:
    """What text is set with."""

    def __init__(self) -> None:
        """Begin with an empty one."""
        self._styles: dict[tuple[object, ...], _Style] = {}
        self._sorts: dict[tuple[object, ...], Sort] = {}

    def pieces(
        self, face: Face, told: tuple[str, str, str], actual: str | None, *, backward: bool
    ) -> tuple[Piece, ...]:
        """Return what an operator shows.

        Args:
            face: The font.
            told: As they are written: size, place on the line, operands.
            actual: The letters in hexadecimal UTF-16, if they are told.
            backward: Whether the run says that it is set from right to left.
        """
        style = self._style(face, told[0], told[1], actual, backward)
        return tuple(self._placed(style, told[2]))

    def piece(self, face: Face, size: float, code: int, text: str, *, backward: bool) -> Piece:
        """Return a glyph by itself."""
        return Ink(((self._sort(face, size, code, text, backward), 0.0, 0.0),)), 0.0

    def _style(self, face: Face, size: str, y: str, actual: str | None, backward: bool) -> _Style:
        key = (face.key, size, y, actual, backward)
        known = self._styles.get(key)
        if known is None:
            text = bytes.fromhex(actual).decode("utf-16-be") if actual is not None else None
            known = self._styles[key] = _Style(face, float(size), float(y), text, backward)
        return known

    def _placed(self, style: _Style, shown: str) -> Iterator[Piece]:
        """Yield what operands show, spaces by themselves, as if the text began at 0."""
        pen = 0.0
        for parts in _between_spaces(style, shown):
            found = style.known.get(parts)
            if found is None:
                found = style.known[parts] = self._cast(style, parts)
            ink, advance = found
            if ink:
                yield ink, pen
            pen += advance

    def _cast(self, style: _Style, parts: _Parts) -> tuple[Ink | None, float]:
        """Return what *parts* show and their advance in points."""
        puts: list[Put] = []
        pen, rise = 0.0, -style.y
        for part in parts:
            if isinstance(part, float):
                pen -= part / 1000 * style.size
                continue
            for code in part:
                sort = style.sorts.get(code)
                if sort is None:
                    sort = style.sorts[code] = self._of(style, ord(code), more=style.text is not None)
                puts.append((sort, pen, rise))
                pen += sort.width
        if puts and style.text is not None:
            last, x, y = puts[-1]
            puts[-1] = self._of(style, last.code, more=False), x, y
        return (Ink(tuple(puts)) if puts else None), pen

    def _of(self, style: _Style, code: int, *, more: bool) -> Sort:
        text = style.face.texts.get(code, "") if style.text is None else style.text
        return self._sort(style.face, style.size, code, text, style.backward, more)

    def _sort(self, face: Face, size: float, code: int, text: str, backward: bool, more: bool = False) -> Sort:
        key = (face.key, size, code, text, backward, more)
        known = self._sorts.get(key)
        if known is None:
            known = self._sorts[key] = Sort(face, size, code, text, backward, more=more)
        return known


def _between_spaces(style: _Style, shown: str) -> Iterator[_Parts]:
    """Yield operands as they belong together: each space, what is between two; a number behind a space by itself."""
    parts: _Parts = ()
    for number, string in _ITEM.findall(shown):
        if number:
            if parts:
                parts += (float(number),)
            else:
                yield (float(number),)
            continue
        for part in style.parting.findall(_codes(string)):
            if part not in style.blanks:
                parts += (part,)
                continue
            if parts:
                yield parts
                parts = ()
            yield (part,)
    if parts:
        yield parts


@lru_cache(maxsize=65536)
def _codes(string: str) -> str:
    """Return the codes of a string, each as one character."""
    return unescaped(string.encode("latin-1")).decode("utf-16-be", "surrogatepass")
