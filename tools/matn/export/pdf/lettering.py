"""A font of a finished file with one code for each letter: the codes, their widths, what they mean."""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise

import pikepdf

from matn.export.pdf.clusters import CONTROLS, Cluster, sense
from matn.export.pdf.operators import Face
from matn.export.pdf.truetype import Component, Composer

MARK_WIDTH = 0.05
"""Width of a mark's own code, in font sizes: above zero, for pdfium drops what has no width."""
MARK_STEP = 0.02
"""How far left of its letter's origin a mark's code stands, in font sizes."""
HIGHEST, LOWEST = 1000, -300
"""What a font may say of its height, in thousandths; poppler takes lines for columns if they reach into each other."""
_HEAD = """/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
/CMapName /Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<0000> <FFFF>
endcodespacerange
"""
_TAIL = "endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n"
_BLOCK = 100
"""Most entries that one block of a CMap may have (PDF 32000-1, 9.7.5.4)."""


@dataclass(frozen=True, slots=True)
class Letter:
    """A code and where it is shown, in points from the left edge of its cluster; *mark* is for a combining one."""

    code: int
    shift: float
    mark: bool


class Lettering:
    """The letters of one font."""

    def __init__(self, font: pikepdf.Object, name: str) -> None:
        """Take over *font*, a Type 0 font with a TrueType program, to be called *name* on all pages."""
        self.font, self.name = font, name
        self._descriptor = font.DescendantFonts[0].FontDescriptor
        self._composer = Composer(self._descriptor.FontFile2.read_bytes())
        self._codes: dict[tuple[tuple[Component, ...], int, str], int] = {}
        self._widths: dict[int, int | Decimal] = {}
        self._texts: dict[int, str] = {}
        self._dots: set[int] = set()
        texts = _texts(font.ToUnicode.read_bytes())
        backward = any(sense(text) < 0 for text in texts.values())
        self.face = Face(font.objgen[0], _widths(font.DescendantFonts[0]), texts, backward)

    def keep(self) -> None:
        """Keep the codes of the font beside the new ones, for text that stays as it is."""
        self._widths |= {code: Decimal(f"{self.face.widths[code]:g}") for code in self.face.texts}
        self._texts |= {code: text.translate(CONTROLS) for code, text in self.face.texts.items()}

    def learn(self, cluster: Cluster) -> None:
        """Note what draws the dots of letters: a glyph without width in a cluster without marks."""
        if len(cluster.puts) > 1 and not any(map(unicodedata.combining, cluster.text)):
            self._dots.update(sort.code for sort, _, _ in cluster.puts)

    def spell(self, cluster: Cluster, rise: float, *, backward: bool) -> Iterator[Letter]:
        """Yield the codes for *cluster* in reading order, to be shown *rise* points below its baseline."""
        scale = self._composer.units / cluster.main.size
        drawn = tuple([(sort.code, round(x * scale), round((y + rise) * scale)) for sort, x, y in cluster.puts])
        return self._letters(drawn, round(cluster.width * scale), cluster.text, backward=backward)

    def _letters(self, drawn: tuple[Component, ...], advance: int, text: str, *, backward: bool) -> Iterator[Letter]:
        groups = list(_groups(text)) if backward else [text]
        marks = tuple(part for part in drawn[:-1] if part[0] not in self._dots) if len(groups) == 1 else ()
        ink = tuple(part for part in drawn if part not in marks)
        part, unit = advance // len(groups), 1 / self._composer.units
        for at, group in enumerate(groups):
            origin = advance - part * (at + 1) if len(groups) > 1 else 0
            letter, signs = (group[:1], group[1:]) if backward else (group, "")
            shown = _moved(ink if signs else drawn, -origin) if at == 0 else ()
            yield Letter(self._code(shown, part if len(groups) > 1 else advance, letter), origin * unit, False)
            for step, sign in enumerate(signs, 1):
                shift = -round(MARK_STEP * step * self._composer.units)
                shown = _moved(marks, -shift)
                yield Letter(self._code(shown, round(MARK_WIDTH * self._composer.units), sign), shift * unit, True)

    def _code(self, ink: tuple[Component, ...], advance: int, text: str) -> int:
        key = (ink, advance, text)
        if key not in self._codes:
            wide = text.isspace() and advance > self._composer.units / 2
            code = self._codes[key] = self._composer.add(ink, advance, extent=not wide)
            self._widths[code] = round(advance * 1000 / self._composer.units)
            self._texts[code] = text
        return self._codes[key]

    def finish(self, pdf: pikepdf.Pdf) -> None:
        """Put the new program, widths and texts into the font."""
        child = self.font.DescendantFonts[0]
        program = self._composer.build()
        self._descriptor.FontFile2 = pdf.make_stream(program)
        self._descriptor.FontFile2.Length1 = len(program)
        child.W = pikepdf.Array(_in_runs(self._widths))
        child.CIDToGIDMap = pikepdf.Name.Identity
        self._descriptor.Ascent = min(self._descriptor.Ascent, HIGHEST)
        self._descriptor.Descent = max(self._descriptor.Descent, LOWEST)
        if "/CIDSet" in self._descriptor:
            del self._descriptor.CIDSet
        self.font.ToUnicode = pdf.make_stream(_cmap(self._texts).encode("ascii"))


def _moved(drawn: tuple[Component, ...], by: int) -> tuple[Component, ...]:
    return tuple((code, dx + by, dy) for code, dx, dy in drawn)


def _groups(text: str) -> Iterator[str]:
    """Yield each letter with the marks and joiners that follow it."""
    group = ""
    for letter in text:
        if group and unicodedata.category(letter) not in ("Mn", "Cf"):
            yield group
            group = ""
        group += letter
    yield group


def _widths(child: pikepdf.Object) -> dict[int, float]:
    """Return the widths of a CID font in thousandths of the font size (PDF 32000-1, 9.7.4.3)."""
    found: defaultdict[int, float] = defaultdict(float)
    values = list(child.get("/W", []))
    while values:
        first = int(values.pop(0))
        told = values.pop(0)
        if isinstance(told, pikepdf.Array):
            found.update((first + at, float(width)) for at, width in enumerate(told))
        else:
            width = float(values.pop(0))
            found.update((code, width) for code in range(first, int(told) + 1))
    return found


def _in_runs(widths: Mapping[int, int | Decimal]) -> Iterator[int | pikepdf.Array]:
    """Yield the first code of each run of them and the widths of the run."""
    codes = sorted(widths)
    starts = [at for at, code in enumerate(codes) if not at or code != codes[at - 1] + 1]
    for start, end in pairwise([*starts, len(codes)]):
        yield codes[start]
        yield pikepdf.Array([widths[code] for code in codes[start:end]])


def _texts(cmap: bytes) -> dict[int, str]:
    """Return what the codes of a ToUnicode CMap mean; Typst writes them one by one."""
    found = {}
    inside = False
    for line in cmap.decode("ascii").splitlines():
        if line.endswith("beginbfchar"):
            inside = True
        elif line == "endbfchar":
            inside = False
        elif inside:
            code, text = line.replace("<", "").replace(">", "").split(" ", 1)
            found[int(code, 16)] = bytes.fromhex(text.replace(" ", "")).decode("utf-16-be")
    return found


def _cmap(texts: dict[int, str]) -> str:
    lines = [f"<{code:04X}> <{text.encode('utf-16-be').hex().upper()}>" for code, text in sorted(texts.items()) if text]
    blocks = [lines[at : at + _BLOCK] for at in range(0, len(lines), _BLOCK)]
    told = "".join(f"{len(block)} beginbfchar\n" + "\n".join(block) + "\nendbfchar\n" for block in blocks)
    return _HEAD + told + _TAIL
