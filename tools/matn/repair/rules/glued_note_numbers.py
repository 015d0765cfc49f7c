"""glued-note-numbers: a raised note number that the extraction set beside its word becomes a marker again.

Fixes: ``كلمة7،``, ``»نص«9.``, ``(نص) 8.`` and a note number run into a year (``12026``, ``20241``) become
``كلمة<sup>(7)</sup>،``, the form that Markdown sources use. The evidence is the rising sequence over the
whole text: at least three markers, nearly all numbers from the first to the last.
Leaves alone: a lone glued number (it proves nothing), list labels, years, counts, a letter with a number
(``ص12``, ``F16``), lines with an address.
Flags: two places that could both be the same note.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from matn.repair.model import Evidence, Rule
from matn.text.edits import Edit, Outcome
from matn.text.tables import LETTER_CLASS, MARK_CLASS, TATWEEL

NAME = "glued-note-numbers"
FEWEST = 3
"""Markers below which a rising sequence may be chance."""
COMPLETE = 0.75
"""Share of the numbers up to the last that must be found."""
_MISSING = 0.6
"""What a number left out costs the sequence; a place found is worth at most 1."""

_LETTERS = f"{LETTER_CLASS}{MARK_CLASS}{TATWEEL}"
_ENDS = r"(?![\d\w%/:-]|[.,٫]\d|[«»()\[\]]\w)"
_AT_WORD = re.compile(f"(?<=[{_LETTERS}]{{2}})(\\d{{1,3}}){_ENDS}")
_AT_SIGN = re.compile(f'(?<=[»)”"\\]])(?:\\d{{1,3}}{_ENDS}| \\d{{1,3}}(?=[.،؛]){_ENDS})')
_YEAR, _ALONE = r"((?:19|20)\d\d)", r"(?<![\d\w.,/:-])"
_BEFORE_YEAR = re.compile(rf"{_ALONE}(\d{{1,2}}){_YEAR}{_ENDS}")
_AFTER_YEAR = re.compile(rf"{_ALONE}{_YEAR}(\d{{1,2}}){_ENDS}")


@dataclass(frozen=True, slots=True)
class Place:
    """A number that may be a note marker: ``text[start:end]``, to be written as *after*, with its *weight*."""

    start: int
    end: int
    number: int
    after: str
    weight: float


def propose(text: str, evidence: Evidence) -> Iterator[Edit]:
    """Yield an edit a marker of the rising sequence, if there is one."""
    places = sorted(_places(text), key=lambda place: place.start) if _AT_WORD.search(text) else []
    chain = _longest(places)
    if len(chain) < FEWEST or len(chain) < COMPLETE * chain[-1].number:
        return
    for before, place, after in zip((None, *chain), chain, (*chain[1:], None), strict=False):
        rivals = [
            other
            for other in places
            if other.number == place.number and other.weight == place.weight and other is not place
            if (not before or other.start > before.start) and (not after or other.start < after.start)
        ]
        yield from _edits(text, place, rivals, chain)


def _edits(text: str, place: Place, rivals: Sequence[Place], chain: Sequence[Place]) -> Iterator[Edit]:
    why = f"number {place.number} of a rising sequence {chain[0].number} to {chain[-1].number}, {len(chain)} found"
    if not rivals:
        before = text[place.start : place.end]
        confidence = round(place.weight * len(chain) / chain[-1].number, 2)
        yield Edit(place.start, place.end, before, place.after, NAME, confidence, why)
    for rival in (place, *rivals) if rivals else ():
        before = text[rival.start : rival.end]
        both = f"{why}; {len(rivals) + 1} places could be it"
        yield Edit(rival.start, rival.end, before, before, NAME, 0.5, both, Outcome.FLAGGED, (rival.after,))


def _places(text: str) -> Iterator[Place]:
    for found in _AT_WORD.finditer(text):
        yield from _place(text, found, found[0], found[0], 0.99)
    for found in _AT_SIGN.finditer(text):
        yield from _place(text, found, found[0].strip(), found[0].strip(), 0.95)
    for found in _BEFORE_YEAR.finditer(text):
        yield from _place(text, found, found[1], found[0], 0.9)
    for found in _AFTER_YEAR.finditer(text):
        yield from _place(text, found, found[2], f"{found[2]}{found[1]}", 0.9)


def _place(text: str, found: re.Match[str], label: str, shown: str, weight: float) -> Iterator[Place]:
    line = text[text.rfind("\n", 0, found.start()) + 1 : text.find("\n", found.end()) % (len(text) + 1)]
    if int(label) and "://" not in line:
        marker = f"{shown[len(label) :]}<sup>({label})</sup>"
        yield Place(*found.span(), int(label), marker, weight)


def _longest(places: Sequence[Place]) -> list[Place]:
    """Return the rising sequence with the most places and the fewest numbers left out."""
    best: list[tuple[float, int]] = []  # value of the best sequence that ends at each place, and its last but one
    for at, place in enumerate(places):
        gain, last = place.weight - _MISSING * (place.number - 1), -1
        for before in range(at):
            step = place.number - places[before].number
            value = best[before][0] + place.weight - _MISSING * (step - 1)
            if step > 0 and value > gain:
                gain, last = value, before
        best.append((gain, last))
    chain: list[Place] = []
    at = max(range(len(best)), key=lambda index: best[index][0], default=-1)
    while at >= 0:
        chain.insert(0, places[at])
        at = best[at][1]
    return chain


def _check(edit: Edit) -> str:
    bare = "".join(re.findall(r"\d", edit.after))
    kept = re.sub(r"<sup>\((\d+)\)</sup>$", "", edit.after)
    label = bare[len(kept) :]
    return "" if edit.before.strip() in (label + kept, kept + label) else "is not the same number"


RULE = Rule(
    name=NAME,
    damage="Note numbers glued to words, signs and years.",
    propose=propose,
    owns=frozenset("<sup>()/ "),
    reorders=True,  # the number that ran into a year stands before it
    checks=_check,
)
