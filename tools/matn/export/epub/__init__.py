"""Works as books in EPUB 3, and the edition as one volume.

Written with lxml and zipfile: EbookLib, the library for it, is under the AGPL, rewrites the documents that it is
given and puts the time of day into its files.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from matn.edition.model import Edition
from matn.export.cite import Site
from matn.export.epub.book import written
from matn.export.epub.cover import covers
from matn.export.epub.package import Book
from matn.export.offer import WHOLE, Download, Offer, Setting, place

MEDIA = "application/epub+zip"


def offers(edition: Edition) -> Iterator[Offer]:
    """Yield a book for every work, and one of all works together."""
    drawn: dict[str, bytes] = {}
    for number in range(-1, len(edition.works)):
        work = "" if number < 0 else edition.works[number].work.id
        at = Download(place(work, "epub"), "epub", "both", MEDIA, work)
        yield Offer(at, partial(_made, edition, number, drawn))


def _made(edition: Edition, number: int, drawn: dict[str, bytes], setting: Setting) -> bytes:
    books = list(_books(edition, setting.site))
    if not drawn:
        drawn.update(covers(books, setting.site, setting.root))
    book = books[number + 1]
    return written(book, drawn[book.id], setting)


def _books(edition: Edition, site: Site) -> Iterator[Book]:
    yield Book(WHOLE, site.imprint.title, edition.works)
    for item in edition.works:
        yield Book(item.work.id, item.work.title, (item,))
