"""Follow every character of a source through the rules: where it is now, or which rule took it out."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from matn.errors import BrokenPromiseError
from matn.repair.model import Stage
from matn.text.edits import Edit

INSERTED = -1
"""Origin of a character that no source character stands behind."""


@dataclass(frozen=True, slots=True)
class Trace:
    """Where characters went.

    Attributes:
        origins: For each code point of the text after all edits, its offset in the source, or
            :data:`INSERTED`.
        lost: For each source offset that is no longer in the text, the name of the rule that took it out.
        text: The text after all edits, made anew by replaying them.
    """

    origins: tuple[int, ...]
    lost: dict[int, str]
    text: str


def trace(source: str, stages: Sequence[Stage]) -> Trace:
    """Replay *stages* on *source* and follow each code point.

    Raises:
        BrokenPromiseError: An edit does not fit the text it is said to belong to.
    """
    text, origins, lost = source, list(range(len(source))), dict[int, str]()
    for stage in stages:
        text, origins = follow(text, origins, stage.edits, lost)
    return Trace(tuple(origins), lost, text)


def follow(text: str, origins: Sequence[int], edits: Sequence[Edit], lost: dict[int, str]) -> tuple[str, list[int]]:
    """Do one pass of *edits* on *text* and its *origins*; what falls out is put into *lost*.

    Raises:
        BrokenPromiseError: The text does not hold what an edit replaces, or edits are out of order.
    """
    parts: list[str] = []
    kept: list[int] = []
    at = 0
    for edit in edits:
        if edit.start < at or text[edit.start : edit.end] != edit.before:
            raise BrokenPromiseError(f"{edit.rule} at {edit.start}: the recorded edit does not fit the text")
        before = origins[edit.start : edit.end]
        after = _pair(edit, before)
        for origin in set(before) - set(after) - {INSERTED}:
            lost[origin] = edit.rule
        kept += [*origins[at : edit.start], *after]
        parts += (text[at : edit.start], edit.after)
        at = edit.end
    return "".join((*parts, text[at:])), [*kept, *origins[at:]]


def _pair(edit: Edit, origins: Sequence[int]) -> list[int]:
    """Give each character of ``edit.after`` the origin of its like in ``edit.before``, if there is one.

    First what stayed in order, then what moved: like characters pair up from left to right.
    """
    if not edit.before or not edit.after:
        return [INSERTED] * len(edit.after)
    after = [INSERTED] * len(edit.after)
    free = set(range(len(edit.before)))
    for block in SequenceMatcher(None, edit.before, edit.after, autojunk=False).get_matching_blocks():
        for step in range(block.size):
            after[block.b + step] = origins[block.a + step]
            free.discard(block.a + step)
    moved: dict[str, list[int]] = defaultdict(list)
    for place in sorted(free, reverse=True):
        moved[edit.before[place]].append(origins[place])
    for place, char in enumerate(edit.after):
        if after[place] == INSERTED and moved[char]:
            after[place] = moved[char].pop()
    return after
