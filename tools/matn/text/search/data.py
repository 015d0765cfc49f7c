"""The word lists of ``words.yaml``, folded and joined into what the stemmers look up."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from matn.text.search.affixes import terminal
from matn.text.search.fold import folded, without_hamza

WORDS = Path(__file__).with_name("words.yaml")


@dataclass(frozen=True, slots=True)
class Lists:
    """What rules cannot know; all forms folded.

    Attributes:
        lexicon: Arabic form to its keys: words that are not cut further, broken plurals, spellings, months.
        particles: Words that do not inflect, met only where nothing has been cut.
        governing: Those of them that a pronoun may follow.
        adjectives: Adjectives that have the shape of nouns: their ة makes no other word.
        short: Nouns of two letters.
        phrases: Keys of two words in a row, and the key that both gain.
        english: English word to its key, where Porter's rules are not followed.
        latin: Spelling of a name in Latin letters to the spelling that stands for it.
        common: English words that are no names, however they sound.
        months: English month to the key of the Arabic one; capitals matter where the word is also another.
    """

    lexicon: Mapping[str, tuple[str, ...]]
    particles: frozenset[str]
    governing: frozenset[str]
    adjectives: frozenset[str]
    short: frozenset[str]
    phrases: Mapping[tuple[str, str], str]
    english: Mapping[str, str]
    latin: Mapping[str, str]
    common: frozenset[str]
    months: Mapping[str, str]


@cache
def lists() -> Lists:
    """Return the lists, read once."""
    raw = yaml.safe_load(WORDS.read_text("utf-8"))
    return Lists(
        lexicon=_lexicon(raw),
        particles=frozenset(map(folded, raw["particles"].split())),
        governing=frozenset(map(folded, raw["governing"].split())),
        adjectives=frozenset(map(folded, raw["adjectives"].split())),
        short=frozenset(map(folded, raw["short"].split())),
        phrases=dict(_phrases(raw["months"])),
        english={form: key for key, *forms in map(str.split, raw["english"]) for form in forms},
        latin={form: key for key, *forms in map(str.split, raw["latin"]) for form in forms},
        common=frozenset(raw["common"].split()),
        months=dict(_english_months(raw["months"])),
    )


def _lexicon(raw: Mapping[str, Any]) -> dict[str, tuple[str, ...]]:
    """Join the lists of Arabic words; a form of two lemmas has both their keys."""
    found: dict[str, dict[str, None]] = {}
    for lemma, plurals in raw["plurals"].items():
        for form in (lemma, *plurals.split()):
            found.setdefault(folded(form), {})[folded(lemma)] = None
            if form.endswith("أ"):  # مبدؤنا, مبدئهم: before an ending the hamza of مبدأ takes another seat
                found.setdefault(folded(f"{form[:-1]}ؤ"), {})[folded(lemma)] = None
    for form in map(folded, f"{raw['whole']} {raw['adjectives']}".split()):
        found.setdefault(form, {form: None})
    whole = frozenset(map(folded, raw["whole"].split()))
    for key, forms in _spellings(raw["spellings"], found, whole):
        for form in forms:
            found.setdefault(form, {key: None})
    for form, key in _arabic_months(raw["months"]):
        found[form] = {key: None}
    return _own_keys({form: tuple(keys) for form, keys in (found | _unseated(raw, found)).items()})


def _own_keys(lexicon: dict[str, tuple[str, ...]]) -> dict[str, tuple[str, ...]]:
    """Make every key a key of itself, or a key would not find its own word."""
    for key in {key for keys in lexicon.values() for key in keys}:
        lexicon[key] = tuple(dict.fromkeys((key, *lexicon.get(key, ()))))
    return dict(sorted(lexicon.items()))


def _spellings(
    groups: Iterable[str], found: Mapping[str, Mapping[str, None]], whole: frozenset[str]
) -> Iterator[tuple[str, list[str]]]:
    """Yield the key of each group and its forms; also what is left when they are cut, but of whole words (برزاني)."""
    for group in groups:
        forms = [folded(form) for form in group.split()]
        known = next(iter(found.get(forms[0], ())), None)
        ends = () if forms[0] in whole else map(terminal, forms)
        yield known or terminal(forms[0]), [*forms, *(end for end in ends if len(end) > 3)]


def _arabic_months(groups: Iterable[list[str]]) -> Iterator[tuple[str, str]]:
    for first, *others in groups:
        for name in (first, *others):
            if " " not in name and not name.isascii():
                yield folded(name), folded(first)


def _english_months(groups: Iterable[list[str]]) -> Iterator[tuple[str, str]]:
    for first, *others in groups:
        for name in filter(str.isascii, others):
            yield (name.removesuffix("!") if name.endswith("!") else name.lower()), folded(first)


def _phrases(groups: Iterable[list[str]]) -> Iterator[tuple[tuple[str, str], str]]:
    for group in groups:
        for first, second in (name.split() for name in group if " " in name):
            yield (folded(first), folded(second)), folded(group[0])


def _unseated(raw: Mapping[str, Any], found: Mapping[str, dict[str, None]]) -> dict[str, dict[str, None]]:
    """Return the listed words as typed without hamza, where that is no listed word itself."""
    listed = [form for lemma, plurals in raw["plurals"].items() for form in (lemma, *plurals.split())]
    listed += raw["whole"].split() + " ".join(raw["spellings"]).split()
    bare = {form: _tanwin(form, found) | found[folded(whole)] for whole in listed for form in [without_hamza(whole)]}
    particles = frozenset(map(folded, raw["particles"].split()))
    return {form: keys for form, keys in bare.items() if form not in found and form not in particles}


def _tanwin(form: str, found: Mapping[str, dict[str, None]]) -> dict[str, None]:
    """Return the keys of *form* as a noun with tanwin: عملا is عملاء without its hamza, or عملًا."""
    if len(form) != 4 or not form.endswith("ا"):
        return {}
    return found.get(form[:-1], {form[:-1]: None})
