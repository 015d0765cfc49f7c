"""Folding for comparison only: what two spellings of the same words have in common.

A folded text is never shown, stored or searched for as such; it decides whether two texts are the same
paragraph. Dropped: combining marks, tatweel, controls, punctuation, symbols, white space. Made one:
alefs (أإآٱ and ا), hamza on a seat (ؤئ and ء), ى and ي, ة and ه, Persian ک ی and Arabic ك ي, the digits of
three scripts, capital and small Latin letters, presentation forms and letters.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

_SAME = str.maketrans("أإآٱؤئىیېةۀەھکڪ", "ااااءءيييههههكك")
_DROPPED = frozenset("MZCPS")
"""First letters of the general categories that carry no letter or digit."""
_PRESENTATION = (("\ufb50", "\ufdff"), ("\ufe70", "\ufeff"))


def _fold_character(char: str) -> str:
    """Return what *char* folds to: nothing, one character, or the letters of a ligature."""
    if any(low <= char <= high for low, high in _PRESENTATION):
        char = unicodedata.normalize("NFKC", char)
    if len(char) > 1:
        return "".join(_fold_character(one) for one in char)
    if char == "\N{ARABIC TATWEEL}" or unicodedata.category(char)[0] in _DROPPED:
        return ""
    digit = unicodedata.decimal(char, None)
    return str(digit) if digit is not None else char.casefold().translate(_SAME)


class _Table(dict[int, str]):
    """A ``str.translate`` table that works out each character when it is first met."""

    def __missing__(self, code: int) -> str:
        self[code] = done = _fold_character(chr(code))
        return done


_TABLE = _Table()


@dataclass(frozen=True, slots=True)
class Folded:
    """A folded text and the way back.

    Attributes:
        text: The folded text.
        offsets: For each character of *text* the code point of the original it came from, and at the
            end the length of the original; one longer than *text*.
    """

    text: str
    offsets: tuple[int, ...]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Return the range of the original that the folded range ``[start, end)`` covers.

        What folding dropped just after the last character (its marks, say) is left outside.
        """
        if start == end:
            return self.offsets[start], self.offsets[start]
        return self.offsets[start], self.offsets[end - 1] + 1


def fold(text: str) -> Folded:
    """Fold *text* (any normal form) and keep the way back to its code points."""
    parts: list[str] = []
    offsets: list[int] = []
    for start, cluster in _clusters(text):
        done = unicodedata.normalize("NFC", cluster).translate(_TABLE)
        parts.append(done)
        offsets += [start] * len(done)
    return Folded("".join(parts), (*offsets, len(text)))


def folded(text: str) -> str:
    """Return the folded *text* alone: the same as ``fold(text).text``, about ten times as fast."""
    if unicodedata.is_normalized("NFC", text):
        return text.translate(_TABLE)
    return "".join(unicodedata.normalize("NFC", cluster).translate(_TABLE) for _, cluster in _clusters(text))


def _clusters(text: str) -> Iterator[tuple[int, str]]:
    """Yield each base character with the combining marks after it, and its offset.

    Conjoining jamo and their like, which compose without being marks, stay apart.
    """
    start = 0
    for at, char in enumerate(text):
        if at and not unicodedata.combining(char):
            yield start, text[start:at]
            start = at
    if text:
        yield start, text[start:]
