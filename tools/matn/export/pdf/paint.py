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

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from matn.export.pdf.clusters import Cluster
from matn.export.pdf.lettering import Lettering
from matn.export.pdf.words import Shape, Word, same_line

FAR = 16384
"""How far over the origin of its coordinates a page stands, in points."""
APART = (1.001, 1.002)
"""Changes of the font size that keep a letter apart from the one before, for pdf.js and poppler; no eye sees them."""
_GAP = 0.3
"""The space that pdf.js is to find between words, in font sizes: it counts from 0.102 to 0.6 as one."""


_GRAIN = 1000
"""Parts of a point that places are told in."""

State = tuple[int, float]


class _Unit(NamedTuple):
    """Letters as they are written wherever they stand.

    Attributes:
        font: The operator that sets font and size of the first.
        named: Whether they need it in any case.
        x: Where the first is, counted from the left edge, in grains; all places are.
        codes: The operators after the place of the first.
        end: Where the last is.
        state: Font and size of the first.
        after: Font and size of the last.
    """

    font: str
    named: bool
    x: int
    codes: str
    end: int
    state: State
    after: State


class _Form(NamedTuple):
    """A word as it is written wherever it stands: its first letter, then the others.

    Attributes:
        first: The first letter.
        second: The operators before the place of the second; None if there is none.
        step: How far the second is from the first.
        rest: What follows the place of the second.
        length: How far the last is from the first.
        after: Font and size of the last.
    """

    first: _Unit
    second: str | None
    step: int
    rest: str
    length: int
    after: State


class Painter:
    """Writes words in reading order as text operators."""

    def __init__(self, letterings: Mapping[int, Lettering]) -> None:
        self._letterings = letterings
        self._out: list[str] = []
        self._font: State = (0, 0.0)
        self._at: tuple[int, int] | None = (0, 0)
        self._colour = ""
        self._last: Word | None = None
        self._spaced = self._turned = False

    def paint(self, words: Sequence[Word]) -> bytes:
        """Return one block of operators that shows *words*, which follow those of the call before on the page."""
        if not words:
            return b""
        self._out, self._font, self._at, self._colour = [], (0, 0.0), (0, 0), ""
        for word in words:
            self._word(word)
        return ("q BT " + " ".join(self._out) + " ET Q\n").encode("ascii")

    def _word(self, word: Word) -> None:
        turn = self._turn(word)
        form = self._form(word, turned=turn > 0)
        first = form.first
        if word.shape.colour != self._colour:
            self._colour = word.shape.colour
            self._out.append(self._colour)
        if first.named or self._turned or self._font != first.state:
            self._out.append(first.font)
        x, y = int(word.x * _GRAIN) + first.x, int(word.base * _GRAIN)
        if turn:
            self._out.append(f"1 {turn:.6f} 0 1 {x / _GRAIN} {y / _GRAIN} Tm {first.codes}")
            if form.second is not None:
                self._out.append(f"{form.second}1 0 0 1 {(x + form.step) / _GRAIN} {y / _GRAIN} Tm {form.rest}")
        else:
            self._place(x, y)
            self._out.append(first.codes)
            if form.second is not None:
                self._out.append(f"{form.second}{form.step / _GRAIN} 0 Td {form.rest}")
        self._at = None if turn and form.second is None else (x + form.length, y)
        self._font, self._spaced, self._turned = form.after, word.blank, word.backward
        if not word.blank:
            self._last = word

    def _place(self, x: int, y: int) -> None:
        if self._at is None:
            self._out.append(f"1 0 0 1 {x / _GRAIN} {y / _GRAIN} Tm")
        else:
            self._out.append(f"{(x - self._at[0]) / _GRAIN} {(y - self._at[1]) / _GRAIN} Td")

    def _turn(self, word: Word) -> float:
        """Return the slope that makes pdf.js see a space before *word*, 0 where it sees it anyway."""
        last = self._last
        if last is None or not self._spaced or word.blank or not same_line(last, word):
            return 0.0
        head, tail = word.edge(0), last.edge(-1)
        return 0.0 if head.x > tail.x else (tail.end - head.x + _GAP * head.size) / (FAR + word.base)

    def _form(self, word: Word, *, turned: bool) -> _Form:
        shape, backward = word.shape, word.backward
        rise = round(word.rise * _GRAIN)
        known = shape.forms.get((backward, rise, turned))
        if not isinstance(known, _Form):
            known = shape.forms[backward, rise, turned] = _formed(
                list(self._units(shape, backward, rise, turned=turned))
            )
        return known

    def _units(self, shape: Shape, backward: bool, rise: int, *, turned: bool) -> Iterator[tuple[_Unit, int]]:
        """Yield the letters of the first cluster one by one, those of each other together; how far to shift each."""
        clusters = shape.clusters[::-1] if backward else shape.clusters
        for at, (cluster, left) in enumerate(clusters):
            key = (backward, rise, at == 0, turned and at == 0)
            units = cluster.forms.get(key)
            if units is None:
                letters = list(self._letters(cluster, backward, rise, turned=turned and at == 0))
                units = cluster.forms[key] = letters if at == 0 else [_united(letters)]
            shift = round(left * _GRAIN)
            for unit in units:
                yield unit, shift

    def _letters(self, cluster: Cluster, backward: bool, rise: int, *, turned: bool) -> Iterator[_Unit]:
        """Yield the letters of *cluster*; to stand apart the size of one is any but that of the letter before."""
        main, last = cluster.main, 0.0
        lettering = self._letterings[main.face.key]
        named = backward or not cluster.text.isascii()
        for letter in lettering.spell(cluster, rise / _GRAIN, backward=backward):
            apart = letter.mark or turned
            last = next(main.size * by for by in APART if main.size * by != last) if apart else main.size
            x, state = round(letter.shift * main.size * _GRAIN), (main.face.key, last)
            yield _Unit(f"{lettering.name} {last:.4f} Tf", named, x, f"<{letter.code:04X}> Tj", x, state, state)
            turned = False


def _united(letters: Sequence[_Unit]) -> _Unit:
    """Return the letters of a cluster, each placed by its distance from the one before, as one."""
    first, *others = letters
    codes, end, after = _following(first, ((unit, 0) for unit in others))
    return first._replace(codes=codes, end=end, after=after)


def _formed(units: Sequence[tuple[_Unit, int]]) -> _Form:
    """Return the letters of a word as a whole."""
    first, shift = units[0]
    moved, length = first._replace(x=first.x + shift), first.end - first.x
    if len(units) == 1:
        return _Form(moved, None, 0, "", length, first.after)
    second, by = units[1]
    step = second.x + by - first.end - shift
    rest, end, after = _following(second, ((unit, left - by) for unit, left in units[2:]))
    return _Form(moved, _font(second, first.after), step, rest, length + step + end - second.x, after)


def _following(first: _Unit, others: Iterable[tuple[_Unit, int]]) -> tuple[str, int, State]:
    """Return *first* and what follows it, each shifted by so much: the operators, place and font of the last."""
    codes, end, after = [first.codes], first.end, first.after
    for unit, by in others:
        codes.append(f"{_font(unit, after)}{(unit.x + by - end) / _GRAIN} 0 Td {unit.codes}")
        end, after = unit.end + by, unit.after
    return " ".join(codes), end, after


def _font(unit: _Unit, last: State) -> str:
    """Return the operator that *unit* needs to set its font after letters in *last*, if it does."""
    return f"{unit.font} " if unit.named or unit.state != last else ""
