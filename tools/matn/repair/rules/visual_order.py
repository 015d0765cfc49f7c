"""visual-order: put back the glyph runs of a line that came out from left to right.

Fixes: a stretched line whose runs stand in reverse order, whole or as two halves, cut inside words (a piece
begins or ends with a kashida, or with a lost glyph), or torn in three by a mark on a line of its own.
Leaves alone: lines with an address, lines without such a piece, lines whose words do not become likelier, sound text.
Source: the classes *reversed* and *rotated lines* of the measured page layers; extraction from left to right
run by run is described in pdf_oxide #557, #656.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from matn.repair.lines import Line, lines, settings
from matn.repair.model import Evidence, Rule
from matn.repair.runs import Ordering, Setting, reorder
from matn.repair.sureness import sureness
from matn.repair.tokens import tokens
from matn.text.edits import Edit, Outcome
from matn.text.tables import TATWEEL

NAME = "visual-order"
REACH = 6
"""How many tokens beyond the torn ones a reversed stretch inside a sound line may reach."""
MARGIN = 2.0
"""By how much (log10) the words must become likelier; below, the line is left and flagged."""


def _propose(text: str, evidence: Evidence) -> Iterator[Edit]:
    if not evidence.signals.page_layer:
        return
    for line, setting in settings(text, lines(text), evidence):
        if len(line.tokens) > 1 and shows_runs(line, setting) and "://" not in text[line.start : line.end]:
            order = _likelier(line, setting)
            within = None if accepted(order) else _stretch(line, setting)
            yield from edits(text, *(within or (line, order)), setting)


def _likelier(line: Line, setting: Setting) -> Ordering:
    """Return the better order of a torn line: with its wide gaps as ends of runs, or as holes."""
    orders = [reorder(line.tokens, setting)]
    if not setting.wide_ends_run and any(token.wide for token in line.tokens[:-1]):
        orders.append(reorder(line.tokens, replace(setting, wide_ends_run=True)))
    return max(orders, key=lambda order: order.score)


def _stretch(line: Line, setting: Setting) -> tuple[Line, Ordering] | None:
    """Look for a reversed stretch inside a line that is sound before and after it."""
    count = len(line.tokens)
    torn = [at for at, token in enumerate(line.tokens) if token.continues or token.continued]
    if not torn:
        return None
    tried = [
        (order, first, last)
        for first in range(torn[0], max(-1, torn[0] - REACH), -1)
        for last in range(torn[-1] + 1, min(count, torn[-1] + REACH) + 1)
        if 1 < last - first < count and accepted(order := reorder(line.tokens[first:last], setting))
    ]
    if not tried:
        return None
    order, first, last = max(tried, key=lambda found: found[0].gain)
    end = line.tokens[last - 1]
    part = Line(line.start + line.tokens[first].at, line.start + end.at + len(end.text), line.tokens[first:last])
    return part, replace(order, text=order.text.strip(" "))


def shows_runs(line: Line, setting: Setting) -> bool:
    """Tell whether a token's edge, a torn line or a wide gap shows that the line is made of runs."""
    torn = any(token.continues or token.continued or token.broken for token in line.tokens)
    return torn or (setting.wide_ends_run and any(token.wide for token in line.tokens[:-1]))


def accepted(order: Ordering) -> bool:
    """Tell whether the words become likelier and most of the joined ones are known."""
    return len(order.starts) > 1 and order.gain >= MARGIN and 0 < len(order.joined) <= 2 * order.known


def _odds(gain: float) -> float:
    """Turn a gain (log10) into a share of certainty, 0 to 1."""
    return gain / (gain + 3) if gain > 0 else 0.0


def _rests(order: Ordering, setting: Setting) -> bool:
    """Tell whether the ordered line is left alone when it is looked at again."""
    line = Line(0, len(order.text), tuple(tokens(order.text)))
    return len(line.tokens) < 2 or not shows_runs(line, setting) or not accepted(reorder(line.tokens, setting))


def edits(text: str, line: Line, order: Ordering, setting: Setting) -> Iterator[Edit]:
    """Turn an ordering into an edit, applied where it is accepted and lasts, else flagged where a tear shows."""
    before = text[line.start : line.end]
    if len(order.starts) == 1 or order.text == before:
        return
    joined = ", ".join(order.joined[:6])
    why = f"{len(order.starts)} runs were in reverse order; joined: {joined}; words likelier by 10^{order.gain:.0f}"
    sure, others = sureness(line.tokens, order, setting)
    known = (order.known + 1) / (len(order.joined) + 1.05)
    confidence = round(min(_odds(order.gain), known, sure), 2)
    if accepted(order) and _rests(order, setting):
        yield Edit(line.start, line.end, before, order.text, NAME, confidence, why, alternatives=others)
    elif any(token.continues or token.continued for token in line.tokens):
        yield Edit(line.start, line.end, before, before, NAME, 0.1, why, Outcome.FLAGGED, (order.text,))


RULE = Rule(
    NAME,
    "The glyph runs of a line stand from left to right instead of in reading order.",
    _propose,
    owns=frozenset(f" \t\n{TATWEEL}"),
    reorders=True,
)
