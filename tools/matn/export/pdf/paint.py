"""Writing the letters of a page so that every reader of the file gets them in reading order.

What extractors do (pdfium, poppler, pdf.js, pypdf, pdfminer.six; read in their sources) decides the form:

- pdfminer keeps the order of the operators; so letters are shown in reading order, each at its own place.
- pypdf turns a run of letters round that go from right to left, but not across ``Tf``; pdf.js turns round each text
  item, and begins a new one at another font size. So each such letter has a ``Tf`` of its own.
- pdfium and poppler sort by place and then turn round; so a mark stands a little left of its letter.
- pdf.js drops the space before a letter that stands further left, unless the letter's matrix is turned: then it
  takes the distance along the turned line. So the first letter of such a word is turned by a hair, more than which
  is not needed because the page's origin is far below it (`FAR`).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from matn.export.pdf.clusters import Cluster, same_line
from matn.export.pdf.lettering import Letter, Lettering

FAR = 16384
"""How far over the origin of its coordinates a page stands, in points."""
APART = (1.001, 1.002)
"""Changes of the font size that keep a letter apart from the one before, for pdf.js and poppler; no eye sees them."""
_GAP = 0.3
"""The space that pdf.js is to find between words, in font sizes: it counts from 0.102 to 0.6 as one."""


class Painter:
    """Writes clusters in reading order as text operators."""

    def __init__(self, names: Mapping[int, bytes], letterings: Mapping[int, Lettering]) -> None:
        self._names = {face: name.decode("ascii") for face, name in names.items()}
        self._letterings = letterings
        self._out: list[str] = []
        self._font: tuple[int, float] = (0, 0.0)
        self._at: tuple[int, int] | None = (0, 0)
        self._colour = b""
        self._last: Cluster | None = None
        self._spaced = self._turned = False

    def paint(self, clusters: Sequence[Cluster]) -> bytes:
        """Return one block of operators that shows *clusters*, which follow those of the call before on the page."""
        self._out, self._font, self._at, self._colour = [], (0, 0.0), (0, 0), b""
        for cluster in clusters:
            self._cluster(cluster)
        return ("q BT " + " ".join(self._out) + " ET Q\n").encode("ascii")

    def _cluster(self, cluster: Cluster) -> None:
        if cluster.main.colour != self._colour:
            self._colour = cluster.main.colour
            self._out.append(self._colour.decode("latin-1"))
        turn = self._turn(cluster)
        for at, letter in enumerate(self._letterings[cluster.main.face.key].spell(cluster)):
            apart = letter.mark or (turn and at == 0)
            self._show(cluster, letter, self._size(cluster, apart=bool(apart)), turn if at == 0 else 0.0)
        self._spaced, self._turned = cluster.blank, cluster.backward
        if not cluster.blank:
            self._last = cluster

    def _size(self, cluster: Cluster, *, apart: bool) -> float:
        """Return a font size for a letter of *cluster*; to stand *apart* it is any but that of the letter before."""
        size = cluster.glyphs[-1].size
        if not apart:
            return size
        return next(size * by for by in APART if size * by != self._font[1])

    def _turn(self, cluster: Cluster) -> float:
        """Return the slope that makes pdf.js see a space before *cluster*, 0 where it sees it anyway."""
        last = self._last
        if last is None or not self._spaced or cluster.blank or not same_line(last, cluster) or cluster.x > last.x:
            return 0.0
        return (last.end - cluster.x + _GAP * cluster.main.size) / (FAR + cluster.base)

    def _show(self, cluster: Cluster, letter: Letter, size: float, turn: float) -> None:
        main = cluster.glyphs[-1]
        face, out = main.face.key, self._out
        if cluster.backward or self._turned or self._font != (face, size) or not cluster.text.isascii():
            out.append(f"{self._names[face]} {size:.4f} Tf")
            self._font = (face, size)
        x, y = int((cluster.x + letter.shift * main.size) * 1000), int(cluster.base * 1000)
        if turn or self._at is None:
            out.append(f"1 {turn:.6f} 0 1 {x / 1000} {y / 1000} Tm <{letter.code:04X}> Tj")
            self._at = None if turn else (x, y)
        else:
            across, up = self._at
            out.append(f"{(x - across) / 1000} {(y - up) / 1000} Td <{letter.code:04X}> Tj")
            self._at = (x, y)
