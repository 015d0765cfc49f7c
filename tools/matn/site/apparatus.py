"""What a reader sees of the changes to a text: which are marked where they stand, and how each is told."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from matn.edition.model import Alteration, Paragraph, Query
from matn.site.inline import Span
from matn.site.words import Words

SURE = 0.9
"""A change below this certainty is marked even if it only moved letters."""
GAP, EMENDED, ASKED, CHANGED = 4, 3, 2, 1
ISOLATE, END = "\N{FIRST STRONG ISOLATE}", "\N{POP DIRECTIONAL ISOLATE}"
NOTE_NUMBERS = "glued-note-numbers"
TATWEEL = "\N{ARABIC TATWEEL}"


def letters(text: str) -> str:
    """Return the letters and digits of *text* (any normal form), in order; tatweel is no letter here."""
    plain = unicodedata.normalize("NFKC", text)
    return "".join(char for char in plain if unicodedata.category(char)[0] in "LN" and char != TATWEEL)


def marked(change: Alteration) -> bool:
    """Whether *change* is shown in the running text.

    An emendation and a gap always are. An edit is where it changed which letters or digits stand there, or
    is not sure; thousands of removed elongation strokes would only hide what matters.
    """
    if change.kind != "edit":
        return True
    if moved(change):
        return letters(change.received) != letters(change.reading) and change.certainty < SURE
    return True


def moved(change: Alteration) -> bool:
    """Whether the same letters and digits stand there before and after, perhaps in another order.

    Digits do not count where a note's number was taken out: it stands there still, as its marker.
    """
    was, now = letters(change.received), letters(change.reading)
    if NOTE_NUMBERS in change.rules:
        was, now = (re.sub(r"\d", "", text) for text in (was, now))
    return sorted(was) == sorted(now)


@dataclass(frozen=True, slots=True)
class Told:
    """One change or open question, in the parts that readers are told. Empty parts are left out.

    Attributes:
        kind: ``edit``, ``emendation``, ``gap`` or ``query``.
        reading: What the reading text has.
        received: What stood in the source.
        suggestion: What an editor might read instead.
        why: The evidence.
        certainty: In the words of the interface.
        rules: Names of the rules.
    """

    kind: str
    reading: str
    received: str
    suggestion: str
    why: str
    certainty: str
    rules: tuple[str, ...]

    def line(self, say: Words) -> str:
        """Return all of it in one line, each part kept to its own direction (for a tooltip)."""
        parts = {"in-source": self.received, "perhaps": self.suggestion, "why": self.why, "certainty": self.certainty}
        first = (say("open-question"),) if self.kind == "query" else ()
        said = (f"{say(key)}: {ISOLATE}{value}{END}" for key, value in parts.items() if value)
        return " · ".join((*first, *said))


def of_change(change: Alteration, say: Words) -> Told:
    """Tell what became of a place in the source."""
    was = change.received.strip() or say("in-source-nothing")
    sure = certainty(change.certainty, say)
    return Told(change.kind, change.reading, was, "", change.why, sure, change.rules)


def of_query(query: Query) -> Told:
    """Tell what waits for an editor."""
    suggestion = query.suggestion if query.suggestion != query.reading else ""
    return Told("query", query.reading, "", suggestion, query.why, "", (query.rule,))


def certainty(value: float, say: Words) -> str:
    """Return 0 to 1 as a word and a percentage."""
    word = "certainty-high" if value >= SURE else "certainty-medium" if value >= 0.7 else "certainty-low"
    return f"{say(word)} ({value:.0%})"


def entries(changes: Iterable[Alteration], queries: Iterable[Query], say: Words) -> tuple[Told, ...]:
    """Return what a text's apparatus lists, in the order of the text."""
    done = [(change.start, of_change(change, say)) for change in changes if marked(change)]
    open_ones = [(query.start, of_query(query)) for query in queries]
    return tuple(told for _, told in sorted((*done, *open_ones), key=lambda pair: pair[0]))


def marks(changes: Iterable[Alteration], queries: Iterable[Query], say: Words) -> list[Span]:
    """Return the spans that a text's changes and open questions are marked with."""
    return [
        *(_mark(change, say) for change in changes if marked(change) and change.start < change.end),
        *(Span(q.start, q.end, "span", {"class": "query", "title": of_query(q).line(say)}, ASKED) for q in queries),
    ]


def _mark(change: Alteration, say: Words) -> Span:
    if change.kind == "gap":
        title = say("gap-title-why", why=change.why) if change.why else say("gap-title")
        return Span(change.start, change.end, "span", {"class": "gap", "title": title}, GAP)
    rank, name = (
        (EMENDED, "emended") if change.kind == "emendation" else (CHANGED, "moved" if moved(change) else "changed")
    )
    return Span(change.start, change.end, "span", {"class": name, "title": of_change(change, say).line(say)}, rank)


def empty_gaps(changes: Iterable[Alteration], say: Words) -> dict[int, Markup]:
    """Return a visible gap for each lost reading that left no character behind, by offset."""
    titles = {c.start: c.why for c in changes if c.kind == "gap" and c.start == c.end}
    shape = Markup('<span class="gap" title="{}">[…]</span>')
    return {at: shape.format(say("gap-title-why", why=why) if why else say("gap-title")) for at, why in titles.items()}


def silent(paragraph: Paragraph) -> Sequence[Alteration]:
    """Return the changes of *paragraph* that are not marked in its text."""
    return [change for change in paragraph.alterations if not marked(change)]
