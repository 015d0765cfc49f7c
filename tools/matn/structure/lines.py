"""Lines of a text, and what can be said of one line by itself."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from matn.structure.hints import Hints
from matn.text.tables import bare

MARKER = r"<sup>\(?\\?(?P<sup>\*+|\d{1,3})\)?</sup>|\[\^(?P<foot>\w+)\](?!:)|(?<=\S)\\(?P<star>\*)(?!\w)"
"""A note marker: the canonical ``<sup>(7)</sup>``, Markdown's ``[^7]``, an escaped asterisk after a word."""

GAP = "[…]"
"""What stands where the source has lost something; its dots end no sentence."""

_LABEL = re.compile(
    r"\d{1,2}[.)](?=\.?\s)"  # two stops: bidi threw the item's own to the head of the line
    r"|(?:[-–•▪*+]|(?:[\u0623بجدزحطي]|هـ?|و)[.)]|\((?:\d{1,2}|[\u0623بجدهوزحطي])\)"
    r"|(?:أول|ثاني|ثالث|رابع|خامس|سادس|سابع|ثامن|تاسع|عاشر)(?:\u064b?ا|ا\u064b)\s*[-–—:])(?=\s)"
)
_HEADING = re.compile(r"(#{1,6})\s+")
_TAIL = re.compile(rf"(?:\s|\*\*|[❖■◆]|{re.sub(r'[?]P<[a-z]+>', '?:', MARKER)})+$")
_LETTER = re.compile(r"[^\W\d_]")


@dataclass(frozen=True, slots=True)
class Line:
    """A line that is not blank, as a range of the repaired text without the white space at its ends.

    *gap* says that a blank line stands before it, *forced* that an editor's hint has it begin a paragraph;
    *key* is the line as hints see it, without marks and tatweel.
    """

    number: int
    start: int
    end: int
    text: str
    gap: bool
    forced: bool
    key: str

    def matches(self, patterns: Sequence[re.Pattern[str]]) -> bool:
        """Whether one of *patterns* is found in the line."""
        return any(pattern.search(self.key) for pattern in patterns)


def split(base: str, hints: Hints) -> list[Line]:
    """Return the lines of *base* that are not blank, cut where *hints* say that a paragraph begins."""
    done: list[Line] = []
    at, gap = 0, True
    for number, raw in enumerate(base.split("\n"), 1):
        text = raw.strip()
        if text:
            start = at + raw.index(text)
            done += _cut(Line(number, start, start + len(text), text, gap, False, bare(text)), hints)
        at, gap = at + len(raw) + 1, not text
    return done


def _cut(line: Line, hints: Hints) -> Iterator[Line]:
    found = {hit.start() for pattern in hints.breaks for hit in pattern.finditer(line.text) if hit.start()}
    cuts = [0, *sorted(found), len(line.text)]
    for first, last in pairwise(cuts):
        text = line.text[first:last].rstrip()
        start = line.start + first
        yield Line(line.number, start, start + len(text), text, line.gap or first > 0, first > 0, bare(text))


def marked(line: Line, hints: Hints) -> Iterator[tuple[int, int, str]]:
    """Yield place (in the repaired text) and label of each note marker that *hints* find in *line*, by place."""
    found = {hit.span(1): hit[1] for pattern in hints.notes.markers for hit in pattern.finditer(line.text)}
    for (start, end), name in sorted(found.items()):
        yield line.start + start, line.start + end, name


def label(text: str) -> str:
    """Return the label that *text* begins with (``1.``, ``•``, an ordinal word and a dash), or nothing.

    >>> label("2. قدرات القوات"), label("2025. وذلك"), label("أولًا – لا يمكن"), label("4.. يعود الماء")
    ('2.', '', 'أولًا –', '4.')
    """
    hit = _LABEL.match(text)
    return hit.group() if hit else ""


def heading(text: str) -> tuple[int, int]:
    """Return depth and length of the Markdown heading mark that *text* begins with; zeros if there is none."""
    hit = _HEADING.match(text)
    return (len(hit.group(1)), hit.end()) if hit else (0, 0)


def ends_sentence(text: str) -> bool:
    """Tell whether *text* ends as a sentence ends, note markers and closing quotes apart.

    >>> ends_sentence("ضد قواته<sup>(12)</sup>."), ends_sentence("إلى إقليم"), ends_sentence("ما يلي:")
    (True, False, True)
    """
    core = _TAIL.sub("", text.replace(GAP, "0"))
    return core.rstrip("\"'»”’)]").rstrip()[-1:] in tuple(".؟!?:…")


def has_letter(text: str) -> bool:
    """Tell whether there is a letter of any script in *text*."""
    return bool(_LETTER.search(text))
