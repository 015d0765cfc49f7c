"""The finder with the real list of names on the pages tagged by hand: precision and recall stay where they are."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.names.measure import PAGES, ROOT, measure, place, scores

from matn.edition.load import works_folder
from matn.edition.names import NAMES_FILE, Finder, Kind, Name, load_names

NAMES = load_names(works_folder(ROOT) / NAMES_FILE)
ROWS = [row for page in PAGES for rows in page["paragraphs"].values() for kind in rows.values() for row in kind]
UNLISTED = {"siyada"}
"""Tagged, and not in the list: the name is a common noun, which the finder could not tell from the name."""
FLOORS = [
    {"recall": 0.96, "precision": 0.96, "exact_recall": 0.94, "exact_precision": 0.94, "precision_of_names": 0.98},
    {"recall": 0.97, "precision": 0.82, "exact_recall": 0.97, "exact_precision": 0.82, "precision_of_names": 0.97},
    {"recall": 0.94, "precision": 0.86, "exact_recall": 0.79, "exact_precision": 0.72, "precision_of_names": 0.94},
]
"""For each page, a little below what was measured."""

VILLAGE = Finder(
    [
        Name("village", Kind.PLACE, "قرية الزيتون", "Olive Village", {}),
        Name("well", Kind.FACILITY, "البئر القديمة", "Old Well", {}),
    ]
)
TEXT = "وصل إلى قرية الزيتون ثم عاد لقرية الزيتون والبئر القديمة"


@pytest.mark.sources
def test_no_worse_than_measured(sources: Path) -> None:
    for one, floors in zip(scores(sources, NAMES), FLOORS, strict=True):
        assert {key: getattr(one, key) for key, floor in floors.items() if getattr(one, key) < floor} == {}, one


def test_tags_name_what_the_list_has() -> None:
    assert {row["names"] for row in ROWS} - {name.id for name in NAMES} == UNLISTED
    assert max(len(row["surface"].split()) for row in ROWS) <= 6


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        # all three tagged: particles before the name leave the span exact
        (
            [("قرية الزيتون", 1, "village"), ("لقرية الزيتون", 1, "village"), ("والبئر القديمة", 1, "well")],
            (3, 3, 0, 0),
        ),
        # a wider tag overlaps and is not exact; two occurrences are untagged
        ([("إلى قرية الزيتون", 1, "village")], (1, 0, 0, 2)),
        # the right place with the wrong name
        ([("قرية الزيتون", 1, "well")], (0, 0, 1, 3)),
    ],
)
def test_measure(rows: list[tuple[str, int, str]], expected: tuple[int, int, int, int]) -> None:
    tags = [{"surface": surface, "nth": nth, "names": name} for surface, nth, name in rows]
    score = measure({"paragraphs": {"p1": {"tags": tags}}}, {"p1": TEXT}, VILLAGE)
    assert (score.pairs, score.exact, len(score.missed), len(score.wrong)) == expected


def test_a_tag_that_is_not_there_is_told() -> None:
    with pytest.raises(AssertionError, match="stands 1 times"):
        place(TEXT, {"surface": "القديمة", "nth": 2, "names": "well"})
