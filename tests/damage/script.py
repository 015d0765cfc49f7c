"""The few facts of Arabic script that damage follows. Kept apart from the package on purpose:
the tests of the repair must not share its tables, nor its mistakes."""

from __future__ import annotations

import re

TATWEEL, LOST = "\u0640", "\ufffd"
DUAL = "بتثجحخسشصضطظعغفقكلمنهيئ"
RIGHT = "اأإآدذرزوىةؤ"
TEETH = "بتثني"
MARKS = "\u064b-\u0652"
LETTERS = DUAL + RIGHT + "ء"

WORD = re.compile(f"[{LETTERS}][{LETTERS}{MARKS}]*")
JOINT = re.compile(f"[{DUAL}][{MARKS}]*(?=[{DUAL}{RIGHT}])")
"""A letter that joins forward, with its marks, before one that joins backward."""


def joints(word: str) -> list[int]:
    """Where a stroke may stand in *word*: after a joint, never between lam and alef."""
    return [found.end() for found in JOINT.finditer(word) if not (found[0][0] == "ل" and word[found.end()] in "اأإآ")]


def words(text: str) -> list[tuple[int, int]]:
    """The ranges of the Arabic words of *text*."""
    return [found.span() for found in WORD.finditer(text)]
