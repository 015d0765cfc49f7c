"""How likely is it that a decoded text is Arabic? By letters, and by words the lexicon knows."""

from __future__ import annotations

import re
import unicodedata

from matn.text.lexicon import arabic
from matn.text.tables import LETTER_CLASS, MARK_CLASS, TATWEEL

_FORMS = "\ufb50-\ufdfc\ufe70-\ufefc"
_LETTER = re.compile(f"[{LETTER_CLASS}{_FORMS}]")
_WORD = re.compile(f"[{LETTER_CLASS}{_FORMS}{MARK_CLASS}{TATWEEL}]+")
_SAMPLE = 200_000
_ODD = re.compile("[طظØÙÚÛÂÃ\u00c0-\u00ff]")
_FOREIGN = re.compile(r"[^\x00-\x7f\s]")


def arabic_letters(text: str) -> int:
    """Count the Arabic letters of *text* (any normal form), presentation forms included."""
    return len(_LETTER.findall(text))


def odd_share(text: str) -> float:
    """Return which share of the characters beyond ASCII are those that a wrong decoding makes of Arabic.

    UTF-8 read as cp1256 is full of ط and ظ (the lead bytes D8 and D9; 1.5 % of the letters of real
    Arabic), UTF-8 or cp1256 read as Latin-1 is full of accented Latin letters.
    """
    sample = text[:_SAMPLE]
    return len(_ODD.findall(sample)) / max(1, len(_FOREIGN.findall(sample)))


def plausibility(text: str) -> float:
    """Return how much of *text* reads as Arabic, 0 to 1: known words, times Arabic among the non-ASCII.

    Words of one letter count for nothing: nearly every one is in the lexicon.
    """
    sample = text[:_SAMPLE]
    words = [unicodedata.normalize("NFKC", word) for word in _WORD.findall(sample)]
    words = [word for word in words if len(word) > 1]
    if not words:
        return 0.0
    known = sum(map(arabic().knows, words)) / len(words)
    return known * min(1.0, 1.2 * sum(map(len, _WORD.findall(sample))) / len(_FOREIGN.findall(sample)))
