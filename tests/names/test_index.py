"""The index over all works, and names that never occur."""

from __future__ import annotations

from pathlib import Path

from matn.edition.names import index, load_names, never_occurring

NAMES = load_names(Path(__file__).parent / "names.yaml")
TEXTS = {
    "well-2024": {"p1": "بئر القرية", "p2": "زارت سلمى ناصر بغداد، ثم عادت من بغداد."},
    "street-2021": {"p1": "قرر المجلس ما قالته سلمى ناصر", "n1": "كُتب في بغداد"},
}


def test_paragraphs_by_name() -> None:
    found = index(NAMES, TEXTS)
    assert set(found) == {name.id for name in NAMES}
    places = {name: [(entry.work, entry.paragraph, len(entry.occurrences)) for entry in found[name]] for name in found}
    assert places["baghdad"] == [("well-2024", "p2", 2), ("street-2021", "n1", 1)]
    assert places["salma-nasser"] == [("well-2024", "p2", 1), ("street-2021", "p1", 1)]
    assert places["village-council"] == places["city-council"] == [("street-2021", "p1", 1)]
    assert places["iraq"] == []


def test_offsets_are_those_of_the_reading_text() -> None:
    for entries in index(NAMES, TEXTS).values():
        for entry in entries:
            for found in entry.occurrences:
                assert TEXTS[entry.work][entry.paragraph][found.start : found.end] == found.surface


def test_a_name_that_never_occurs_is_told_at_its_line() -> None:
    told = {problem.line: problem.message for problem in never_occurring(NAMES, TEXTS)}
    iraq = next(name for name in NAMES if name.id == "iraq")
    assert told[iraq.row] == "iraq (العراق) occurs in no work"
    assert NAMES[0].row not in told


def test_nothing_is_said_while_a_text_is_missing() -> None:
    assert never_occurring(NAMES, {**TEXTS, "lost-2020": {"p1": None}}) == ()
