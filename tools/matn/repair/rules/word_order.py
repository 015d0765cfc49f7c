"""word-order: turn a line whose words stand in reverse order, each with a double space behind it.

Fixes: a loosely set line in which every word was a glyph run of its own and ended in a space.
Leaves alone: lines with single spaces, tables, and text that is not a page layer.
Evidence: the gaps, and the neighbours: prepositions stand before their nouns in one order only. Where the
neighbours say nothing, a stretched line with a wide gap behind every word, the last one too, is turned and flagged.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from matn.repair.lines import Line, lines, settings
from matn.repair.model import Evidence, Rule
from matn.repair.runs import Setting
from matn.text.cohesion import Cohesion
from matn.text.edits import Edit
from matn.text.tables import TATWEEL

NAME = "word-order"
WIDE_GAPS = 3
_TURNED_LABEL = re.compile(r"^\.(\d{1,2})$")


def _propose(text: str, evidence: Evidence) -> Iterator[Edit]:
    if not evidence.signals.page_layer or "  " not in text:
        return
    for line, setting in settings(text, lines(text), evidence):
        if _loose(line):
            yield from _turn(text, line, setting)


def _loose(line: Line) -> bool:
    wide = sum(token.wide for token in line.tokens[:-1])
    torn = any(token.continues or token.continued for token in line.tokens)
    return wide >= WIDE_GAPS and wide * 10 >= 8 * (len(line.tokens) - 1) and not torn


def _turn(text: str, line: Line, setting: Setting) -> Iterator[Edit]:
    words = [token.text for token in line.tokens]
    turned = [_TURNED_LABEL.sub(r"\1.", word) for word in reversed(words)]
    gain = _holds(setting.cohesion, turned) - _holds(setting.cohesion, words)
    labelled = bool(_TURNED_LABEL.match(words[-1]))
    all_wide = all(token.wide for token in line.tokens) and any(TATWEEL in word for word in words)
    if gain < (-2 if all_wide else 1) and not labelled:
        return
    before = text[line.start : line.end]
    after = " ".join(turned) + (" " if setting.wide_ends_run else "")
    why = f"{len(words)} words, a double space behind each, in reverse order; neighbours hold better by {gain:.1f}"
    confidence = round(min(0.98, 0.8 + gain / 50 if gain >= 1 or labelled else 0.5 + gain / 20), 2)
    yield Edit(line.start, line.end, before, after, NAME, confidence, why)


def _holds(cohesion: Cohesion, words: Sequence[str]) -> float:
    """Sum the cohesion of neighbours by grammar alone: the line itself must not vouch for its own order."""
    return sum(cohesion.grammar(left, right) for left, right in pairwise(words))


RULE = Rule(
    NAME,
    "The words of a loosely set line stand in reverse order.",
    _propose,
    owns=frozenset(f" \t{TATWEEL}"),
    reorders=True,
)
