"""lam-alef: the ligature of lam and alef, whose two letters came out in the wrong order or number.

Fixes: ``كامالًا`` (a second alef before the lam of ``لًا``), ``أولًاا`` (one after it), and, in documents that
turn the ligature round throughout, ``استخالص``, ``األمن`` (alef before lam).
Leaves alone: words that are frequent as they stand (``أشكالًا``, ``مثالًا``, ``ثالثة``). Where the word as it
stands is known but rare, the change is done only if the document has the damage for certain elsewhere.
Cause: the ligature is one glyph that stands for two characters; extractors that turn a visual run round
turn them too (pypdf issue 1296, pdfminer.six issue 850).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from matn.repair.model import Evidence, Rule
from matn.text.edits import Edit, Outcome
from matn.text.lexicon import Lexicon
from matn.text.tables import LETTER_CLASS, MARK_CLASS, bare
from matn.text.words import around

RARE = 2.5
"""Zipf frequency below which a word as it stands may be damage."""

AHEAD = 1.0
"""How many Zipf units the reading must be ahead of a rare word, where the document has sure cases."""

KNOWN, COMMON = 2.5, 3.0
"""Zipf frequency that a reading with tanwin, and one without that help, must have."""

_ALEF = "\N{ARABIC LETTER ALEF}"
_END = f"(?![{LETTER_CLASS}{MARK_CLASS}])"
# The alef first and what is before it afterwards: the other way round is three times slower.
_SECOND_ALEF = re.compile(
    f"{_ALEF}(?<=[{LETTER_CLASS}]{_ALEF})(?=ل[{MARK_CLASS}]*(?:\u064b{_ALEF}|{_ALEF}\u064b){_END})"
)
_THIRD_ALEF = re.compile(f"{_ALEF}(?<=ل\u064b{_ALEF}{_ALEF}){_END}")
_TURNED = re.compile("([اأإآ])ل")
_ARTICLE = re.compile("[وفبك]?ال")
_TELLTALES = ("األ", "اإل", "اال")
"""What the article before alef becomes when the ligature is turned round; no sound text has them."""


def propose(text: str, evidence: Evidence) -> Iterator[Edit]:
    """Yield one edit a word: an alef dropped, or lam and alef turned back."""
    yield from _tanwin(text, evidence)
    if sum(map(text.count, _TELLTALES)) > 1:
        yield from _turned(text, evidence.lexicon)


def _tanwin(text: str, evidence: Evidence) -> Iterator[Edit]:
    places = [*_SECOND_ALEF.finditer(text), *_THIRD_ALEF.finditer(text)]
    edits = [edit for found in places if (edit := _without_alef(text, found, evidence.lexicon))]
    throughout = sum(not evidence.lexicon.knows(edit.before) for edit in edits) > 1
    for edit in edits:
        if throughout or _sure(edit, evidence):
            yield edit
        else:
            yield replace(edit, confidence=0.5, outcome=Outcome.SUGGESTED)


def _sure(edit: Edit, evidence: Evidence) -> bool:
    """Tell whether *edit* needs no company: three alefs, or far ahead on a typeset page."""
    ahead = evidence.lexicon.zipf(edit.after) - evidence.lexicon.zipf(edit.before)
    return bool(_THIRD_ALEF.search(edit.before)) or (evidence.signals.page_layer and ahead >= 2 * AHEAD)


def _without_alef(text: str, found: re.Match[str], lexicon: Lexicon) -> Edit | None:
    """Return the word around *found* without that alef, if frequency is for it."""
    start, end = around(text, *found.span())
    word, reading = text[start:end], text[start : found.start()] + text[found.end() : end]
    stands, read = lexicon.zipf(word), lexicon.zipf(reading)
    if stands >= RARE or read < max(KNOWN, stands + AHEAD):
        return None
    return Edit(start, end, word, reading, RULE.name, 0.9 if stands else 0.97, _why(word, reading, lexicon))


def _turned(text: str, lexicon: Lexicon) -> Iterator[Edit]:
    """Yield words that are common once an alef before lam comes after it."""
    done = 0
    for found in _TURNED.finditer(text):
        start, end = around(text, *found.span())
        if start < done:
            continue
        done = end
        word = text[start:end]
        reading = _best_turn(word, lexicon)
        if reading:
            yield Edit(start, end, word, reading, RULE.name, 0.95, _why(word, reading, lexicon))


def _best_turn(word: str, lexicon: Lexicon) -> str:
    """Return the most frequent reading of *word* with one or all pairs turned back, or nothing."""
    stands = lexicon.zipf(word)
    if stands >= RARE:
        return ""
    article = _ARTICLE.match(word)
    places = [place for place in _TURNED.finditer(word) if not article or place.end() != article.end()]
    readings = {word[: place.start()] + "ل" + place[1] + word[place.end() :] for place in places}
    if len(places) > 1:
        head = places[0].start()
        readings.add(word[:head] + _TURNED.sub(r"ل\1", word[head:]))
    best = lexicon.best(readings)
    return best[0][1] if best and best[0][0] >= max(COMMON, stands + 2 * AHEAD) else ""


def _why(word: str, reading: str, lexicon: Lexicon) -> str:
    return f"{bare(word)} {lexicon.zipf(word):.2f}, {bare(reading)} {lexicon.zipf(reading):.2f} (Zipf)"


def _complaint(edit: Edit) -> str:
    moved = sorted(edit.before) == sorted(edit.after)
    dropped = len(edit.before) - len(edit.after) == 1 and edit.before.replace("ا", "") == edit.after.replace("ا", "")
    return "" if moved or dropped else "does more than drop or turn an alef"


RULE = Rule(
    name="lam-alef",
    damage="The ligature of lam and alef with its letters turned round or an alef too many.",
    propose=propose,
    owns=frozenset(_ALEF),
    reorders=True,
    checks=_complaint,
)
