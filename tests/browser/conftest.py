"""The real site, built with the source texts and without, and a Chromium to read it with.

Where no Chromium is found, the tests skip and say how to get one; with ``CI`` set they fail, so that a
machine that is meant to run them cannot pass by not running them.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from functools import cache
from pathlib import Path

import pytest
from filelock import FileLock
from playwright.sync_api import Browser, Playwright, sync_playwright
from tests.browser.serving import PREFIX, served
from tests.browser.watching import Site, Watched
from tests.conftest import source_folder
from tests.lacking import lacking

from matn.edition.assemble import assemble
from matn.site.build import build

ROOT = Path(__file__).resolve().parents[2]
NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
# A browser of its own accord looks up hosts; a test that forbids other hosts must keep it from that.
FLAGS = [
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
]  # fmt: skip


@pytest.fixture(scope="session")
def playwright() -> Iterator[Playwright]:
    with sync_playwright() as running:
        yield running


@pytest.fixture(scope="session")
def chromium(playwright: Playwright) -> str:
    """Path of a Chromium: ``CHROMIUM``, else one on ``PATH``, else Playwright's own."""
    named = os.environ.get("CHROMIUM")
    found = shutil.which(named) if named else next(filter(None, map(shutil.which, NAMES)), None)
    own = playwright.chromium.executable_path
    if not found and not Path(own).exists():
        lacking("no Chromium: install chromium, set CHROMIUM to one, or run `make browser`")
    return found or own


@pytest.fixture(scope="session")
def browser(playwright: Playwright, chromium: str) -> Iterator[Browser]:
    """A running Chromium."""
    running = playwright.chromium.launch(executable_path=chromium, args=FLAGS)
    yield running
    running.close()


@pytest.fixture(scope="session")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder that all processes of this run share."""
    own = tmp_path_factory.getbasetemp()
    return own.parent if "PYTEST_XDIST_WORKER" in os.environ else own


@pytest.fixture(scope="session")
def sites(
    request: pytest.FixtureRequest, shared: Path, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Callable[[str], Site]]:
    """Gives the real site in one of its states, built once for all processes and served when first asked for."""
    with ExitStack() as open_until_the_end:

        @cache
        def site(state: str) -> Site:
            whole = state == "with-sources"
            folder = request.getfixturevalue("sources") if whole else tmp_path_factory.mktemp("no-sources")
            edition, target, done = assemble(ROOT, folder), shared / f"site-{state}", shared / f"{state}.built"
            without = () if whole else ("pdf",)  # the volumes take as long as all the rest
            with FileLock(f"{target}.lock"), pytest.MonkeyPatch.context() as patch:
                patch.setenv("SITE_URL", f"https://example.org{PREFIX}")
                if not done.exists():
                    build(ROOT, edition, target, without)
                    done.touch()
            return Site(target, open_until_the_end.enter_context(served(target)), edition, without)

        yield site


@pytest.fixture(scope="session", params=["with-sources", "without-sources"])
def site(request: pytest.FixtureRequest, sites: Callable[[str], Site]) -> Site:
    """The real site, both ways; with the sources it needs them. ``fullest`` is the one with them where they are."""
    if request.param == "fullest":
        return sites("with-sources" if source_folder() else "without-sources")
    return sites(request.param)


@pytest.fixture
def watched(browser: Browser) -> Iterator[Watched]:
    """A fresh page, 1280 pixels wide, watched."""
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    yield Watched(context.new_page())
    context.close()
