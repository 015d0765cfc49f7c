"""How many of a word's family a search by keys finds, over the distinct words of real texts."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from matn.text.plain import words
from matn.text.search import stems

FAMILIES = Path(__file__).with_name("families.yaml")
BEFORE = "(?:[وف]?(?:[بكل]|[بك]?ال|لل)?)"
"""What may stand before any noun: a rule of grammar, written apart from the stemmer's own."""


@dataclass(frozen=True, slots=True)
class Score:
    """Means over families, each the mean over its queries."""

    recall: float
    precision: float
    worst: tuple[str, ...]


def vocabulary(texts: Iterable[str]) -> frozenset[str]:
    """The distinct folded Arabic words of *texts*."""
    return frozenset(word.folded for text in texts for word in words(text) if "\u0600" < word.folded[0] < "\u0700")


def families(split: str) -> list[Mapping[str, Any]]:
    found: list[Mapping[str, Any]] = yaml.safe_load(FAMILIES.read_text("utf-8"))[split]
    return found


def measure(split: str, known: frozenset[str]) -> Score:
    index: dict[str, set[str]] = defaultdict(set)
    for word in known:
        for key in stems(word):
            index[key].add(word)
    rows = list(_rows(families(split), known, index))
    mean = [sum(row[at] for row in rows) / len(rows) for at in (1, 2)]
    return Score(*mean, tuple(row[3] for row in rows if min(row[1:3]) < 0.9))


def _rows(
    wanted: Sequence[Mapping[str, Any]], known: frozenset[str], index: Mapping[str, set[str]]
) -> Iterator[tuple[str, float, float, str]]:
    for family in wanted:
        pattern = re.compile(f"{BEFORE}(?:{family['forms']})")
        gold = {word for word in known if pattern.fullmatch(word)}
        if not gold:
            continue
        parts = [_one(query, gold, index) for query in (*family["ask"], *sorted(gold))]
        recall, precision = (sum(part[at] for part in parts) / len(parts) for at in (0, 1))
        yield family["ask"][0], recall, precision, _told(family, gold, index, recall, precision)


def _found(query: str, index: Mapping[str, set[str]]) -> set[str]:
    return {word for key in stems(query) for word in index.get(key, ())}


def _one(query: str, gold: set[str], index: Mapping[str, set[str]]) -> tuple[float, float]:
    found = _found(query, index)
    return len(found & gold) / len(gold), len(found & gold) / len(found) if found else 0.0


def _told(
    family: Mapping[str, Any], gold: set[str], index: Mapping[str, set[str]], recall: float, precision: float
) -> str:
    found = _found(family["ask"][0], index)
    missed, extra = " ".join(sorted(gold - found)), " ".join(sorted(found - gold))
    return f"{family['ask'][0]}: recall {recall:.3f} precision {precision:.3f}; missed {missed}; extra {extra}"
