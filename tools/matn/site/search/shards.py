"""An index for sites that are too large to be fetched whole: many small files, of which a query needs a few.

The works of today need none of it: their index is some ten thousand bytes (``index.py``). From about ten thousand
paragraphs on a reader should not wait for all words of all works; then the same words, with the same keys, go into
*shards* by ranges of keys, a tree of *routes* leads to them, and texts lie in small *chunks*. What a query fetches
grows with the height of the tree alone: a key with many places shows its best first (``LONG``), the rest lies in
*blocks* by ranges of records. The script is ``overrides/assets/search/router.js``, which says how files are read.

Building streams: places are gathered up to ``RUN``, written to a temporary file in order, and merged at the end.
"""

from __future__ import annotations

import json
import pickle
from array import array
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from heapq import merge
from itertools import groupby
from operator import itemgetter
from pathlib import Path

from matn.site.search.packing import base36, steps
from matn.text.search import Names, folded, stems
from matn.text.search.data import lists
from matn.text.search.names import NONE

RUN = 3_000_000
"""Places that are held before they are written out: some 50 MB."""
SHARD, LONG, FAN, CHUNK = 32_000, 4_000, 128, 16
"""Characters of a shard, places that a key has in it at most, children of a route, records of a chunk."""
_USUAL = 75
"""Words of an ordinary paragraph: a longer one counts a word for less."""
_FORMS = 12
"""Bits for the number of a form among those of its key; there are never that many."""


@dataclass
class Shards:
    """Writes the files of a sharded index into *folder*; call :meth:`add` for every record, then :meth:`finish`."""

    folder: Path
    names: Names = NONE
    size: int = 0
    files: int = 0
    _posts: dict[str, array[int]] = field(default_factory=dict)
    _held: int = 0
    _runs: list[Path] = field(default_factory=list)
    _chunk: list[Mapping[str, object]] = field(default_factory=list)

    def add(self, shown: Mapping[str, object], words: Mapping[str, int]) -> None:
        """Add a record: what results show of it, and its words as printed (see ``index.printed``) with their counts."""
        weight = 1.2 * (0.25 + 0.75 * sum(words.values()) / _USUAL)
        for word, count in words.items():
            posts = self._posts.get(word)
            if posts is None:
                posts = self._posts[word] = array("I")
            posts.append(self.size << 4 | int(10 * count / (count + weight)))
        self._held += len(words)
        self.size += 1
        self._chunk.append(shown)
        if len(self._chunk) == CHUNK:
            self._write_chunk()
        if self._held >= RUN:
            self._write_run()

    def finish(self) -> dict[str, object]:
        """Write what is left and the manifest, which is returned."""
        if self._chunk:
            self._write_chunk()
        self._write_run()
        first = [self._write_shard(number, entries) for number, entries in enumerate(self._shards())]
        root, height = self._write_routes(first)
        manifest = {"version": 1, "size": self.size, "chunk": CHUNK, "fan": FAN, "height": height, "root": root}
        self._write("manifest", manifest)
        for run in self._runs:
            run.unlink()
        return manifest

    def _write(self, name: str, data: object) -> None:
        """Write one file: a script that hands over data, as all files of search are."""
        path = self.folder / f"{name}.js"
        path.parent.mkdir(parents=True, exist_ok=True)
        value = json.dumps(data, ensure_ascii=False, separators=(",", ":")).replace("</", "<\\/")
        path.write_text(f"(self.matnSearchFiles??={{}})[{json.dumps(name)}]={value}\n", "utf-8")
        self.files += 1

    def _write_chunk(self) -> None:
        number = (self.size - 1) // CHUNK
        self._write(f"texts/{number // 1000}/{number}", self._chunk)
        self._chunk = []

    def _write_run(self) -> None:
        """Write the places that are held, in the order of keys and words, and forget them."""
        path = self.folder / f"run-{len(self._runs)}.tmp"
        path.parent.mkdir(parents=True, exist_ok=True)
        ordered = sorted((_order(key), key, word) for word in self._posts for key in self._keys(word))
        with path.open("wb") as file:
            for order, key, word in ordered:
                pickle.dump((order, word, key, self._posts[word]), file)
        self._runs.append(path)
        self._posts, self._held = {}, 0

    def _keys(self, word: str) -> tuple[str, ...]:
        """Return the keys of *word*; most words of a run are those of the run before."""
        return _known(word) if self.names is NONE else keys(word, self.names)

    def _shards(self) -> Iterator[list[_Entry]]:
        """Yield the entries of each shard, in the order of keys."""
        entries: list[_Entry] = []
        length = 0
        for _, group in groupby(merge(*map(_read, self._runs), key=itemgetter(0, 1)), key=itemgetter(0)):
            entries.append(self._entry(list(group)))
            length += entries[-1].length
            if length >= SHARD:
                yield entries
                entries, length = [], 0
        if entries:
            yield entries

    def _entry(self, group: Sequence[_Run]) -> _Entry:
        """Join the places of one key; if there are too many, its best stay and the others go into blocks."""
        words = list(dict.fromkeys(word for _, word, _, _ in group))
        number = {word: at for at, word in enumerate(words)}
        places = sorted(post << _FORMS | number[word] for _, word, _, posts in group for post in posts)
        best, rest = _parted(places)
        blocks = [self._write_block(rest[at : at + LONG], len(words)) for at in range(0, len(rest), LONG)]
        return _Entry(group[0][2], words, _by_word(best, len(words)), len(places), blocks)

    def _write_block(self, places: Sequence[int], words: int) -> tuple[int, int]:
        """Write places that do not stay in the shard; return the last record and the number of the file."""
        number = self.files
        self._write(f"block/{number // 1000}/{number}", " ".join(_by_word(places, words)))
        return places[-1] >> (_FORMS + 4), number

    def _write_shard(self, number: int, entries: Sequence[_Entry]) -> str:
        """Write a shard and return its first key."""
        data = {
            "keys": " ".join(entry.key for entry in entries),
            "words": "|".join(" ".join(entry.words) for entry in entries),
            "posts": "|".join(" ".join(entry.posts) for entry in entries),
            "more": {str(at): entry.more for at, entry in enumerate(entries) if entry.blocks},
        }
        self._write(f"shard/{number // 1000}/{number}", data)
        return entries[0].key

    def _write_routes(self, first: list[str]) -> tuple[str, int]:
        """Write the tree above the shards; return its root and how many levels of files are below, shards apart."""
        height = 0
        while len(first) > FAN:
            height += 1
            groups = [first[at : at + FAN] for at in range(0, len(first), FAN)]
            for number, group in enumerate(groups):
                self._write(f"route/{height}/{number}", " ".join(group))
            first = [group[0] for group in groups]
        return " ".join(first), height


_Run = tuple[bytes, str, str, "array[int]"]


@dataclass(frozen=True, slots=True)
class _Entry:
    """A key: its words, per word its packed places, how many places there are, and the blocks with the others."""

    key: str
    words: Sequence[str]
    posts: Sequence[str]
    total: int
    blocks: Sequence[tuple[int, int]]

    @property
    def length(self) -> int:
        return len(self.key) + sum(map(len, self.words)) + sum(map(len, self.posts)) + 8 * len(self.blocks)

    @property
    def more(self) -> str:
        """The number of places, then per block its last record and its file."""
        return " ".join([base36(self.total), *(f"{base36(last)},{base36(number)}" for last, number in self.blocks)])


@lru_cache(maxsize=2**17)
def _known(word: str) -> tuple[str, ...]:
    return keys(word)


def keys(word: str, names: Names = NONE) -> tuple[str, ...]:
    """Return the keys under which *word* lies: none where it is a particle, which no large site can be asked for."""
    return () if folded(word) in lists().particles else stems(word, names)


def _order(key: str) -> bytes:
    """Return what sorts keys as JavaScript does: by UTF-16."""
    return key.encode("utf-16-be")


def _read(path: Path) -> Iterator[_Run]:
    with path.open("rb") as file:
        while True:
            try:
                yield pickle.load(file)
            except EOFError:
                return


def _parted(places: Sequence[int]) -> tuple[Sequence[int], Sequence[int]]:
    """Part *places*, in order, into the ``LONG`` that weigh most and the others."""
    if len(places) <= LONG:
        return places, ()
    weights = [place >> _FORMS & 15 for place in places]
    least = sorted(weights, reverse=True)[LONG - 1]
    spare = LONG - sum(weight > least for weight in weights)
    best, rest = [], []
    for place, weight in zip(places, weights, strict=True):
        if weight > least or (weight == least and spare > 0):
            spare -= weight == least
            best.append(place)
        else:
            rest.append(place)
    return best, rest


def _by_word(places: Iterable[int], words: int) -> list[str]:
    """Pack *places* for each word by itself."""
    found: list[list[int]] = [[] for _ in range(words)]
    for place in places:
        found[place & ((1 << _FORMS) - 1)].append(place >> _FORMS)
    return [steps(posts) for posts in found]
