"""Which marker calls which note: ids for both ends, so that a reader can go and come back."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from matn.edition.model import WorkEdition


@dataclass(frozen=True, slots=True)
class Call:
    """One marker: its own id (``n4-ref``, a second one ``n4-ref-2``), the note, the label, where it stands.

    *offset* counts code points of the paragraph's reading text; ``None`` where the text is not there.
    """

    id: str
    note: str
    label: str
    paragraph: str
    offset: int | None


def calls(edition: WorkEdition) -> Sequence[Call]:
    """Return all markers of a work in reading order.

    Where the text is absent and the paragraphs know no markers, the notes say which paragraphs carry one:
    the ids are the same either way.
    """
    wanted: dict[str, list[tuple[str, str, int | None]]] = defaultdict(list)
    for paragraph in edition.paragraphs:
        wanted[paragraph.id] += [(m.note, m.label, m.offset) for m in paragraph.markers]
    for note in edition.notes:
        known = Counter(p for p, entries in wanted.items() for entry in entries if entry[0] == note.id)
        for paragraph_id in note.paragraphs:
            if not known[paragraph_id]:
                wanted[paragraph_id].append((note.id, note.label, None))
    return _numbered([(p.id, *entry) for p in edition.paragraphs for entry in wanted[p.id]])


def _numbered(entries: Sequence[tuple[str, str, str, int | None]]) -> Sequence[Call]:
    seen: Counter[str] = Counter()
    done: list[Call] = []
    for paragraph, note, label, offset in entries:
        seen[note] += 1
        suffix = "-ref" if seen[note] == 1 else f"-ref-{seen[note]}"
        done.append(Call(note + suffix, note, label, paragraph, offset))
    return done


def by_paragraph(all_calls: Sequence[Call]) -> Mapping[str, Sequence[Call]]:
    """Group markers by the paragraph they stand in."""
    return {key: [c for c in all_calls if c.paragraph == key] for key in {c.paragraph for c in all_calls}}


def by_note(all_calls: Sequence[Call]) -> Mapping[str, Sequence[Call]]:
    """Group markers by the note they call."""
    return {key: [c for c in all_calls if c.note == key] for key in {c.note for c in all_calls}}
