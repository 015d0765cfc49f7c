"""displaced-pieces: turn a line whose second half stands before the first, cut inside a word.

Fixes: a line of two or three glyph runs in reverse order without any kashida at the cut, whose last letters and
first are one word (``أ`` … ``كثر``) and neither is a word of its own; a line that begins with the sign it ended in.
Leaves alone: lines whose edges are words, text that is not a page layer.
Where the cut between the line's true end and its true start is open, the neighbours across the line ends and
across the cut decide; see :mod:`matn.text.cohesion`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from matn.repair.lines import Line, lines, settings
from matn.repair.model import Evidence, Rule
from matn.repair.rules.visual_order import edits, shows_runs
from matn.repair.runs import Setting, reorder
from matn.repair.tokens import Token
from matn.text.edits import Edit
from matn.text.tables import LETTERS, TATWEEL

NAME = "displaced-pieces"
_FOREIGN = re.compile(r"[0-9A-Za-z/]")
_SIGN = re.compile("^[.،,]+$")
WORD = 3.2
"""Zipf value from which a line's first or last token is taken for a word, not for a piece of one."""


def _propose(text: str, evidence: Evidence) -> Iterator[Edit]:
    if not evidence.signals.page_layer:
        return
    for line, setting in settings(text, lines(text), evidence):
        if not line.tokens or shows_runs(line, setting):
            continue
        if _SIGN.match(line.tokens[0].text):
            yield from _signs_last(text, line)
        elif len(line.tokens) > 2 and _edges_meet(line, setting):
            for edit in edits(text, line, reorder(line.tokens, setting), setting):
                yield replace(edit, rule=NAME)


def _signs_last(text: str, line: Line) -> Iterator[Edit]:
    """Turn a line that begins with the sign it ended in: signs and words between them are its runs."""
    words = [token.text for token in line.tokens]
    if len(words) < 2 or words[-1][-1] in ".،؛:؟!" or any(_FOREIGN.search(word) for word in words):
        return
    runs: list[list[Token]] = []
    for token in line.tokens:
        both = bool(runs) and _has_letter(token) and _has_letter(runs[-1][-1])
        runs[-1].append(token) if both else runs.append([token])
    after = "".join(_laid(run, gap) for run, gap in zip(reversed(runs), _gaps_before(runs), strict=True))
    why = f"no line begins with {words[0]}: its {len(runs)} runs were in reverse order"
    yield Edit(line.start, line.end, text[line.start : line.end], after, NAME, 0.58, why)


def _has_letter(token: Token) -> bool:
    return any(char in LETTERS for char in token.text)


def _gaps_before(runs: Sequence[Sequence[Token]]) -> list[str]:
    """Return the gap behind each run in reading order: the one that stood before it as received."""
    return ["  " if run[-1].wide else " " for run in reversed(runs[:-1])] + [""]


def _laid(run: Sequence[Token], gap: str) -> str:
    inner = "".join(token.text + ("  " if token.wide else " ") for token in run[:-1])
    return inner + run[-1].text + gap


def _edges_meet(line: Line, setting: Setting) -> bool:
    """Tell whether the last and the first token make a word together and not each for itself."""
    first, last = line.tokens[0].text, line.tokens[-1].text
    if first[0] not in LETTERS or last[-1] not in LETTERS:
        return False
    words = setting.words
    pieces = min(_as_word(words.zipf(first), first), _as_word(words.zipf(last), last))
    together = words.score(last + first) + 9
    return together >= 1.2 and pieces < WORD and together > pieces + 0.5


def _as_word(zipf: float, token: str) -> float:
    """Return the frequency of *token*, less for the one or two letters that endings look like."""
    return zipf - (3.0 if len(token) == 1 else 1.5 if len(token) == 2 else 0.0)


RULE = Rule(
    NAME,
    "The second half of a line stands before the first, and the cut goes through a word.",
    _propose,
    owns=frozenset(f" \t{TATWEEL}"),
    reorders=True,
)
