"""A text as runs of data: what a reader sees of changes, gaps, notes and links, in which language and direction."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from matn.edition.model import Alteration, Note
from matn.export.epub.notes import is_web
from matn.text.runs import direction, foreign

DOUBTFUL = 0.7
"""A change that is less certain is shown as a conjecture; the bound is that of the reading page."""
_UNSEEN = dict.fromkeys((*range(0x20), 0x7F, *range(0x80, 0xA0), *range(0xD800, 0xE000), 0xFFFE, 0xFFFF))
"""What no font draws and no PDF may hold: controls, halves of surrogate pairs."""

Run = dict[str, str]
"""A piece of text, ``t``, and what is known of it: ``mark`` (gap, guess), ``lang`` if foreign, ``url``, ``note``."""


@dataclass(frozen=True, slots=True)
class Stay:
    """``[start, end)`` of a text has *facts*."""

    start: int
    end: int
    facts: Run


def runs(text: str, language: str, stays: Iterable[Stay] = (), points: Sequence[tuple[int, Run]] = ()) -> list[Run]:
    """Return *text* as runs; *points* stand before the character at their offset (code points)."""
    against = "en" if direction(language) == "rtl" else "ar"
    all_stays = [*stays, *(Stay(start, end, {"lang": against}) for start, end in foreign(text, language))]
    edges = {0, len(text), *(at for at, _ in points), *(edge for stay in all_stays for edge in (stay.start, stay.end))}
    cuts = sorted(edge for edge in edges if 0 <= edge <= len(text))
    return list(_pieces(text, cuts, all_stays, points))


def _pieces(text: str, cuts: list[int], stays: Sequence[Stay], points: Sequence[tuple[int, Run]]) -> Iterator[Run]:
    for start, end in (*pairwise(cuts), (len(text), len(text))):
        yield from (point for at, point in points if at == start)
        shown = seen(text[start:end])
        if shown:
            facts: Run = {}
            for stay in stays:
                if stay.start <= start < end <= stay.end:
                    facts |= stay.facts
            yield {"t": shown, **facts}


def seen(text: str) -> str:
    """Return *text* on one line, without what cannot be shown."""
    return text.replace("\n", " ").replace("\t", " ").translate(_UNSEEN)


def changed(alterations: Iterable[Alteration]) -> Iterator[Stay]:
    """Yield the gaps and conjectures of a text; what an editor or a rule is sure of is not marked in a book."""
    for alteration in alterations:
        if alteration.kind == "gap":
            yield Stay(alteration.start, alteration.end, {"mark": "gap"})
        elif alteration.certainty < DOUBTFUL and alteration.end > alteration.start:
            yield Stay(alteration.start, alteration.end, {"mark": "guess"})


def linked(note: Note) -> Iterator[Stay]:
    """Yield the addresses that the text of *note* spells out."""
    for url in note.urls:
        at = (note.text or "").find(url)
        if at >= 0 and is_web(url):
            yield Stay(at, at + len(url), {"url": url, "lang": "en"})
