"""The site as a zip: the same bytes again, nothing in it that means nothing in a folder, its size told on the site."""

from __future__ import annotations

import io
import os
import zipfile
from pathlib import Path

import pytest
from bs4 import BeautifulSoup

from matn.edition.model import Edition
from matn.site.pages import pages
from matn.site.portable import DOWNLOAD, offer, pack
from matn.site.takeaway import size_of
from matn.site.words import Words


@pytest.fixture
def folder(edition: Edition, tmp_path: Path) -> Path:
    """A site with its two pages of downloads and some files."""
    for language, path in (("ar", "downloads.html"), ("en", "en/downloads.html")):
        place = tmp_path / path
        place.parent.mkdir(exist_ok=True)
        place.write_text(str(pages(edition, language)["downloads.md"]), encoding="utf-8")
    for path in ("index.html", "downloads/a/a.pdf", "sitemap.xml", "sitemap.xml.gz", ".matn-site", "assets/خط.woff2"):
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text(path, encoding="utf-8")
    return tmp_path


def rows(page: str) -> list[BeautifulSoup]:
    """The rows of the page that tell of the zip."""
    found = BeautifulSoup(page, "html.parser").select("tr")
    return [row for row in found if "zip" in row.get_text() and "index.html" in row.get_text()]


def test_the_same_site_gives_the_same_bytes(folder: Path) -> None:
    data = pack(folder)
    for path in folder.rglob("*"):
        os.utime(path, (1, 1))
    assert pack(folder) == data


def test_it_holds_all_that_means_something_in_a_folder(folder: Path) -> None:
    with zipfile.ZipFile(io.BytesIO(pack(folder))) as archive:
        assert sorted(archive.namelist()) == [
            "matn/assets/خط.woff2",
            "matn/downloads.html",
            "matn/downloads/a/a.pdf",
            "matn/en/downloads.html",
            "matn/index.html",
        ]
        assert archive.testzip() is None


def test_its_size_is_told_where_it_can_be_had(folder: Path) -> None:
    data = pack(folder)
    offer(folder, data)
    assert (folder / DOWNLOAD.path).read_bytes() == data
    for language, path in (("ar", "downloads.html"), ("en", "en/downloads.html")):
        (row,) = rows((folder / path).read_text("utf-8"))
        link = row.select_one("a")
        assert link is not None
        assert ((folder / path).parent / str(link["href"])).resolve() == folder / DOWNLOAD.path
        assert size_of(len(data), Words(language)) in row.get_text()


def test_in_the_zip_itself_nothing_leads_to_it(folder: Path) -> None:
    with zipfile.ZipFile(io.BytesIO(pack(folder))) as archive:
        for language, path in (("ar", "downloads.html"), ("en", "en/downloads.html")):
            (row,) = rows(archive.read(f"matn/{path}").decode())
            assert not row.select("a")
            assert Words(language)("site-zip-here") in row.get_text()
