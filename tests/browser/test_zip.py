"""The whole site as one zip: the same bytes wherever and whenever the edition lies and is built."""

from __future__ import annotations

import io
import os
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
from tests.browser.conftest import ROOT
from tests.browser.serving import PREFIX
from tests.browser.watching import Site

from matn.site.portable import DOWNLOAD, pack

PARTS = ("docs", "overrides", "mkdocs.yml", "CHANGELOG.md")
LINKED = ("node_modules", "tools")
ELSEWHERE = {"PYTHONHASHSEED": "7", "TZ": "Asia/Baghdad", "LC_ALL": "C", "SITE_URL": f"https://example.org{PREFIX}"}


def moved(place: Path) -> Path:
    """A copy of the edition at *place*, its files as a fresh checkout has them: of now."""
    place.mkdir(parents=True)
    for name in PARTS:
        copy = shutil.copytree if (ROOT / name).is_dir() else shutil.copyfile
        copy(ROOT / name, place / name)
    for name in LINKED:
        (place / name).symlink_to(ROOT / name)
    return place


@pytest.fixture(scope="module")
def elsewhere(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site built from another folder into another, by another process with other habits."""
    place = moved(tmp_path_factory.mktemp("elsewhere") / "a folder" / "of another name")
    command = [sys.executable, "-m", "matn", "build", "--no-pdf", "--zip", "--site-dir", "made/here"]
    environment = {key: value for key, value in os.environ.items() if key != "SOURCES"} | ELSEWHERE
    ran = subprocess.run(command, cwd=place, env=environment, capture_output=True, text=True, check=False, umask=0o077)
    assert ran.returncode == 0, ran.stderr
    return place / "made" / "here"


def opened(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


@pytest.mark.parametrize("site", ["without-sources"], indirect=True)
def test_two_folders_give_the_same_zip(site: Site, elsewhere: Path) -> None:
    here, there = pack(site.folder), (elsewhere / DOWNLOAD.path).read_bytes()
    ours, theirs = opened(here), opened(there)
    assert [name for name in ours.keys() | theirs.keys() if ours.get(name) != theirs.get(name)] == []
    assert here == there


def test_its_size_is_told_in_both_languages(elsewhere: Path) -> None:
    size = f"{(elsewhere / DOWNLOAD.path).stat().st_size / 1e6:.1f}"
    for page, unit in (("downloads.html", "ميغابايت"), ("en/downloads.html", "MB")):
        (row,) = [line for line in (elsewhere / page).read_text("utf-8").splitlines() if DOWNLOAD.path in line]
        assert size in row
        assert unit in row


def test_nothing_in_it_tells_where_it_was_made(elsewhere: Path) -> None:
    inside = opened((elsewhere / DOWNLOAD.path).read_bytes())
    told = [name for name, data in inside.items() for place in (str(ROOT), "a folder/of") if place.encode() in data]
    assert told == []
