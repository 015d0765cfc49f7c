"""The style sheets of the site are served as one."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from matn.site.styles import joined, name

SHEETS = sorted((Path(__file__).resolve().parents[2] / "overrides/assets/styles").glob("*.css"))


def test_sheets_keep_their_order_and_lose_their_comments() -> None:
    assert joined(["/* one */\na { b: c }\n", "d { e: f }/* two\n lines */\n"]) == "a { b: c }\nd { e: f }\n"


def test_the_name_changes_with_the_content() -> None:
    assert name("a") != name("b")
    assert name("a") == name("a")


@pytest.mark.parametrize("path", SHEETS, ids=lambda path: path.name)
def test_no_rule_is_one_that_browsers_drop(path: Path) -> None:
    """A list in ``:is()`` and the like may not have pseudo-elements (Selectors 4, section 3.5): nothing would match."""
    found = re.findall(r":(?:is|where|not|has)\([^)]*::?(?:before|after|marker|placeholder)\b", path.read_text("utf-8"))
    assert found == []
