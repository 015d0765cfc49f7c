"""Apply an editor's corrections to a paragraph: each must find its place, exactly once."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from matn.edition.schema import Problem
from matn.text.edits import Edit

CERTAINTIES = {"certain": 1.0, "probable": 0.8, "conjecture": 0.5}
"""How sure an editor is, and what that is beside the confidence of rules."""

KINDS = (
    *("letters", "word-division", "doubling", "name", "number-or-date"),
    *("agreement", "marks", "punctuation", "supplied", "other"),
)
"""What an emendation mends: letters misread or lost, words run together or split, a letter doubled, a name, a number
or date, an ending that must agree, vowel signs, punctuation; *supplied* fills a gap of the source."""

RULE = "emendation"
"""Name under which emendations stand among the rules."""


@dataclass(frozen=True, slots=True)
class Emendation:
    """One correction by an editor.

    Attributes:
        at: Id of the paragraph or note.
        sic: What stands in the repaired text, a few words that occur there once.
        corr: What shall stand there.
        kind: One of :data:`KINDS`.
        why: The reason, for readers.
        certainty: One of :data:`CERTAINTIES`.
        who: Who decided.
        evidence: Where the right reading is found, if anywhere.
        line: 1-based line in ``emendations.yaml``.
    """

    at: str
    sic: str
    corr: str
    kind: str
    why: str
    certainty: str
    who: str
    evidence: str = ""
    line: int = 1


def edits_for(text: str, emendations: Iterable[Emendation]) -> tuple[tuple[Edit, ...], tuple[Problem, ...]]:
    """Find the place of each of *emendations* in the repaired *text* of their paragraph.

    Returns:
        The edits in offsets of *text*, narrowed to the characters that differ and sorted, and the
        problems: a *sic* that is not there or not unique, two corrections of the same characters.
    """
    found: list[tuple[Edit, Emendation]] = []
    problems: list[Problem] = []
    for emendation in emendations:
        count = _count(text, emendation.sic)
        if count == 1:
            found.append((_edit(text, emendation), emendation))
        else:
            problems.append(_misplaced(emendation, count))
    found.sort(key=lambda pair: pair[0])
    return tuple(edit for edit, _ in found), (*problems, *_clashes(found))


def origins(text: str, emendations: Iterable[Emendation]) -> Mapping[Edit, Emendation]:
    """Return the correction that each edit of :func:`edits_for` comes from."""
    return {_edit(text, emendation): emendation for emendation in emendations if _count(text, emendation.sic) == 1}


def _count(text: str, sic: str) -> int:
    return sum(text.startswith(sic, at) for at in range(len(text))) if sic in text else 0


def _misplaced(emendation: Emendation, count: int) -> Problem:
    message = f"expected {emendation.sic!r} once in {emendation.at}, found it {count} times"
    hint = (
        "add words before or after it until it is unique"
        if count
        else f"see the text with `matn text` or `matn explain WORK#{emendation.at}`; perhaps a rule mends it now"
    )
    return Problem(emendation.line, message, hint)


def _edit(text: str, emendation: Emendation) -> Edit:
    """Leave out what *sic* and *corr* have in common, by whole words, so that the mark is on the change."""
    start = text.index(emendation.sic)
    before, after = emendation.sic, emendation.corr
    head = _shared(before, after)
    tail = _shared(before[head:][::-1], after[head:][::-1])
    return Edit(
        start + head,
        start + len(before) - tail,
        before[head : len(before) - tail],
        after[head : len(after) - tail],
        RULE,
        CERTAINTIES[emendation.certainty],
        reason(emendation),
    )


def _shared(one: str, two: str) -> int:
    """Length of the common beginning, cut back to just after a space (or to nothing)."""
    length = next((at for at, (a, b) in enumerate(zip(one, two, strict=False)) if a != b), min(len(one), len(two)))
    return one.rfind(" ", 0, length) + 1


def reason(emendation: Emendation) -> str:
    """Return all that an editor says of a correction in one line: it is the evidence of its edit."""
    evidence = f" [{emendation.evidence}]" if emendation.evidence else ""
    return f"{emendation.why}{evidence} ({emendation.kind}, {emendation.certainty}, {emendation.who})"


def _clashes(found: Sequence[tuple[Edit, Emendation]]) -> list[Problem]:
    return [
        Problem(second.line, f"{second.sic!r} overlaps the correction in line {first.line}", "make them one")
        for (left, first), (right, second) in pairwise(found)
        if right.start < left.end or right.start == left.start
    ]
