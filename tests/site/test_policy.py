"""The policy of a page names its own scripts by hash, and nothing else."""

from __future__ import annotations

from pathlib import Path

import pytest

from matn.site.policy import inline_scripts, policy, seal, with_policy

PAGE = """<html><head><meta charset="utf-8"><script src="a.js"></script><script>go()</script>
<script type="application/json">{"a": 1}</script><script type="application/ld+json">{}</script>
<script type="text/javascript">stay("متن")</script><script id=x>go()</script></head></html>"""


def test_only_scripts_that_run_in_the_page_are_named() -> None:
    assert inline_scripts(PAGE) == ["go()", 'stay("متن")', "go()"]


def test_each_script_is_named_once_by_its_hash() -> None:
    # echo -n 'go()' | openssl dgst -sha256 -binary | base64
    assert policy(PAGE).count("'sha256-") == 2
    assert "'sha256-5KYv+PUboo5h+0+YAtGRPbwv5d/QxzHslP4YGnUaxRw='" in policy(PAGE)


def test_no_script_may_stand_in_the_page_unnamed_and_no_other_host_is_asked() -> None:
    rules = dict(rule.split(" ", 1) for rule in policy("<head></head>").split("; "))
    assert rules["script-src"] == "'self' file:"
    assert "http" not in policy(PAGE)
    assert rules["object-src"] == "'none'"


def test_the_policy_stands_before_every_script() -> None:
    html = with_policy(PAGE)
    assert html.index("Content-Security-Policy") < html.index("<script")
    assert html.replace(f'<meta http-equiv="Content-Security-Policy" content="{policy(PAGE)}">', "") == PAGE


def test_a_page_without_character_set_is_refused() -> None:
    with pytest.raises(ValueError, match="charset"):
        with_policy("<html></html>")


def test_every_page_of_a_folder_is_sealed_once(tmp_path: Path) -> None:
    (tmp_path / "en").mkdir()
    pages = [tmp_path / "index.html", tmp_path / "en" / "index.html"]
    for page in pages:
        page.write_text(PAGE, encoding="utf-8")
    seal(tmp_path)
    seal(tmp_path)
    assert [page.read_text(encoding="utf-8") for page in pages] == [with_policy(PAGE)] * 2
