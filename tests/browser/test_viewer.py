"""Volumes in the viewer that Firefox has, pdf.js with its own search field's logic, run in Chromium."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from matn.edition.model import WorkEdition

from ..lacking import lacking
from ..pdf.conftest import phrases, setting, specimen, specimen_job, specimen_pdf
from . import parts

__all__ = ["setting", "specimen", "specimen_job", "specimen_pdf"]

ROOT = Path(__file__).resolve().parents[2]
MODULES = ROOT / "node_modules" / "pdfjs-dist" / "legacy"
PARTS = {
    "": (ROOT / "tests" / "pdf" / "viewer.html", "text/html"),
    "pdf.mjs": (MODULES / "build" / "pdf.mjs", "text/javascript"),
    "pdf.worker.mjs": (MODULES / "build" / "pdf.worker.mjs", "text/javascript"),
    "pdf_viewer.mjs": (MODULES / "web" / "pdf_viewer.mjs", "text/javascript"),
    "pdf_viewer.css": (MODULES / "web" / "pdf_viewer.css", "text/css"),
    "images/loading-icon.gif": (MODULES / "web" / "images" / "loading-icon.gif", "image/gif"),
}

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def viewer(browser: Browser, specimen_pdf: Path) -> Iterator[Page]:
    """The viewer with the specimen's Arabic volume in it."""
    if not MODULES.is_dir():
        lacking(f"no pdf.js in {MODULES}: run `make assets`")
    page = opened(browser, specimen_pdf)
    yield page
    page.close()


def opened(browser: Browser, volume: Path) -> Page:
    files = {**PARTS, "volume.pdf": (volume, "application/pdf")}
    page = parts.opened(browser, {name: (path.read_bytes(), kind) for name, (path, kind) in files.items()})
    page.locator("#viewer .page").first.wait_for()
    return page


def test_a_phrase_is_found_wherever_it_stands_and_shown(viewer: Page, specimen: WorkEdition) -> None:
    for phrase, wanted in phrases(specimen).items():
        found = viewer.evaluate("phrase => search(phrase)", phrase)
        assert found["count"] >= wanted > 1
        assert "".join(found["shown"].split()) == "".join(phrase.split())


def test_what_is_not_there_is_not_found(viewer: Page) -> None:
    assert viewer.evaluate("phrase => search(phrase)", "كلمتان غائبتان") == {"count": 0, "shown": ""}
