"""Where the words of a text are: runs of Arabic letters and their marks."""

from __future__ import annotations

import re

from matn.text.tables import LETTER_CLASS, MARK_CLASS

WORD = re.compile(f"[{LETTER_CLASS}][{LETTER_CLASS}{MARK_CLASS}]*")
"""A word: letters and marks, beginning with a letter; no tatweel, no digits."""

_TAIL = re.compile(f"[{LETTER_CLASS}{MARK_CLASS}]*")
_BEGINNING = re.compile("^(?:[وف]?(?:ال|بال|كال|لل)|[وفبلك])(?=.{3})")
_ENDING = re.compile("(?<=.{3})(?:ين|ان|ون|ات|ا)$")


def around(text: str, start: int, end: int) -> tuple[int, int]:
    """Return the range of the word that ``[start, end)`` of *text* lies in (code points).

    Marks before any letter are not part of it; where there is no letter it is empty, at *end*.
    """
    while start and _TAIL.fullmatch(text[start - 1]):
        start -= 1
    while start < end and not WORD.match(text[start]):
        start += 1
    found = _TAIL.match(text, end)
    return start, found.end() if found else end


def stem(word: str) -> str:
    """Return *word* (bare) less article, particles and number, three letters at least: a key, no true stem."""
    return _ENDING.sub("", _BEGINNING.sub("", word))
