"""Notes: bodies in a list at the end, labels, what an *ibid.* repeats, addresses that can be trusted."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

from matn.structure.hints import Hints
from matn.structure.inline import compose_note
from matn.structure.language import language
from matn.structure.lines import Line, heading
from matn.structure.model import Passage, Removal, SourceNote
from matn.structure.units import Body

_ENTRY = re.compile(r"(?:[-•*]\s+)?[(\[]?(\d{1,3}|\*+)[)\].]\s*")
_URL = re.compile(r"https?://[^\s<>()\[\]،«»]+")
_IBID = re.compile(r"\W*(?:المرجع|المصدر)\s+(?:السابق|نفسه)|\W*ibid\b", re.IGNORECASE)
_DEBRIS = re.compile(r"%[0-9A-Fa-f]{2}|%/|[a-z]/\d|[a-z]/[a-z]+/")
_WORD = re.compile(r"[A-Za-z0-9%]+")
_CUT = re.compile(r"%[0-9A-Fa-f]?$")


def listed(lines: Sequence[Line], hints: Hints) -> tuple[list[Line], list[Body], list[Removal], list[str]]:
    """Part the list of note bodies at the end from *lines*.

    Returns the other lines, the bodies, what is removed with the list (its heading, link targets), and
    those link targets.
    """
    first = hints.notes.first
    start = next((at for at, line in enumerate(lines) if first and first.search(line.key)), len(lines))
    entry = hints.notes.body or _ENTRY
    bodies: list[Body] = []
    removals: list[Removal] = []
    targets: list[str] = []
    for line in lines[start:]:
        hit = entry.match(line.text)
        if hints.notes.targets and hints.notes.targets.search(line.key):
            removals.append(Removal(line.start, line.end, "link target"))
            targets.append(line.text)
        elif hit and not heading(line.text)[0]:
            bodies.append(Body(hit.group(1), hit.end(), [(line.start, line.end)]))
        elif bodies:
            bodies[-1].spans.append((line.start, line.end))
        else:
            removals.append(Removal(line.start, line.end, "heading of the notes"))
    return list(lines[:start]), bodies, removals, targets


def source_notes(
    base: str, bodies: Iterable[Body], called: Iterable[str], targets: Sequence[str]
) -> tuple[SourceNote, ...]:
    """Make the notes, in the order in which the text calls them; one without a body is called and lost."""
    passages = {body.label: compose_note(base, body.spans, body.mark) for body in bodies}
    order = list(dict.fromkeys([*called, *passages]))
    return tuple(_note(name, passages, order[: order.index(name)], targets) for name in order)


def _note(name: str, passages: Mapping[str, Passage], before: Sequence[str], targets: Sequence[str]) -> SourceNote:
    passage = passages.get(name)
    if passage is None:
        return SourceNote(name, None)
    text = passage.text
    repeats = before[-1] if before and _IBID.match(text) else ""
    return SourceNote(name, passage, language(text), repeats, urls(text, targets))


def urls(text: str, targets: Sequence[str] = ()) -> tuple[str, ...]:
    """Return the addresses in a note's *text* that stand whole.

    Where debris of an address stands outside it, none in the text is proven; then an address of *targets*
    counts if all its words are in the text and it is not cut off itself.
    """
    found = [hit.group().rstrip(".,;:") for hit in _URL.finditer(text)]
    words = set(_WORD.findall(text))
    proven = [url for url in targets if not _CUT.search(url) and set(_WORD.findall(url)) <= words]
    if proven or (found and _DEBRIS.search(_URL.sub(" ", text))):
        return tuple(dict.fromkeys(proven))
    return tuple(dict.fromkeys(found))
