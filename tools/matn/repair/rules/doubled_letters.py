"""doubled-letters: a letter that one glyph run ended with and the next began with stands once.

Fixes: ``نححو``, ``الججوي``: ligatures of ج ح خ م bring their letter along, and the letter comes again on
its own. The word must be unknown and known with the letter once.
Leaves alone: every word the lexicon has (``ممكن``, ``تتم``, also rare ones: ``سيتمم``, ``مزجج``). In a text that
is not the text layer of a typeset page the reading is only suggested.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from matn.repair.model import Evidence, Rule
from matn.text.edits import Edit, Outcome
from matn.text.lexicon import Lexicon
from matn.text.tables import MARK_CLASS, bare
from matn.text.words import around

LIGATED = "جحخم"
"""Letters whose ligatures were seen to repeat them."""

KNOWN = 2.5
"""Zipf frequency that the single-letter reading must have."""

SURE = 4.0
"""Zipf frequency from which the reading is beyond doubt."""

_PAIR = re.compile(f"([{LIGATED}])([{MARK_CLASS}]*)\\1")


def propose(text: str, evidence: Evidence) -> Iterator[Edit]:
    """Yield one edit a word whose letter is repeated by accident."""
    done = 0
    for pair in _PAIR.finditer(text):
        start, end = around(text, *pair.span())
        if start < done:
            continue
        done = end
        edit = _single(text[start:end], start, evidence.lexicon)
        if edit:
            yield edit if evidence.signals.page_layer else replace(edit, confidence=0.5, outcome=Outcome.SUGGESTED)


def _single(word: str, start: int, lexicon: Lexicon) -> Edit | None:
    """Return the best reading of *word* with one pair made single, if it is clear enough."""
    if lexicon.knows(word):
        return None
    # A mark between the two letters stays: it belongs to the first.
    readings = (word[: pair.end() - 1] + word[pair.end() :] for pair in _PAIR.finditer(word))
    frequency, reading = max((lexicon.zipf(reading), reading) for reading in readings)
    if frequency < KNOWN:
        return None
    why = f"{bare(word)} is unknown, {bare(reading)} {frequency:.2f} (Zipf)"
    confidence = 0.97 if frequency >= SURE else 0.9
    return Edit(start, start + len(word), word, reading, RULE.name, confidence, why)


RULE = Rule(
    name="doubled-letters",
    damage="Letters that a ligature of the page's font repeated.",
    propose=propose,
    owns=frozenset(LIGATED),
)
