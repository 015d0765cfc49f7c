"""Notes: bodies in a list at the end, labels, what an *ibid.* repeats, addresses that can be trusted."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from itertools import chain, count

from matn.structure.hints import Hints
from matn.structure.inline import compose_note
from matn.structure.language import language
from matn.structure.lines import Line, heading
from matn.structure.model import Passage, Removal, SourceNote
from matn.structure.units import Body

_ENTRY = re.compile(r"^(?:[-•*]\s+)?[(\[]?(\d{1,3}|\*+)[)\].]\s*")
_URL = re.compile(r"https?://[^\s<>()\[\]،«»]+")
_IBID = re.compile(r"\W*(?:المرجع|المصدر)\s+(?:السابق|نفسه)|\W*ibid\b", re.IGNORECASE)
_DEBRIS = re.compile(r"%[0-9A-Fa-f]{2}|%/|[a-z]/\d|[a-z]/[a-z]+/|/[a-z]+/")


def listed(lines: Sequence[Line], hints: Hints) -> tuple[list[Line], list[Body], list[Removal]]:
    """Part the list of note bodies at the end from *lines*.

    Returns the other lines, the bodies, and what is removed with the list (its heading, link targets).
    """
    first = hints.notes.first
    start = next((at for at, line in enumerate(lines) if first and first.search(line.key)), len(lines))
    entry = hints.notes.body or _ENTRY
    text = list(lines[:start])
    bodies: list[Body] = []
    removals: list[Removal] = []
    for line in lines[start:]:
        hit = entry.search(line.text)
        if hints.notes.targets and hints.notes.targets.search(line.key):
            removals.append(Removal(line.start, line.end, "link target"))
        elif hit and not heading(line.text)[0]:
            cut = (line.start + hit.start(), line.start + hit.end())
            bodies.append(Body(next(filter(None, hit.groups())), cut, [(line.start, line.end)]))
        elif bodies:
            bodies[-1].spans.append((line.start, line.end))
        elif line is lines[start]:
            removals.append(Removal(line.start, line.end, "heading of the notes"))
        else:
            text.append(line)  # no body's label was found: better read as text than lost
    return text, bodies, removals


def source_notes(base: str, bodies: Iterable[Body], called: Iterable[str]) -> tuple[SourceNote, ...]:
    """Make the notes, in the order in which the text calls them; one without a body is called and lost."""
    passages: dict[str, Passage] = {}
    for body in bodies:
        passages[_free(body.label, passages)] = compose_note(base, body.spans, body.cut)
    order = list(dict.fromkeys([*called, *passages]))
    return tuple(_note(name, passages, order[: order.index(name)]) for name in order)


def _free(name: str, taken: Mapping[str, Passage]) -> str:
    """Return *name*, or ``name (2)`` and so on for a body whose label another body has: no text is lost."""
    names = chain([name], (f"{name} ({number})" for number in count(2)))
    return next(each for each in names if each not in taken)


def _note(name: str, passages: Mapping[str, Passage], before: Sequence[str]) -> SourceNote:
    passage = passages.get(name)
    if passage is None:
        return SourceNote(name, None)
    text = passage.text
    repeats = before[-1] if before and _IBID.match(text) else ""
    return SourceNote(name, passage, language(text), repeats, urls(text))


def urls(text: str) -> tuple[str, ...]:
    """Return the addresses in a note's *text*; none where debris of one outside it shows that they are not whole.

    >>> urls("ص 3، https://a.example/b."), urls("https://a.example/2025 ،2025 ،عنوان /13/7/b/")
    (('https://a.example/b',), ())
    """
    found = [hit.group().rstrip(".,;:") for hit in _URL.finditer(text)]
    broken = _DEBRIS.search(_URL.sub(" ", text))
    return () if broken else tuple(dict.fromkeys(found))
