"""A received line as tokens, each with what its edges betray about the glyph runs it comes from."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from matn.text.tables import LETTER_CLASS, LOST, MARK_CLASS, TATWEEL

CONTINUES = re.compile(f"^(?:[{MARK_CLASS}{LOST}]*{TATWEEL}|{LOST})")
"""A word cannot begin with an elongation or a lost glyph: such a piece goes on from another.

A mark is no such sign: some extractors put the marks of a word before it. Only marks on a line of their own are.
"""
CONTINUED = re.compile(f"[{TATWEEL}{LOST}][{MARK_CLASS}{LOST}]*$")
"""A word cannot end in an elongation or a lost elongation glyph: what does so is continued elsewhere."""
BEGINS_STRETCHED = re.compile(f"^[{LETTER_CLASS}][{MARK_CLASS}]*{TATWEEL}[{LETTER_CLASS}{LOST}]")
LETTER = re.compile(f"[{LETTER_CLASS}{MARK_CLASS}]")

_MARKS = re.compile(f"^[{MARK_CLASS}]+$")
_TOKEN = re.compile(r"[^ \t\n]+")
_PARTICLE = re.compile(f"^[وف]?[بلكه]{TATWEEL}+$")


@dataclass(frozen=True, slots=True)
class Token:
    """A stretch without spaces, the gap after it, and what its edges betray.

    Attributes:
        at: Offset of its first character in the line.
        text: As received.
        wide: Whether the gap after it is more than the one space between runs.
        broken: Whether the gap after it holds a line end (a physical line torn in pieces).
        continues: Its start shows that it goes on from another piece.
        continued: Its end shows that another piece goes on from it.
        closed: A stroke that stands alone behind it shows that its run ended in a space.
    """

    at: int
    text: str
    wide: bool
    broken: bool
    continues: bool
    continued: bool
    closed: bool = False


def tokens(line: str) -> list[Token]:
    """Cut a received line, without its list label, into tokens.

    A tatweel that stands alone is a stretch after a space: the run before it ended a word.
    """
    words = list(_TOKEN.finditer(line))
    found: list[Token] = []
    for word, following in zip(words, [*words[1:], None], strict=True):
        text = word[0]
        if found and not text.strip(TATWEEL):
            found[-1] = replace(found[-1], wide=True, continued=False, closed=True)
            continue
        gap = line[word.end() : following.start() if following else len(line)]
        wide = "\t" in gap or len(gap.replace("\n", "")) > 1 if following else bool(gap)
        continued = bool(CONTINUED.search(text)) and not _PARTICLE.match(text)
        scrap = bool(_MARKS.match(text)) and ("\n" in gap or bool(found and found[-1].broken))
        continues = scrap or bool(CONTINUES.match(text))
        found.append(Token(word.start(), text, wide, "\n" in gap, continues, continued))
    return found
