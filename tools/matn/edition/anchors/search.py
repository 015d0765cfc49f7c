"""The course of a matching: the steps that settle pairs, repeated while any of them settles something."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from matn.edition.anchors.content import Judge, candidates
from matn.edition.anchors.context import Pairing
from matn.edition.anchors.evidence import Evidence
from matn.edition.anchors.exact import groups, settle_balanced, settle_single, settle_twins
from matn.edition.anchors.fingerprint import Wording
from matn.edition.anchors.model import Entry
from matn.edition.anchors.regroup import Board, Regrouping, settle_regrouped

_LONE_STRENGTH, _LONE_FOUND = 1.5, 0.5
"""What a short paragraph must still have of its wording when it alone is open between settled neighbours."""


class Search:
    """One matching under way; entries and texts are named by their places in *entries* and *texts*."""

    def __init__(self, entries: Sequence[Entry], texts: Sequence[Wording]) -> None:
        self.entries, self.texts = entries, texts
        self.pairing = Pairing()
        self.regrouped: list[Regrouping] = []
        self._same = groups(entries, texts)
        self._texts_of = {entry: group.texts for group in self._same for entry in group.entries}
        self._entries_of = {text: group.entries for group in self._same for text in group.texts}
        settle_single(self._same, self.pairing)
        self.place = self.pairing.place()
        while settle_twins(self._same, self.pairing, self.place):
            self.place = self.pairing.place()
        self.evidence = Evidence(entries, texts)
        found = candidates(self._open_entries(), self._open_texts(), self.evidence)
        self._judge = Judge(entries, texts, found, self.evidence)

    def run(self) -> None:
        """Settle what can be settled."""
        self._regroup()
        while self._step():
            pass
        settle_balanced(self._same, self.pairing)
        self.place = self.pairing.place()

    def possible_texts(self, entry: int) -> list[int]:
        """Return the open texts that the open *entry* may be."""
        found = {t for t in self._judge.found.texts_of.get(entry, ()) if self._possible(entry, t)}
        return sorted(t for t in found.union(self._texts_of.get(entry, ())) if t not in self.pairing.entry_of)

    def possible_entries(self, text: int) -> list[int]:
        """Return the open entries that the open *text* may be."""
        found = {e for e in self._judge.found.entries_of.get(text, ()) if self._possible(e, text)}
        return sorted(e for e in found.union(self._entries_of.get(text, ())) if e not in self.pairing.text_of)

    def lone_text(self, entry: int) -> int | None:
        """Return the open text that stands where the open *entry* stood, both alone between their neighbours."""
        found = self.place.lone_text(entry, len(self.entries), len(self.texts))
        return None if found in self.pairing.entry_of else found

    def found(self, entry: int, text: int) -> float:
        """Return the share of the sketch of *entry* that stands in *text*."""
        return self.evidence.compare(self.entries[entry].fingerprint, self.texts[text]).found

    def _step(self) -> bool:
        """Take the first of the steps that settles anything; tell whether one did."""
        self.place = self.pairing.place()
        return (
            settle_twins(self._same, self.pairing, self.place)
            or self._judge.settle(self.pairing, self.place)
            or settle_twins(self._judge.twin_groups(self.pairing), self.pairing, self.place)
            or self._regroup()
            or self._settle_lone()
        )

    def _regroup(self) -> bool:
        board = Board(self.entries, self.texts, self._judge, self.pairing, self.place)
        done = settle_regrouped(board)
        self.regrouped += done
        return bool(done)

    def _settle_lone(self) -> bool:
        """Settle paragraphs too short to be sure of by their letters, where nothing else can stand."""
        pairs = list(self._lone_pairs())
        for entry, text in pairs:
            self.pairing.settle(entry, text)
        return bool(pairs)

    def _lone_pairs(self) -> Iterator[tuple[int, int]]:
        for entry in self._open_entries():
            text = self.lone_text(entry)
            if text is None or {*self.possible_texts(entry), text} != {text}:
                continue
            if {*self.possible_entries(text), entry} == {entry}:
                pair = self.evidence.compare(self.entries[entry].fingerprint, self.texts[text])
                if pair.strength >= _LONE_STRENGTH and pair.found >= _LONE_FOUND:
                    yield entry, text

    def _open_entries(self) -> dict[int, Entry]:
        return {at: entry for at, entry in enumerate(self.entries) if at not in self.pairing.text_of}

    def _open_texts(self) -> dict[int, Wording]:
        return {at: text for at, text in enumerate(self.texts) if at not in self.pairing.entry_of}

    def _possible(self, entry: int, text: int) -> bool:
        here = self.place.together(entry, text, len(self.entries), len(self.texts))
        return self._judge.possible(entry, text, here=here)
