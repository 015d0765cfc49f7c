"""What a text shows of its damage to one who has no sound copy: counted in what was received and in what is read.

These are signs, not errors: a rare name is a word that no list knows, and a misreading may make a word that
one does. Both layers are the same paragraphs and notes, so that page furniture does not count.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from matn.edition.model import WorkEdition
from matn.text.lexicon import arabic
from matn.text.tables import LETTER_CLASS, LOST, MARK_CLASS, TATWEEL, bare

_WORD = re.compile(f"[{LETTER_CLASS}{MARK_CLASS}{TATWEEL}]+")
_STROKE = re.compile(f"(?<=[{LETTER_CLASS}{MARK_CLASS}]){TATWEEL}+(?=[{LETTER_CLASS}])")
_DOUBLED = re.compile(rf"([{MARK_CLASS}])\1")
_PARTICLES = "وفبلكس"
"""Letters that are written with the word after them; lists of words have many of these forms, not all."""


@dataclass(frozen=True, slots=True)
class Signs:
    """Signs of damage in one layer of a work's Arabic.

    Attributes:
        words: Runs of Arabic letters.
        unknown: Those of them that no list has.
        strokes: Runs of elongation strokes inside words.
        losses: Replacement characters.
        doubled: Marks that stand twice on a letter.
    """

    words: int
    unknown: int
    strokes: int
    losses: int
    doubled: int


def before(item: WorkEdition) -> Signs | None:
    """Return the signs in what was received of *item*; None where its text is absent."""
    texts = [p.received for p in item.paragraphs if p.language == "ar"]
    return _signs([*texts, *(n.received for n in item.notes if n.language == "ar")]) if item.has_source else None


def after(item: WorkEdition) -> Signs | None:
    """Return the signs in the reading text of *item*; None where it is absent."""
    texts = [p.reading for p in item.paragraphs if p.language == "ar"]
    return _signs([*texts, *(n.text for n in item.notes if n.language == "ar")]) if item.has_source else None


def _signs(texts: Iterable[str | None]) -> Signs:
    text = "\n".join(filter(None, texts))
    words = [bare(word) for word in _WORD.findall(text)]
    return Signs(
        words=len(words),
        unknown=sum(not _known(word) for word in words),
        strokes=len(_STROKE.findall(text)),
        losses=text.count(LOST),
        doubled=len(_DOUBLED.findall(text)),
    )


@cache
def _known(word: str) -> bool:
    """Whether a list has *word*, or what is left of it without a particle; single letters label or are torn off."""
    if len(word) < 2:
        return word == "و"
    lexicon = arabic()
    return lexicon.knows(word) or (word[0] in _PARTICLES and len(word) > 3 and lexicon.knows(word[1:]))
