"""detached-marks: close the space that stands between a letter and its mark.

Fixes: ``عيب ًا`` for ``عيبًا``, ``ي ُنطق`` for ``يُنطق``: an extractor takes the zero width of a mark for a gap.
Leaves alone: text that is no page layer, lines of glyph runs, marks whose word would not be known, or after a loss.
Source: a combining mark follows its base (The Unicode Standard 15.0, 2.11); pdf_oxide #656, pypdf #1296.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from matn.repair.model import Evidence, Rule
from matn.text.edits import Edit
from matn.text.tables import LETTER_CLASS, LOST, MARK_CLASS, TATWEEL, bare

NAME = "detached-marks"
_WORD = f"[{LETTER_CLASS}{MARK_CLASS}{TATWEEL}]"
_GAP = re.compile(f"(?<=[{LETTER_CLASS}])( )(?=[{MARK_CLASS}])")
_BEFORE = re.compile(f"{_WORD}+$")
_AFTER = re.compile(f"[{MARK_CLASS}{TATWEEL}]+[{LETTER_CLASS}]{_WORD}*")
_TORN = re.compile(f"(?:^|\\s){TATWEEL}|{LOST}(?:\\s|$)", re.MULTILINE)
REACH = 24
KNOWN = 2.0
"""Zipf value from which the joined word is taken for known."""


def _propose(text: str, evidence: Evidence) -> Iterator[Edit]:
    if not evidence.signals.page_layer:
        return
    for gap in _GAP.finditer(text):
        before = _BEFORE.search(text[max(0, gap.start() - REACH) : gap.start()])
        after = _AFTER.match(text, gap.end())
        if before is None or after is None:
            continue
        word = bare(before[0] + after[0])
        zipf = evidence.lexicon.zipf(word)
        if zipf >= KNOWN and not _in_runs(text, gap.start()):
            why = f"a mark cannot follow a space; {word} {zipf:.2f} (Zipf)"
            yield Edit(gap.start(), gap.end(), " ", "", NAME, 0.95, why)


def _in_runs(text: str, at: int) -> bool:
    """Tell whether the line at offset *at* is one of glyph runs, whose marks may begin a piece."""
    start, end = text.rfind("\n", 0, at) + 1, text.find("\n", at)
    return bool(_TORN.search(text, start, end if end >= 0 else len(text)))


RULE = Rule(NAME, "A space stands between a letter and its mark.", _propose, owns=frozenset(" "))
