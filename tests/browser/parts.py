"""A page that is not of the site: what a test has in its hands, as if a host had it."""

from __future__ import annotations

from collections.abc import Mapping

from playwright.sync_api import Browser, Page, Route

ADDRESS = "http://parts.test/"


def opened(browser: Browser, parts: Mapping[str, tuple[bytes, str]], width: int = 600) -> Page:
    """Return a page with the part named "" in it, and the others beside it: contents and media types by name."""

    def answer(route: Route) -> None:
        body, kind = parts[route.request.url.removeprefix(ADDRESS)]
        route.fulfill(body=body, content_type=kind)

    page = browser.new_page(viewport={"width": width, "height": 800})
    page.route(f"{ADDRESS}**", answer)
    page.goto(ADDRESS, wait_until="load")
    return page
