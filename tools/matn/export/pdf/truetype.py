"""A TrueType font whose glyphs are whole clusters, put together from the glyphs of a subset.

A cluster of letters becomes one composite glyph. What shows a letter is then one code, and each code stands for one
letter: no extractor has to guess which of several glyphs has which of several letters. The tables are those of the
OpenType specification (glyf, loca, hmtx, maxp).
"""

from __future__ import annotations

import struct
from collections.abc import Mapping
from dataclasses import dataclass

Component = tuple[int, int, int]
"""A glyph of the subset, and where its origin is put, in font units."""

_WORDS_XY, _MORE = 0x0003, 0x0020
_GLYPH_COUNT = 4
_GROUND = 8
"""Which part of the font size every glyph shares over the line."""
_LONG = 50
"""Offset in head of the field that says how wide the offsets of loca are."""


@dataclass(frozen=True, slots=True)
class _Source:
    tables: Mapping[bytes, bytes]
    offsets: tuple[int, ...]
    metrics: bytes

    def outline(self, glyph: int) -> bytes:
        start, end = self.offsets[glyph : glyph + 2]
        return self.tables[b"glyf"][start:end]


class Composer:
    """Adds composite glyphs to a font; :meth:`build` gives the file."""

    def __init__(self, data: bytes) -> None:
        """Read *data*, a TrueType font with outlines in glyf."""
        self._source = _read(data)
        self.units = struct.unpack(">H", self._source.tables[b"head"][18:20])[0]
        self._outlines: list[bytes] = []
        self._metrics: list[bytes] = []
        self._count = len(self._source.offsets) - 1
        self._parts = 1
        self._foot: int | None = None

    def add(self, components: tuple[Component, ...], advance: int, *, extent: bool = True) -> int:
        """Add a glyph drawn by *components*, *advance* font units wide; return its number.

        If nothing draws it, it gets an *extent* all the same, an outline without area. What stands over or under the
        line has such an outline on it too: pdfium takes glyphs that share no height for two lines.
        """
        inked = tuple(part for part in components if self._outline(part[0]))
        outline, left = self._grounded(inked) if inked else (_sliver(advance if extent else 0, 0), 0)
        return self._added(outline, left, advance, len(inked))

    def _added(self, outline: bytes, left: int, advance: int, parts: int = 1) -> int:
        self._parts = max(self._parts, parts)
        self._outlines.append(outline)
        self._metrics.append(struct.pack(">Hh", max(0, advance), left))
        self._count += 1
        return self._count - 1

    def _grounded(self, components: tuple[Component, ...]) -> tuple[bytes, int]:
        outline, left = self._composite(components)
        bottom, top = struct.unpack(">h2xh", outline[4:10])
        if bottom <= 0 and top >= self.units // _GROUND:
            return outline, left
        if self._foot is None:
            self._foot = self._added(_sliver(0, self.units // _GROUND), 0, 0)
        return self._composite((*components, (self._foot, 0, 0)))

    def _outline(self, glyph: int) -> bytes:
        first = len(self._source.offsets) - 1
        return self._source.outline(glyph) if glyph < first else self._outlines[glyph - first]

    def _composite(self, components: tuple[Component, ...]) -> tuple[bytes, int]:
        boxes = []
        body = b""
        for at, (glyph, dx, dy) in enumerate(components):
            x0, y0, x1, y1 = struct.unpack(">4h", self._outline(glyph)[2:10])
            boxes.append((x0 + dx, y0 + dy, x1 + dx, y1 + dy))
            flags = _WORDS_XY | (_MORE if at + 1 < len(components) else 0)
            body += struct.pack(">HHhh", flags, glyph, dx, dy)
        box = (*(min(each[i] for each in boxes) for i in (0, 1)), *(max(each[i] for each in boxes) for i in (2, 3)))
        return struct.pack(">h4h", -1, *box) + body, box[0]

    def build(self) -> bytes:
        """Return the font file."""
        tables = dict(self._source.tables)
        outlines = [self._source.outline(glyph) for glyph in range(len(self._source.offsets) - 1)] + self._outlines
        glyf, loca = b"", [0]
        pieces = []
        for outline in outlines:
            padded = outline + b"\0" * (-len(outline) % 4)
            pieces.append(padded)
            loca.append(loca[-1] + len(padded))
        glyf = b"".join(pieces)
        metrics = self._source.metrics + b"".join(self._metrics)
        tables[b"glyf"], tables[b"loca"] = glyf or b"\0", struct.pack(f">{len(loca)}L", *loca)
        tables[b"hmtx"] = metrics
        tables[b"head"] = tables[b"head"][:8] + b"\0" * 4 + tables[b"head"][12:_LONG] + b"\0\1" + tables[b"head"][52:]
        tables[b"hhea"] = tables[b"hhea"][:34] + struct.pack(">H", self._count)
        tables[b"maxp"] = self._limits(tables[b"maxp"])
        tables.pop(b"post", None)  # names of the glyphs, whose number has changed
        return _written(tables)

    def _limits(self, maxp: bytes) -> bytes:
        values = list(struct.unpack(">14H", maxp[4:32]))
        values[0] = self._count
        values[3] = min(0xFFFF, max(values[1], values[3]) * self._parts)
        values[4] = min(0xFFFF, max(values[2], values[4]) * self._parts)
        values[12] = max(values[12], self._parts)
        values[13] = values[13] + 1
        return maxp[:4] + struct.pack(">14H", *values)


def _sliver(width: int, height: int) -> bytes:
    """Return an outline without area, *width* wide or *height* high: pdfium drops text whose glyphs have no extent."""
    if max(width, height) <= 0:
        return b""
    return struct.pack(">h4hHHBBhhhh", 1, 0, 0, width, height, 1, 0, 1, 1, 0, width, 0, height)


def _read(data: bytes) -> _Source:
    count = struct.unpack(">H", data[4:6])[0]
    tables = {}
    for at in range(12, 12 + 16 * count, 16):
        tag, _, start, length = struct.unpack(">4sLLL", data[at : at + 16])
        tables[tag] = data[start : start + length]
    glyphs = struct.unpack(">H", tables[b"maxp"][_GLYPH_COUNT : _GLYPH_COUNT + 2])[0]
    wide = struct.unpack(">h", tables[b"head"][_LONG : _LONG + 2])[0]
    raw = struct.unpack(f">{glyphs + 1}{'L' if wide else 'H'}", tables[b"loca"][: (glyphs + 1) * (4 if wide else 2)])
    offsets = raw if wide else tuple(2 * offset for offset in raw)
    return _Source(tables, offsets, _full_metrics(tables, glyphs))


def _full_metrics(tables: Mapping[bytes, bytes], glyphs: int) -> bytes:
    """Return hmtx with an advance for every glyph: the short form leaves out repeated ones."""
    told = struct.unpack(">H", tables[b"hhea"][34:36])[0]
    full, rest = tables[b"hmtx"][: 4 * told], tables[b"hmtx"][4 * told :]
    last = full[-4:-2]
    return full + b"".join(last + rest[2 * at : 2 * at + 2] for at in range(glyphs - told))


def _written(tables: Mapping[bytes, bytes]) -> bytes:
    count = len(tables)
    power = 1 << (count.bit_length() - 1)
    head = struct.pack(">LHHHH", 0x00010000, count, power * 16, power.bit_length() - 1, (count - power) * 16)
    at = 12 + 16 * count
    directory, body = b"", b""
    for tag in sorted(tables):
        table = tables[tag]
        padded = table + b"\0" * (-len(table) % 4)
        directory += struct.pack(">4sLLL", tag, _sum(padded), at, len(table))
        body += padded
        at += len(padded)
    whole = head + directory + body
    place = (
        12 + 16 * count + sum(len(tables[tag]) + -len(tables[tag]) % 4 for tag in sorted(tables) if tag < b"head") + 8
    )
    adjustment = (0xB1B0AFBA - _sum(whole)) & 0xFFFFFFFF
    return whole[:place] + struct.pack(">L", adjustment) + whole[place + 4 :]


def _sum(data: bytes) -> int:
    data += b"\0" * (-len(data) % 4)
    return int(sum(struct.unpack(f">{len(data) // 4}L", data))) & 0xFFFFFFFF
