"""From lines to units: which lines are one heading, one paragraph, one list item, one note's body."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from matn.structure.hints import Hints
from matn.structure.inline import Span
from matn.structure.lines import MARKER, Line, ends_sentence, heading, label, marked
from matn.structure.model import BlockKind
from matn.structure.paragraphs import Page

LONGEST_LABEL = 4
"""Code points of the longest list label that is a sign and not a word: ``(12)``."""
_OPEN = frozenset({BlockKind.PARAGRAPH, BlockKind.LIST_ITEM})
_BODY = re.compile(r"(?:(\d{1,3})[.)]|\\?(\*+))\s+")
_FOOT = re.compile(r"\[\^(\w+)\]:\s*")
_ADDRESS = re.compile(r"<?\(?\[?https?://\S+")


@dataclass(slots=True)
class Unit:
    """What becomes one block: its ranges of the base in reading order, and what the first begins with.

    *mark* is the length of the label or heading mark that is not read; *level* is the depth as marked.
    """

    kind: BlockKind
    spans: list[Span]
    label: str = ""
    mark: int = 0
    level: int = 0
    hinted: bool = False
    last: Line | None = None

    @property
    def cut(self) -> Span:
        """Where the mark is."""
        start = self.spans[0][0]
        return (start, start + self.mark)


@dataclass(slots=True)
class Body:
    """A note's body: its label, where the label is printed, its ranges of the base."""

    label: str
    cut: Span
    spans: list[Span] = field(default_factory=list)


class Gatherer:
    """Reads lines in order and gathers them; a page-bottom note does not end the paragraph it interrupts."""

    def __init__(self, lines: Sequence[Line], hints: Hints) -> None:
        self.hints, self.page = hints, Page(lines, hints)
        self.units: list[Unit] = []
        self.bodies: list[Body] = []
        self.called: set[str] = set()
        self.note: Body | None = None
        self.titled = False
        for line in lines:
            self._read(line)
            self.called |= {next(filter(None, hit.groups())) for hit in re.finditer(MARKER, line.text)}
            self.called |= {name for _, _, name in marked(line, hints)}

    def _read(self, line: Line) -> None:
        if self._note(line):
            return
        self.note = None
        unit = self._special(line)
        current = self.units[-1] if self.units else None
        if unit is None and current and self._goes_on(current, line):
            current.spans.append((line.start, line.end))
            current.last = line
        else:
            self.units.append(unit or self._text(line))

    def _goes_on(self, current: Unit, line: Line) -> bool:
        if current.kind in _OPEN and current.last:
            return self.page.goes_on(current.last, line)
        return line.matches(self.hints.joins)

    def _special(self, line: Line) -> Unit | None:
        """A title, byline, heading or the line under a lost figure; ``None`` for text."""
        span, hints = [(line.start, line.end)], self.hints
        depth, mark = heading(line.text)
        if self._is_title(line, depth):
            self.titled = True
            return Unit(BlockKind.TITLE, span, mark=mark)
        if line.matches(hints.byline):
            return Unit(BlockKind.BYLINE, span, mark=mark)
        for hint in hints.headings:
            if hint.line.search(line.key):
                return Unit(BlockKind.HEADING, span, mark=mark, level=hint.level, hinted=True)
        if depth:
            return Unit(BlockKind.HEADING, span, mark=mark, level=depth)
        return Unit(BlockKind.FIGURE_LOST, span) if line.matches(hints.figures) else None

    def _is_title(self, line: Line, depth: int) -> bool:
        if self.titled:
            return False
        return bool(self.hints.title.search(line.key)) if self.hints.title else depth == 1

    def _text(self, line: Line) -> Unit:
        span, name = [(line.start, line.end)], label(line.text)
        name = name if len(name) <= LONGEST_LABEL else ""  # an ordinal word is read: it stays in the text
        kind = BlockKind.LIST_ITEM if name else BlockKind.PARAGRAPH
        return Unit(kind, span, label=name, mark=len(name), last=line)

    def _note(self, line: Line) -> bool:
        """Take *line* if it is a note's body at the foot of a page, or the address that a body ends with."""
        if self.note and _ADDRESS.fullmatch(line.text):
            self.note.spans.append((line.start, line.end))
            return True
        foot = _FOOT.match(line.text)
        hit = foot or _BODY.match(line.text)
        name = next(filter(None, hit.groups())) if hit else ""
        if not hit or not (foot or self._owed(name)):
            return False
        self.note = Body(name, (line.start, line.start + hit.end()), [(line.start, line.end)])
        self.bodies.append(self.note)
        return True

    def _owed(self, name: str) -> bool:
        """Whether a body *name* is due here: called before, not given yet, and in the midst of a paragraph.

        An item of a list with the same number never stands where a sentence is left open.
        """
        given = {body.label for body in self.bodies}
        if self.hints.notes.first or name not in self.called - given:
            return False
        last = self.units[-1].last if self.units else None
        return not name.isdigit() or (last is not None and not ends_sentence(last.text))
