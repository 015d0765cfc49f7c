"""The shapes that a name takes in running text: joined or apart, with particles before and endings after.

Shapes are tuples of folded words (see :func:`matn.text.plain.words`). No name takes the particle س, which
stands before verbs only.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from matn.edition.names.model import Kind
from matn.text.plain import words

_FATHERS = ("ابو", "ابي", "ابا")
"""The cases of أبو; each stands for the others."""
_SERVANT = "عبد"
_OUTER = ("", "و", "ف")
_INNER = ("", "ب", "ك", "ل")
_PLURALS = ("ات", "ون", "ين")
_DUALS = ("ان", "ين")
_INFLECTED = frozenset((Kind.ORGANISATION, Kind.EVENT, Kind.AGREEMENT, Kind.FACILITY))
"""Kinds whose names are nouns that may stand in the plural or dual; people and places do not."""
_SHORTEST = 4
"""Letters that a word must have before an ending is looked for: shorter stems meet other words."""


@cache
def word_forms(form: str) -> frozenset[tuple[str, ...]]:
    """Return the ways to write *form*: عبد and أبو joined to what follows or apart, أبو in every case.

    >>> sorted(word_forms("أبو مهدي"))
    [('ابا', 'مهدي'), ('ابامهدي',), ('ابو', 'مهدي'), ('ابومهدي',), ('ابي', 'مهدي'), ('ابيمهدي',)]
    """
    start = tuple(word.folded for word in words(form))
    return frozenset(done for done in _written((), start) if done)


def _written(before: tuple[str, ...], rest: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    if not rest:
        yield before
        return
    word, *others = rest
    for spelt in _FATHERS if word in _FATHERS else (word,):
        yield from _written((*before, spelt), tuple(others))
        if others and spelt in (*_FATHERS, _SERVANT):
            yield from _written((*before, spelt + others[0]), tuple(others[1:]))
    if word.startswith(_SERVANT + "ال") and len(word) > 7:
        yield from _written((*before, _SERVANT, word.removeprefix(_SERVANT)), tuple(others))


@cache
def cores(word: str) -> tuple[tuple[str, int], ...]:
    """Return what the folded *word* can be without attached particles, and how many letters those take.

    After ل the article loses its alef, and one lam where the noun begins with another: للجنة is ل and اللجنة.

    >>> cores("وبالعراق")
    (('وبالعراق', 0), ('بالعراق', 1), ('العراق', 2))
    >>> ("العراق", 1) in cores("للعراق"), ("اللجنه", 1) in cores("للجنه")
    (True, True)
    """
    found: dict[str, int] = {}
    for outer in _OUTER:
        if not word.startswith(outer):
            continue
        rest = word.removeprefix(outer)
        for inner in _INNER:
            if rest.startswith(inner):
                found.setdefault(rest.removeprefix(inner), len(outer + inner))
        if rest.startswith("لل"):
            found.setdefault("ا" + rest, len(outer) + 1)  # ل + ال + ل…: one lam is not written
            found.setdefault("ال" + rest.removeprefix("لل"), len(outer) + 1)
    return tuple(sorted(((core, at) for core, at in found.items() if len(core) > 1), key=lambda item: item[1]))


def endings(form: tuple[str, ...], kind: Kind) -> tuple[str, ...]:
    """Return the last word of the folded *form* and its duals and plurals, as far as names of *kind* have them.

    A name of one word has none: its plural is another thing (``التحالفات`` are not several of
    ``التحالف``).

    >>> "الامنيتان" in endings(("الاتفاقيه", "الامنيه"), Kind.AGREEMENT)
    True
    """
    word = form[-1]
    if kind not in _INFLECTED or len(form) == 1 or len(word) < _SHORTEST:
        return (word,)
    if word.endswith("ه"):
        stem = word.removesuffix("ه")
        return (word, stem + "ات", *(stem + "ت" + dual for dual in _DUALS))
    stem = word.removesuffix("ا")
    return (word, *dict.fromkeys(stem + ending for ending in (*_PLURALS, *_DUALS)))
