"""Do two neighbouring words hold together? Grammar in a nutshell, and what the document itself says.

Used where the order of runs is open and frequency says nothing: a cut is likelier between words that do
not hold together, and the true neighbours across a line end do. Grammar after Wright, *A Grammar of the
Arabic Language* (3rd ed.), II §§ 92, 136: a preposition governs a noun, an adjective agrees in
definiteness with its noun, a construct's first member has no article.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from functools import cached_property, lru_cache
from itertools import pairwise

from matn.text.tables import LETTER_CLASS, bare

PREPOSITIONS = frozenset(
    {
        "في",
        "من",
        "على",
        "إلى",
        "عن",
        "مع",
        "بين",
        "منذ",
        "خلال",
        "دون",
        "نحو",
        "ضد",
        "عبر",
        "حول",
        "تحت",
        "فوق",
        "أمام",
        "وراء",
        "قبل",
        "بعد",
        "عند",
        "لدى",
        "حتى",
        "سوى",
        "ضمن",
        "قرب",
        "غير",
        "كل",
        "بعض",
    }
)
"""Words that govern the noun after them: prepositions, and nouns that are used like them."""

_VERBAL = frozenset(
    {
        "أن",
        "إن",
        "أنه",
        "أنها",
        "الذي",
        "التي",
        "الذين",
        "لا",
        "لم",
        "لن",
        "قد",
        "هو",
        "هي",
        "هم",
        "ثم",
        "أو",
        "أم",
        "إذ",
        "بل",
    }
)

_BEFORE_VERB = frozenset({"قد", "لم", "لن", "سوف"})

_GOVERNS = {
    "خاصة": ("أن", "في", "مع", "على", "بعد", "و"),
    "ناهيك": ("ب", "عن", "أن"),
    "فضلا": ("عن",),
    "بالإضافة": ("ل", "إلى"),
    "علاوة": ("على",),
    "نتيجة": ("ل",),
    "وفق": ("ل",),
    "لا": ("سيما", "بد", "يزال", "تزال"),
}
_ADJECTIVE = re.compile("^[وفبك]?ال(?:.{2,}(?:ي|ية|يين|يون)|..ي.ة?|م.{3,4}ة|.ا..ة?)$")
"""Shapes of adjectives with the article: nisba, fa'il, participles."""
_WORD = re.compile(f"[{LETTER_CLASS}]+")
_END = re.compile(r"[.؟!:؛]\W*$")
_PAUSE = re.compile(r"[،,]\W*$")


@lru_cache(maxsize=1 << 14)
def _letters(token: str) -> str:
    return "".join(_WORD.findall(bare(token)))


def _definite(word: str) -> bool:
    return len(word) > 4 and (word.startswith(("ال", "لل")) or (word[0] in "وفبك" and word[1:3] == "ال"))


class Cohesion:
    """Scores how well two words stand side by side, -3 to about 3; 0 says nothing."""

    def __init__(self, lines: Sequence[Sequence[str]]) -> None:
        """Take the document's *lines* as tokens, sound or not; neighbours are counted when first asked for."""
        self._lines = lines

    @cached_property
    def _pairs(self) -> Counter[tuple[str, str]]:
        """How often two words stand side by side in the document."""
        return Counter(pair for line in self._lines for pair in pairwise(map(_letters, line)))

    def score(self, left: str, right: str, *, seen: int = 0) -> float:
        """Return the cohesion of *left* before *right*.

        Args:
            left: Token, punctuation and marks as they stand.
            right: Token.
            seen: How often this pair's own place was counted, to be taken off.
        """
        first, second = _letters(left), _letters(right)
        known = min(2, max(0, self._pairs[first, second] - seen)) * 1.25 if first and second else 0.0
        return self.grammar(left, right) + (0.0 if _PAUSE.search(left) else known)

    def grammar(self, left: str, right: str) -> float:
        """Return what grammar alone says of *left* before *right*."""
        first, second = _letters(left), _letters(right)
        if not first or not second or _PAUSE.search(left):
            return 0.0
        return -1.5 if _END.search(left) else _grammar(first, second)


def _grammar(first: str, second: str) -> float:
    if first in _GOVERNS:
        return 2.0 if second.startswith(_GOVERNS[first]) else -1.0
    if first.lstrip("وف") in _BEFORE_VERB:
        return -2.0 if _definite(second) or second in PREPOSITIONS else 1.5
    if first in PREPOSITIONS:
        if second in PREPOSITIONS or (second[0] in "وف" and second[1:] in PREPOSITIONS):
            return -3.0
        return 2.5 if _definite(second) else 2.0
    if second in PREPOSITIONS or second in _VERBAL or first in _VERBAL or second[0] in "وف":
        return 0.0
    if _definite(first):
        if _definite(second):
            return 1.0 if _ADJECTIVE.match(second) else -0.5
        return -1.0
    return 0.5
