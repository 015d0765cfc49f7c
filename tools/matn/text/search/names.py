"""Names in two scripts: which Latin spellings stand for which Arabic words.

Made from any list of names with their Arabic and English forms, so that a search in either script finds both. A word
of an English form is tied to the word of an Arabic form of the same name whose consonants it has; where both forms
are one word, to that word. Ties by sound alone hold for names of five sounds or more.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import product

from matn.text.search import arabic, english
from matn.text.search.data import lists
from matn.text.search.fold import folded

_LEAST = 5
"""Sounds that a name must have to be found by sound: shorter ones are too like English words."""
_LATIN = dict(zip("bptdjgkqcxfvmnrlsz$", "bbttjjkkkkffmnrlss$", strict=True))
_ARABIC = dict(zip("بتطثدضظذجغكقخفمنرلسصزش", "bttttttsjjkkkfmnrlsss$", strict=True))
_SPLIT = re.compile(r"[^\w'’]+")


@dataclass(frozen=True, slots=True)
class Names:
    """Latin spellings of names, each with the keys of the Arabic words it stands for.

    Attributes:
        spelt: Folded spelling to keys.
        heard: Sound (see :func:`matn.text.search.english.sound`) to keys.
        phrases: Two folded Arabic words in a row to the key of the one Latin word for them (حزب الله, Hezbollah).
    """

    spelt: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    heard: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    phrases: Mapping[tuple[str, str], str] = field(default_factory=dict)

    def keys(self, form: str) -> tuple[str, ...]:
        """Return the keys of a folded Latin *form*, none where it is no name."""
        if form in lists().common:
            return ()
        return self.spelt.get(form) or self.heard.get(english.sound(form)) or ()


NONE = Names()


def names(forms: Iterable[tuple[Sequence[str], Sequence[str]]]) -> Names:
    """Tie the Latin words of names to the Arabic ones.

    Args:
        forms: For each name its Arabic forms and its English forms.

    >>> found = names([(["قاسم سليماني", "سليماني"], ["Qassem Soleimani"])])
    >>> found.keys("soleimani"), found.keys("suleimani"), found.keys("iran")
    (('سليماني',), ('سليماني',), ())
    """
    spelt: dict[str, dict[str, None]] = {}
    phrases: dict[tuple[str, str], str] = {}
    for arabic_forms, english_forms in forms:
        for one, other in product(arabic_forms, english_forms):
            words, latin = [folded(word) for word in one.split()], _latin_words(other)
            for word, key in _ties(words, latin):
                spelt.setdefault(word, {})[key] = None
            if len(words) == 2 and len(other.split()) == 1 and any(latin):
                phrases[words[0], words[1]] = english.stem(latin[0])
    return Names({form: tuple(keys) for form, keys in sorted(spelt.items())}, _by_sound(spelt), phrases)


def _by_sound(spelt: Mapping[str, Iterable[str]]) -> dict[str, tuple[str, ...]]:
    heard: dict[str, dict[str, None]] = {}
    for latin, keys in spelt.items():
        if len(english.sound(latin)) >= _LEAST:
            heard.setdefault(english.sound(latin), {}).update(dict.fromkeys(keys))
    return {sound: tuple(keys) for sound, keys in sorted(heard.items())}


def _ties(words: Sequence[str], latin: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Yield each Latin word and the first key of the Arabic word that it stands for.

    Three consonants are needed, two where the words stand at the same place of forms of one length.
    """
    for (at, word), (other, name) in product(enumerate(words), enumerate(latin)):
        if not (name.isascii() and name.isalpha()):
            continue
        level = at == other and len(words) == len(latin)
        if _alike(word, name, 2 if level else 3) or (level and len(words) == 1):
            yield name, arabic.keys(word)[0]


def _latin_words(form: str) -> list[str]:
    """Return the words of an English *form* of three letters or more; common words are empty, to keep the places."""
    lexis = lists()
    found = [folded(word.removesuffix("'s")) for word in _SPLIT.split(form)]
    return ["" if word in lexis.common else lexis.latin.get(word, word) for word in found if len(word) > 2]


def _alike(word: str, latin: str, least: int) -> bool:
    """Say whether both have the same consonants, *least* at least; weak letters and gutturals do not count."""
    first = _consonants(word.removeprefix("ال"), _ARABIC)
    return len(first) >= least and first == _consonants(english.sound(latin), _LATIN)


def _consonants(form: str, table: Mapping[str, str]) -> str:
    return re.sub(r"(.)\1+", r"\1", "".join(table.get(char, "") for char in form))
