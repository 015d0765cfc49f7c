"""Reading chronology.yaml, and holding its events to the dates in the texts."""

from __future__ import annotations

from pathlib import Path

import pytest

from matn.edition.chronology import (
    Event,
    EventPrecision,
    Reconciled,
    check_chronology,
    load_chronology,
    mentions,
    reconcile,
)
from matn.errors import BadInputError

ENTRY = "{id: dug, date: 2014-06-10, precision: day, ar: حفر البئر, en: The well is dug, refs: ['well-2024#p1']}"
TEXTS = {
    "well-2024": {
        "p1": "حُفرت البئر في 10 يونيو 2014",
        "p2": "وجفت في أواخر عام 2019، ثم عادت في مايو الماضي",
        "p3": "بئر قديمة",
        "p4": "The well was dug in May 2014.",
    },
    "lost-2020": {"p1": None},
}


def event(date: str, precision: str, *refs: str) -> Event:
    return Event("dug", date, EventPrecision(precision), "حفر", "Digging", tuple(refs), row=7)


def told(tmp_path: Path, *entries: str) -> list[tuple[int, str]]:
    path = tmp_path / "chronology.yaml"
    path.write_text("".join(f"- {entry}\n" for entry in entries), encoding="utf-8")
    _, problems = check_chronology(path)
    return [(problem.line, f"{problem.message} | {problem.hint}") for problem in problems]


def reconciled(*events: Event) -> Reconciled:
    return reconcile(events, TEXTS)


def problems(*events: Event) -> list[str]:
    assert all(problem.line == 7 for problem in reconciled(*events).problems)
    return [f"{problem.message} | {problem.hint}" for problem in reconciled(*events).problems]


def test_a_right_file(tmp_path: Path) -> None:
    assert told(tmp_path, ENTRY) == []
    (found,) = load_chronology(tmp_path / "chronology.yaml")
    assert (found.date, found.precision, found.refs, found.row) == ("2014-06-10", "day", ("well-2024#p1",), 1)


def test_no_file_is_no_events(tmp_path: Path) -> None:
    assert check_chronology(tmp_path / "chronology.yaml") == ((), ())


@pytest.mark.parametrize(
    ("entry", "expected"),
    [
        (ENTRY.replace("precision: day", "precision: month"), "is not precise to the month"),
        (ENTRY.replace("2014-06-10", "2014"), "is not precise to the day"),
        (ENTRY.replace("2014-06-10", "2014-02-30"), "expected a date"),
        (ENTRY.replace("precision: day", "precision: season"), "is not precise to the season"),
        (ENTRY.replace("well-2024#p1", "well-2024"), "expected a paragraph such as"),
        (ENTRY.replace("'well-2024#p1'", ""), "expected a reference, found none"),
        (ENTRY, "stands twice, first in line 1"),
    ],
)
def test_mistakes_are_told_at_their_line(tmp_path: Path, entry: str, expected: str) -> None:
    found = told(tmp_path, ENTRY, entry)
    assert any(line == 2 and expected in message for line, message in found)


def test_loading_refuses_mistakes(tmp_path: Path) -> None:
    (tmp_path / "chronology.yaml").write_text(f"- {ENTRY.replace('day', 'dawn')}\n", encoding="utf-8")
    with pytest.raises(BadInputError, match="expected one of day, month, year, season"):
        load_chronology(tmp_path / "chronology.yaml")


def test_mentions_are_read_in_the_language_of_the_paragraph() -> None:
    found = [(mention.paragraph, mention.surface, mention.found.iso) for mention in mentions(TEXTS)]
    assert found == [
        ("p1", "10 يونيو 2014", "2014-06-10"),
        ("p2", "أواخر عام 2019", "2019"),
        ("p2", "مايو", "XXXX-05"),
        ("p4", "May 2014", "2014-05"),
    ]


@pytest.mark.parametrize(
    "right",
    [
        event("2014-06-10", "day", "well-2024#p1"),
        event("2014-06", "month", "well-2024#p1"),
        event("2019", "season", "well-2024#p2"),
        event("2023-05", "month", "well-2024#p2"),
        event("1999", "year", "lost-2020#p1"),
    ],
)
def test_an_event_that_its_paragraph_bears_out(right: Event) -> None:
    assert problems(right) == []


@pytest.mark.parametrize(
    ("wrong", "expected"),
    [
        (event("2014-06-11", "day", "well-2024#p1"), "states no date that can be 2014-06-11 | it states 10 يونيو 2014"),
        (event("2014-06-10", "day", "well-2024#p3"), "it states no date at all"),
        (event("2019-11", "month", "well-2024#p2"), "no reference dates it as precisely as 2019-11"),
        (event("2014", "year", "well-2024#p1", "well-2024#p9"), "there is no well-2024#p9"),
        (event("2014", "year", "wall-2024#p1"), "there is no wall-2024#p1 | did you mean well-2024?"),
    ],
)
def test_an_event_that_its_paragraph_does_not_bear_out(wrong: Event, expected: str) -> None:
    (found,) = problems(wrong)
    assert expected in found


def test_dates_to_the_day_or_month_that_no_event_covers() -> None:
    def uncovered(*events: Event) -> list[str]:
        return [mention.found.iso for mention in reconciled(*events).uncovered]

    assert uncovered() == ["2014-06-10", "XXXX-05", "2014-05"]
    assert uncovered(event("2014-06-10", "day", "well-2024#p1")) == ["XXXX-05", "2014-05"]
    # An event to the year, or of another paragraph, does not cover them.
    assert uncovered(event("2014", "year", "well-2024#p1")) == ["2014-06-10", "XXXX-05", "2014-05"]
    assert uncovered(event("2014-06-10", "day", "well-2024#p2")) == ["2014-06-10", "XXXX-05", "2014-05"]
