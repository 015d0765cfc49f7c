"""What a reader sees of the changes to a text: which are marked where they stand, and how each is told."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Sequence

from markupsafe import Markup

from matn.edition.model import Alteration, Paragraph, Query
from matn.site.inline import Span
from matn.site.words import Words

SURE = 0.9
"""A change below this certainty is marked even if it only moved letters."""
GAP, EMENDED, ASKED, CHANGED = 4, 3, 2, 1
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
    was, now = letters(change.received), letters(change.reading)
    return sorted(was) != sorted(now) or (was != now and change.certainty < SURE)


def told(change: Alteration, say: Words) -> str:
    """Return *change* in one line: what stood in the source, why it was changed, how sure that is."""
    was = change.received.strip() or say("in-source-nothing")
    parts = [f"{say('in-source')}: {was}"]
    if change.why:
        parts.append(f"{say('why')}: {change.why}")
    return " · ".join((*parts, f"{say('certainty')}: {certainty(change.certainty, say)}"))


def certainty(value: float, say: Words) -> str:
    """Return 0 to 1 as a word and a percentage."""
    word = "certainty-high" if value >= SURE else "certainty-medium" if value >= 0.7 else "certainty-low"
    return f"{say(word)} ({value:.0%})"


def asked(query: Query, say: Words) -> str:
    """Return *query* in one line."""
    perhaps = f"{say('perhaps')}: {query.suggestion}" if query.suggestion not in {"", query.reading} else ""
    return " · ".join(filter(None, (say("open-question"), perhaps, query.why)))


def marks(changes: Iterable[Alteration], queries: Iterable[Query], say: Words) -> list[Span]:
    """Return the spans that a text's changes and open questions are marked with."""
    return [
        *(_mark(change, say) for change in changes if marked(change) and change.start < change.end),
        *(Span(q.start, q.end, "span", {"class": "query", "title": asked(q, say)}, ASKED) for q in queries),
    ]


def _mark(change: Alteration, say: Words) -> Span:
    if change.kind == "gap":
        title = say("gap-title-why", why=change.why) if change.why else say("gap-title")
        return Span(change.start, change.end, "span", {"class": "gap", "title": title}, GAP)
    rank, name = (EMENDED, "emended") if change.kind == "emendation" else (CHANGED, "changed")
    return Span(change.start, change.end, "span", {"class": name, "title": told(change, say)}, rank)


def empty_gaps(changes: Iterable[Alteration], say: Words) -> dict[int, Markup]:
    """Return a visible gap for each lost reading that left no character behind, by offset."""
    titles = {c.start: c.why for c in changes if c.kind == "gap" and c.start == c.end}
    shape = Markup('<span class="gap" title="{}">[…]</span>')
    return {at: shape.format(say("gap-title-why", why=why) if why else say("gap-title")) for at, why in titles.items()}


def silent(paragraph: Paragraph) -> Sequence[Alteration]:
    """Return the changes of *paragraph* that are not marked in its text."""
    return [change for change in paragraph.alterations if not marked(change)]
