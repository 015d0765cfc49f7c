"""A built site to visit, and a page that notes every complaint and request."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

import pytest
from playwright.sync_api import ConsoleMessage, Page, Request, Response

from matn.edition.model import Edition
from matn.site.addresses import folder

IN_FULL = pytest.mark.parametrize("site", ["fullest"], indirect=True)
"""For what need not be seen twice: the site with its source texts, where these are, else without."""


@dataclass(frozen=True)
class Site:
    """A built site: its folder, its address, the edition it was made from, formats of downloads that it is without."""

    folder: Path
    address: str
    edition: Edition
    without: tuple[str, ...] = ()

    @property
    def pages(self) -> list[str]:
        """Every page, relative to the root."""
        return sorted(path.relative_to(self.folder).as_posix() for path in self.folder.rglob("*.html"))

    @property
    def kinds(self) -> list[str]:
        """One page of every kind, in both interfaces: of those that a work has the specimen's."""
        return [name for name in self.pages if "/" not in name.removeprefix("en/") or name.endswith("/specimen.html")]

    @property
    def works(self) -> list[str]:
        """The pages of the works in the interface at the root."""
        return self.works_in("ar")

    def works_in(self, language: str) -> list[str]:
        """The pages of the works in the interface in *language*."""
        return [f"{folder(language)}works/{item.work.id}.html" for item in self.edition.works]


@dataclass
class Watched:
    """A page whose every complaint and request is noted."""

    page: Page
    complaints: list[str] = field(default_factory=list)
    requests: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.page.on("console", self._console)
        self.page.on("pageerror", lambda error: self.complaints.append(str(error)))
        self.page.on("request", self._request)
        self.page.on("requestfailed", self._failed)
        self.page.on("response", self._response)

    def _console(self, message: ConsoleMessage) -> None:
        if message.type in {"error", "warning"}:
            self.complaints.append(f"{message.type}: {message.text}")

    def _request(self, request: Request) -> None:
        self.requests.append(request.url)

    def _failed(self, request: Request) -> None:
        # A slow machine may leave a page before its search worker has all its scripts: the browser drops them itself.
        if request.failure != "net::ERR_ABORTED":
            self.complaints.append(f"failed: {request.url}: {request.failure}")

    def _response(self, response: Response) -> None:
        if response.status >= 400:
            self.complaints.append(f"{response.status}: {response.url}")
