"""Books in a real reading system, epub.js in Chromium, and before Ace by DAISY: what readers get of them."""

from __future__ import annotations

import io
import json
import os
import shutil
import subprocess
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from matn.edition.model import Edition, WorkEdition
from matn.export.cite import Site, load_imprint
from matn.export.epub import offers
from matn.export.offer import Setting
from matn.site.words import Words

from ..export.conftest import works
from ..lacking import lacking
from ..site.conftest import bare, edition, whole
from .parts import opened

__all__ = ["bare", "edition", "whole", "works"]

ROOT = Path(__file__).resolve().parents[2]
HERE = ROOT / "tests" / "epub"
MODULES = HERE / "node_modules"
SCRIPTS = {"epub.js": MODULES / "epubjs/dist/epub.min.js", "jszip.js": MODULES / "jszip/dist/jszip.min.js"}
# Shows each document of the book in turn; returns its name, language, direction, and the text of its body.
WALK = """async () => {
  const seen = []
  for (const item of book.spine.spineItems) {
    await shown.display(item.href)
    const { document } = shown.getContents()[0]
    const { body } = document
    seen.push([item.href, body.lang, getComputedStyle(body).direction, body.textContent])
  }
  return seen
}"""
PLACE = "() => shown.currentLocation().start"

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def modules() -> Path:
    """The packages of npm that these tests need; skips without them, and fails there with ``CI`` set."""
    if not all(path.is_file() for path in SCRIPTS.values()):
        lacking(f"no epub.js and Ace in {MODULES}: run `npm ci --ignore-scripts` in {HERE}, or `make test`")
    return MODULES


@pytest.fixture(scope="module")
def setting() -> Setting:
    return Setting(ROOT, Site(load_imprint(ROOT), "https://example.org/matn/"), Words)


@pytest.fixture(scope="module")
def specimen(works: Callable[[str, bool], WorkEdition], setting: Setting) -> tuple[WorkEdition, bytes]:
    item = works("specimen", True)
    return item, list(offers(Edition((item,), "test")))[1].make(setting)


def reading(browser: Browser, book: bytes, width: int = 600) -> Page:
    """A page on which *book* is open in epub.js."""
    parts = {
        "": ((HERE / "reader.html").read_bytes(), "text/html"),
        "book.epub": (book, "application/epub+zip"),
        **{name: (path.read_bytes(), "text/javascript") for name, path in SCRIPTS.items()},
    }
    page = opened(browser, parts, width)
    page.evaluate("opened")
    return page


@pytest.fixture(scope="module")
def page(browser: Browser, modules: Path, specimen: tuple[WorkEdition, bytes]) -> Iterator[Page]:
    shown = reading(browser, specimen[1])
    yield shown
    shown.close()


def test_every_document_is_shown_in_its_direction(page: Page, specimen: tuple[WorkEdition, bytes]) -> None:
    seen = page.evaluate(WALK)
    with zipfile.ZipFile(io.BytesIO(specimen[1])) as archive:
        assert {name for name, *_ in seen} == {
            name.removeprefix("EPUB/") for name in archive.namelist() if name.endswith(".xhtml")
        }
    for name, language, direction, text in seen:
        assert direction == {"ar": "rtl", "en": "ltr"}[language], name
        assert text.strip() or name == "cover.xhtml"
    told = "".join(text for *_, text in seen)
    for paragraph in specimen[0].paragraphs:
        assert (paragraph.reading or "")[:40].split("[", 1)[0].strip() in told, paragraph.id


def test_it_is_turned_from_right_to_left(page: Page) -> None:
    assert page.evaluate("book.packaging.metadata.direction") == "rtl"
    page.evaluate("shown.display('text-2.xhtml')")
    first = page.evaluate(PLACE)
    page.evaluate("shown.next()")
    second = page.evaluate(PLACE)
    assert (second["index"], second["displayed"]["page"]) > (first["index"], first["displayed"]["page"])


def test_contents_and_list_of_pages_lead_to_the_text(page: Page, specimen: tuple[WorkEdition, bytes]) -> None:
    assert page.evaluate("book.navigation.toc.length") > 5
    listed = page.evaluate("book.loaded.pageList.then(() => book.pageList.pages.length)")
    assert listed == len(specimen[0].paragraphs)
    for href in page.evaluate("book.navigation.toc.map(each => each.href)"):
        page.evaluate("href => shown.display(href)", href)
        assert page.evaluate(PLACE)["href"] == href.partition("#")[0]


def test_a_note_opens_from_its_call_and_leads_back(page: Page) -> None:
    hrefs = "() => shown.getContents()[0].document.querySelector('[role=doc-noteref]')?.getAttribute('href')"
    calls = {}
    for href in page.evaluate("book.spine.spineItems.map(each => each.href)"):
        page.evaluate("href => shown.display(href)", href)
        calls[href] = page.evaluate(hrefs)
    chapter, note = next((name, href) for name, href in calls.items() if href)
    file, _, anchor = note.partition("#")
    page.evaluate("href => shown.display(href)", f"{file or chapter}#{anchor}")
    back = page.evaluate(
        "id => shown.getContents()[0].document.getElementById(id).querySelector('[role=doc-backlink]').href", anchor
    )
    assert back.rpartition("#")[2] == f"{anchor}-ref"


def test_nothing_is_wider_than_a_narrow_screen(
    browser: Browser, modules: Path, specimen: tuple[WorkEdition, bytes]
) -> None:
    narrow = reading(browser, specimen[1], 320)
    for name in narrow.evaluate("book.spine.spineItems.map(each => each.href)"):
        narrow.evaluate("href => shown.display(href)", name)
        wide = narrow.evaluate(
            """() => [...shown.getContents()[0].document.body.querySelectorAll("*")]
              .filter(each => each.getClientRects().length == 1 && each.getBoundingClientRect().width > innerWidth)
              .map(each => each.outerHTML.slice(0, 99))"""
        )
        assert wide == [], name
    narrow.close()


@pytest.fixture(scope="module")
def ace(modules: Path, chromium: str) -> Callable[..., dict[str, list[str]]]:
    """What Ace finds in books, by their names."""
    node = shutil.which("node")
    assert node, "Node.js is what the site is built with"

    def run(*books: Path) -> dict[str, list[str]]:
        environment = {**os.environ, "PUPPETEER_EXECUTABLE_PATH": chromium}
        ran = subprocess.run(
            [node, HERE / "ace.js", *books],
            env=environment,
            capture_output=True,
            text=True,
            encoding="utf-8",
            check=False,
        )
        assert ran.returncode == 0, ran.stderr
        return {Path(book).name: found for book, found in json.loads(ran.stdout).items()}

    return run


def test_ace_finds_what_is_wrong_and_nothing_in_ours(
    ace: Callable[..., dict[str, list[str]]],
    edition: Edition,
    specimen: tuple[WorkEdition, bytes],
    setting: Setting,
    tmp_path: Path,
) -> None:
    hostile = next(iter(offers(edition))).make(setting)
    books = {"specimen": specimen[1], "hostile": hostile, "wrong": spoilt(specimen[1])}
    for name, data in books.items():
        (tmp_path / name).write_bytes(data)
    found = ace(*(tmp_path / name for name in books))
    assert {name: told for name, told in found.items() if name != "wrong"} == {"specimen": [], "hostile": []}
    rules = {told.split(": ")[2] for told in found["wrong"]}
    assert {"html-has-lang", "image-alt"} <= rules


def spoilt(book: bytes) -> bytes:
    """*book* with a cover that is not described, and in no language."""
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(book)) as whole, zipfile.ZipFile(made, "w") as archive:
        for name in whole.namelist():
            data = whole.read(name)
            if name.endswith("cover.xhtml"):
                data = data.replace(b' alt="', b' data-alt="').replace(b' lang="', b' data-lang="')
                data = data.replace(b' xml:lang="', b' data-xml="')
            archive.writestr(name, data)
    return made.getvalue()
