"""Tell the changes of a passage word by word: what stood there, what stands there now, why, how sure."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from string import whitespace

from matn.edition.emend import RULE, Emendation
from matn.edition.model import Alteration
from matn.text.edits import Change, Edit

_BLANKS = whitespace + "\N{NO-BREAK SPACE}"
GAP = "[…]"
"""What stands in the reading text where the source lost something."""

Origins = Mapping[Edit, Emendation]
"""The correction in ``emendations.yaml`` that an edit comes from."""


def alterations(
    changes: Iterable[Change], received: str, reading: str, origins: Origins | None = None
) -> tuple[Alteration, ...]:
    """Return the alterations that lead from *received* to *reading*.

    Args:
        changes: What was done, in offsets of the two texts, by place.
        received: The passage before the rules.
        reading: The passage after rules and editor.
        origins: The corrections that the editor's edits come from.
    """
    narrowed = (_narrow(change, received, reading) if _only_gaps(change) else change for change in changes)
    words = _merge(change if _only_gaps(change) else _widen(change, received, reading) for change in narrowed)
    told = (each for change in words for each in _alterations(change, received, reading, origins or {}))
    return tuple(each for each in told if each.received != each.reading)


def _widen(change: Change, received: str, reading: str) -> Change:
    """Take in the whole of the words that *change* touches, so that a reader sees words, not strokes."""
    if reading[change.start : change.end].isspace():
        return change
    left = right = 0
    inside = reading[change.start : change.end]
    if not inside[:1].isspace():
        left = _common(reading[: change.start][::-1], received[: change.source_start][::-1], _BLANKS)
    if not inside[-1:].isspace():
        right = _common(reading[change.end :], received[change.source_end :], _BLANKS)
    if not inside and not (left and right):
        return change
    start, end = change.start - left, change.end + right
    return Change(change.source_start - left, change.source_end + right, start, end, change.edits)


def _common(one: str, two: str, stop: str = "") -> int:
    """How many characters *one* and *two* begin with alike, up to the first that is in *stop*."""
    pairs = enumerate(zip(one, two, strict=False))
    return next((at for at, (a, b) in pairs if a != b or a in stop), min(len(one), len(two)))


def _merge(changes: Iterable[Change]) -> list[Change]:
    """Join changes that share a word."""
    done: list[Change] = []
    for change in changes:
        last = done[-1] if done else None
        if last and (change.start < last.end or change.source_start < last.source_end):
            done[-1] = _joined(last, change)
        else:
            done.append(change)
    return done


def _joined(one: Change, two: Change) -> Change:
    return Change(
        min(one.source_start, two.source_start),
        max(one.source_end, two.source_end),
        min(one.start, two.start),
        max(one.end, two.end),
        (*one.edits, *two.edits),
    )


def _only_gaps(change: Change) -> bool:
    return all(GAP in edit.after for edit in change.edits)


def _narrow(change: Change, received: str, reading: str) -> Change:
    """Leave out what both texts have at the edges of *change*: a gap is marked by itself, not with its spaces."""
    was, now = received[change.source_start : change.source_end], reading[change.start : change.end]
    head = _common(was, now)
    tail = _common(was[head:][::-1], now[head:][::-1])
    start, end = change.start + head, change.end - tail
    return Change(change.source_start + head, change.source_end - tail, start, end, change.edits)


def _alterations(change: Change, received: str, reading: str, origins: Origins) -> Iterator[Alteration]:
    """Tell of *change*; a gap in a larger change is told of beside it, since a reader looks for it there."""
    whole = _alteration(change, received, reading, origins)
    yield whole
    if whole.kind != "gap":
        makers = [edit for edit in change.edits if GAP in edit.after]
        starts = [change.start + found.start() for found in re.finditer(re.escape(GAP), whole.reading)]
        for start, edit in zip(starts, makers, strict=False):
            end = start + len(GAP)
            by = _of_editors((edit,), origins)
            yield Alteration(start, end, "", GAP, (edit.rule,), edit.evidence, edit.confidence, "gap", by)


def _certainty(edits: Sequence[Edit]) -> float:
    """Return how sure a reading is: the editor's word where an editor spoke, else the least sure of the steps."""
    spoken = [edit.confidence for edit in edits if edit.rule == RULE]
    return min(spoken or [edit.confidence for edit in edits])


def _alteration(change: Change, received: str, reading: str, origins: Origins) -> Alteration:
    rules = tuple(dict.fromkeys(edit.rule for edit in change.edits))
    now = reading[change.start : change.end]
    return Alteration(
        change.start,
        change.end,
        received[change.source_start : change.source_end],
        now,
        rules,
        "; ".join(dict.fromkeys(edit.evidence for edit in change.edits if edit.evidence)),
        _certainty(change.edits),
        "emendation" if RULE in rules else "gap" if _only_gaps(change) else "edit",
        _of_editors(change.edits, origins),
    )


def _of_editors(edits: Iterable[Edit], origins: Origins) -> tuple[Emendation, ...]:
    return tuple(dict.fromkeys(origins[edit] for edit in edits if edit in origins))
