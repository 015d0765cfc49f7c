"""replacement-characters: drop U+FFFD where it stands for a stroke that only stretched a word.

Fixes: fonts draw an elongation with a glyph of its own that no character answers to, nearly always
after a tooth letter (121 of 131 in the paper this was learnt from); extractors write U+FFFD for it.
Where dropping it leaves a rare or unknown word but turning round the two letters beside it a common
one, they are turned round: the run broke at the stroke and its ends changed places.
Leaves alone, but flags: U+FFFD by itself or among Latin letters, where no stroke could stand, and in
texts where it stands for lost letters (wrong character set): there nothing may be dropped. Which of the two
a text is, is told by where its U+FFFD stand; where they are few, a word must be known without it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from matn.repair.model import Evidence, Rule
from matn.text.edits import Edit, Outcome
from matn.text.lexicon import Lexicon
from matn.text.tables import FORWARD_JOINING, LETTER_CLASS, LETTERS, LOST, MARK_CLASS, TATWEEL, TEETH, bare

_WORD_CLASS = f"{LETTER_CLASS}{MARK_CLASS}{TATWEEL}{LOST}"
_WORD = re.compile(f"[{_WORD_CLASS}]*{LOST}[{_WORD_CLASS}]*")
_RUN = re.compile(f"{LOST}+")
_SWAP = re.compile(f"([{LETTER_CLASS}])({LOST}+)([{LETTER_CLASS}])")
_SKIPPED = re.compile(f"[{MARK_CLASS}{TATWEEL}{LOST}]+$")

COMMON = 3.0
"""Zipf frequency from which a reading counts as common."""

CLEAR = 2.0
"""How many Zipf units a reading must be ahead of what stands there."""


def propose(text: str, evidence: Evidence) -> Iterator[Edit]:
    """Yield one edit a run of U+FFFD: dropped, swapped round, or flagged."""
    if LOST not in text:
        return
    for word in _WORD.finditer(text):
        strokes = evidence.signals.elongated and (evidence.signals.page_layer or _sound(word[0], evidence.lexicon))
        swap = _swapped(word[0], evidence.lexicon) if strokes else None
        for run in _RUN.finditer(word[0]):
            if swap and swap.start <= run.start() < swap.end:
                yield replace(swap, start=swap.start + word.start(), end=swap.end + word.start())
            elif strokes:
                yield _dropped(word, run, evidence.lexicon)
            else:
                yield _flag(word, run, "may stand for a lost letter", _letters_for(word[0], evidence.lexicon))


def _sound(word: str, lexicon: Lexicon) -> bool:
    """Tell whether *word* reads better without its U+FFFD than with a letter in its place."""
    frequency = lexicon.zipf(word)
    letters = _letters_for(word, lexicon)
    return frequency > 0 and (not letters or frequency > lexicon.zipf(letters[0]) - CLEAR)


def _letters_for(word: str, lexicon: Lexicon) -> tuple[str, ...]:
    """Return common words with one letter for each U+FFFD of *word* (the first is tried, others dropped)."""
    head, _, tail = word.partition(LOST)
    best = lexicon.best(bare(head) + letter + bare(tail) for letter in LETTERS)
    return tuple(reading for frequency, reading in best[:5] if frequency >= COMMON)


def _swapped(word: str, lexicon: Lexicon) -> Edit | None:
    """Return the swap of two letters around a stroke that makes a rare or unknown word a common one."""
    least = max(COMMON, lexicon.zipf(word) + CLEAR)
    for place in _SWAP.finditer(word):
        other = place[3] + place[1]
        reading = bare(word[: place.start()] + other + word[place.end() :])
        if place[1] != place[3] and lexicon.zipf(reading) >= least:
            why = f"the run broke here: {_told(bare(word), lexicon)}, {_told(reading, lexicon)}"
            return Edit(*place.span(), place[0], other, RULE.name, 0.9, why)
    return None


def _dropped(word: re.Match[str], run: re.Match[str], lexicon: Lexicon) -> Edit:
    """Drop *run* where a stretched join explains it; else flag it.

    Whether the word is known counts for the confidence only: a later rule may yet make it whole.
    """
    before = _SKIPPED.sub("", word[0][: run.start()])[-1:]
    joins = before in FORWARD_JOINING or TATWEEL in word[0][max(run.start() - 1, 0) : run.end() + 1]
    reading = bare(word[0])
    if not reading or not joins:
        return _flag(word, run, "no stretched join explains it")
    known = lexicon.knows(reading)
    confidence = 0.99 if known and before in TEETH else 0.95 if known else 0.85
    why = f"an elongation stroke after {before or 'a joint'}: {_told(reading, lexicon)}"
    start = word.start() + run.start()
    return Edit(start, start + len(run[0]), run[0], "", RULE.name, confidence, why)


def _flag(word: re.Match[str], run: re.Match[str], why: str, alternatives: tuple[str, ...] = ()) -> Edit:
    start, end = word.start() + run.start(), word.start() + run.end()
    return Edit(start, end, run[0], run[0], RULE.name, 0.5, f"U+FFFD: {why}", Outcome.FLAGGED, alternatives)


def _told(word: str, lexicon: Lexicon) -> str:
    return f"{word} {lexicon.zipf(word):.2f} (Zipf)"


def _complaint(edit: Edit) -> str:
    """An edit drops U+FFFD; beyond that it may only turn two letters round."""
    rest = edit.before.replace(LOST, "")
    return "" if edit.after in (rest, rest[::-1]) and len(rest) in (0, 2) else "does more than drop U+FFFD"


RULE = Rule(
    name="replacement-characters",
    damage="Elongation strokes that came out as the sign for an unknown character.",
    propose=propose,
    owns=frozenset(LOST),
    reorders=True,
    checks=_complaint,
)
