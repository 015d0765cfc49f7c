"""The index of one work: every word of its records with its keys and places, packed for the script of search.

The script (``overrides/assets/search/shard.js``) unpacks it and hands it to MiniSearch. A word stands as it is
printed, less marks and elongation; what it folds to the script finds itself. All lists are strings, parted by blanks:

forms
    The words in order of code points; each begins with a digit of base 36 that says how many letters (35 at
    most) it has in common with the word before. A word ``+k`` stands for a key *k* that two words gained together.
keys
    Per word its keys: nothing where it is its own folded form; else, parted by ``+``, two digits of base 36 (letters
    to cut from the beginning and from the end of the folded form) or ``=`` and the key itself.
posts
    Per word and field (parted by ``|``) the records that have it: steps of base 36 from one to the next, parted by
    ``,``; a count above one follows after ``*``.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from matn.site.search.records import Record
from matn.text.search import Names, folded, stems, tokens
from matn.text.search.token import CLASSES

FIELDS = ("text", "gist", "notes", "names")
"""Fields with words of their own; the script adds ``head``, the words of the headings above."""

_UNPRINTED = re.compile("[{mark}{unseen}]".format(**CLASSES))
_DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"


@dataclass(frozen=True, slots=True)
class Words:
    """The words of one field of one record: how often each, and how many in all."""

    counts: Mapping[str, int]
    length: int


def index(records: Sequence[Record], names: Names) -> dict[str, str]:
    """Return the packed index of the *records* of one work."""
    reader = Reader(names)
    fields = [reader.fields(record) for record in records]
    posts: dict[str, dict[int, dict[int, int]]] = defaultdict(lambda: defaultdict(dict))
    for number, words in enumerate(fields):
        for field, found in enumerate(words):
            for form, count in found.counts.items():
                posts[form][field][number] = count
    forms = sorted(posts)
    at = {record.id: number for number, record in enumerate(records)}
    return {
        "ids": " ".join(record.id for record in records),
        "kinds": " ".join(record.kind for record in records),
        "heads": " ".join(",".join(_base36(at[head]) for head in record.heads) for record in records),
        "lengths": " ".join(",".join(_base36(words.length) for words in found) for found in fields),
        "forms": " ".join(_front_coded(forms)),
        "keys": " ".join(reader.keys(form) for form in forms),
        "posts": " ".join(_posts(posts[form]) for form in forms),
    }


class Reader:
    """Reads records into words; knows the names of the edition and remembers the words that it has met."""

    def __init__(self, names: Names) -> None:
        self._names = names
        self._stems = cache(lambda word: stems(word, names))
        self._printed = cache(self.printed)

    def fields(self, record: Record) -> tuple[Words, ...]:
        """Return the words of *record*, field by field; of the names only those that text and summary lack."""
        text, gist = self._words([record.text]), self._words([record.gist])
        notes = self._words([note.text for note in record.notes])
        spelt = self._words([form for pair in record.names for form in pair])
        said = text.counts.keys() | gist.counts.keys()
        more = {form: count for form, count in spelt.counts.items() if form not in said}
        return text, gist, notes, Words(more, sum(more.values()))

    def _words(self, texts: Iterable[str]) -> Words:
        counts: Counter[str] = Counter()
        length = 0
        for text in texts:
            for token in tokens(text, self._names):
                length += 1
                counts[self._printed(token.surface)] += 1
                counts.update(f"+{key}" for key in token.keys[len(self._stems(token.surface)) :])
        return Words(counts, length)

    def printed(self, word: str) -> str:
        """Return *word* as the index has it: without marks, in small letters where capitals make no difference.

        >>> from matn.text.search.names import NONE
        >>> [Reader(NONE).printed(word) for word in ("قُوّات", "Troops", "March")]
        ['قوات', 'troops', 'March']
        """
        plain = _UNPRINTED.sub("", unicodedata.normalize("NFC", word))
        small = plain.lower()
        return small if self._stems(small) == self._stems(plain) else plain

    def keys(self, form: str) -> str:
        """Return the keys of a word of the index, packed."""
        if form.startswith("+"):
            return ""
        whole, found = folded(form), self._stems(form)
        return "" if found == (whole,) else "+".join(_cut(key, whole) for key in found)


def _front_coded(forms: Sequence[str]) -> Iterator[str]:
    for before, form in pairwise(("", *forms)):
        differ = (at for at, pair in enumerate(zip(before, form, strict=False)) if pair[0] != pair[1])
        same = min(next(differ, len(before)), len(_DIGITS) - 1)
        yield _DIGITS[same] + form[same:]


def _cut(key: str, whole: str) -> str:
    at = whole.find(key)
    after = len(whole) - at - len(key)
    return f"={key}" if at < 0 or max(at, after) >= len(_DIGITS) else _DIGITS[at] + _DIGITS[after]


def _posts(found: Mapping[int, Mapping[int, int]]) -> str:
    return "|".join(_steps(found.get(field, {})) for field in range(max(found) + 1))


def _steps(counts: Mapping[int, int]) -> str:
    numbers = [-1, *counts]
    return ",".join(
        _base36(after - before - 1) + (f"*{_base36(counts[after])}" if counts[after] > 1 else "")
        for before, after in pairwise(numbers)
    )


def _base36(number: int) -> str:
    digits = ""
    while number >= 36:
        number, last = divmod(number, 36)
        digits = _DIGITS[last] + digits
    return _DIGITS[number] + digits
