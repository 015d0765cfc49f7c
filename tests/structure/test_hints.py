"""Hints that an editor gets wrong are told, with what was expected."""

from __future__ import annotations

import re

import pytest

from matn.errors import BadInputError
from matn.structure.hints import parse
from matn.structure.read import read


@pytest.mark.parametrize(
    ("hints", "told"),
    [
        ({"lay-out": "markdown"}, "unknown key 'lay-out'"),
        ({"layout": "columns"}, "expected one of markdown, wrapped"),
        ({"paragraphs": 3}, "expected one of sentence, line"),
        ({"title": "(اسم"}, "no regular expression"),
        ({"title": ""}, "expected a regular expression"),
        ({"byline": "كتبه"}, "byline: expected a list"),
        ({"furniture": [{"line": "a"}]}, "a `reason`"),
        ({"furniture": [{"line": "a", "from": "b", "reason": "c"}]}, "expected `line` or `from`"),
        ({"furniture": [{"line": "a", "before": "b", "reason": "c"}]}, "expected `line` or `from`"),
        ({"furniture": ["a"]}, "expected a mapping"),
        ({"headings": [{"line": "a", "level": 0}]}, "expected a level from 1 on"),
        ({"headings": [{"level": 1}]}, "expected a regular expression"),
        ({"notes": {"frist": "a"}}, "unknown key 'frist'"),
        ({"notes": {"same": ["*"]}}, "expected a mapping"),
        ({"notes": {"markers": "a"}}, "markers: expected a list"),
        ({"notes": {"markers": [r"كلمة \d"]}}, "expected a group"),
        ({"notes": {"body": r"^\d"}}, "expected a group"),
    ],
)
def test_a_malformed_hint_is_told(hints: dict[str, object], told: str) -> None:
    with pytest.raises(BadInputError, match=re.escape(told)):
        parse(hints)


def test_a_misspelt_key_gets_a_suggestion() -> None:
    with pytest.raises(BadInputError) as error:
        parse({"headngs": []})
    assert "did you mean 'headings'?" in str(error.value)


@pytest.mark.parametrize(
    "hints",
    [
        {"title": "^غائب$"},
        {"joins": ["غائب"]},
        {"furniture": [{"from": "هنا", "before": "غائب", "reason": "masthead"}]},
        {"notes": {"targets": "غائب"}},
        {"notes": {"markers": ["غائب (1)"]}},
    ],
)
def test_a_hint_that_finds_nothing_is_told(hints: dict[str, object]) -> None:
    with pytest.raises(BadInputError, match="no line of the text matches"):
        read("هنا نص.\n", hints)


def test_hints_see_no_marks_and_no_tatweel() -> None:
    document = read("كِتَـابُ المَاء\n\nنص.\n", {"title": "^كتاب الماء$"})
    assert [block.kind.value for block in document.blocks] == ["title", "paragraph"]
