"""Matching: which paragraph of a text is which entry of the ledger.

In this order, each step only among what the steps before left open, and again while anything moves: the
same wording (``exact``), wording cut up or put together (``regroup``), changed wording (``content``). A
pair is settled only if no other pair could be meant; what is not settled is ambiguous, gone or new, and
stops the build. To ask an editor is cheap; to move an id to another paragraph is never right.

What no evidence can tell: a paragraph is taken out, and in its place comes the same form filled in otherwise,
or a copy of it with a word changed. That looks like an emendation, and is taken for one.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from matn.edition.anchors.fingerprint import Wording
from matn.edition.anchors.model import (
    BlockText,
    Entry,
    EntryVerdict,
    Ledger,
    Matching,
    NoteEntry,
    NoteText,
    Outcome,
    State,
    TextVerdict,
)
from matn.edition.anchors.notes import labelled
from matn.edition.anchors.search import Search
from matn.edition.anchors.stops import stops


def mint(texts: Sequence[BlockText], notes: Sequence[NoteText] = ()) -> Ledger:
    """Give every paragraph and every note of a work its first id: ``p1``, ``p2``, …; ``n1``, …: in reading order."""
    entries = tuple(new_entry(f"p{number}", text) for number, text in enumerate(texts, 1))
    known = [labelled(note, [entry.id for entry in entries]) for note in notes]
    kept = (NoteEntry(f"n{at}", n.label, n.paragraphs, version=n.version) for at, n in enumerate(known, 1))
    return Ledger(entries, tuple(kept))


def new_entry(name: str, text: BlockText) -> Entry:
    """Return the entry of a paragraph that is published for the first time, as *name*."""
    wording = Wording(text.text)
    return Entry(name, text.kind, text.level, State.LIVE, wording.fingerprint(), (wording.hash,))


def match(ledger: Ledger, texts: Sequence[BlockText], notes: Sequence[NoteText] | None = None) -> Matching:
    """Match *texts*, in reading order, to the live entries of *ledger*.

    Nothing is written, and no id is given: :func:`matn.edition.anchors.accept` does that after review.
    Without *notes* the notes of the ledger are left alone.
    """
    search = Search(ledger.live, [Wording(text.text) for text in texts])
    search.run()
    entries, verdicts = tuple(_entry_verdicts(search)), tuple(_text_verdicts(search))
    given = None if notes is None else tuple(notes)
    found = Matching(entries, verdicts, (), tuple(texts), given)
    return Matching(entries, verdicts, stops(ledger, found), tuple(texts), given)


def _entry_verdicts(search: Search) -> Iterator[EntryVerdict]:
    regrouped = {entry: one for one in search.regrouped for entry in one.entries}
    in_place = set(search.place.entries)
    for at, entry in enumerate(search.entries):
        if one := regrouped.get(at):
            outcome = Outcome.SPLIT if len(one.texts) > 1 else Outcome.MERGED
            yield EntryVerdict(entry.id, outcome, one.texts, one.found)
        elif (text := search.pairing.text_of.get(at)) is not None:
            outcome, share = _settled(search, at, text)
            yield EntryVerdict(entry.id, outcome, (text,), share, moved=at not in in_place)
        else:
            yield _open_verdict(search, at)


def _settled(search: Search, at: int, place: int) -> tuple[Outcome, float]:
    entry, text = search.entries[at], search.texts[place]
    same = entry.versions[-1] == text.hash and entry.fingerprint == text.fingerprint()
    return (Outcome.SAME, 1.0) if same else (Outcome.CHANGED, search.found(at, place))


def _open_verdict(search: Search, at: int) -> EntryVerdict:
    entry, texts = search.entries[at], search.possible_texts(at)
    if texts:
        share = max(search.found(at, text) for text in texts)
        return EntryVerdict(entry.id, Outcome.AMBIGUOUS, tuple(texts), share)
    lone = search.lone_text(at)
    return EntryVerdict(entry.id, Outcome.GONE, () if lone is None else (lone,))


def _text_verdicts(search: Search) -> Iterator[TextVerdict]:
    regrouped = {text: one for one in search.regrouped for text in one.texts}
    for at in range(len(search.texts)):
        if one := regrouped.get(at):
            outcome = Outcome.SPLIT if len(one.texts) > 1 else Outcome.MERGED
            yield TextVerdict(at, outcome, tuple(search.entries[e].id for e in one.entries), one.found)
        elif (entry := search.pairing.entry_of.get(at)) is not None:
            outcome, share = _settled(search, entry, at)
            yield TextVerdict(at, outcome, (search.entries[entry].id,), share)
        else:
            possible = search.possible_entries(at)
            outcome = Outcome.AMBIGUOUS if possible else Outcome.NEW
            yield TextVerdict(at, outcome, tuple(search.entries[e].id for e in possible))
