"""Whether a text counts two of something by the form of a noun: ``مرحلتين``, ``قاعدتي``, ``عامين``."""

from __future__ import annotations

from functools import lru_cache

from matn.text.lexicon import arabic
from matn.text.plain import words
from matn.text.tables import bare

_FEMININE = ("تين", "تان", "تي", "تا")
_MASCULINE = ("ين", "ان")
_BOTH = frozenset(("كلا", "كلتا", "كلاهما", "كليهما", "كلتاهما", "كلتيهما"))


def has_dual(text: str) -> bool:
    """Tell whether *text* has a word that must be a dual.

    A dual looks like a plural in ``-ين``; it is taken for one where the plural in ``-ون`` of the same noun is
    ten times rarer than the form at hand (``عامين``, but not ``عراقيين``).
    """
    return any(_is_dual(bare(text[word.start : word.end])) for word in words(text))


@lru_cache(maxsize=4096)
def _is_dual(word: str) -> bool:
    cores = {word, word[1:] if word[:1] in "وفبل" else word}
    cores |= {core[2:] for core in cores if core.startswith("ال")} | {core[3:] for core in cores if core[1:3] == "ال"}
    return any(core in _BOTH or _two_of(core) for core in cores if len(core) > 4 or core in _BOTH)


def _two_of(word: str) -> bool:
    lexicon = arabic()
    for ending in _FEMININE:
        if word.endswith(ending):
            return lexicon.knows(word.removesuffix(ending) + "ة")
    for ending in _MASCULINE:
        stem = word.removesuffix(ending)
        if stem != word and lexicon.zipf(stem) > lexicon.zipf(word) > 0:
            return lexicon.zipf(stem + "ون") < lexicon.zipf(word) - 1
    return False
