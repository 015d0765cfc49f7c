"""presentation-forms: letters stored as glyph shapes become letters, run by run.

Fixes: Arabic Presentation Forms A and B (initial, medial, final, isolated shapes and ligatures of letters),
by NFKC of each form alone; a line of shapes that stands in visual order is put in reading order. The shapes
themselves tell the order (an initial or medial shape is followed by a medial or final one), the lexicon
confirms it.
Leaves alone: signs that are written on purpose (ﷺ, ﷽, ornate brackets), everything outside the forms.
Flags: lines where shapes and lexicon disagree; lines of Forms A alone, which Quran fonts use as glyph slots.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise

from matn.repair.model import Evidence, Rule
from matn.text.edits import Edit, Outcome
from matn.text.tables import FORWARD_JOINING, LETTER_CLASS, MARK_CLASS, TATWEEL

NAME = "presentation-forms"
SURE_LINKS = 2
"""Neighbouring shapes that must fit in one order and not in the other for the order to be sure."""
_ALLAH = "\N{ARABIC LIGATURE ALLAH ISOLATED FORM}"
_FORM_CLASS = f"\ufb50-\ufbb1\ufbd3-\ufd3d\ufd50-\ufd8f\ufd92-\ufdc7{_ALLAH}\ufe70-\ufefc"
_RUN = re.compile(f"[{_FORM_CLASS}]+")
_RUN_CHAR = re.compile(f"(?![\ufe70-\ufe7f])[{_FORM_CLASS}]")
_LINE = re.compile(f"[^\\n]*[{_FORM_CLASS}][^\\n]*")
_WORD = re.compile(f"[{_FORM_CLASS}{LETTER_CLASS}{MARK_CLASS}]+")
_ORDINARY = re.compile(f"[\ufe70-\ufefc{LETTER_CLASS}]")
_UNSEEN = re.compile("[\u00ad\u200b]")
_UNIT = re.compile(
    "[A-Za-z](?:[ -~]*[A-Za-z0-9])?"  # what runs from left to right keeps its order
    "|[0-9\u0660-\u0669]+(?:[.,:/\u066b][0-9\u0660-\u0669]+)*"
    f"|[^{MARK_CLASS}\ufe70-\ufe7f][{MARK_CLASS}\ufe70-\ufe7f]*|."
)


def propose(text: str, evidence: Evidence) -> Iterator[Edit]:
    """Yield an edit a run of forms, or one a line that stands in visual order."""
    if not _RUN.search(text):
        return
    for line in _LINE.finditer(text):
        if not _ORDINARY.search(line[0]):
            why = "Forms A alone: Quran fonts use them as slots for whole words, so they may not be these letters"
            yield from _flag(line, why)
        else:
            yield from _line(line, evidence)


def _line(line: re.Match[str], evidence: Evidence) -> Iterator[Edit]:
    shape, words = _shape_gain(line[0]), _word_gain(line[0], evidence)
    sure = abs(shape) >= SURE_LINKS  # then the words only confirm: كلم and ملك are both words
    backwards = shape > 0 if sure else shape + words > 0 and words > 0
    weighed = f"backwards {shape:+d} shapes join, words are {words:+.1f} Zipf likelier"
    if (not sure and shape * words < 0) or (backwards and _UNSEEN.search(line[0])):
        yield from _flag(line, f"the order is not sure: {weighed}")
    elif backwards:
        body = line[0].strip()
        start = line.start() + line[0].index(body)
        why = f"glyph shapes in visual order: {weighed}"
        yield Edit(start, start + len(body), body, _fold(_reversed(body)), NAME, 0.9, why)
    else:
        for run in _RUN.finditer(line[0]):
            start, end = line.start() + run.start(), line.start() + run.end()
            before = line[0][run.start() - 1 : run.start()] if run.start() else ""
            yield Edit(start, end, run[0], _fold(run[0], before), NAME, 1.0, "stored as glyph shapes, not as letters")


def _flag(line: re.Match[str], why: str) -> Iterator[Edit]:
    runs = list(_RUN.finditer(line[0]))
    start, end = line.start() + runs[0].start(), line.start() + runs[-1].end()
    before = line[0][runs[0].start() : runs[-1].end()]
    yield Edit(start, end, before, before, NAME, 0.5, why, Outcome.FLAGGED)


def _shape_gain(line: str) -> int:
    """Count how many more neighbouring shapes fit when *line* is read backwards."""
    pairs = [pair for word in _WORD.findall(line) for pair in pairwise(_RUN_CHAR.findall(word))]
    return sum(_fits(right, left) - _fits(left, right) for left, right in pairs)


def _fits(first: str, second: str) -> bool:
    """Tell whether two forms can stand in this order inside a word."""
    (_, onward), (back, _) = _joins(first), _joins(second)
    return onward == back and (onward or _letters(first)[-1] not in FORWARD_JOINING)


@lru_cache(maxsize=1024)
def _joins(form: str) -> tuple[bool, bool]:
    """Tell whether a form joins to the letter before it and to the one after it."""
    kind = unicodedata.decomposition(form).split(" ")[0]
    return kind in ("<medial>", "<final>"), kind in ("<medial>", "<initial>")


def _word_gain(line: str, evidence: Evidence) -> float:
    """Return by how many Zipf units the words of *line* are likelier read backwards."""
    words = [word for word in _WORD.findall(line) if len(word) > 1]
    zipf = evidence.lexicon.zipf
    return sum(zipf(_fold(_reversed(word))) - zipf(_fold(word)) for word in words)


def _reversed(line: str) -> str:
    return "".join(reversed(_UNIT.findall(line)))


def _fold(run: str, before: str = "") -> str:
    """Return the letters of *run*; *before* is the character that stands before it, or nothing."""
    done = before
    for char in run:
        # Fonts that have the sign for lam-lam-heh are set with an alef of its own before it.
        done += "لله" if char == _ALLAH and done.endswith("ا") else _letters(char)
    return done[len(before) :]


@lru_cache(maxsize=1024)
def _letters(char: str) -> str:
    """Return the letters of one form; a mark's form has a space or a tatweel to sit on, which is no text."""
    if not _RUN.match(char):
        return char
    letters = unicodedata.normalize("NFKC", char)
    return letters.strip(f" {TATWEEL}") or letters


def _check(edit: Edit) -> str:
    loose = "ا" if _ALLAH in edit.before else ""
    kept = [Counter(char for char in side if char not in loose) for side in (_fold(edit.before), edit.after)]
    return "" if kept[0] == kept[1] else "changes letters beyond their shape"


_FORMS = [chr(c) for c in (*range(0xFB50, 0xFDFF), *range(0xFE70, 0xFEFD)) if _RUN.match(chr(c))]
RULE = Rule(
    name=NAME,
    damage="Letters stored as the shapes they take on the page.",
    propose=propose,
    owns=frozenset(_FORMS).union(*map(_letters, _FORMS)),
    reorders=True,
    checks=_check,
)
