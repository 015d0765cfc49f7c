"""Where a paragraph ends: judged by full stops, by labels, by how full a line is, by an editor's hints."""

from __future__ import annotations

import re
from collections.abc import Sequence

from matn.structure.hints import Hints
from matn.structure.lines import MARKER, Line, ends_sentence, label
from matn.text.tables import bare

SHORT = 0.86
"""A line shorter than this part of its neighbours' width is the last of its paragraph, if a sentence ends.

Measured on two texts set by different programs, marks left out: lines inside a paragraph have 0.87 of the
width and more (the first line of an item apart), last lines that are not full have 0.85 and less.
"""

BULLETS = frozenset("•▪")
"""Labels that stand at the start of a line only where an item begins."""

_REACH = 6
_FULL = 0.6
_LINK = re.compile(r"\[[^\]\s]*\]\(|[(]?<https?://")


class Page:
    """The lines of a text, and the judgement whether one goes on with the paragraph of another."""

    def __init__(self, lines: Sequence[Line], hints: Hints) -> None:
        self.hints = hints
        self._widths = [_width(line.text) for line in lines]
        self._places = {line.start: place for place, line in enumerate(lines)}
        gaps = sum(line.gap for line in lines[1:])
        self._spaced = gaps > len(lines) * 0.6

    def goes_on(self, before: Line, line: Line) -> bool:
        """Tell whether *line* goes on with the paragraph whose last line so far is *before*."""
        if line.forced or line.matches(self.hints.starts):
            return False
        if line.matches(self.hints.joins):
            return True
        if self._labelled(before, line):
            return False
        return self._markdown(before, line) if self.hints.layout == "markdown" else self._wrapped(before, line)

    def _labelled(self, before: Line, line: Line) -> bool:
        """Whether *line* is an item of a list; a number or dash inside a wrapped sentence is not."""
        name = label(line.text)
        if self.hints.layout == "markdown" or name in BULLETS:
            return bool(name)
        return bool(name) and (ends_sentence(before.text) or before.text.endswith("؛"))

    def _markdown(self, before: Line, line: Line) -> bool:
        if not line.gap or _LINK.match(line.text):
            return True
        return self.hints.paragraphs == "sentence" and not ends_sentence(before.text)

    def _wrapped(self, before: Line, line: Line) -> bool:
        if not ends_sentence(before.text):
            return True
        return not self._short(before) and (self._spaced or not line.gap)

    def _short(self, line: Line) -> bool:
        """Whether *line* ends well before the margin, by the width of the full lines around it."""
        place = self._places[line.start]
        near = sorted(self._widths[max(0, place - _REACH) : place + _REACH + 1])
        return self._widths[place] < SHORT * near[int(len(near) * _FULL)]


def _width(text: str) -> int:
    return len(re.sub(MARKER, "", bare(text)))


def levels(depths: Sequence[int]) -> list[int]:
    """Turn heading depths as marked into levels that start at 1 and never skip one.

    >>> levels([3, 4, 3, 2, 4])
    [1, 2, 1, 1, 2]
    """
    done: list[int] = []
    stack: list[int] = []
    for depth in depths:
        stack = [*(outer for outer in stack if outer < depth), depth]
        done.append(len(stack))
    return done


def nesting(labels: Sequence[str]) -> list[int]:
    """Return the depth of each list item; an empty label is a block between lists, and ends them (0).

    >>> nesting(["1.", "-", "-", "2.", "", "1."])
    [1, 2, 2, 1, 0, 1]
    """
    done: list[int] = []
    stack: list[str] = []
    for name in labels:
        style = _style(name)
        stack = stack[: stack.index(style) + 1] if style in stack else [*stack, style]
        stack = stack if name else []
        done.append(len(stack))
    return done


def _style(name: str) -> str:
    return "1" if name[:1].isdigit() else name if not name[-1:].isalpha() and len(name) == 1 else "a"
