"""What people read about the project agrees with what it has."""

from __future__ import annotations

import json
import re
import tomllib
from pathlib import Path

import click
import pytest
import yaml

from matn.cli.main import cli

ROOT = Path(__file__).resolve().parents[2]
README = (ROOT / "README.md").read_text("utf-8")


@pytest.mark.parametrize("name", sorted(cli.commands))
def test_every_command_is_in_the_readme_and_has_help(name: str) -> None:
    assert f"matn {name}" in README
    command = cli.commands[name]
    assert command.help
    assert [p.name for p in command.params if isinstance(p, click.Option) and not p.help] == []


def test_every_command_in_the_readme_exists() -> None:
    assert set(re.findall(r"^matn ([a-z]+)", README, re.MULTILINE)) <= set(cli.commands)


def test_every_make_target_named_exists() -> None:
    targets = set(re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text(), re.MULTILINE))
    texts = README + "".join(path.read_text("utf-8") for path in (ROOT / "docs").glob("**/*.md"))
    named = set(
        re.findall(r"\bmake ([a-z][a-z-]*)", " ".join(re.findall(r"`[^`]*`|^    .*$|^make .*$", texts, re.MULTILINE)))
    )
    assert {"site", "test"} <= named <= targets


def test_pictures_of_the_readme_are_there() -> None:
    pictures = re.findall(r"!\[[^\]]*\]\(([^)]+)\)", README)
    assert pictures
    assert [name for name in pictures if not (ROOT / name).is_file()] == []


def test_every_page_has_its_twin_in_english() -> None:
    arabic = {path.name for path in (ROOT / "docs").glob("*.md")}
    assert arabic == {path.name for path in (ROOT / "docs" / "en").glob("*.md")}


def test_the_lock_file_names_no_host() -> None:
    lock = json.loads((ROOT / "package-lock.json").read_text())
    assert [name for name, entry in lock["packages"].items() if "resolved" in entry] == []
    assert all("integrity" in entry for name, entry in lock["packages"].items() if name)


def test_the_site_needs_the_theme_with_the_mended_search() -> None:
    wanted = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]["dependencies"]
    assert {"mkdocs>=1.6,<2", "mkdocs-material>=9.7.7"} <= set(wanted)


def test_the_site_keeps_its_addresses() -> None:
    text = (ROOT / "mkdocs.yml").read_text("utf-8")
    config = yaml.safe_load(re.sub(r"!(ENV|relative|!python/\S+)", "", text))
    assert config["use_directory_urls"] is False
    assert config["theme"]["font"] is False
