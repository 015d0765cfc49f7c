"""What is left for an editor's eyes: words that nobody knows, open questions, doubtful edits, text not yet read."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate

from matn.edition.model import Alteration, Note, Paragraph, WorkEdition
from matn.edition.proofs import Mark, times_read
from matn.edition.spelling import Spellings
from matn.repair.rules.confusions import flags
from matn.text.lexicon import arabic

SURE = 0.9
"""An edit below this certainty is looked at by an editor."""
_AROUND = 30
"""Code points of the text that are shown on either side of a place."""


@dataclass(frozen=True, slots=True)
class Place:
    """A place to look at.

    Attributes:
        at: Id of the paragraph or note.
        reading: What stands there.
        context: The words around it, the place itself between ‹ and ›.
        perhaps: Other readings, best first.
        why: What is doubtful, or by what rule.
    """

    at: str
    reading: str
    context: str
    perhaps: tuple[str, ...] = ()
    why: str = ""


@dataclass(frozen=True, slots=True)
class Worklist:
    """All that is left to look at in a work, each list in reading order.

    *unread* and *once* are the ids of what no editor, or only one, has read.
    """

    unread: tuple[str, ...]
    once: tuple[str, ...]
    strange: tuple[Place, ...]
    queries: tuple[Place, ...]
    doubtful: tuple[Place, ...]


def worklist(work: WorkEdition, marks: Iterable[Mark], spellings: Spellings | None = None) -> Worklist:
    """Return what is left to look at in *work* after the readings that *marks* tell of."""
    times = readings_of(work.paragraphs, work.notes, marks)
    return Worklist(
        tuple(anchor for anchor, count in times.items() if count == 0),
        tuple(anchor for anchor, count in times.items() if count == 1),
        strange_words(work.paragraphs, work.notes, spellings),
        tuple(_queries(work.paragraphs)),
        tuple(_doubtful(work)),
    )


def readings_of(paragraphs: Sequence[Paragraph], notes: Sequence[Note], marks: Iterable[Mark]) -> Mapping[str, int]:
    """Return how often each of *paragraphs* and *notes* was read; a lost note has nothing to be read."""
    times = times_read(marks, [*(p.id for p in paragraphs), *(n.id for n in notes)])
    lost = {note.id for note in notes if note.status == "lost"}
    return {anchor: count for anchor, count in times.items() if anchor not in lost}


def strange_words(
    paragraphs: Iterable[Paragraph], notes: Iterable[Note], spellings: Spellings | None = None
) -> tuple[Place, ...]:
    """Return the words in Arabic *paragraphs* and *notes* that no lexicon knows, names of the edition left out.

    They are looked at together: a word that a work has three times is no misreading.
    """
    texts = [(p.id, p.reading) for p in paragraphs if p.language == "ar" and p.reading]
    texts += [(n.id, n.text) for n in notes if n.language == "ar" and n.text]
    starts = [0, *accumulate(len(text) + 1 for _, text in texts)]
    found = []
    for flag in flags("\n".join(text for _, text in texts), arabic()):
        number = bisect_right(starts, flag.start) - 1
        (anchor, text), start = texts[number], flag.start - starts[number]
        if spellings is None or not spellings.mentioned(flag.before):
            context = _context(text, start, start + len(flag.before))
            found.append(Place(anchor, flag.before, context, flag.alternatives, flag.rule))
    return tuple(found)


def _queries(paragraphs: Iterable[Paragraph]) -> Iterator[Place]:
    for paragraph in paragraphs:
        for query in paragraph.queries:
            context = _context(paragraph.reading or "", query.start, query.end)
            perhaps = (query.suggestion,) if query.suggestion not in ("", query.reading) else ()
            yield Place(paragraph.id, query.reading, context, perhaps, f"{query.rule}: {query.why}")


def _doubtful(work: WorkEdition) -> Iterator[Place]:
    texts: Sequence[tuple[str, str | None, Sequence[Alteration]]] = [
        *((p.id, p.reading, p.alterations) for p in work.paragraphs),
        *((n.id, n.text, n.alterations) for n in work.notes),
    ]
    for anchor, text, changes in texts:
        for change in changes:
            if change.kind == "edit" and change.certainty < SURE:
                context = _context(text or "", change.start, change.end)
                why = f"{' → '.join(change.rules)}, {change.certainty:.0%} sure; received {_short(change.received)}"
                yield Place(anchor, change.reading, context, (), why)


def _context(text: str, start: int, end: int) -> str:
    before, after = text[max(0, start - _AROUND) : start], text[end : end + _AROUND]
    return f"{before}‹{_short(text[start:end])}›{after}".replace("\n", " ")


def _short(text: str) -> str:
    """Leave out the middle of a long *text*: whole lines and notes may have been set anew."""
    return text if len(text) <= 3 * _AROUND else f"{text[:_AROUND]} … {text[-_AROUND:]}"
