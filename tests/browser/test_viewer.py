"""Volumes in the viewer that Firefox has, pdf.js with its own search field's logic, run in Chromium."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, Route

from matn.edition.model import WorkEdition

from ..pdf.conftest import phrases, setting, specimen, specimen_job, specimen_pdf

__all__ = ["setting", "specimen", "specimen_job", "specimen_pdf"]

ROOT = Path(__file__).resolve().parents[2]
MODULES = ROOT / "node_modules" / "pdfjs-dist" / "legacy"
PARTS = {
    "": (ROOT / "tests" / "pdf" / "viewer.html", "text/html"),
    "pdf.mjs": (MODULES / "build" / "pdf.mjs", "text/javascript"),
    "pdf.worker.mjs": (MODULES / "build" / "pdf.worker.mjs", "text/javascript"),
    "pdf_viewer.mjs": (MODULES / "web" / "pdf_viewer.mjs", "text/javascript"),
    "pdf_viewer.css": (MODULES / "web" / "pdf_viewer.css", "text/css"),
}
ADDRESS = "http://volume.test/"

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def viewer(browser: Browser, specimen_pdf: Path) -> Iterator[Page]:
    """The viewer with the specimen's Arabic volume in it."""
    if not MODULES.is_dir():
        message = f"no pdf.js in {MODULES}: run `make assets`"
        if os.environ.get("CI"):
            pytest.fail(message)
        pytest.skip(message)
    page = opened(browser, specimen_pdf)
    yield page
    page.close()


def opened(browser: Browser, volume: Path) -> Page:
    parts = {**PARTS, "volume.pdf": (volume, "application/pdf")}

    def answer(route: Route) -> None:
        path, kind = parts.get(route.request.url.removeprefix(ADDRESS), (None, ""))
        route.fulfill(body=path.read_bytes(), content_type=kind) if path else route.fulfill(status=404)

    page = browser.new_page()
    page.route(f"{ADDRESS}**", answer)
    page.goto(ADDRESS)
    page.locator("#viewer .page").first.wait_for()
    return page


def test_a_phrase_is_found_wherever_it_stands_and_shown(viewer: Page, specimen: WorkEdition) -> None:
    for phrase, wanted in phrases(specimen).items():
        found = viewer.evaluate("phrase => search(phrase)", phrase)
        assert found["count"] >= wanted > 1
        assert "".join(found["shown"].split()) == "".join(phrase.split())


def test_what_is_not_there_is_not_found(viewer: Page) -> None:
    assert viewer.evaluate("phrase => search(phrase)", "كلمتان غائبتان") == {"count": 0, "shown": ""}
