"""The keys of a word in Latin letters: Porter's second stemmer, two spellings of English, names by sound."""

from __future__ import annotations

import re
from functools import cache, lru_cache

import snowballstemmer

from matn.text.search.data import lists

_VOWELS = re.compile("[aeiouy]+")
_RELATION = re.compile("[iy][ae]h?$")
_BRITISH = (
    (re.compile("(?<=[a-z]{3})our(?=(?:s|ed|ing|able|ite|ites|al|ful|hood|er|ers|ly)?$)"), "or"),
    (re.compile("(?<=[a-z]{2}[lmnrtdg])(?<!pr|om|em)is(?=(?:e|es|ed|ing|er|ers|ation|ations)$)"), "iz"),
    (re.compile("(?<=al)ys(?=(?:e|ed|ing|er|ers)$)"), "yz"),
    (re.compile("(?<=[aeiouy][^aeiouy]e)ll(?=(?:ed|ing|er|ers)$)"), "l"),
    (re.compile("(?<=[cn]t|at|et|it)re(?=(?:s|d)?$)"), "er"),
    (re.compile("(?<=^def|^off)ence(?=s?$)"), "ense"),
)
"""British endings and the American ones; a word of another kind loses nothing, for all its forms change alike."""
_SOUNDS = (
    ("kh", "x"), ("gh", "g"), ("sh", "$"), ("ch", "$"), ("ph", "f"), ("dh", "d"), ("q", "k"), ("c", "k"), ("z", "s"),
)  # fmt: skip


@cache
def _stemmer() -> snowballstemmer.stemmer:
    return snowballstemmer.stemmer("english")


@lru_cache(maxsize=1 << 16)
def stem(word: str) -> str:
    """Return the English stem of a folded *word* (small ASCII letters).

    >>> [stem(word) for word in ("withdrawals", "organisation", "internal", "international")]
    ['withdraw', 'organiz', 'intern', 'internat']
    """
    return lists().english.get(word) or str(_stemmer().stemWord(american(word)))


def american(word: str) -> str:
    """Return *word* as Americans spell it.

    >>> [american(word) for word in ("neighbouring", "travelled", "theatres", "hours", "promise")]
    ['neighboring', 'traveled', 'theaters', 'hours', 'promise']
    """
    for british, spelt in _BRITISH:
        word = british.sub(spelt, word)
    return word


@lru_cache(maxsize=1 << 16)
def sound(word: str) -> str:
    """Return what the romanisations of one Arabic name have in common.

    Vowels count in three kinds (u where o or u is among them, i where e, i or y is, else a), doubled letters
    once, h at the end not at all; a after i or y at the end is ية and stays (Sulaymaniyah is no Soleimani).

    >>> {sound(word) for word in ("soleimani", "suleimani", "sulaymani", "sulaimany")}
    {'sulimani'}
    """
    for written, heard in _SOUNDS:
        word = word.replace(written, heard)
    ending = "a" if _RELATION.search(word) else ""
    word = _VOWELS.sub(lambda run: _vowel(run[0]), word)
    word = re.sub(r"(.)\1+", r"\1", word)
    return word.removesuffix("h") + ending


def _vowel(run: str) -> str:
    if set(run) & {"o", "u"}:
        return "u"
    return "i" if set(run) & {"e", "i", "y"} else "a"
