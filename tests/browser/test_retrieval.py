"""Readers find what they look for: every query of the retrieval set, typed into the box of the built site."""

from __future__ import annotations

import pytest
from tests.browser.watching import IN_FULL, Site, Watched
from tests.retrieval.box import Answer, ask, open_box, results
from tests.retrieval.gold import CLOSED, FILES, Asked, asked, records
from tests.retrieval.score import Figures, figures, misses, table

pytestmark = [pytest.mark.browser, IN_FULL]

RECALL, TYPO_RECALL, PRECISION, RANK = 0.98, 0.9, 0.9, 0.9
UNTIDY = {"typo", "partial", "absent"}
"""Classes that may show more than what was asked."""
FEWEST = 8
"""A class with fewer queries (without the sources some have) is judged with all others together, not by itself."""


def short(row: Figures) -> list[str]:
    """What *row* falls short of."""
    if row.queries < FEWEST and row.kind != "absent":
        return []
    wanted = TYPO_RECALL if row.kind == "typo" else RECALL
    found = [] if row.recall >= wanted else [f"recall of {row.kind} is {row.recall:.3f}, not {wanted}"]
    if row.kind not in UNTIDY and row.precision < PRECISION:
        found.append(f"precision of {row.kind} is {row.precision:.3f}, not {PRECISION}")
    if row.kind == "all" and row.rank < RANK:
        found.append(f"mean reciprocal rank is {row.rank:.3f}, not {RANK}")
    if row.kind == "absent" and row.hits:
        found.append("absent words are found")
    return found


@pytest.fixture(scope="module")
def sides(site: Site) -> dict[str, tuple[Asked, ...]]:
    """The queries of each file that the built site can answer."""
    found = records(site.edition)
    return {split: asked(split, found) for split in FILES}


@pytest.mark.parametrize("start", ["index.html", "en/index.html"])
def test_the_box_answers(site: Site, sides: dict[str, tuple[Asked, ...]], watched: Watched, start: str) -> None:
    open_box(watched.page, site.address + start)
    queries = list(dict.fromkeys(one.text for side in sides.values() for one in side))
    queries = queries if start == "index.html" else queries[::10]  # the other interface has the same engine
    given = ask(watched.page, queries)
    told = {split: report(split, [one for one in side if one.text in given], given) for split, side in sides.items()}
    if start == "index.html":
        assert {split: text for split, (failed, text) in told.items() if failed} == {}
    assert [answer for answer in given.values() if answer.kind in {"failed", ""}] == []


def report(split: str, side: list[Asked], given: dict[str, Answer]) -> tuple[list[str], str]:
    """What falls short, and a text about it: figures alone where nobody is to tune by the queries."""
    answers = results(side, given)
    rows = figures(side, answers)
    failed = [each for row in rows for each in short(row)]
    told = [*failed, table(rows), *(misses(side, answers) if split != CLOSED else ())]
    return failed, "\n".join(["", *told])


def test_absent_words_in_quotation_marks_find_nothing_at_all(
    site: Site, sides: dict[str, tuple[Asked, ...]], watched: Watched
) -> None:
    words = [one.text for side in sides.values() for one in side if one.kind == "absent"]
    open_box(watched.page, site.address + site.works[0])
    given = ask(watched.page, [f'"{word}"' for word in words])
    assert len(given) >= 20
    assert {query: answer.all for query, answer in given.items() if answer.all} == {}
