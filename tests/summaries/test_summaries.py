"""The file of summaries: read, refused with lines, pinned."""

from __future__ import annotations

import pytest

from matn.edition.summaries import parse, pin

GOOD = """# Summaries

Written by hand.

## p1 ~a1b2c3
The title.

## p2
The author argues
that it rained.

## p3 ~000000
none: a byline
"""


def test_reads_text_hash_and_reason() -> None:
    found, problems = parse(GOOD)
    assert not problems
    assert found["p1"].text == "The title."
    assert found["p1"].pinned == "a1b2c3"
    assert found["p2"].text == "The author argues that it rained."
    assert found["p2"].pinned == ""
    assert (found["p3"].text, found["p3"].reason) == ("", "a byline")


@pytest.mark.parametrize(
    ("text", "line", "word"),
    [
        pytest.param("## p1 ~xyz\ntext\n", 1, "expected", id="bad-hash"),
        pytest.param("## p1\na\n\n## p1\nb\n", 4, "already", id="twice"),
        pytest.param("## p1\n\n## p2\nb\n", 1, "no text", id="empty"),
        pytest.param("A summary of nothing.\n", 1, "a heading such as", id="no-heading"),
        pytest.param("## p1\nnone:\n", 1, "without a reason", id="none-without-reason"),
    ],
)
def test_mistakes_are_told_with_their_line(text: str, line: int, word: str) -> None:
    _, problems = parse(text)
    assert [problem.line for problem in problems] == [line]
    assert word in problems[0].message


def test_pin_changes_headings_only() -> None:
    pinned = pin(GOOD, {"p1": "ffffff", "p2": "123456"})
    assert "## p1 ~ffffff\n" in pinned
    assert "## p2 ~123456\n" in pinned
    assert "## p3 ~000000\n" in pinned
    assert pin(pinned, {"p1": "a1b2c3"}).replace(" ~123456", "") == GOOD
