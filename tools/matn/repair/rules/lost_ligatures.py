"""lost-ligatures: the letter that went with a ligature, where the page's font lost it.

The font's loss model: its ligatures of a tooth letter (ب ت ث ن ي) with ر, ز or a final ن, ي, ى, and of lam
with alef, come out as their second letter, but only where the letter before joins on: ``الأخرة``, ``بن``,
``خال``, while ``تحرير`` and ``البلاد`` stay whole. In a final ``مي`` the same happened to م.
Fixes: such words inside a *region* that is in that font. Words that could have lost a letter and words
that kept one (``غير``, ``خلال``) are followed through the text as the traces of two states, sound and lossy,
and the likelier course is taken; a region holds at least one word whose loss is sure. In a region a small
lead in frequency is enough; where frequency cannot tell بن from بين, the neighbours do.
Leaves alone: everything outside a region (a loss that looks sure there is suggested), names (``محمد بن``),
and documents that are not the text layer of a typeset page.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass, replace

from matn.repair.model import Evidence, Rule
from matn.repair.regions import course, stretches
from matn.text.edits import Edit, Outcome
from matn.text.lexicon import Lexicon
from matn.text.neighbours import GIVEN_NAMES, sides
from matn.text.tables import FORWARD_JOINING, MARKS, TEETH, bare
from matn.text.words import WORD, stem

SURE = 1.5
"""Zipf units by which a reading must be ahead to be sure by itself (13 right of 13 where measured)."""

INSIDE = 0.25
"""Zipf units that are enough inside a region."""

OPEN = -0.25
"""A reading that is behind by no more than this is put to the editor inside a region."""

CALLED_FOR = 1.25
"""What the neighbours' evidence for بين counts for: much, yet no sure loss by itself."""

ECHO = 0.25
"""What it counts for that the document has the reading elsewhere."""

COMMON = 3.0
"""Zipf frequency that every reading must have."""

READABLE = 0.85
"""Share of known words that a region must have beside the words in question."""

_ABOUT = 5
_ALEFS = frozenset("اأإآ")
_PREFIXES = ("", "ال", "و", "وال", "بال", "لل")
_SWITCH = 3.0
_KEPT_TOOTH, _KEPT_LAM = 1.2, 0.5


@dataclass(frozen=True, slots=True)
class Trace:
    """A word that says something about its font.

    Attributes:
        at: Which word of the text it is.
        letters: The word, bare.
        readings: What it may have been, most frequent first, with frequencies.
        lead: Zipf units by which the best reading is ahead; 0 for a word that kept its letter.
        kept: Cost of finding this word in a lossy font: above 0 for a word that kept its letter.
        lossy: Whether it lies in a region.
    """

    at: int
    letters: str
    readings: tuple[tuple[float, str], ...]
    lead: float
    kept: float
    lossy: bool = False


def propose(text: str, evidence: Evidence) -> Iterator[Edit]:
    """Yield one edit a word: done inside a region, else suggested where the loss is sure.

    Words are settled in rounds, since a word that is read may help to read another.
    """
    if not evidence.signals.page_layer:
        return
    words = list(WORD.finditer(text))
    letters = [bare(word[0]) for word in words]
    traces = _traces(letters, evidence.lexicon)
    waiting = {trace.at: trace for trace in traces if trace.readings and (trace.lossy or trace.lead >= SURE)}
    done: dict[int, Edit] = {}
    while settled := _settled(traces, letters):
        for trace in settled:
            letters[trace.at] = trace.readings[0][1]
            waiting.pop(trace.at, None)
            done[trace.at] = _edit(trace, words[trace.at], evidence.lexicon, Outcome.APPLIED)
        traces = _traces(letters, evidence.lexicon)
    yield from done.values()
    for trace in waiting.values():
        yield _edit(trace, words[trace.at], evidence.lexicon, Outcome.SUGGESTED)


def _settled(traces: Sequence[Trace], letters: Sequence[str]) -> list[Trace]:
    outside = _outside(traces, letters)
    lossy = (trace for trace in traces if trace.lossy and trace.readings)
    return [trace for trace in lossy if _decided(trace, letters, outside)]


def _traces(letters: Sequence[str], lexicon: Lexicon) -> list[Trace]:
    """Return the words that say something, each with whether it lies in a region that holds a sure loss."""
    traces = [trace for at in range(len(letters)) if (trace := _trace(letters, at, lexicon))]
    # A likely loss is dear in a sound font (twice its lead), a kept letter in a lossy one.
    states = course([(2 * max(0.0, trace.lead), trace.kept) for trace in traces], _SWITCH)
    for start, end in stretches(states):
        if any(trace.lead >= SURE for trace in traces[start:end]) and _readable(traces[start:end], letters, lexicon):
            traces[start:end] = [replace(trace, lossy=True) for trace in traces[start:end]]
    return traces


def _readable(region: Sequence[Trace], letters: Sequence[str], lexicon: Lexicon) -> bool:
    """Tell whether the words in and about *region*, but those in question, are known: scrambled lines prove nothing."""
    asked = {trace.at for trace in region}
    about = range(max(0, region[0].at - _ABOUT), min(len(letters), region[-1].at + _ABOUT + 1))
    known = [lexicon.knows(letters[at]) and len(letters[at]) > 1 for at in about if at not in asked]
    return sum(known) >= READABLE * len(known)


def _outside(traces: Sequence[Trace], letters: Sequence[str]) -> frozenset[str]:
    """Return the stems of the words that stand outside all regions."""
    inside: set[int] = set()
    lossy = [trace.at if trace.lossy else -1 for trace in traces]
    for start, end in stretches([at >= 0 for at in lossy]):
        inside.update(range(lossy[start], lossy[end - 1] + 1))
    return frozenset(stem(word) for at, word in enumerate(letters) if at not in inside)


def _decided(trace: Trace, elsewhere: Container[str], outside: Container[str]) -> bool:
    """Tell whether *trace*, in a region, can be read one way: by frequency, else by the rest of the document."""
    if trace.letters != "بن" and stem(trace.letters) in outside:
        return False  # the document has the word as it stands where no letters are lost
    echoes = [_echoes(reading, elsewhere) for _, reading in trace.readings[:2]]
    if _close(trace) and echoes != [True, False]:
        return False
    return trace.lead + ECHO * echoes[0] >= INSIDE


def _close(trace: Trace) -> bool:
    """Tell whether the two best readings are too near each other in frequency to choose."""
    return len(trace.readings) > 1 and trace.readings[0][0] - trace.readings[1][0] < 2 * INSIDE


def _echoes(reading: str, elsewhere: Container[str]) -> bool:
    """Tell whether the document has *reading*, bare, prefixed or feminine, among its words."""
    return any(form in elsewhere for prefix in _PREFIXES for form in (prefix + reading, prefix + reading + "ة"))


def _trace(letters: Sequence[str], at: int, lexicon: Lexicon) -> Trace | None:
    word = letters[at]
    readings = _readings(word, lexicon)
    lead = readings[0][0] - lexicon.zipf(word) if readings else OPEN - 1
    if word == "بن":
        lead = _lead_of_between(letters, at)
    if lead >= OPEN:
        return Trace(at, word, readings, lead, 0.0)
    kept = _kept(word)
    return Trace(at, word, (), 0.0, kept) if kept else None


def _readings(letters: str, lexicon: Lexicon) -> tuple[tuple[float, str], ...]:
    """Return the common words that *letters* may be after one loss; after two if one explains nothing."""
    once = [letters[:at] + lost + letters[at:] for at in _gaps(letters) for lost in _lost_before(letters, at)]
    if not once:
        return ()
    best = lexicon.best(once)
    if not best and not lexicon.knows(letters):
        twice = {word[:at] + lost + word[at:] for word in once for at in _gaps(word) for lost in _lost_before(word, at)}
        best = lexicon.best(twice)
    return tuple(reading for reading in best if reading[0] >= COMMON)


def _gaps(letters: str) -> Iterator[int]:
    """Yield the offsets in *letters* before which a ligature may have lost its first letter."""
    for at in range(1, len(letters)):
        if letters[at - 1] in FORWARD_JOINING and (
            letters[at] in "رز" or letters[at] in _ALEFS or (letters[at] in "نيى" and at == len(letters) - 1)
        ):
            yield at


def _lost_before(letters: str, at: int) -> str:
    if letters[at] in _ALEFS:
        return "ل"
    return "بتثنيم" if letters[at] == "ي" else "بتثني"


def _kept(letters: str) -> float:
    """Return what it costs to find *letters* whole in a lossy font."""
    for at in _gaps(letters):
        if at > 1 and letters[at - 2] in FORWARD_JOINING:
            if letters[at - 1] in TEETH and letters[at] not in _ALEFS:
                return _KEPT_TOOTH
            if letters[at - 1] == "ل" and letters[at] in _ALEFS:
                return _KEPT_LAM
    return 0.0


def _lead_of_between(letters: Sequence[str], at: int) -> float:
    """Return how far بين is ahead of the بن that is word *at*, by its neighbours."""
    if at and letters[at - 1] in GIVEN_NAMES:
        return OPEN - 1
    return CALLED_FOR if sides(letters[at + 1 : at + 5]) else OPEN


def _edit(trace: Trace, word: re.Match[str], lexicon: Lexicon, outcome: Outcome) -> Edit:
    frequency, reading = trace.readings[0]
    others = tuple(_marked(word[0], other) for _, other in trace.readings[1:4])
    sure = 0.8 if _close(trace) or trace.lead < SURE else 0.95
    where = "in a region whose font lost ligatures" if trace.lossy else "outside the regions whose font lost ligatures"
    neighbours = ", the neighbours call for it" if trace.letters == "بن" and trace.lead > 0 else ""
    why = f"{trace.letters} {lexicon.zipf(trace.letters):.2f}, {reading} {frequency:.2f} (Zipf), {where}{neighbours}"
    confidence = sure if outcome is Outcome.APPLIED else 0.5
    after = _marked(word[0], reading)
    return Edit(*word.span(), word[0], after, RULE.name, confidence, why, outcome, others)


def _marked(word: str, reading: str) -> str:
    """Give *reading*, which has letters that *word* lost, the marks of *word*."""
    done: list[str] = []
    at = 0
    for char in word:
        if char in MARKS:
            done.append(char)
            continue
        while reading[at] != char:
            done.append(reading[at])
            at += 1
        done.append(char)
        at += 1
    return "".join((*done, reading[at:]))


RULE = Rule(
    name="lost-ligatures",
    damage="Letters that were lost with a ligature of the page's second font.",
    propose=propose,
    owns=TEETH | {"ل", "م"},
)
