"""Reading a page that Typst set: which glyph stands where, for which letters, in which marked content.

Nearly all of a page is text in one form, some ten thousand times; that form is read by two patterns. What has another
form is read operator by operator (:mod:`matn.export.pdf.operators`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache

from matn.export.pdf.literals import unescaped
from matn.export.pdf.operators import Face, Glyph, Sequence, one_sequence

_NUMBER = r"-?[\d.]+"
_STRING = r"\((?:\\.|[^()\\])*\)"
_BLOCK = re.compile(
    r"\s*(?P<opening>/\w+(?:<<[^<>]*(?:<[0-9A-F]*>[^<>]*)*>>\s*BDC|\s*BMC))\s*"
    rf"q 1 0 0 -1 (?P<x>{_NUMBER}) (?P<y>{_NUMBER}) cm(?P<colour>/c\d+ cs(?: {_NUMBER})+ scn)\s*"
    r"BT(?P<body>.*?)\nET\s*Q\s*EMC",
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

Items = tuple[tuple[float, tuple[int, ...]], ...]
Shown = tuple[str, float, float, float, bool, str | None, Items]
"""Font, size, place in the block, whether from right to left, the letters if they are told, moves and codes."""


def sequences(content: bytes, faces: Mapping[bytes, Face]) -> Iterator[Sequence]:
    """Yield the marked-content sequences of the outermost level of a page, in order."""
    text = content.decode("latin-1")
    named = {name.decode("latin-1").removeprefix("/"): face for name, face in faces.items()}
    at = 0
    while at < len(text):
        block = _BLOCK.match(text, at)
        glyphs = _glyphs(block, named) if block else None
        if block is None or glyphs is None:
            found, at = one_sequence(content, at, faces)
            if found:
                yield found
            continue
        at = block.end()
        opening = block["opening"]
        number = _NUMBERED.search(opening)
        yield Sequence(opening.encode("latin-1"), int(number[1]) if number else None, list(glyphs))


def _glyphs(block: re.Match[str], faces: Mapping[str, Face]) -> list[Glyph] | None:
    """Return the glyphs of a block of text; None if something in it has another form."""
    shown = _shown(block["body"])
    if shown is None or any(part[0] not in faces for part in shown):
        return None
    left, base, colour = float(block["x"]), float(block["y"]), block["colour"].encode("latin-1")
    glyphs = []
    for font, size, x, y, backward, actual, items in shown:
        face, thousandth = faces[font], size / 1000
        widths, texts = face.widths, face.texts
        pen, line = left + x, base - y
        for moved, codes in items:
            pen -= moved * thousandth
            for code in codes:
                width = widths[code] * thousandth
                text = texts.get(code, "") if actual is None else actual
                glyphs.append(Glyph(face, size, pen, line, code, text, width, backward, colour))
                pen += width
    return glyphs


@lru_cache(maxsize=65536)
def _shown(body: str) -> tuple[Shown, ...] | None:
    """Return what the operators of a block show, wherever it stands: the same bodies come again and again."""
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


@lru_cache(maxsize=16384)
def _items(shown: str) -> Items:
    return tuple((float(number), ()) if number else (0.0, _codes(string)) for number, string in _ITEM.findall(shown))


def _codes(string: str) -> tuple[int, ...]:
    raw = unescaped(string.encode("latin-1"))
    return tuple(high << 8 | low for high, low in zip(raw[::2], raw[1::2], strict=True))
