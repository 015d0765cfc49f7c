"""What was read, and what is left to look at."""

from __future__ import annotations

from pathlib import Path

import pytest

from matn.edition.model import Note, Paragraph
from matn.edition.names import Kind
from matn.edition.proofs import check_marks, load_marks, misplaced, times_read
from matn.edition.spelling import Spellings
from matn.edition.worklist import strange_words
from matn.structure.model import BlockKind

from ..cli.conftest import Matn
from ..edition.small import Small
from .composing import name

IDS = ["p1", "p2", "p2a", "p3", "n1", "n2"]
GOOD = """\
- {reader: First reading, date: 2025-10-04, paragraphs: [p1-p3]}
- {reader: Second reading, paragraphs: [p2, p3 – n1]}
"""


def write(folder: Path, content: str) -> Path:
    (folder / "readings.yaml").write_text(content, encoding="utf-8")
    return folder


def test_counts_how_often_a_paragraph_was_read(tmp_path: Path) -> None:
    marks = load_marks(write(tmp_path, GOOD))
    assert [(mark.reader, mark.date, mark.line) for mark in marks] == [
        ("First reading", "2025-10-04", 1),
        ("Second reading", "", 2),
    ]
    assert times_read(marks, IDS) == {"p1": 1, "p2": 2, "p2a": 1, "p3": 2, "n1": 1, "n2": 0}
    assert list(misplaced(marks, IDS)) == []


def test_one_reading_counts_once_however_it_is_written(tmp_path: Path) -> None:
    marks = load_marks(write(tmp_path, "- {reader: A, paragraphs: [p1, p1-p2, p1]}\n"))
    assert times_read(marks, IDS)["p1"] == 1


@pytest.mark.parametrize(
    ("content", "line", "message"),
    [
        ("- {paragraphs: [p1]}", 1, "missing: reader"),
        ("- {reader: A}", 1, "missing: paragraphs"),
        ("- {reader: A, paragraphs: p1}", 1, "expected a list"),
        ("- {reader: A, paragraphs: [page 1]}", 1, "expected an id such as p12"),
        ("- reader: A\n  date: May\n  paragraphs: [p1]", 2, "expected a date such as 2025"),
    ],
)
def test_mistakes_are_told(tmp_path: Path, content: str, line: int, message: str) -> None:
    _, (problem,) = check_marks(write(tmp_path, content))
    assert (problem.line, problem.message[: len(message)]) == (line, message)


@pytest.mark.parametrize(("span", "message"), [("p7", "there is no p7"), ("p3-p1", "p3-p1 is no range")])
def test_ranges_that_are_none_are_told(tmp_path: Path, span: str, message: str) -> None:
    marks = load_marks(write(tmp_path, f"- {{reader: A, paragraphs: [{span}]}}\n"))
    assert [problem.message[: len(message)] for problem in misplaced(marks, IDS)] == [message]


def test_words_that_nobody_knows() -> None:
    paragraphs = [
        Paragraph("p1", BlockKind.PARAGRAPH, reading="وضعوا الحُطط في زغيتون."),
        Paragraph("p2", BlockKind.PARAGRAPH, reading="Xyzzy", language="en"),
    ]
    notes = [Note("n1", "1", "present", text="كتاب الحُططي"), Note("n2", "2", "lost")]
    found = strange_words(paragraphs, notes)
    assert [(word.at, word.reading) for word in found] == [("p1", "الحُطط"), ("p1", "زغيتون"), ("n1", "الحُططي")]
    assert found[0].perhaps[0] == "الخطط"
    assert found[0].context == "وضعوا ‹الحُطط› في زغيتون."
    known = Spellings([name("zaghaytun", "زغيتون", "Zaghaytun", Kind.PLACE)])
    assert [word.reading for word in strange_words(paragraphs, notes, known)] == ["الحُطط", "الحُططي"]


def test_the_worklist(matn: Matn, edition: Small) -> None:
    source = edition.source.read_text(encoding="utf-8")
    edition.source.write_text(source.replace("الشتاء", "الشتأأء"), encoding="utf-8")
    edition.describe()
    ran = matn("proofread", "well-2024")
    assert ran.code == 0, ran.err
    lines = ran.out.splitlines()
    assert lines[:2] == ["not read: p1-p7 n1", "read once: nothing"]
    assert next(line for line in lines if "‹الشتأأء›" in line).startswith("p3  word  ")
    assert lines[-1] == "1 unknown word, 0 open questions, 0 doubtful edits"
    edition.write("readings.yaml", "- {reader: A, paragraphs: [p1-p4]}\n- {reader: B, paragraphs: [p3-n2]}\n")
    lines = matn("proofread", "well-2024", "--unread").out.splitlines()
    assert lines[:2] == ["not read: nothing", "read once: p1-p2 p5-p7 n1"]
    assert not [line for line in lines if line.startswith("p3")]


def test_without_the_source_there_is_nothing_to_read(matn: Matn, edition: Small) -> None:
    edition.source.unlink()
    ran = matn("proofread", "well-2024")
    assert (ran.code, ran.out) == (3, "")
    assert "--sources" in ran.err


def test_readings_are_checked(matn: Matn, edition: Small) -> None:
    edition.write("readings.yaml", "- {reader: A, paragraphs: [p1-p77]}\n")
    assert "readings.yaml:1: E671" in matn("check").out
    edition.write("readings.yaml", "- {reader: A, paragraphs: [p1-p6, n1, n2]}\n")
    out = matn("check", "--all").out
    assert "well-2024#p7: R672" in out
    assert "well-2024#p6: R672" not in out
