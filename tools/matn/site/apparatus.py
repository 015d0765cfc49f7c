"""What a reader sees of the changes to a text: of what kind each is, and which are marked where they stand."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Sequence
from enum import StrEnum
from itertools import accumulate

from markupsafe import Markup

from matn.edition.model import Alteration, Paragraph, Query
from matn.site import evidence
from matn.site.inline import Span
from matn.site.words import Words

SURE, DOUBTFUL = 0.9, 0.7
"""A change below the first is marked even if it only moved letters; one below the second is a conjecture."""
NOTE_NUMBERS, LOST_DIGITS = "glued-note-numbers", "lost-digits"
TATWEEL = "\N{ARABIC TATWEEL}"


class Kind(StrEnum):
    """Kinds of change as readers meet them, the gravest first; the value is the class of its mark."""

    GAP = "gap"
    """The source has lost something."""
    EMENDED = "emended"
    """An editor decided."""
    CHANGED = "changed"
    """A rule changed which letters or digits stand there."""
    MOVED = "moved"
    """A rule put letters into another order."""
    STROKE = "stroke"
    """The same letters in the same order: strokes, marks, signs or spaces changed."""


ASKED = "query"
"""Class of an open question's mark: nothing was changed, an editor is to decide."""
_RANKS = {kind.value: rank for rank, kind in enumerate(reversed(Kind))} | {ASKED: 2.5}


def letters(text: str) -> str:
    """Return the letters and digits of *text* (any normal form), in order; tatweel is no letter here."""
    plain = unicodedata.normalize("NFKC", text)
    return "".join(char for char in plain if unicodedata.category(char)[0] in "LN" and char != TATWEEL)


def kind(change: Alteration) -> Kind:
    """Return the kind of *change*."""
    if change.kind != "edit":
        return Kind.GAP if change.kind == "gap" else Kind.EMENDED
    was, now = _compared(change)
    return Kind.STROKE if was == now else Kind.MOVED if sorted(was) == sorted(now) else Kind.CHANGED


def _compared(change: Alteration) -> tuple[str, str]:
    """Return the letters before and after.

    Digits do not count where a note's number was taken out: it stands there still, as its marker.
    """
    was, now = letters(change.received), letters(change.reading)
    if NOTE_NUMBERS in change.rules:
        return re.sub(r"\d", "", was), re.sub(r"\d", "", now)
    return was, now


def marked(change: Alteration) -> bool:
    """Whether *change* is shown in the running text.

    An emendation and a gap always are. An edit is where it changed which letters or digits stand there, or
    is not sure of their order; thousands of removed elongation strokes would only hide what matters.
    """
    found = kind(change)
    return found not in {Kind.STROKE, Kind.MOVED} or (found is Kind.MOVED and change.certainty < SURE)


def silent(paragraph: Paragraph) -> Sequence[Alteration]:
    """Return the changes of *paragraph* that are not marked in its text."""
    return [change for change in paragraph.alterations if not marked(change)]


def nested(changes: Sequence[Alteration]) -> frozenset[int]:
    """Return the places in *changes* of gaps that stand within a change before them."""
    ends = accumulate((change.end for change in changes), max, initial=0)
    pairs = enumerate(zip(changes, ends, strict=False))
    return frozenset(at for at, (change, end) in pairs if change.kind == "gap" and change.start < end)


def mark(change: Alteration, number: int, say: Words) -> tuple[str, dict[str, str]]:
    """Return the class and the other attributes of what marks *change*, the *number*-th of its text from 0."""
    found = kind(change)
    if found is Kind.GAP:
        return found, {"data-c": str(number), "role": "img", **_gap(change, say)}
    if change.certainty < DOUBTFUL:
        return f"{found} conjecture", {"data-c": str(number), "data-say": say("conjecture")}
    return found, {"data-c": str(number)}


def _gap(change: Alteration, say: Words) -> dict[str, str]:
    why = evidence.told(change.why, say.language)[0]
    told = say("gap-title-why", why=why) if why else say("gap-title")
    label = "gap-label-lost-digits" if LOST_DIGITS in change.rules else "gap-label"
    return {"aria-label": say(label), "title": told}


def marks(changes: Sequence[Alteration], queries: Iterable[Query], say: Words) -> list[Span]:
    """Return the spans that a text's changes and open questions are marked with."""
    shown = [(n, change) for n, change in enumerate(changes) if marked(change) and change.start < change.end]
    return [
        *(span(change.start, change.end, *mark(change, number, say)) for number, change in shown),
        *(span(q.start, q.end, ASKED, {"data-q": str(number)}) for number, q in enumerate(queries)),
    ]


def span(start: int, end: int, name: str, attributes: dict[str, str]) -> Span:
    """Return what marks ``[start, end)``; of two marks on the same words the graver is seen."""
    rank = int(2 * _RANKS[name.split()[0]])
    return Span(start, end, "span", {"class": name, **attributes}, rank)


def empty_gaps(changes: Sequence[Alteration], say: Words) -> dict[int, Markup]:
    """Return a visible gap for each lost reading that left no character behind, by offset."""
    shape = Markup('<span class="gap" data-c="{}" role="img" aria-label="{}" title="{}">[…]</span>')
    empty = ((n, each) for n, each in enumerate(changes) if each.kind == "gap" and each.start == each.end)
    return {each.start: shape.format(n, *_gap(each, say).values()) for n, each in empty}


def tally(changes: Sequence[Alteration], queries: Sequence[Query], say: Words) -> list[tuple[str, str]]:
    """Return how many changes of each kind a text has: class of the mark, and the number of them in words."""
    counts = Counter[str](kind(change) for change in changes)
    counts[ASKED] = len(queries)
    return [(name, say.count(f"n-{name}", counts[name])) for name in (*Kind, ASKED) if counts[name]]
