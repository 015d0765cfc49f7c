"""Ids of notes: a note is known by its printed label and by the paragraphs that carry its marker."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from matn.edition.anchors.model import Ledger, Matching, NoteEntry, Outcome, State, Stop
from matn.edition.anchors.resolve import resolve


@dataclass(frozen=True, slots=True)
class LabelledNote:
    """A note of the text with the ids of its paragraphs (empty for those that have none yet)."""

    label: str
    paragraphs: tuple[str, ...]


def match_notes(ledger: Ledger, notes: Sequence[LabelledNote]) -> tuple[str | None, ...]:
    """Return for each of *notes* the id it has in *ledger*, or None if it is new.

    Labels may start again on every page. So, in this order: same label in the same paragraph; same label,
    if as many notes with it are left on both sides; same paragraph and another label, if the neighbours
    agree. Paragraphs are followed through splits and merges.
    """
    old = [note for note in ledger.notes if note.state is State.LIVE]
    places = [frozenset(live for p in note.paragraphs for live in resolve(ledger, p).live) for note in old]
    found: dict[int, int] = {}
    _by_label(old, notes, places, found, in_place=True)
    _by_label(old, notes, places, found, in_place=False)
    _relabelled(old, notes, places, found)
    of_new = {new: old[at].id for at, new in found.items()}
    return tuple(of_new.get(at) for at in range(len(notes)))


def _by_label(
    old: Sequence[NoteEntry],
    new: Sequence[LabelledNote],
    places: Sequence[frozenset[str]],
    found: dict[int, int],
    *,
    in_place: bool,
) -> None:
    """Pair notes of one label: those that share a paragraph, or all that are left if they are as many."""
    taken = set(found.values())
    waiting: defaultdict[str, list[int]] = defaultdict(list)
    for at, note in enumerate(new):
        if at not in taken:
            waiting[note.label].append(at)
    open_old: defaultdict[str, list[int]] = defaultdict(list)
    for at, entry in enumerate(old):
        if at not in found:
            open_old[entry.label].append(at)
    for label, members in open_old.items():
        if in_place:
            for at in members:
                here = [n for n in waiting[label] if places[at].intersection(new[n].paragraphs)]
                if here:
                    found[at] = here[0]
                    waiting[label].remove(here[0])
        elif len(members) == len(waiting[label]):
            found.update(zip(members, waiting[label], strict=True))


def _relabelled(
    old: Sequence[NoteEntry], new: Sequence[LabelledNote], places: Sequence[frozenset[str]], found: dict[int, int]
) -> None:
    taken = set(found.values())
    for at in range(len(old)):
        if at in found:
            continue
        before = found.get(at - 1, -1 if at == 0 else None)
        after = found.get(at + 1, len(new) if at == len(old) - 1 else None)
        for here in [n + step for n, step in ((before, 1), (after, -1)) if n is not None]:
            if 0 <= here < len(new) and here not in taken and places[at].intersection(new[here].paragraphs):
                found[at] = here
                taken.add(here)
                break


def note_stops(ledger: Ledger, matching: Matching) -> Iterator[Stop]:
    """Yield a stop for every note that is gone or new."""
    if matching.notes is None:
        return
    notes = [LabelledNote(n.label, tuple(matching.ids[at] or "" for at in n.paragraphs)) for n in matching.notes]
    ids = match_notes(ledger, notes)
    for entry in ledger.notes:
        if entry.state is State.LIVE and entry.id not in ids:
            message = f"note {entry.id} (printed {entry.label}) is not in the text any more"
            yield Stop(Outcome.GONE, message, "accept to withdraw it", (entry.id,), (), needs_decision=False)
    for note, name in zip(notes, ids, strict=True):
        if name is None:
            where = ", ".join(filter(None, note.paragraphs)) or "no paragraph that has an id"
            message = f"the note printed {note.label} (in {where}) is new"
            yield Stop(Outcome.NEW, message, "accept to give it an id", (), (), needs_decision=False)
