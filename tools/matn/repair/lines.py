"""The physical lines of a page layer: where they stand, what labels them, what their tokens betray."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from matn.repair.model import Evidence
from matn.repair.runs import Setting
from matn.repair.tokens import Token, tokens
from matn.text.cohesion import Cohesion
from matn.text.tables import LETTER_CLASS, LOST, MARK_CLASS

_LINE = re.compile(r"[^\n]*[^\s][^\n]*")
_BULLET = re.compile(r"[•▪●◦]\s*")
_SCRAP = re.compile(f"^\\s*(?:[{MARK_CLASS}]+|[{LETTER_CLASS}{MARK_CLASS}]{{1,3}}{LOST})\\s*$")


@dataclass(frozen=True, slots=True)
class Line:
    """One printed line: ``text[start:end]`` without its bullet, and its tokens as received."""

    start: int
    end: int
    tokens: tuple[Token, ...]


def lines(text: str) -> list[Line]:
    """Return the printed lines of *text*; one that a stray mark or letter tore in three is one line again."""
    spans = [match.span() for match in _LINE.finditer(text)]
    return [_line(text, start, end) for start, end in _mended(text, spans)]


def _mended(text: str, spans: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    at = 0
    while at < len(spans):
        start, end = spans[at]
        while at + 2 < len(spans) and _torn(text, spans[at : at + 3]):
            at += 2
            end = spans[at][1]
        if at + 1 < len(spans) and _SCRAP.match(text[slice(*spans[at + 1])]) and spans[at + 1][0] == end + 1:
            at += 1
            end = spans[at][1]
        yield start, end
        at += 1


def _torn(text: str, three: Sequence[tuple[int, int]]) -> bool:
    """Tell whether the middle one of three lines is a scrap of theirs: all three without a gap between."""
    (_, first), (start, end), (second, _) = three
    return first + 1 == start and end + 1 == second and bool(_SCRAP.match(text[start:end]))


def _line(text: str, start: int, end: int) -> Line:
    bullet = _BULLET.match(text, start, end)
    begin = bullet.end() if bullet else start
    return Line(begin, end, tuple(tokens(text[begin:end])) if text[begin:end].strip() else ())


def settings(text: str, found: Sequence[Line], evidence: Evidence) -> Iterator[tuple[Line, Setting]]:
    """Pair each line with what surrounds it. Lines with a gap of text between them are still neighbours."""
    cohesion = Cohesion([[token.text for token in line.tokens] for line in found])
    wide_ends_run = sum(text[line.end - 1].isspace() for line in found) * 10 > len(found) * 3
    for at, line in enumerate(found):
        before = found[at - 1].tokens[-1:] if at else ()
        after = found[at + 1].tokens[:1] if at + 1 < len(found) else ()
        yield (
            line,
            Setting(
                evidence.words,
                cohesion,
                wide_ends_run,
                before[0].text if before else "",
                after[0].text if after and not after[0].continues else "",
            ),
        )
