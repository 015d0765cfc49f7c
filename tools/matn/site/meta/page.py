"""A page as its metadata describe it: what it is called, where it lies, which work it shows, what is offered of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from matn.edition.model import WorkEdition
from matn.export.cite import Site
from matn.export.offer import Download
from matn.site.addresses import folder
from matn.site.meta.picture import picture_path


@dataclass(frozen=True, slots=True)
class Described:
    """One page of one interface.

    Attributes:
        title: Of the page, or of the work that it shows.
        description: In a sentence or two.
        language: Of the interface.
        path: From the root of the interface: ``works/specimen.html``.
        up: Leads from the page to the site's root, without a slash at the end (``..``).
        site: The edition as it is cited, and the site's address.
        item: The work that the page shows, if it shows one.
        downloads: The files that the site offers of the work.
    """

    title: str
    description: str
    language: str
    path: str
    up: str
    site: Site
    item: WorkEdition | None = None
    downloads: Sequence[Download] = ()

    @property
    def address(self) -> str:
        """The page's whole address; empty where the site has none."""
        return f"{self.site.address}{folder(self.language)}{self.path}" if self.site.address else ""

    @property
    def picture(self) -> str:
        """The address of the picture that stands for the page."""
        return self.place(picture_path(self.item.work.id if self.item else ""))

    def place(self, path: str) -> str:
        """Return the address of *path* (from the site's root): whole if the site has one, else from this page."""
        return f"{self.site.address or f'{self.up}/'}{path}"

    def download(self, kind: str, language: str) -> Download | None:
        """Return the file of format *kind* in *language*, if it is offered."""
        return next((each for each in self.downloads if (each.format, each.language) == (kind, language)), None)


def described(
    item: WorkEdition | None,
    title: str,
    description: str,
    language: str,
    path: str,
    up: str,
    site: Site,
    downloads: Sequence[Download] = (),
) -> Described:
    """Return the page at *path*; where it shows *item*, title and description are the work's own."""
    if item is None:
        return Described(title, description, language, path, up, site)
    work = item.work
    told = work.abstract.get(language) or work.damage.get(language, "")
    return Described(work.title[language], " ".join(told.split()), language, path, up, site, item, tuple(downloads))
