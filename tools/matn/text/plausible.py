"""How plausible is a token as a word: the score by which orders of pieces are compared.

Scores are base-10 logarithms of a probability (Zipf value minus 9), so that they add up over a line and
a word torn in two costs what two rare words cost.
"""

from __future__ import annotations

import re

from matn.text.lexicon import Lexicon
from matn.text.tables import LETTER_CLASS, bare

_NOT_LETTERS = re.compile(f"[^{LETTER_CLASS}]+")
_DOUBLE = re.compile(r"(.)\1")
_PROCLITICS = "وفبلكس"
SINGLE = -11.0
"""Score of a letter that stands alone: only و and numbers' labels do."""


def _shorter(word: str) -> list[str]:
    """Return *word* less each of its letters in turn: a glyph run may print one letter twice."""
    return [word[:at] + word[at + 1 :] for at in range(len(word))]


class Plausibility:
    """Scores tokens by a lexicon; remembers what it scored."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        self._known: dict[str, float] = {}
        self._zipfs: dict[str, float] = {}

    def score(self, token: str) -> float:
        """Return the log probability of *token* (marks, tatweel, punctuation and digits ignored).

        A token without Arabic letters scores 0: it says nothing.
        """
        found = self._known.get(token)
        if found is None:
            found = self._known[token] = self._score(_NOT_LETTERS.sub("", bare(token)))
        return found

    def _score(self, word: str) -> float:
        if not word:
            return 0.0
        if len(word) == 1:
            return -6.0 if word == "و" else SINGLE
        zipf = self._lexicon.zipf(word)
        if zipf:
            return zipf - 9
        if word[0] in _PROCLITICS and (zipf := self._lexicon.zipf(word[1:])) and len(word) > 3:
            return zipf - 10
        if (single := _DOUBLE.sub(r"\1", word)) != word and (zipf := self._lexicon.zipf(single)):
            return zipf - 10.5
        if 4 < len(word) < 12 and (zipf := max(map(self._lexicon.zipf, _shorter(word)))):
            return zipf - 13.5
        return -9 - 1.2 * len(word)

    def zipf(self, token: str) -> float:
        """Return the frequency of the bare letters of *token*, 0.0 if unknown."""
        found = self._zipfs.get(token)
        if found is None:
            found = self._zipfs[token] = self._lexicon.zipf(_NOT_LETTERS.sub("", bare(token)))
        return found
