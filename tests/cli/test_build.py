"""``matn build``: the site comes as a whole or not at all, and no other folder is replaced."""

from __future__ import annotations

from pathlib import Path

import pytest

from matn.cli.build import MARK
from matn.edition.model import Edition
from matn.errors import BadInputError
from matn.site import build as site

from ..edition.small import Small
from .conftest import Matn


def write_index(root: Path, edition: Edition, site_dir: Path, without: tuple[str, ...]) -> None:
    """Stand in for the site builder, which has tests of its own: say how many works it was given, and what not."""
    assert (root / "docs/works").is_dir()
    (site_dir / "index.html").write_text(" ".join([f"{len(edition.works)} works", *without]), encoding="utf-8")


def fail(root: Path, edition: Edition, site_dir: Path, without: tuple[str, ...]) -> None:
    (site_dir / "half.html").write_text("half", encoding="utf-8")
    raise BadInputError("a link leads nowhere")


@pytest.fixture(autouse=True)
def builder(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(site, "build", write_index)


def test_the_site_is_put_in_place_and_the_account_printed(matn: Matn, edition: Small) -> None:
    ran = matn("build")
    assert ran.code == 0, ran.err
    assert (edition.root / "site/index.html").read_text(encoding="utf-8") == "1 works"
    assert "unaccounted" in ran.out.splitlines()[0]
    assert not list(edition.root.glob(".site.*"))


def test_it_may_leave_the_pdfs_out(matn: Matn, edition: Small) -> None:
    assert matn("build", "--no-pdf").code == 0
    assert (edition.root / "site/index.html").read_text(encoding="utf-8") == "1 works pdf"


def test_without_a_source_it_says_so(matn: Matn, edition: Small) -> None:
    edition.source.unlink()
    ran = matn("build", "--site-dir", "new/folder")
    assert ran.code == 0
    assert "well-2024: published without its Arabic text" in ran.err
    assert (edition.root / "new/folder/index.html").is_file()


def test_a_failed_build_leaves_the_last_site(matn: Matn, edition: Small, monkeypatch: pytest.MonkeyPatch) -> None:
    matn("build")
    monkeypatch.setattr(site, "build", fail)
    ran = matn("build")
    assert ran.code == 3
    assert "a link leads nowhere" in ran.err
    assert sorted(path.name for path in (edition.root / "site").iterdir()) == [MARK, "index.html"]
    assert not list(edition.root.glob(".site.*"))


@pytest.mark.parametrize("name", ["site", "new/folder"])
def test_what_the_last_site_had_goes(matn: Matn, edition: Small, name: str) -> None:
    matn("build", "--site-dir", name)
    (edition.root / name / "old.html").write_text("old", encoding="utf-8")
    assert matn("build", "--site-dir", name).code == 0
    assert sorted(path.name for path in (edition.root / name).iterdir()) == [MARK, "index.html"]


def test_somebody_elses_site_is_left_alone(matn: Matn, edition: Small) -> None:
    foreign = edition.root / "home"
    foreign.mkdir()
    (foreign / "index.html").write_text("my page", encoding="utf-8")
    ran = matn("build", "--site-dir", "home")
    assert ran.code == 3
    assert "found other files in it" in ran.err
    assert [path.name for path in foreign.iterdir()] == ["index.html"]


def test_a_link_to_the_folder_stays_a_link(matn: Matn, edition: Small) -> None:
    (edition.root / "far").mkdir()
    (edition.root / "near").symlink_to("far")
    assert matn("build", "--site-dir", "near").code == 0
    assert (edition.root / "near").is_symlink()
    assert (edition.root / "far/index.html").is_file()


@pytest.mark.parametrize(
    ("target", "found"),
    [(".", "the edition"), ("..", "the edition"), ("docs", "other files"), ("sources/well-2024.md", "a file")],
)
def test_no_other_folder_is_replaced(matn: Matn, edition: Small, target: str, found: str) -> None:
    ran = matn("build", "--site-dir", str((edition.root / target).resolve()))
    assert ran.code in (2, 3)
    assert found in ran.err
    assert edition.source.is_file()
    assert (edition.work / "work.yaml").is_file()
