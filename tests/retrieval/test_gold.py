"""The retrieval set itself: its size, its split, its phenomena, and words that nobody has judged yet."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml
from tests.retrieval import rules
from tests.retrieval.gold import (
    CLASSES,
    FILES,
    FOLDER,
    SPLITS,
    UNSEEN,
    Asked,
    Item,
    Record,
    asked,
    has,
    items,
    records,
    side,
)

from matn.edition.assemble import assemble
from matn.text.search import folded

ROOT = Path(__file__).resolve().parents[2]
LEAST = {"tuning": 250, "held-out": 250, "fresh": 150} | dict.fromkeys(UNSEEN, 350)
"""How many queries each file has at least."""
OF_A_CLASS = dict.fromkeys(SPLITS, 7) | dict.fromkeys(UNSEEN, 20)
"""How many of them are of the same class at least; of absent words twelve are enough."""
FREE = {"bare", "vocalised-query", "quoted", "two-words", "absent", "digits", "english"}
"""Classes that need no answer without the typed word: it may well stand so everywhere."""


@pytest.fixture(scope="module")
def whole(sources: Path) -> tuple[Record, ...]:
    return records(assemble(ROOT, sources))


def stemmers_own() -> frozenset[str]:
    """Folded words that the stemmer was written or measured on."""
    families = yaml.safe_load((ROOT / "tests/search/families.yaml").read_text("utf-8"))
    together = yaml.safe_load((ROOT / "tests/search/together.yaml").read_text("utf-8"))["together"]
    asked = {word for split in families.values() for family in split for word in family["ask"]}
    words = {folded(word) for word in asked | {word for line in together for word in line.split()}}
    return frozenset(words | {word.removeprefix("ال") for word in words} | {f"ال{word}" for word in words})


def lemmas(item: Item) -> list[str]:
    return item["pair"] if "pair" in item else [item["lemma"]]


@pytest.mark.parametrize("split", ["tuning", "held-out"])
def test_every_lemma_lies_on_its_side(split: str) -> None:
    known = stemmers_own()
    for item in items(split):
        sides = {side(lemma, {lemma} if folded(lemma) in known else ()) for lemma in lemmas(item)}
        assert ("held-out" if "held-out" in sides else "tuning") == split, item


@pytest.mark.parametrize("split", ["fresh", *UNSEEN])
def test_no_lemma_of_a_later_file_was_used_before(split: str) -> None:
    others = [item for name in FILES[: FILES.index(split)] for item in items(name) if "lemma" in item]
    known = {item["lemma"].removeprefix("ال") for item in others}
    stemmed = stemmers_own() if split in UNSEEN else frozenset()
    forms = [rules.word(item["forms"]) for item in others if "forms" in item and "partial" not in item["ask"]]
    later = {lemma for item in items(split) for lemma in lemmas(item)}
    assert {lemma for lemma in later if lemma.removeprefix("ال") in known or folded(lemma) in stemmed} == set()
    assert {lemma for lemma in later if any(form.fullmatch(lemma) for form in forms)} == set()


def test_every_file_is_large_and_has_every_class() -> None:
    for split in FILES:
        sizes = Counter(kind for item in items(split) for kind, queries in item["ask"].items() for _ in queries)
        assert set(sizes) == set(CLASSES)
        fewest = {kind: min(OF_A_CLASS[split], 12) if kind == "absent" else OF_A_CLASS[split] for kind in sizes}
        assert {kind: size for kind, size in sizes.items() if size < fewest[kind]} == {}, split
        assert sizes.total() >= LEAST[split]


def test_no_query_is_asked_twice() -> None:
    every = [item["ask"] for split in FILES for item in items(split)]
    typed = Counter((kind, query) for ask in every for kind, queries in ask.items() for query in queries)
    assert [query for query, times in typed.items() if times > 1] == []


@pytest.fixture(scope="module")
def gold(whole: tuple[Record, ...]) -> dict[str, tuple[Asked, ...]]:
    """The queries of each file, with their answers."""
    return {split: asked(split, whole, with_empty=True) for split in FILES}


@pytest.mark.sources
@pytest.mark.parametrize("split", FILES)
def test_every_query_has_an_answer_and_shows_its_class(
    split: str, gold: dict[str, tuple[Asked, ...]], whole: tuple[Record, ...]
) -> None:
    for one in gold[split]:
        assert bool(one.relevant) != (one.kind == "absent"), one.text
        assert shows_its_class(one, whole), f"{one.kind}: {one.text}"


def shows_its_class(one: Asked, whole: tuple[Record, ...]) -> bool:
    if one.kind == "exact":
        return bool(one.exact)
    if one.kind == "vocalised-text":
        return any(each.address in one.exact and not has(one.text, each.raw) for each in whole)
    return one.kind in FREE or one.text.isascii() or bool(one.relevant - one.exact)


@pytest.mark.sources
def test_typing_errors_are_no_words_of_the_works(gold: dict[str, tuple[Asked, ...]], whole: tuple[Record, ...]) -> None:
    typos = [one.text for side in gold.values() for one in side if one.kind == "typo"]
    text = "\n".join(each.own for each in whole)
    assert [typo for typo in typos if has(typo, text)] == []


@pytest.mark.sources
def test_absent_words_are_absent(whole: tuple[Record, ...]) -> None:
    for item in (item for split in FILES for item in items(split) if "absent" in item):
        net = re.compile(rules.arabic(item["absent"]), re.IGNORECASE)
        there = [r.address for r in whole if net.search(r.everything)]
        assert there == [], item["lemma"]


@pytest.mark.sources
@pytest.mark.parametrize("split", FILES)
def test_every_word_like_a_lemma_has_been_judged(split: str, whole: tuple[Record, ...]) -> None:
    known = frozenset(word for record in whole for word in record.words)
    strange = {item["lemma"]: sorted(_unjudged(item, known)) for item in _first(split)}
    assert {lemma: words for lemma, words in strange.items() if words} == {}


def _first(split: str) -> Iterator[Item]:
    """The item of each lemma that has rules for all its forms; a partial word is asked by a rule of its own."""
    done: set[str] = set()
    for item in items(split):
        if "forms" in item and "partial" not in item["ask"] and item["lemma"] not in done:
            done.add(item["lemma"])
            yield item


def _unjudged(item: Item, known: frozenset[str]) -> set[str]:
    net = re.compile(item.get("like") or rules.likeness(item["lemma"]))
    judged = [rules.word(item[key]) for key in ("forms", "near") if key in item]
    apart = item.get("apart", "").split()
    return {
        word for word in known if net.search(word) and word not in apart and not any(p.fullmatch(word) for p in judged)
    }


def test_the_files_say_what_they_are() -> None:
    assert (FOLDER / "held-out.yaml").read_text("utf-8").startswith("# Held out:")
    assert (FOLDER / "fresh.yaml").read_text("utf-8").startswith("# Fresh:")
    assert all((FOLDER / f"{split}.yaml").read_text("utf-8").startswith("# Unseen,") for split in UNSEEN)


def test_measures() -> None:
    from tests.retrieval.score import precision, rank, recall

    one = Asked("x", "bare", "x", frozenset("ab"), frozenset("n"), frozenset())
    assert (recall(one, "anz"), precision(one, "anz"), rank(one, "nza")) == (0.5, 0.5, 1 / 3)
    assert (recall(one, ""), precision(one, ""), precision(one, "n"), rank(one, "z")) == (0.0, 0.0, 1.0, 0.0)
