"""Reading a page that Typst set: which glyph stands where, for which letters, in which marked content.

Nearly all of a page is text in one form, some ten thousand times; that form is read by two patterns. What has another
form is read operator by operator (:mod:`matn.export.pdf.operators`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache

from matn.export.pdf.operators import Face, Glyph, Sequence, one_sequence, unescaped

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
    left, base, colour = float(block["x"]), float(block["y"]), block["colour"].encode("latin-1")
    body, at = block["body"], 0
    marks: list[str | None] = []
    glyphs: list[Glyph] = []
    while at < len(body):
        part = _PART.match(body, at)
        if part is None:
            return None
        at = part.end()
        if part["font"]:
            face, size = faces[part["font"]], float(part["size"])
            actual = next((mark for mark in reversed(marks) if mark is not None), None)
            pen, y = left + float(part["x"]), base - float(part["y"])
            widths, texts = face.widths, face.texts
            for back, shown in _items(part["array"] if part["one"] is None else part["one"]):
                if back:
                    pen -= back * size / 1000
                for code in shown:
                    width = widths.get(code, 0) * size / 1000
                    text = texts.get(code, "") if actual is None else actual
                    glyphs.append(Glyph(face, size, pen, y, code, text, width, None in marks, colour))
                    pen += width
        elif part["end"]:
            marks.pop()
        elif part["back"]:
            marks.append(None)
        else:
            marks.append(bytes.fromhex(part["actual"]).decode("utf-16-be"))
    return glyphs


@lru_cache(maxsize=4096)
def _items(shown: str) -> tuple[tuple[float, tuple[int, ...]], ...]:
    return tuple((float(number), ()) if number else (0.0, _codes(string)) for number, string in _ITEM.findall(shown))


def _codes(string: str) -> tuple[int, ...]:
    raw = unescaped(string.encode("latin-1"))
    return tuple(high << 8 | low for high, low in zip(raw[::2], raw[1::2], strict=True))
