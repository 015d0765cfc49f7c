"""The sorts of a file and what is set with them between spaces: each is there once, and known again."""

from __future__ import annotations

import re
from collections.abc import Iterator

from matn.export.pdf.clusters import Put, Sort
from matn.export.pdf.literals import NUMBER, STRING, unescaped
from matn.export.pdf.operators import Face

_ITEM = re.compile(rf"({NUMBER})|({STRING})", re.DOTALL)
GRAIN = 200
"""Glyphs that stand in the same way to a 200th of a point are told apart no further."""


class Ink:
    """Sorts of one operator between spaces, or a space, in their places to each other. Two alike are one object."""

    __slots__ = ("blank", "puts")

    def __init__(self, puts: tuple[Put, ...]) -> None:
        """Take over *puts*, of which the first is at 0."""
        self.puts, self.blank = puts, puts[0][0].blank


Piece = tuple[Ink, float]
"""Ink and where it begins in its block, in points."""


class Case:
    """What text is set with."""

    def __init__(self) -> None:
        """Begin with an empty one."""
        self._pieces: dict[tuple[object, ...], tuple[Piece, ...]] = {}
        self._sorts: dict[tuple[object, ...], Sort] = {}
        self._inks: dict[tuple[object, ...], Ink] = {}

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
        key = (face.key, told, actual, backward)
        known = self._pieces.get(key)
        if known is None:
            size, y, shown = told
            text = bytes.fromhex(actual).decode("utf-16-be") if actual is not None else None
            puts = self._puts(face, float(size), float(y), text, shown, backward=backward)
            known = self._pieces[key] = tuple(self._cut(list(puts)))
        return known

    def piece(self, face: Face, size: float, code: int, text: str, *, backward: bool) -> Piece:
        """Return a glyph by itself."""
        return self._ink([(self._sort(face, size, code, text, backward), 0.0, 0.0)]), 0.0

    def _puts(
        self, face: Face, size: float, y: float, actual: str | None, shown: str, *, backward: bool
    ) -> Iterator[Put]:
        """Yield the sorts that an operator shows, as if its text began at 0."""
        pen, thousandth = 0.0, size / 1000
        for number, string in _ITEM.findall(shown):
            pen -= float(number or 0) * thousandth
            for code in _codes(string):
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
                left = puts[start][1]
                yield self._ink([(sort, x - left, y) for sort, x, y in puts[start:at]]), left
                start = at

    def _ink(self, puts: list[Put]) -> Ink:
        key = tuple([(sort, round(x * GRAIN), y) for sort, x, y in puts])
        known = self._inks.get(key)
        if known is None:
            known = self._inks[key] = Ink(tuple(puts))
        return known


def _codes(string: str) -> tuple[int, ...]:
    raw = unescaped(string.encode("latin-1"))
    return tuple([high << 8 | low for high, low in zip(raw[::2], raw[1::2], strict=True)])
