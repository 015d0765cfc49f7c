"""Ids of notes: a note is known by its printed label and by the paragraphs that carry its marker."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterator, Sequence
from dataclasses import dataclass

from matn.edition.anchors.fingerprint import content_hash
from matn.edition.anchors.model import Ledger, Matching, NoteEntry, NoteText, Outcome, State, Stop
from matn.edition.anchors.resolve import resolve


@dataclass(frozen=True, slots=True)
class LabelledNote:
    """A note of the text with the ids of its paragraphs (empty for those that have none yet).

    *version* is the content hash of its body, empty if there is none.
    """

    label: str
    paragraphs: tuple[str, ...]
    version: str = ""


Key = Callable[[NoteEntry | LabelledNote, frozenset[str]], Hashable]
"""What a step goes by: made from a note and the live ids of its paragraphs; None leaves the note out."""

_STEPS: tuple[Key, ...] = (
    lambda note, _: note.version or None,
    lambda note, places: (note.label, places) if places else None,
    lambda note, places: places if places and not note.version else None,
    lambda note, _: note.label,
)
"""Same body; same label in the same paragraph; same paragraph, bodies lost (numbers shift when a note comes in before);
same label (labels may start again on every page, so this comes last)."""


def match_notes(ledger: Ledger, notes: Sequence[LabelledNote]) -> tuple[str | None, ...]:
    """Return for each of *notes* the id it has in *ledger*, or None if it is new.

    Each step pairs, in order, the notes that agree in what it goes by, if there are as many of them on
    both sides. Paragraphs are followed through splits and merges.
    """
    old = [note for note in ledger.notes if note.state is State.LIVE]
    reach = {name: resolve(ledger, name).live for note in old for name in note.paragraphs}
    found: dict[int, int] = {}
    for key in _STEPS:
        waiting: defaultdict[Hashable, tuple[list[int], list[int]]] = defaultdict(lambda: ([], []))
        for at, entry in enumerate(old):
            if at not in found:
                places = frozenset(live for name in entry.paragraphs for live in reach[name])
                waiting[key(entry, places)][0].append(at)
        taken = set(found.values())
        for at, note in enumerate(notes):
            if at not in taken:
                waiting[key(note, frozenset(filter(None, note.paragraphs)))][1].append(at)
        waiting.pop(None, None)
        for left, right in waiting.values():
            if len(left) == len(right):
                found.update(zip(left, right, strict=True))
    of_new = {new: old[at].id for at, new in found.items()}
    return tuple(of_new.get(at) for at in range(len(notes)))


def labelled(note: NoteText, ids: Sequence[str]) -> LabelledNote:
    """Return *note* with the ids of its paragraphs, *ids* being those of all texts."""
    return LabelledNote(
        note.label, tuple(ids[at] for at in note.paragraphs), content_hash(note.text) if note.text else ""
    )


def note_stops(ledger: Ledger, matching: Matching) -> Iterator[Stop]:
    """Yield a stop for every note that is gone or new."""
    if matching.notes is None:
        return
    ids = [name or "" for name in matching.ids]
    notes = [labelled(note, ids) for note in matching.notes]
    known = match_notes(ledger, notes)
    for entry in ledger.notes:
        if entry.state is State.LIVE and entry.id not in known:
            message = f"note {entry.id} (printed {entry.label}) is not in the text any more"
            yield Stop(Outcome.GONE, message, "accept to withdraw it", (entry.id,), (), needs_decision=False)
    for note, name in zip(notes, known, strict=True):
        if name is None:
            where = ", ".join(filter(None, note.paragraphs)) or "no paragraph that has an id"
            message = f"the note printed {note.label} (in {where}) is new"
            yield Stop(Outcome.NEW, message, "accept to give it an id", (), (), needs_decision=False)
