"""From glyphs in the order in which they are painted to clusters: letters that are drawn together."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import Any

from matn.export.pdf.operators import Face

CONTROLS: dict[int, str | None] = dict.fromkeys(
    map(ord, "\u2066\u2067\u2068\u2069\u200e\u200f\u061c\u202a\u202b\u202c\u202d\u202e")
) | {0x2060: None, 0xA0: " ", 0x202F: " "}
"""Bidi controls, which Typst puts around runs: they are no part of the text. A hard space is copied as a space."""


def is_blank(text: str) -> bool:
    """Tell whether a glyph for *text* is a space between words."""
    return text.translate(CONTROLS).isspace()


class Sort:
    """A glyph as a compositor has it in the case: what it shows, wherever it is put. Two of the same are one object.

    Attributes:
        face: The font.
        size: In points.
        code: Its number in the font.
        text: The letters of its cluster, which it may share with its neighbours, without marks of direction.
        width: Its advance in points.
        reversed: Whether its run says that it is set from right to left.
        blank: Whether it is the space between words.
        more: Whether the next belongs to the same cluster.
    """

    __slots__ = ("blank", "code", "face", "more", "reversed", "size", "text", "width")

    def __init__(self, face: Face, size: float, code: int, text: str, backward: bool, *, more: bool = False) -> None:
        """Take the glyph *code* of *face* at *size*, which stands for *text*."""
        self.more = more
        self.face, self.size, self.code, self.reversed = face, size, code, backward
        self.text, self.width = text.translate(CONTROLS), face.widths[code] / 1000 * size
        self.blank = self.text.isspace()


Put = tuple[Sort, float, float]
"""A sort and its place in points, from the left and upwards."""


class Cluster:
    """Letters that are drawn together: a letter with its marks, a ligature, a number.

    Attributes:
        puts: What draws them, from their left edge and their baseline on; the last has the width.
        main: The last of the sorts.
        text: The letters, in reading order.
        backward: Whether they go from right to left.
        directed: Whether they have a direction of their own.
        width: Their advance in points.
        forms: What the painter has made of them.
    """

    __slots__ = ("backward", "directed", "forms", "main", "puts", "text", "width")

    def __init__(self, puts: Sequence[Put], text: str, width: float) -> None:
        """Take over *puts*, which show *text*, all in their places to each other."""
        self.puts, self.text, self.width = tuple(puts), text, width
        self.main = main = puts[-1][0]
        way = sense(text)
        self.backward = main.reversed or way < 0
        self.directed = self.backward or way != 0
        self.forms: dict[tuple[bool, int, bool, bool], Any] = {}


def grouped(puts: Iterable[Put]) -> Iterator[list[Put]]:
    """Yield the sorts that are one cluster: a mark, without width, comes before the letter whose text it shares.

    A letter can also be drawn by several glyphs that have a width each (Amiri's lam before kaf).
    """
    group: list[Put] = []
    for put in puts:
        sort = put[0]
        if group and (sort.text != group[0][0].text or sort.face is not group[0][0].face):
            yield group
            group = []
        group.append(put)
        if sort.width > 0 and not sort.more:
            yield group
            group = []
    if group:
        yield group


@lru_cache(maxsize=4096)
def sense(text: str) -> int:
    """Return -1 for letters that go from right to left, 1 for others and digits, 0 for signs and spaces."""
    kinds = {unicodedata.bidirectional(letter) for letter in text}
    return -1 if kinds & {"AL", "R"} else 1 if kinds & {"L", "EN", "AN"} else 0
