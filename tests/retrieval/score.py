"""Recall, precision and mean reciprocal rank of answers, by class of query."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from statistics import fmean

from tests.retrieval.gold import CLASSES, Asked

Answers = Mapping[str, Sequence[str]]
"""Query to the addresses of its results, best first."""


@dataclass(frozen=True, slots=True)
class Figures:
    """Means over the queries of one class.

    Attributes:
        kind: The class.
        queries: How many queries it has.
        recall: Relevant paragraphs found, of those there are.
        precision: Relevant paragraphs, of those found that are not merely near; 1 where only near ones are.
        rank: Mean reciprocal rank of the first relevant paragraph; in the class ``exact`` of the first that has the
            word as it was typed.
        hits: Results on the average.
    """

    kind: str
    queries: int
    recall: float
    precision: float
    rank: float
    hits: float


def recall(one: Asked, found: Sequence[str]) -> float:
    return len(one.relevant & set(found)) / len(one.relevant) if one.relevant else float(not found)


def precision(one: Asked, found: Sequence[str]) -> float:
    judged = [address for address in found if address not in one.near]
    if not found:
        return 0.0
    return sum(address in one.relevant for address in judged) / len(judged) if judged else 1.0


def rank(one: Asked, found: Sequence[str]) -> float:
    wanted = one.exact if one.kind == "exact" else one.relevant
    return next((1 / at for at, address in enumerate(found, 1) if address in wanted), 0.0)


def figures(asked: Iterable[Asked], answers: Answers) -> tuple[Figures, ...]:
    """The figures of each class, in the order of :data:`CLASSES`, then those of all that is not absent."""
    grouped: dict[str, list[Asked]] = defaultdict(list)
    for one in asked:
        grouped[one.kind].append(one)
    present = [one for kind, group in grouped.items() if kind != "absent" for one in group]
    rows = [(kind, grouped[kind]) for kind in CLASSES if kind in grouped]
    return tuple(_figures(kind, group, answers) for kind, group in (*rows, ("all", present)) if group)


def _figures(kind: str, group: Sequence[Asked], answers: Answers) -> Figures:
    def mean(measure: Callable[[Asked, Sequence[str]], float]) -> float:
        return fmean(measure(one, answers[one.text]) for one in group)

    hits = fmean(len(answers[one.text]) for one in group)
    if kind == "absent":
        return Figures(kind, len(group), mean(recall), 0.0, 0.0, hits)
    answering = [one for one in group if answers[one.text]]
    exact = fmean(precision(one, answers[one.text]) for one in answering) if answering else 0.0
    return Figures(kind, len(group), mean(recall), exact, mean(rank), hits)


def table(rows: Iterable[Figures]) -> str:
    """The figures as lines of equal columns."""
    lines = [f"{'class':16}{'queries':>8}{'recall':>8}{'precision':>11}{'MRR':>7}{'results':>9}"]
    lines += [
        f"{row.kind:16}{row.queries:8}{row.recall:8.3f}{row.precision:11.3f}{row.rank:7.3f}{row.hits:9.1f}"
        for row in rows
    ]
    return "\n".join(lines)


def misses(asked: Iterable[Asked], answers: Answers) -> list[str]:
    """Each query that is not answered fully, with what is missed and what is wrong: for tuning."""
    lines = []
    for one in asked:
        found = answers[one.text]
        missed = sorted(one.relevant - set(found))
        wrong = [address for address in found if address not in one.relevant | one.near]
        if missed or wrong or (one.relevant and rank(one, found) < 1):
            lines.append(f"{one.kind}: {one.text} rank {rank(one, found):.2f}; missed {missed}; wrong {wrong}")
    return lines
