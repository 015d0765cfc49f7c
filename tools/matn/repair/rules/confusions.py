"""confusions: words that no lexicon knows, with what a scanner may have misread; flagged, never changed.

Suggests: common words one confusion away: a letter of the same skeleton (``الحطط`` for ``الخطط``), a letter
dropped, added or exchanged with its neighbour. Of 24 real errors the first suggestion of general spell
checkers was right for 10, so none of this may be done without an editor.
Leaves alone: known words, also with a conjunction, preposition or pronoun at either end; words that the
text has three times (names and terms recur, misreadings do not); Persian passages.
Not in the chain of rules: ``matn proofread`` and ``matn check`` call :func:`flags` on the finished text.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from matn.repair.model import Evidence, Rule
from matn.text.edits import Edit, Outcome
from matn.text.lexicon import Lexicon
from matn.text.tables import LETTERS, bare
from matn.text.words import WORD

COMMON = 2.5
"""Zipf frequency that a suggestion must have."""

STEM = 2.0
"""Zipf frequency that a word must have once particles are taken off, to count as known."""

_NAMELY = 3
_SKELETONS = ("بتثنيئى", "جحخ", "دذ", "رز", "سش", "صض", "طظ", "ضظ", "هح", "نل", "عغ", "فق", "هة", "اأإآ", "وؤ", "كل")
_LIKE = {
    letter: {other for group in _SKELETONS if letter in group for other in group} - {letter}
    for letter in "".join(_SKELETONS)
}
_PERSIAN = frozenset("پچژگیک")
_FOLDED = str.maketrans("ک", "ك")
_ALPHABET = "".join(sorted(set("ءآأؤإئابةتثجحخدذرزسشصضطظعغفقكلمنهوىي") & LETTERS))
_PROCLITICS = ("وال", "فال", "بال", "كال", "لل", "ال", "و", "ف", "ب", "ل", "ك", "س")
_ENCLITICS = ("هما", "ها", "هم", "نا", "ه")
_FAR = 2.0


def flags(text: str, lexicon: Lexicon) -> list[Edit]:
    """Return one flagged edit a suspicious word of *text* (repaired; any normal form), suggestions best first."""
    words = [word for word in WORD.finditer(text) if len(bare(word[0])) > 2]
    letters = [bare(word[0]).translate(_FOLDED) for word in words]
    counts = Counter(letters)
    known: dict[str, bool] = {}
    found = []
    for at, (word, plain) in enumerate(zip(words, letters, strict=True)):
        if plain not in known:
            recurs = any(counts[stem] >= _NAMELY for stem in _stems(plain))
            known[plain] = recurs or familiar(plain, lexicon)
        if not known[plain] and not _persian(words, at):
            found.append(_flag(word[0], plain, word.start(), lexicon))
    return found


def familiar(word: str, lexicon: Lexicon) -> bool:
    """Tell whether *word* (bare) is known, as it is or with particles at its ends taken off."""
    return lexicon.knows(word) or any(lexicon.zipf(stem) >= STEM for stem in _stems(word))


def _stems(word: str) -> Iterator[str]:
    """Yield *word* without one or two particles before it and a pronoun after it; never below three letters."""
    heads = {word, *_cut_heads(word)}
    heads |= {shorter for head in heads for shorter in _cut_heads(head)}
    for head in heads:
        yield head
        for tail in _ENCLITICS:
            if head.endswith(tail) and len(head) - len(tail) > 2:
                yield head.removesuffix(tail)
                yield head.removesuffix(tail).removesuffix("ت") + "ة"


def _cut_heads(word: str) -> Iterator[str]:
    for head in _PROCLITICS:
        if word.startswith(head) and len(word) - len(head) > 2:
            yield word.removeprefix(head)


def _persian(words: Sequence[re.Match[str]], at: int) -> bool:
    """Tell whether word *at* and its neighbours, four to a side, hold two words with Persian letters."""
    return sum(bool(_PERSIAN & set(word[0])) for word in words[max(0, at - 4) : at + 5]) > 1


def suggestions(word: str, lexicon: Lexicon) -> tuple[str, ...]:
    """Return up to five common words one confusion from *word* (bare), likeliest first.

    Likeliness is frequency, less two Zipf units where the exchanged letters do not look alike.
    """
    ranked: dict[str, float] = {}
    for reading, cost in _one_away(word):
        frequency = lexicon.zipf(reading)
        if frequency >= COMMON and reading != word:
            ranked[reading] = max(ranked.get(reading, 0.0), frequency - cost)
    return tuple(sorted(ranked, key=lambda reading: (-ranked[reading], reading))[:5])


def _one_away(word: str) -> Iterator[tuple[str, float]]:
    for at, letter in enumerate(word):
        head, tail = word[:at], word[at + 1 :]
        yield head + tail, 0.5
        if tail:
            yield head + tail[0] + letter + tail[1:], 0.5
        for other in _ALPHABET:
            yield head + other + tail, 0.0 if other in _LIKE.get(letter, "") else _FAR
            yield head + other + letter + tail, 0.5
    for other in _ALPHABET:
        yield word + other, 0.5


def _flag(word: str, plain: str, start: int, lexicon: Lexicon) -> Edit:
    best = suggestions(plain, lexicon)
    told = ", ".join(f"{reading} {lexicon.zipf(reading):.2f}" for reading in best[:3])
    why = f"{plain} is in no lexicon" + (f"; one confusion away: {told} (Zipf)" if best else "")
    return Edit(start, start + len(word), word, word, RULE.name, 0.4 if best else 0.2, why, Outcome.FLAGGED, best)


def propose(text: str, evidence: Evidence) -> list[Edit]:
    """Return :func:`flags`, for the cases; the chain of rules does not call this."""
    return flags(text, evidence.lexicon)


RULE = Rule(
    name="confusions",
    damage="Letters that a scanner misread.",
    propose=propose,
    owns=frozenset(),
)
