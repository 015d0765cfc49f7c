"""How a matching compares with the truth."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Protocol

from matn.edition.anchors import BlockText, EntryVerdict, Matching, Outcome


class Truth(Protocol):
    """A text and the places of the first paragraphs it comes from."""

    @property
    def text(self) -> BlockText: ...
    @property
    def origins(self) -> frozenset[int]: ...
    @property
    def copies(self) -> frozenset[int]: ...


def score(first: Sequence[BlockText], now: Sequence[Truth], matching: Matching) -> Counter[str]:
    """Count what became of the first paragraphs (all of them live, in order, in the ledger matched).

    - ``right``: led to its own wording, or to every part of it that was found
    - ``part``: led to one part, though it was split
    - ``twin``: led to another paragraph that had the very same words
    - ``copy``: its own paragraph was taken out, and it led to a copy of it with a word changed
    - ``wrong``: led to another paragraph
    - ``asked``: its wording is there, and the editor is asked
    - ``gone``: its wording is not there, and the editor is told so, or asked
    """
    return Counter(_judge(at, first, now, verdict) for at, verdict in enumerate(matching.entries))


def _judge(at: int, first: Sequence[BlockText], now: Sequence[Truth], verdict: EntryVerdict) -> str:
    truth = {place for place, part in enumerate(now) if at in part.origins}
    if verdict.outcome in (Outcome.AMBIGUOUS, Outcome.GONE):
        return "asked" if truth else "gone"
    if truth.issuperset(verdict.texts):
        return "part" if len(truth) > len(verdict.texts) else "right"
    origins = frozenset().union(*(now[place].origins for place in verdict.texts))
    if not truth and all(at in now[place].copies for place in verdict.texts):
        return "copy"
    same = first[at].text in {first[origin].text for origin in origins} | {
        now[place].text.text for place in verdict.texts
    }
    return "twin" if same else "wrong"
