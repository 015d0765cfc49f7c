"""Paragraphs whose wording did not change: settled by their hash, twins by where they stand."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from matn.edition.anchors.context import Pairing, Place
from matn.edition.anchors.fingerprint import Wording
from matn.edition.anchors.model import Entry, Fingerprint


@dataclass(frozen=True, slots=True)
class Group:
    """Entries and texts that all have the same wording, as rising places."""

    entries: tuple[int, ...]
    texts: tuple[int, ...]


def groups(entries: Sequence[Entry], texts: Sequence[Wording]) -> tuple[Group, ...]:
    """Gather entries and texts of the same wording.

    A content hash has 24 bits, so that among thousands of paragraphs two foreign ones may share it: their
    fingerprints must be equal as well.
    """
    members: defaultdict[tuple[str, Fingerprint], list[int]] = defaultdict(list)
    for at, entry in enumerate(entries):
        members[entry.versions[-1], entry.fingerprint].append(at)
    hashes = {version for version, _ in members}
    found: defaultdict[tuple[str, Fingerprint], list[int]] = defaultdict(list)
    for at, text in enumerate(texts):
        if text.hash in hashes:
            found[text.hash, text.fingerprint()].append(at)
    return tuple(Group(tuple(members[key]), tuple(found[key])) for key in members if key in found)


def settle_single(groups: Sequence[Group], pairing: Pairing) -> None:
    """Settle every wording that stands once in the ledger and once in the text, wherever it stands."""
    for group in groups:
        if len(group.entries) == len(group.texts) == 1:
            pairing.settle(group.entries[0], group.texts[0])


def settle_twins(groups: Sequence[Group], pairing: Pairing, place: Place) -> bool:
    """Settle twins by their settled neighbours, or by their gap if all of them in it are still there.

    Returns whether anything was settled.
    """
    before = len(pairing.text_of)
    for group in groups:
        entries, texts = _open(group, pairing)
        for entry, text in _beside(entries, frozenset(texts), pairing):
            pairing.settle(entry, text)
        entries, texts = _open(group, pairing)
        for entry, text in _same_number(entries, texts, place):
            pairing.settle(entry, text)
    return len(pairing.text_of) > before


def settle_balanced(groups: Sequence[Group], pairing: Pairing) -> None:
    """Settle, in order, twins that are as many as before: which is which, no reader could tell either."""
    for group in groups:
        entries, texts = _open(group, pairing)
        if len(entries) == len(texts):
            for entry, text in zip(entries, texts, strict=True):
                pairing.settle(entry, text)


def _open(group: Group, pairing: Pairing) -> tuple[list[int], list[int]]:
    entries = [entry for entry in group.entries if entry not in pairing.text_of]
    return entries, [text for text in group.texts if text not in pairing.entry_of]


def _beside(entries: Sequence[int], texts: frozenset[int], pairing: Pairing) -> Iterator[tuple[int, int]]:
    """Yield twins that stand beside the same settled neighbour as before, if no other claim is as good."""
    claims: Counter[tuple[int, int]] = Counter()
    for entry in entries:
        for side in (-1, 1):
            neighbour = pairing.text_of.get(entry + side)
            if neighbour is not None and neighbour - side in texts:
                claims[entry, neighbour - side] += 1
    of_entry: defaultdict[int, list[int]] = defaultdict(list)
    of_text: defaultdict[int, list[int]] = defaultdict(list)
    for (entry, text), weight in claims.items():
        of_entry[entry].append(weight)
        of_text[text].append(weight)
    for (entry, text), weight in claims.items():
        alone = of_entry[entry].count(weight) == of_text[text].count(weight) == 1
        if alone and max(of_entry[entry]) == max(of_text[text]) == weight:
            yield entry, text


def _same_number(entries: Sequence[int], texts: Sequence[int], place: Place) -> Iterator[tuple[int, int]]:
    """Yield, in order, the twins of every gap that has as many of them as it had."""
    old: defaultdict[int, list[int]] = defaultdict(list)
    new: defaultdict[int, list[int]] = defaultdict(list)
    for entry in entries:
        old[place.gap(entry)].append(entry)
    for text in texts:
        new[place.text_gap(text)].append(text)
    for gap, members in old.items():
        if len(members) == len(new[gap]):
            yield from zip(members, new[gap], strict=True)
