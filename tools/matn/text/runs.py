"""Find the runs of a text that read in the other direction, so that a page can isolate each whole.

A browser orders ``«Foreign Affairs» vol. 103, no. 2`` wrongly inside Arabic: quotes and numbers at the
edges of a foreign run fall to the surrounding direction. So a run takes in what belongs to it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

LATIN = "A-Za-z\u00c0-\u024f\u1e00-\u1eff"
ARABIC = "\u0600-\u06ff\u0750-\u077f\u08a0-\u08ff\ufb50-\ufdff\ufe70-\ufefc"
_LATIN_RUN = re.compile(rf"[0-9]*[{LATIN}](?:[^{ARABIC}]*[{LATIN}0-9%/])?")
_ARABIC_RUN = re.compile(rf"[{ARABIC}](?:[^{LATIN}0-9]*[{ARABIC}])?")
_WORD = re.compile(rf"[{LATIN}]+")
_TRAILING_NUMBER = re.compile(r"\s+[0-9%]+$")
RIGHT_TO_LEFT = frozenset({"ar", "fa", "he", "ur"})
PAIRS = {"(": ")", "[": "]", "«": "»", "“": "”", "‘": "’"}


def direction(language: str) -> str:
    """Return ``rtl`` or ``ltr`` for a BCP 47 tag.

    >>> direction("fa-IR"), direction("en")
    ('rtl', 'ltr')
    """
    return "rtl" if language.split("-")[0] in RIGHT_TO_LEFT else "ltr"


def foreign(text: str, language: str) -> Iterator[tuple[int, int]]:
    """Yield ``[start, end)`` (code points) of each run in *text* against the direction of *language*.

    A lone number is no run: digits follow whatever they stand in.
    """
    pattern = _LATIN_RUN if direction(language) == "rtl" else _ARABIC_RUN
    for match in pattern.finditer(text):
        start, end = match.span()
        if pattern is _LATIN_RUN and len(_WORD.findall(match[0])) == 1:
            end -= len(tail[0]) if (tail := _TRAILING_NUMBER.search(match[0])) else 0
        yield balanced(text, start, end)


def balanced(text: str, start: int, end: int) -> tuple[int, int]:
    """Widen ``[start, end)`` by the one bracket or quote on its edge whose partner is inside."""
    run = text[start:end]
    for opening, closing in PAIRS.items():
        inside = run.count(opening) - run.count(closing)
        if inside > 0 and text[end : end + 1] == closing:
            end += 1
        elif inside < 0 and start and text[start - 1] == opening:
            start -= 1
    return start, end
