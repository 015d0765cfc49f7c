"""A text made plain for programs that read words: spellings levelled, the gaps between words kept.

Where :func:`matn.text.fold.fold` leaves nothing but letters and digits, this keeps punctuation and white
space, so that patterns can speak of words and of what stands between them. Never shown, never stored.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

from matn.text.fold import Folded, fold, folded
from matn.text.tables import LETTER_CLASS, MARK_CLASS, MARKS, TATWEEL

DIGITS = "0-9\u0660-\u0669\u06f0-\u06f9"
"""For use inside a regular expression's ``[...]``: digits of the three scripts."""

WORD = re.compile(
    rf"[{LETTER_CLASS}][{LETTER_CLASS}{MARK_CLASS}{TATWEEL}]*|[{DIGITS}]+|[A-Za-z\u00c0-\u024f\u1e00-\u1eff]+"
)
"""A run of Arabic letters with their marks, of digits, or of Latin letters."""


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a text: its range in code points, marks included, and what it folds to."""

    start: int
    end: int
    folded: str


def words(text: str) -> tuple[Word, ...]:
    """Return the words of *text* (any normal form) in order; letters, digits and scripts stand apart.

    >>> [word.folded for word in words("في الـعامِ ٢٠١٤م")]
    ['في', 'العام', '2014', 'م']
    """
    return tuple(Word(hit.start(), hit.end(), folded(hit.group())) for hit in WORD.finditer(text))


def plain(text: str) -> Folded:
    """Return *text* with its words folded and the rest as it is, and the way back to its code points.

    White space of any kind is one blank a character, format controls are dropped, digits are those of ASCII.

    >>> plain("في أيلولَ/سبتمبر ٢٠٢٥").text
    'في ايلول/سبتمبر 2025'
    """
    parts: list[str] = []
    offsets: list[int] = []
    at = 0
    for hit in WORD.finditer(text):
        _between(text, at, hit.start(), parts, offsets)
        word = fold(hit.group())
        parts.append(word.text)
        offsets += [hit.start() + offset for offset in word.offsets[:-1]]
        at = hit.end()
    _between(text, at, len(text), parts, offsets)
    return Folded("".join(parts), (*offsets, len(text)))


def _between(text: str, start: int, end: int, parts: list[str], offsets: list[int]) -> None:
    for at in range(start, end):
        char = text[at]
        if char in MARKS or char == TATWEEL or unicodedata.category(char) == "Cf":
            continue
        parts.append(" " if char.isspace() else char)
        offsets.append(at)


def whole(text: str, start: int, end: int) -> tuple[int, int]:
    """Return the range ``[start, end)`` of *text* with the marks and strokes that follow its last letter."""
    while end < len(text) and (text[end] in MARKS or text[end] == TATWEEL):
        end += 1
    return start, end
