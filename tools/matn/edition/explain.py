"""Say of one paragraph or note what stood in the source, what changed it, why, and how sure that is."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator

from matn.edition.model import Alteration, Note, Paragraph, Query, WorkEdition
from matn.edition.schema import suggestion
from matn.errors import BadInputError

_RULER = "─" * 40


def explain(edition: WorkEdition, anchor: str) -> str:
    """Return the explanation of the paragraph or note *anchor* as plain text.

    Raises:
        BadInputError: There is no such id; the hint names the nearest one, or what became of it.
    """
    paragraph = next((p for p in edition.paragraphs if p.id == anchor), None)
    note = next((n for n in edition.notes if n.id == anchor), None)
    if paragraph is None and note is None:
        raise _unknown(edition, anchor)
    lines = _paragraph(edition, paragraph) if paragraph else _note(edition, note) if note else ()
    return "\n".join(lines) + "\n"


def _unknown(edition: WorkEdition, anchor: str) -> BadInputError:
    work = edition.work.id
    for stone in edition.tombstones:
        if stone.id == anchor:
            now = f", see {', '.join(stone.successors)}" if stone.successors else ""
            return BadInputError(f"{work}#{anchor} is no longer there: {stone.state}{now}", hint=stone.reason)
    known = [p.id for p in edition.paragraphs] + [n.id for n in edition.notes]
    range_ = f"it has {known[0]} to {edition.paragraphs[-1].id}" if edition.paragraphs else "it has no paragraphs yet"
    return BadInputError(f"{work} has no paragraph or note {anchor!r}", hint=suggestion(anchor, known) or range_)


def _paragraph(edition: WorkEdition, paragraph: Paragraph) -> Iterator[str]:
    kind = paragraph.kind + (f" {paragraph.level}" if paragraph.level else "")
    yield f"{edition.work.id}#{paragraph.id}~{paragraph.content_hash}  {kind}"
    yield from _texts(paragraph.received, paragraph.reading, paragraph.alterations)
    yield from _open(paragraph.queries)
    for marker in paragraph.markers:
        yield f"note {marker.label} ({marker.note}) is called at character {marker.offset}"


def _note(edition: WorkEdition, note: Note) -> Iterator[str]:
    called = ", ".join(note.paragraphs) or "no paragraph"
    yield f"{edition.work.id}#{note.id}  note {note.label}, {note.status}, called in {called}"
    if note.repeats:
        yield f"it repeats {note.repeats}"
    if note.status != "lost":
        yield from _texts(None, note.text, note.alterations)


def _texts(received: str | None, reading: str | None, alterations: Iterable[Alteration]) -> Iterator[str]:
    if reading is None:
        yield "its text is not here: supply the source (--sources DIR)"
        return
    if received is not None and received != reading:
        yield from ("", f"received {_RULER}", received)
    yield from ("", f"reading  {_RULER}", reading)
    yield from _changes(alterations)


def _changes(alterations: Iterable[Alteration]) -> Iterator[str]:
    told = list(alterations)
    yield from ("", f"{len(told)} change{'s' * (len(told) > 1)} {_RULER}" if told else "nothing was changed")
    for number, change in enumerate(told, 1):
        yield f"{number:3}  received  {visible(change.received)}"
        yield f"     {change.kind:8}  {visible(change.reading)}"
        yield f"     by        {' → '.join(change.rules)}, {change.certainty:.0%} sure"
        if change.why:
            yield f"     why       {change.why}"


def _open(queries: Iterable[Query]) -> Iterator[str]:
    told = list(queries)
    if told:
        yield from ("", f"{len(told)} question{'s' * (len(told) > 1)} for the editor {_RULER}")
    for query in told:
        perhaps = f"  perhaps {visible(query.suggestion)}" if query.suggestion else ""
        yield f"     {visible(query.reading)}{perhaps}  ({query.rule}: {query.why})"


def visible(text: str) -> str:
    """Return *text* with characters that cannot be seen named: spaces at its edges, controls, lost letters."""
    if not text:
        return "(nothing)"
    if text.isspace():
        return f"({len(text)} space{'s' if len(text) > 1 else ''})"
    return "".join(f"<{_name(char)}>" if unicodedata.category(char) in {"Cc", "Cf", "Co"} else char for char in text)


def _name(char: str) -> str:
    return unicodedata.name(char, f"U+{ord(char):04X}").lower()
