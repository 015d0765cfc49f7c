"""Downloads in a real browser: every one is there as told, and the zip of the site is read from a folder."""

from __future__ import annotations

import io
import json
import zipfile
from pathlib import Path

import pytest
from playwright.sync_api import Page
from tests.browser.watching import Site, Watched

from matn.export.downloads import listing
from matn.site.portable import pack
from matn.site.takeaway import size_of
from matn.site.words import Words

pytestmark = pytest.mark.browser

LINKS = """all => all.map(a => [a.href, a.getAttribute("type"), a.nextElementSibling.textContent])"""


@pytest.mark.parametrize(("language", "page"), [("ar", "downloads.html"), ("en", "en/downloads.html")])
def test_every_download_is_there_as_told(site: Site, watched: Watched, language: str, page: str) -> None:
    watched.page.goto(site.address + page, wait_until="domcontentloaded")
    told = watched.page.eval_on_selector_all("table.downloads a", LINKS)
    known = {each.path: each for each in listing(site.edition, site.without)}
    assert len(told) > len(known) / 2
    for href, media_type, size in told:
        path = href.removeprefix(site.address)
        assert known[path].media_type == media_type
        assert size_of((site.folder / path).stat().st_size, Words(language)) == size, path
    for width in (1280, 390):
        watched.page.set_viewport_size({"width": width, "height": 900})
        assert watched.page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert watched.page.locator("table.downloads a").first.is_visible()


def test_what_is_listed_lies_in_the_site(site: Site) -> None:
    for each in listing(site.edition, site.without):
        assert (site.folder / each.path).stat().st_size > 0, each.path
    assert json.loads((site.folder / "dts/index.json").read_text("utf-8"))["@id"].endswith("/dts/index.json")


def test_a_work_offers_its_files(site: Site, watched: Watched) -> None:
    watched.page.goto(f"{site.address}works/specimen.html", wait_until="domcontentloaded")
    block = watched.page.locator("details.taking")
    block.locator("summary").click()
    link = block.locator('a[href$="specimen.xml"]')
    with watched.page.expect_download() as caught:
        link.click()
    assert Path(caught.value.path()).read_bytes() == (site.folder / "downloads/specimen/specimen.xml").read_bytes()


def find(page: Page, query: str) -> None:
    """Search as a reader would, and follow the first result."""
    page.keyboard.press("/")
    page.locator(".matn-search .md-search__input").fill(query)
    page.locator("li[data-work]").first.wait_for()
    page.keyboard.press("Enter")
    page.locator(":target mark.matn-hit").first.wait_for()


def test_the_zip_is_read_from_a_folder(site: Site, watched: Watched, tmp_path: Path) -> None:
    with zipfile.ZipFile(io.BytesIO(pack(site.folder))) as archive:
        archive.extractall(tmp_path)
    page = watched.page
    page.goto((tmp_path / "matn/index.html").as_uri(), wait_until="domcontentloaded")
    page.locator('a[href="works/specimen.html"]').first.click()
    page.locator("#p3").wait_for()
    assert page.url.startswith("file://")
    text = page.locator("#p3 .cell").text_content() or ""
    reading = next(p.reading for p in site.edition.works[0].paragraphs if p.id == "p3")
    assert (reading or "") in text
    fonts = page.evaluate("document.fonts.ready.then(all => [...all].filter(f => f.status == 'loaded').length)")
    assert fonts > 0
    find(page, "يونيكود")
    assert page.url.startswith((tmp_path / "matn/works").as_uri())
    page.goto((tmp_path / "matn/en/downloads.html").as_uri(), wait_until="domcontentloaded")
    assert page.locator("tr", has_text="this is it").count() == 1
    hrefs = page.eval_on_selector_all("table.downloads a", "all => all.map(a => a.href)")
    assert all(Path(href.removeprefix("file://")).is_file() for href in hrefs)
    kinds = {href.rpartition(".")[2] for href in hrefs}
    assert {"epub", "pdf"} - set(site.without) <= kinds
    assert watched.complaints == []
    assert [url for url in watched.requests if not url.startswith("file://")] == []
