"""Find the names in Arabic text: the longest first, whole words, particles and endings allowed."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from matn.edition.names.forms import cores, endings, word_forms
from matn.edition.names.model import Name, Occurrence
from matn.text.lexicon import Lexicon, arabic
from matn.text.plain import Word, words
from matn.text.tables import bare

_BETWEEN = re.compile(r"[\s\-–ـ«»“”\"'‘’()\[\]]{0,3}")
"""What may stand between the words of a name: blanks, a hyphen, a quotation mark or bracket; no comma."""
_CLOSING = {"»": "«", "”": "“", "’": "‘", ")": "(", "]": "[", '"': '"', "'": "'"}
"""Signs that close a quotation or bracket, and what opens it."""
_HASTY = str.maketrans("أإآٱة", "ااااه")
"""Letters as people type them in haste; a word that differs only in these is the same word."""


@dataclass(frozen=True, slots=True)
class _Form:
    """A way to write a name, and the name's own spelling of it (bare), if it is one word."""

    name: str
    spelling: str = ""


@dataclass(slots=True)
class _Node:
    """A word of the tree of all forms: what may follow, and the names that end here."""

    following: dict[str, _Node] = field(default_factory=dict)
    ends: list[_Form] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class _Match:
    """A form found: its range, how many words it has and how many letters of particles stand before it."""

    start: int
    end: int
    last: int
    particles: int
    forms: tuple[_Form, ...]


class Finder:
    """Finds names in Arabic text; made once for a list of names."""

    def __init__(self, names: Iterable[Name], lexicon: Lexicon | None = None) -> None:
        self._lexicon = lexicon or arabic()
        self._root = _Node()
        self._firsts: dict[str, list[tuple[_Node, int]]] = {}
        for name in names:
            for form in name.forms:
                self._add(name, form)

    def _add(self, name: Name, form: str) -> None:
        for spelt in word_forms(form):
            for last in endings(spelt, name.kind):
                node = self._root
                for word in (*spelt[:-1], last):
                    node = node.following.setdefault(word, _Node())
                spelling = bare(form) if (last,) == tuple(word.folded for word in words(form)) else ""
                if all(end.name != name.id for end in node.ends):
                    node.ends.append(_Form(name.id, spelling))

    def find(self, text: str) -> tuple[Occurrence, ...]:
        """Return the names in *text* (any normal form), in order; ranges are apart or, if ambiguous, the same."""
        found: list[Occurrence] = []
        tokens = words(text)
        at = 0
        while at < len(tokens):
            match = self._longest(text, tokens, at)
            if match:
                found += _occurrences(text, match)
            at = match.last + 1 if match else at + 1
        return tuple(found)

    def _longest(self, text: str, tokens: Sequence[Word], at: int) -> _Match | None:
        """Return the form of most words that begins at token *at*, with the fewest letters taken off."""
        best: _Match | None = None
        for core, particles in self._starts(tokens[at].folded):
            match = self._walk(text, tokens, at, core, particles)
            if match and (best is None or match.last > best.last):
                best = match
        return best

    def _starts(self, word: str) -> list[tuple[_Node, int]]:
        """Return where in the tree the folded *word* can begin a name."""
        known = self._firsts.get(word)
        if known is None:
            following = self._root.following
            known = self._firsts[word] = [(following[core], n) for core, n in cores(word) if core in following]
        return known

    def _walk(self, text: str, tokens: Sequence[Word], at: int, node: _Node, particles: int) -> _Match | None:
        best: _Match | None = None
        last: int = at
        step: _Node | None = node
        while step is not None:
            start = _after(text, tokens[at], particles)
            forms = tuple(form for form in step.ends if last > at or self._is_name(text, tokens[at], start, form))
            if forms:
                best = _Match(start, tokens[last].end, last, particles, forms)
            step, last = _next(text, tokens, last, step), last + 1
        return best

    def _is_name(self, text: str, token: Word, start: int, form: _Form) -> bool:
        """Whether *token*, spelt otherwise than the name or with particles, is not just another word.

        A name with particles is rarer than the bare name; a more frequent word is a word of its own
        (``ورقة`` is paper, not ``و`` and ``رقة``; ``على`` is no ``علي``).
        """
        if not form.spelling:
            return True
        spellings = [text[token.start : token.end]]
        if start == token.start or not token.folded.startswith(("لل", "ولل", "فلل")):
            spellings.append(text[start : token.end])  # after لل the letters that are left are not the word
        typed = form.spelling.translate(_HASTY)
        limit = max(self._lexicon.zipf(form.spelling), self._lexicon.zipf(typed))
        return all(bare(word).translate(_HASTY) == typed or self._lexicon.zipf(word) <= limit for word in spellings)


def _after(text: str, token: Word, particles: int) -> int:
    """Return the offset in *text* of the letter of *token* that comes after so many letters of particles."""
    at, left = token.start, particles
    while left or bare(text[at]) == "":
        left -= bare(text[at]) != ""
        at += 1
    return at


def _next(text: str, tokens: Sequence[Word], last: int, node: _Node) -> _Node | None:
    if last + 1 >= len(tokens) or not _BETWEEN.fullmatch(text, tokens[last].end, tokens[last + 1].start):
        return None
    return node.following.get(tokens[last + 1].folded)


def _occurrences(text: str, match: _Match) -> Iterator[Occurrence]:
    end = _closed(text, match.start, match.end)
    for form in match.forms:
        yield Occurrence(form.name, match.start, end, text[match.start : end], ambiguous=len(match.forms) > 1)


def _closed(text: str, start: int, end: int) -> int:
    """Return *end*, or one more where the sign there closes what was opened in ``[start, end)``."""
    sign = text[end : end + 1]
    opening = _CLOSING.get(sign)
    if opening is None:
        return end
    inside = text[start:end]
    is_open = inside.count(opening) % 2 if opening == sign else inside.count(opening) > inside.count(sign)
    return end + 1 if is_open else end
