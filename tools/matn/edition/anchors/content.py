"""Paragraphs whose wording changed: settled where the evidence leaves one answer, left open elsewhere."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from heapq import nlargest
from itertools import chain
from math import log

from matn.edition.anchors.context import Pairing, Place
from matn.edition.anchors.evidence import Evidence, Pair, room, unevenness
from matn.edition.anchors.exact import Group
from matn.edition.anchors.fingerprint import SHORT, Sizes, Wording, shingle_sizes
from matn.edition.anchors.model import Entry, Fingerprint

THINKABLE = 1.0
"""Strength from which a pair stands in the way of another that claims the same entry."""
PLAUSIBLE = 6.0
"""Strength that settles a pair with the help of place (a likelihood ratio of about 400)."""
SURE = 9.0
"""Strength that settles a pair without the help of place (about 8,000), in a document of 60 paragraphs; the
more there are to choose from, the more it takes."""
KEPT, KEPT_HERE = 0.31, 0.22
"""Share found that a paragraph must have kept to be settled, elsewhere and in its place. Of paragraphs with a
fifth of their letters changed 97 of 100 keep the first; of foreign ones 1 in 1000 has it, 2 in 100 the second."""
KEPT_SHORT = 0.7
"""The same for a heading of a few words, which shares half its letters with the next of its kind."""
UNEVEN, UNEVEN_ELSEWHERE = 8.0, 4.0
"""Unevenness from which a text is not the older paragraph, in its place and elsewhere."""
TOLD_APART = 5.0
"""Preference that rules out a twin (about 150)."""
MUCH_LESS = 0.6
"""Similarity, against that of a pair in place, below which a rival elsewhere is not feared."""
_SHARED_BY_MANY = 100
"""A hash in more sketches than this is boilerplate: it selects no candidates."""
_LEAST_SHARED = 0.2
"""Share of its other hashes that an entry must have in a text to be looked at."""
_CROWD = 10
"""Entries that are looked at for one text; the best of so many twins is not told apart from them anyhow."""


@dataclass(slots=True)
class Candidates:
    """The plausible pairs of open entries and texts."""

    pairs: dict[tuple[int, int], Pair] = field(default_factory=dict)
    texts_of: defaultdict[int, set[int]] = field(default_factory=lambda: defaultdict(set))
    entries_of: defaultdict[int, set[int]] = field(default_factory=lambda: defaultdict(set))

    def add(self, entry: int, text: int, pair: Pair) -> None:
        """Take up one pair."""
        self.pairs[entry, text] = pair
        self.texts_of[entry].add(text)
        self.entries_of[text].add(entry)


def candidates(entries: Mapping[int, Entry], texts: Mapping[int, Wording], evidence: Evidence) -> Candidates:
    """Return the pairs of *entries* and *texts* (by place) that share enough to be thought of."""
    found = Candidates()
    by_sizes: defaultdict[Sizes, dict[int, Entry]] = defaultdict(dict)
    for at, entry in entries.items():
        by_sizes[shingle_sizes(entry.fingerprint.length)][at] = entry
    for sizes, members in by_sizes.items():
        index = _index(members)
        rare = Counter(entry for holders in index.values() for entry in holders)
        longest = 3 * max(entry.fingerprint.length for entry in members.values()) + 20
        for at, text in texts.items():
            if text.length <= longest:
                for other in _sharing(text.shingles(sizes), index, rare):
                    pair = evidence.compare(members[other].fingerprint, text)
                    if pair.strength >= THINKABLE:
                        found.add(other, at, pair)
    return found


def _index(entries: Mapping[int, Entry]) -> dict[int, list[int]]:
    """Return the holders of each hash that is not boilerplate."""
    index: defaultdict[int, list[int]] = defaultdict(list)
    for at, entry in entries.items():
        for value in entry.fingerprint.sketch:
            index[value].append(at)
    return {value: holders for value, holders in index.items() if len(holders) <= _SHARED_BY_MANY}


def _sharing(shingles: frozenset[int], index: Mapping[int, list[int]], rare: Mapping[int, int]) -> list[int]:
    """Return the entries that share most indexed hashes with *shingles*, of all the *rare* ones they have."""
    hits = Counter(chain.from_iterable(index[value] for value in shingles & index.keys()))
    enough = ((count, entry) for entry, count in hits.items() if count >= max(3, _LEAST_SHARED * rare[entry]))
    return [entry for _, entry in nlargest(_CROWD, enough)]


class Judge:
    """Decides which open pairs are settled; remembers what it has weighed."""

    def __init__(
        self, entries: Sequence[Entry], texts: Sequence[Wording], found: Candidates, evidence: Evidence
    ) -> None:
        self.found, self.evidence = found, evidence
        self._entries, self._texts = entries, texts
        self._sure_elsewhere = max(SURE, 5 + log(1 + max(len(entries), len(texts))))
        self._order = sorted(found.pairs, key=lambda key: (-found.pairs[key].strength, key))
        self._index = _index(dict(enumerate(entries)))
        self._preferences: dict[tuple[int, int, int], bool] = {}
        self._uneven: dict[tuple[int, int], float] = {}
        self._twins: dict[int, tuple[int, ...]] = {}

    def settle(self, pairing: Pairing, place: Place) -> bool:
        """Settle every pair that *place* and its rivals allow, strongest first; tell whether there was one."""
        before = len(pairing.text_of)
        self._order = [pair for pair in self._order if self._open(*pair, pairing)]
        for entry, text in self._order:
            if self._open(entry, text, pairing) and self._sure(entry, text, pairing, place):
                pairing.settle(entry, text)
        return len(pairing.text_of) > before

    def credible(self, entry: int, text: int, limit: float = UNEVEN) -> bool:
        """Whether the pair is more than two paragraphs with a sentence or a form in common."""
        key = entry, text
        if key not in self._uneven:
            self._uneven[key] = unevenness(self._entries[entry].fingerprint, self._texts[text])
        return self._uneven[key] < limit

    def possible(self, entry: int, text: int, *, here: bool) -> bool:
        """Whether an editor should be asked of the pair; *here*: both stand in the same small gap."""
        pair = self.found.pairs[entry, text]
        return here or (pair.found >= KEPT_HERE and pair.strength >= PLAUSIBLE and self.credible(entry, text))

    def is_rival(self, entry: int, other: int, found: float, pairing: Pairing) -> bool:
        """Whether the open text *other* may be feared to be *entry*, of which another text has *found*."""
        if self.found.pairs[entry, other].found < MUCH_LESS * found and not self.credible(entry, other):
            return False
        return not any(self._prefers(e, entry, other) for e in self._claims(other, pairing) if e != entry)

    def twin_groups(self, pairing: Pairing) -> tuple[Group, ...]:
        """Gather open entries of one wording with the open texts that only they can have become."""
        members: defaultdict[tuple[str, Fingerprint], list[int]] = defaultdict(list)
        for entry in self.found.texts_of:
            if entry not in pairing.text_of:
                members[self._entries[entry].versions[-1], self._entries[entry].fingerprint].append(entry)
        groups = (tuple(sorted(twins)) for twins in members.values() if len(twins) > 1)
        return tuple(Group(twins, self._only_from(twins, pairing)) for twins in groups)

    def _only_from(self, twins: tuple[int, ...], pairing: Pairing) -> tuple[int, ...]:
        texts = sorted(t for t in self.found.texts_of[twins[0]] if t not in pairing.entry_of)
        return tuple(
            text
            for text in texts
            if self._enough(twins[0], text, here=True)
            and all(self._prefers(twins[0], other, text) for other in self._claims(text, pairing) if other not in twins)
        )

    def _open(self, entry: int, text: int, pairing: Pairing) -> bool:
        return entry not in pairing.text_of and text not in pairing.entry_of

    def _claims(self, text: int, pairing: Pairing) -> list[int]:
        """Return the open entries that *text* may credibly be."""
        return [e for e in self.found.entries_of[text] if e not in pairing.text_of and self.credible(e, text)]

    def _sure(self, entry: int, text: int, pairing: Pairing, place: Place) -> bool:
        here = place.together(entry, text, len(self._entries), len(self._texts))
        if not self._enough(entry, text, here=here):
            return False
        rivals = {other for other in self._claims(text, pairing) if other != entry}
        if place.lone_text(entry, len(self._entries), len(self._texts)) != text:
            rivals |= set(self._near_twins(entry))
        if not all(self._prefers(entry, other, text) for other in rivals):
            return False
        others = [t for t in self.found.texts_of[entry] if t != text and t not in pairing.entry_of]
        return not any(self._stands_in_the_way(entry, text, other, pairing, place) for other in others)

    def _enough(self, entry: int, text: int, *, here: bool) -> bool:
        pair, old, new = (
            self.found.pairs[entry, text],
            self._entries[entry].fingerprint.length,
            self._texts[text].length,
        )
        if not self.credible(entry, text, UNEVEN if here else UNEVEN_ELSEWHERE):
            return False
        if pair.found < MUCH_LESS and abs(old - new) > room(max(old, new), pair.found):
            return False
        if not here:
            return pair.found >= KEPT and pair.strength >= self._sure_elsewhere
        if pair.found >= (KEPT if old >= SHORT else KEPT_SHORT):
            return pair.strength >= PLAUSIBLE
        return pair.found >= KEPT_HERE and pair.strength >= SURE and old >= SHORT

    def _stands_in_the_way(self, entry: int, text: int, other: int, pairing: Pairing, place: Place) -> bool:
        pair, rival = self.found.pairs[entry, text], self.found.pairs[entry, other]
        if not self.is_rival(entry, other, pair.found, pairing):
            return False
        here = place.together(entry, text, len(self._entries), len(self._texts))
        there = place.together(entry, other, len(self._entries), len(self._texts))
        return there or not here or rival.similarity >= MUCH_LESS * pair.similarity

    def _prefers(self, one: int, other: int, text: int) -> bool:
        """Whether *text* is surely rather *one* than *other*."""
        key = one, other, text
        if key not in self._preferences:
            ours, theirs = self._entries[one].fingerprint, self._entries[other].fingerprint
            self._preferences[key] = self.evidence.preference(ours, theirs, self._texts[text]) >= TOLD_APART
        return self._preferences[key]

    def _near_twins(self, entry: int) -> tuple[int, ...]:
        """Return the other entries, open or not, that share a third of the sketch of *entry*."""
        if entry not in self._twins:
            sketch = self._entries[entry].fingerprint.sketch
            hits = Counter(other for value in sketch for other in self._index.get(value, ()) if other != entry)
            self._twins[entry] = tuple(other for other, count in hits.items() if 3 * count >= len(sketch))
        return self._twins[entry]
