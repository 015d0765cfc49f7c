"""The style sheets of the site are served as one."""

from __future__ import annotations

from matn.site.styles import joined, name


def test_sheets_keep_their_order_and_lose_their_comments() -> None:
    assert joined(["/* one */\na { b: c }\n", "d { e: f }/* two\n lines */\n"]) == "a { b: c }\nd { e: f }\n"


def test_the_name_changes_with_the_content() -> None:
    assert name("a") != name("b")
    assert name("a") == name("a")
