"""kashida: drop the elongation strokes that justified a printed line.

Fixes: U+0640 between two letters of a word, and at the head of a word, in a text layer of stretched lines.
Leaves alone: the stroke after a letter that is named or abbreviated (``بـ «…»``, ``هـ``), a few strokes in text that
is not stretched (an author's emphasis), strokes at edges that no rule could join.
Source: W3C alreq, kashida is a matter of rendering; it joins two letters and is never a letter itself.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from matn.repair.model import Evidence, Rule
from matn.text.edits import Edit
from matn.text.tables import LETTER_CLASS, LOST, MARK_CLASS, TATWEEL

NAME = "kashida"
_INSIDE = re.compile(f"(?<=[{LETTER_CLASS}{MARK_CLASS}{LOST}]){TATWEEL}+(?=[{LETTER_CLASS}{MARK_CLASS}{LOST}])")
_HEAD = re.compile(f"(?<![{LETTER_CLASS}{MARK_CLASS}{LOST}{TATWEEL}]){TATWEEL}+(?=([{LETTER_CLASS}]+))")
_PARTICLE = re.compile(f"(?<![{LETTER_CLASS}{MARK_CLASS}])[وف]?[بلك]{TATWEEL}(?P<more>{TATWEEL}+)(?=\\s)")


def _propose(text: str, evidence: Evidence) -> Iterator[Edit]:
    if TATWEEL not in text or not evidence.signals.page_layer:
        return
    for match in _INSIDE.finditer(text):
        yield _drop(match.start(), match.end(), "a stroke between two letters of a stretched line")
    for match in _HEAD.finditer(text):
        if evidence.lexicon.knows(match[1]):
            yield _drop(match.start(), match.end(), f"no word begins with a stroke; {match[1]} is a word", 0.9)
    for match in _PARTICLE.finditer(text):
        yield _drop(*match.span("more"), "one stroke is enough after a particle that stands apart", 0.95)


def _drop(start: int, end: int, why: str, confidence: float = 0.99) -> Edit:
    return Edit(start, end, TATWEEL * (end - start), "", NAME, confidence, why)


RULE = Rule(NAME, "Elongation strokes of justified lines stand inside words.", _propose, owns=frozenset(TATWEEL))
