"""WCAG 2.2 AA by axe-core: every page, both interfaces, light and dark, phone and desktop."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal

import pytest
from playwright.sync_api import Browser
from tests.browser.axe import BUT_COLOURS, COLOURS, violations
from tests.browser.watching import IN_FULL, Site

pytestmark = pytest.mark.browser

PHONE, DESKTOP = {"width": 390, "height": 844}, {"width": 1280, "height": 900}
Scheme = Literal["light", "dark"]


def broken(
    browser: Browser,
    site: Site,
    pages: Iterable[str],
    scheme: Scheme,
    size: dict[str, int],
    rules: dict[str, object] | None = None,
) -> list[str]:
    """What breaks one of *rules* (else any) on *pages*, read with a screen of *size* in *scheme*."""
    context = browser.new_context(viewport=size, color_scheme=scheme, reduced_motion="reduce")  # type: ignore[arg-type]
    page = context.new_page()
    found = []
    for name in pages:
        page.goto(site.address + name, wait_until="load")
        found += [f"{name} ({scheme}, {size['width']}): {each}" for each in violations(page, rules=rules)]
    context.close()
    return found


def kinds(site: Site) -> list[str]:
    """One page of every kind: of the works the specimen's, and of an index the one there is."""
    works = [name for name in site.pages if "/" in name.removeprefix("en/") and not name.endswith("/specimen.html")]
    return [name for name in site.pages if name not in works]


@pytest.mark.parametrize(("scheme", "size"), [("light", DESKTOP), ("dark", PHONE)], ids=["light", "dark"])
def test_no_work_shuts_anybody_out(browser: Browser, site: Site, scheme: Scheme, size: dict[str, int]) -> None:
    works = [name for name in site.pages if "works/" in name]
    assert len(works) >= len(site.works)
    assert broken(browser, site, works, scheme, size) == []


@IN_FULL
@pytest.mark.parametrize(
    ("scheme", "size", "rules"),
    [("light", DESKTOP, None), ("light", PHONE, BUT_COLOURS), ("dark", PHONE, COLOURS)],
    ids=["desktop", "phone", "phone-in-the-dark"],
)
def test_no_kind_of_page_shuts_anybody_out(
    browser: Browser, site: Site, scheme: Scheme, size: dict[str, int], rules: dict[str, object] | None
) -> None:
    """Contrast takes most of the time; a scheme has the same colours on every screen, so each is looked at on one."""
    assert broken(browser, site, kinds(site), scheme, size, rules) == []
