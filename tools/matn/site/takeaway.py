"""What can be taken away, as pages tell it: by format, with languages, sizes and what each is for."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby

from babel.units import format_unit

from matn.edition.model import Edition, WorkEdition
from matn.export.offer import Download
from matn.site.addresses import up
from matn.site.front import front_matter
from matn.site.indexes.places import label
from matn.site.shelf import Shelf
from matn.site.templates import environment
from matn.site.words import Words

PATH = "downloads.md"
ZIP_PLACE = '<tr class="site-zip" hidden></tr>'
"""Where the page leaves a row for the zip of the whole site, whose size is known only after the pages are made."""
_CITATIONS = {"bib": "BibTeX", "ris": "RIS", "csl": "CSL-JSON"}
_NAMED = {"references-bib": "BibTeX", "references-csl": "CSL-JSON", **_CITATIONS}
"""Formats whose links are told apart by their name; the others are by language."""
_SHOWN = frozenset({"pdf", "txt"})
"""Formats that browsers show; the others are saved."""
_MILLION, _THOUSAND = 1_000_000, 1000


@dataclass(frozen=True, slots=True)
class Link:
    """One file: what its link says, where it leads, how large the file is, whether it is saved and not shown."""

    text: str
    href: str
    size: str
    download: Download
    saved: bool


@dataclass(frozen=True, slots=True)
class Line:
    """The files of one format, or of the formats that serve one end."""

    key: str
    links: tuple[Link, ...]


def lines(downloads: Iterable[Download], shelf: Shelf, say: Words, root: str) -> list[Line]:
    """Return *downloads* by what they are for; of citations those in the language of the interface alone."""
    told = [each for each in downloads if each.format not in _CITATIONS or each.language == say.language]
    groups = groupby(told, key=lambda each: _family(each.format))
    return [Line(key, tuple(_link(each, shelf, say, root) for each in group)) for key, group in groups]


def _family(kind: str) -> str:
    return "citation" if kind in _CITATIONS else kind.partition("-")[0]


def _link(download: Download, shelf: Shelf, say: Words, root: str) -> Link:
    text = _NAMED.get(download.format) or say(f"language-{download.language}")
    size = size_of(shelf.sizes[download.path], say) if download.path in shelf.sizes else ""
    return Link(text, root + download.path, size, download, download.format not in _SHOWN)


def size_of(size: int, say: Words) -> str:
    """Return a *size* in bytes as readers know it, in steps of 1000.

    >>> size_of(1_234_567, Words("en")), size_of(217_400, Words("en")), size_of(80, Words("en"))
    ('1.2 MB', '217 kB', '1 kB')
    """
    if size >= _MILLION:
        return format_unit(round(size / _MILLION, 1), "digital-megabyte", "short", locale=say.language)
    return format_unit(max(1, round(size / _THOUSAND)), "digital-kilobyte", "short", locale=say.language)


def of_work(item: WorkEdition, shelf: Shelf, say: Words, root: str) -> list[Line]:
    """Return the files of one work for its reading page."""
    return lines(shelf.of(item.work.id), shelf, say, root)


def page(edition: Edition, shelf: Shelf, say: Words) -> dict[str, str | bytes]:
    """Return the page of everything that can be taken away; without anything there is none."""
    if not shelf.downloads:
        return {}
    root = up(PATH, say.language)
    works = [(item, label(item.work, say.language), of_work(item, shelf, say, root)) for item in edition.works]
    whole = lines(shelf.of(""), shelf, say, root)
    html = (
        environment()
        .get_template("downloads-page.html")
        .render(whole=whole, works=works, say=say, root=root, zip_place=ZIP_PLACE)
    )
    return {PATH: f"{front_matter(say('downloads'), say('downloads-lead'), index='downloads')}\n{html}\n"}
