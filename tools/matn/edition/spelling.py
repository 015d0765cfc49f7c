"""The names of the edition as its summaries may use them: which are in a text, which are misspelt.

An Arabic text has a name also where a longer name contains it (Baghdad in the embassy in Baghdad), and a
place also where its adjective stands (``العراقية`` for العراق): English uses the noun for both.
"""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache

from rapidfuzz.distance import OSA

from matn.edition.names import EnglishFinder, Finder, Kind, Name, Occurrence
from matn.edition.names.forms import cores
from matn.text.plain import words

_LATIN = re.compile(r"[^\W\d_]+(?:['’‘ʿʾ-][^\W\d_]+)*")
_ARTICLE = re.compile(r"^(?:al|el|an|ar|as|ash|at|ad|az|ul)-", re.IGNORECASE)
_POSSESSIVE = re.compile(r"['’]s?$")
_DIGRAPHS = (("gh", "g"), ("dh", "d"), ("th", "t"), ("kh", "k"), ("q", "k"), ("ph", "f"))
_ENDINGS = ("", "i", "n", "an", "ian", "s", "is", "ns", "ese", "ish")
"""What an English word may have more than the name it comes from: Iraq, Iraqi, Iraqis."""
_ADJECTIVE = re.compile("(?:يه|ي|يين|يون|يات|يتين|يان)$")
_KEY, _WORD = 3, 5
"""Consonants that two spellings must share, and letters that a word must have for a slip of one letter."""


class Spellings:
    """Finds the names of a list in Arabic paragraphs and English summaries; made once for all works."""

    def __init__(self, names: Sequence[Name]) -> None:
        self.names: Mapping[str, Name] = {name.id: name for name in names}
        self._arabic, self._english = Finder(names), EnglishFinder(names)
        self._adjectives = _adjectives(names)
        self._known = {word for name in names for form in name.en_forms for word in _words(form)}
        self._inside, self._mentioned = cache(self._names_inside), cache(self._names_in)

    def mentioned(self, text: str) -> frozenset[str]:
        """Return the ids of the names in Arabic *text* (remembered: several rules ask)."""
        return self._mentioned(text)

    def _names_in(self, text: str) -> frozenset[str]:
        found: set[str] = set()
        for occurrence in self._arabic.find(text):
            found |= {occurrence.name_id, *self._inside(occurrence.surface)}
        for word in words(text):
            for core, _ in cores(word.folded):
                found |= self._adjectives.get(_stem(core), frozenset())
        return frozenset(found)

    def _names_inside(self, surface: str) -> frozenset[str]:
        """Return the names within the longer name *surface*."""
        starts = [word.start for word in words(surface)][1:]
        parts = [part for at in starts for part in (surface[:at], surface[at:])]
        return frozenset(hit.name_id for part in parts for hit in self._arabic.find(part))

    def used(self, text: str) -> Iterator[tuple[str, frozenset[str]]]:
        """Yield each English name in *text* once, with the ids of the names it can stand for."""
        found: dict[str, set[str]] = defaultdict(set)
        for hit in self._english.find(text):
            found[hit.surface].add(hit.name_id)
        yield from ((surface, frozenset(ids)) for surface, ids in found.items())

    def misspelt(self, text: str, mentioned: Iterable[str]) -> Iterator[tuple[str, Name]]:
        """Yield the words of English *text* that seem to spell one of the *mentioned* names, and the name."""
        taken = self._english.find(text)
        for word in dict.fromkeys(_strange(text, taken)):
            if word not in self._known:
                yield from ((word, self.names[name]) for name in sorted(mentioned) if _is_like(word, self.names[name]))


def _strange(text: str, taken: Sequence[Occurrence]) -> Iterator[str]:
    """Yield the words with a capital that lie outside the names *taken*."""
    for hit in _LATIN.finditer(text):
        word = _POSSESSIVE.sub("", hit.group())
        inside = any(name.start < hit.end() and hit.start() < name.end for name in taken)
        if not inside and word != word.lower():
            yield word


def _words(form: str) -> list[str]:
    return [hit.group() for hit in _LATIN.finditer(form)]


def _is_like(word: str, name: Name) -> bool:
    return any(_same_name(word, own) for form in name.en_forms for own in _words(form) if own != own.lower())


def _same_name(word: str, own: str) -> bool:
    """Whether *word* is another spelling of *own*, by its consonants or but for one letter; no derived word is."""
    one, other = (_ARTICLE.sub("", each).casefold() for each in (word, own))
    if one == other:
        return word != own
    longer, shorter = (one, other) if len(one) > len(other) else (other, one)
    if longer.startswith(shorter) and longer.removeprefix(shorter) in _ENDINGS:
        return False
    key = _key(one)
    if len(key) >= _KEY and key == _key(other):
        return True
    return min(len(one), len(other)) >= _WORD and OSA.distance(one, other) == 1


@cache
def _key(word: str) -> str:
    """Return the consonants of *word* as transliterations have in common.

    >>> _key("moqtada") == _key("muqtada"), _key("mohammed") == _key("muhammad"), _key("mosul") == _key("mousil")
    (True, True, True)
    """
    plain = "".join(char for char in unicodedata.normalize("NFKD", word) if char.isalpha())
    for written, meant in _DIGRAPHS:
        plain = plain.replace(written, meant)
    return re.sub(r"(.)\1+", r"\1", re.sub("[aeiouwy]", "", plain))


def _adjectives(names: Iterable[Name]) -> Mapping[str, frozenset[str]]:
    """Return the places by the stem of their adjective: ``عراق`` of العراق and عراقي."""
    found: dict[str, set[str]] = defaultdict(set)
    for name in names:
        for form in name.forms if name.kind is Kind.PLACE else ():
            spelt = words(form)
            if len(spelt) == 1:
                stem = re.sub("ي?[اه]$", "", spelt[0].folded.removeprefix("ال"))
                found[stem].add(name.id)
    return {stem: frozenset(ids) for stem, ids in found.items()}


def _stem(word: str) -> str:
    """Return the folded *word* without the article and the ending of an adjective, empty if it is none."""
    stem, count = _ADJECTIVE.subn("", word.removeprefix("ال"))
    return stem if count else ""
