r"""mark-order: marks that stand a letter too early are set after their letter.

Tanwin ends a word: it stands on the last letter, or on the letter before a silent final alef. A page's
text layer may give it once more a letter too early (``كبيًرًا``), or only there (``ثانًيا``).
Fixes: the stray one is dropped where the word has its tanwin in place too, and moved before the final
alef where it has not. Where a whole text has its tanwin a letter early (``حرًفا``, ``ُيكتب``), every mark
of it changes places with the letter after it: extractors that order glyphs by their left edge do that.
Leaves alone: tanwin on the final alef (``جدًا`` and ``جداً`` are both written), the order of shadda and
vowel on one letter (Unicode holds the two orders equal), and two words run together (``أيضًافي``).
A tanwin on a word's first letter is a damma misread: done where the document has the word with damma
elsewhere, else suggested. A mark with no letter to stand on is flagged.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from matn.repair.model import Evidence, Rule
from matn.text.edits import Edit, Outcome
from matn.text.lexicon import Lexicon
from matn.text.tables import LETTER_CLASS, MARK_CLASS, TANWIN, TATWEEL, bare
from matn.text.words import WORD, around

ENOUGH = 5
"""How many words must have their tanwin a letter early before a whole text is taken to be so."""

_TANWIN = "".join(sorted(TANWIN))
_FATHATAN = "\N{ARABIC FATHATAN}"
_DAMMA = "\N{ARABIC DAMMA}"
_MARKS = f"[{MARK_CLASS}]*"
# Two alefs after it are one too many, which is for lam-alef to mend.
_IN_PLACE = f"{_MARKS}(?:[اى]{_MARKS}|اا)?(?![{LETTER_CLASS}{MARK_CLASS}])"
_STRAY = re.compile(f"[{_TANWIN}](?!{_IN_PLACE})")
_PLACED = re.compile(f"[{_TANWIN}](?={_IN_PLACE})")
_EARLY = re.compile(f"{_FATHATAN}{_MARKS}(?!ا)[{LETTER_CLASS}](?=ا?(?![{LETTER_CLASS}{MARK_CLASS}]))")
_BEFORE_LETTER = re.compile(f"([{MARK_CLASS}]+)([{LETTER_CLASS}])")
_RUN_ON = re.compile(f".*(?:[{_TANWIN}]ا|ا[{_TANWIN}])[{LETTER_CLASS}]{{2}}.*")
_FINAL_ALEF = re.compile(f"ا{_MARKS}$")
_ORPHAN = re.compile(
    f"(?<![{LETTER_CLASS}{MARK_CLASS}{TATWEEL}\N{REPLACEMENT CHARACTER}\N{DOTTED CIRCLE}])[{MARK_CLASS}]+"
)


def propose(text: str, evidence: Evidence) -> Iterator[Edit]:
    """Yield one edit a mark in a text whose marks are all early; else see to stray tanwin and orphaned marks."""
    early, placed = len(_EARLY.findall(text)), len(_PLACED.findall(text))
    if early >= ENOUGH and early > 3 * placed:
        yield from _all_later(text, f"marks stand before their letters: {early} tanwin early, {placed} in place")
        return
    done = 0
    for stray in _STRAY.finditer(text):
        word = WORD.match(text, around(text, *stray.span())[0])
        if word and word.start() >= done:
            done = word.end()
            yield _settle(word, evidence.lexicon)
    for orphan in _ORPHAN.finditer(text):
        why = "a mark with no letter to stand on"
        yield Edit(*orphan.span(), orphan[0], orphan[0], RULE.name, 0.5, why, Outcome.FLAGGED)


def _all_later(text: str, why: str) -> Iterator[Edit]:
    for pair in _BEFORE_LETTER.finditer(text):
        yield Edit(*pair.span(), pair[0], pair[2] + pair[1], RULE.name, 0.9, why)


def _settle(word: re.Match[str], lexicon: Lexicon) -> Edit:
    """Say what is to become of the stray tanwin of *word*."""
    mark = _STRAY.search(word[0])
    if mark is None or _RUN_ON.fullmatch(word[0]):
        return _edit(word, word[0], 0.5, "tanwin inside: two words may have run together", Outcome.FLAGGED)
    without = _STRAY.sub("", word[0])
    placed = _PLACED.search(word[0]) is not None
    frequency = f"{bare(word[0])} {lexicon.zipf(word[0]):.2f} (Zipf)"
    if mark.start() == 1 and mark[0] == _FATHATAN:
        return _first_letter(word, without)
    if placed:
        return _edit(word, without, 0.95, f"the word has its tanwin at the end too: {frequency}")
    if mark[0] == _FATHATAN and _FINAL_ALEF.search(without):
        moved = _FINAL_ALEF.sub(lambda alef: _FATHATAN + alef[0], without)
        sure = 0.9 if lexicon.knows(word[0]) else 0.7  # no more than that: a later rule may yet mend its letters
        return _edit(word, moved, sure, f"tanwin belongs before the final alef: {frequency}")
    return _edit(word, word[0], 0.5, f"tanwin inside a word: {frequency}", Outcome.FLAGGED, (without,))


def _first_letter(word: re.Match[str], without: str) -> Edit:
    """Read damma for tanwin on the first letter: done where the document itself writes that elsewhere."""
    reading = _STRAY.sub("", word[0][0] + _DAMMA + word[0][2:])
    why = "tanwin cannot stand on a first letter, a damma looks alike"
    if re.search(f"(?<![{LETTER_CLASS}]){reading}(?![{LETTER_CLASS}{MARK_CLASS}])", word.string):
        return _edit(word, reading, 0.85, f"{why}; the document writes {reading} elsewhere")
    return _edit(word, reading, 0.6, why, Outcome.SUGGESTED, (without,))


def _edit(
    word: re.Match[str],
    after: str,
    confidence: float,
    why: str,
    outcome: Outcome = Outcome.APPLIED,
    alternatives: tuple[str, ...] = (),
) -> Edit:
    return Edit(*word.span(), word[0], after, RULE.name, confidence, why, outcome, alternatives)


def _complaint(edit: Edit) -> str:
    return "" if bare(edit.before) == bare(edit.after) else "touches letters"


RULE = Rule(
    name="mark-order",
    damage="Marks on the wrong letter of a word.",
    propose=propose,
    owns=TANWIN | {_DAMMA},  # what it may add or drop; other marks only move
    reorders=True,
    checks=_complaint,
)
