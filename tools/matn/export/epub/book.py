"""A book in EPUB 3: one work, or the whole edition in one volume."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from importlib.resources import files
from pathlib import Path

from matn.edition.model import WorkEdition
from matn.errors import MissingToolError
from matn.export.archive import zipped
from matn.export.epub import front, xhtml
from matn.export.epub.changes import changes
from matn.export.epub.nav import navigation
from matn.export.epub.notes import loose
from matn.export.epub.package import Book, package
from matn.export.epub.plan import Document, Plan, plan
from matn.export.epub.summaries import grid, summaries
from matn.export.epub.text import chapter
from matn.export.offer import Say, Setting

_FONTS = ("naskh-400", "naskh-700", "serif-400", "serif-600")
_FOLDER = "EPUB/"
_CONTAINER = b"""<?xml version="1.0" encoding="UTF-8"?>
<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container">
  <rootfiles><rootfile full-path="EPUB/package.opf" media-type="application/oebps-package+xml"/></rootfiles>
</container>
"""


def written(book: Book, image: bytes, setting: Setting) -> bytes:
    """Return *book* with the cover *image* (PNG); the same book gives the same bytes.

    Raises:
        MissingToolError: The typefaces have not been prepared.
    """
    documents = list(_documents(book, setting))
    resources = {front.IMAGE: image, xhtml.STYLE: _style(), **_fonts(setting.root)}
    opf = package(book, documents, resources, setting.site, setting.words)
    made = {document.name: xhtml.written(document.body) for document in documents} | resources
    inside = {"package.opf": opf, **made}
    return zipped(
        {
            "mimetype": b"application/epub+zip",
            "META-INF/container.xml": _CONTAINER,
            **{_FOLDER + name: data for name, data in inside.items()},
        }
    )


def _documents(book: Book, setting: Setting) -> Iterator[Document]:
    """Yield every document in reading order; the contents come after the title page."""
    cover = front.cover(_described(book), setting.words("ar"))
    title = front.title_page(book.title, [item.work for item in book.items], setting.site, setting.words)
    several = len(book.items) > 1
    body = [page for item in book.items for page in _work(item, several, setting.words)]
    end = front.colophon(book.items, setting.site, setting.words)
    yield from (cover, title, navigation([title, *body, end], setting.words), *body, end)


def _described(book: Book) -> str:
    authors = dict.fromkeys(item.work.author.get("ar", "") for item in book.items)
    return "، ".join(filter(None, (book.title["ar"], *authors)))


def _work(item: WorkEdition, several: bool, words: Callable[[str], Say]) -> Iterator[Document]:
    planned = plan(item, f"{item.work.id}/" if several else "", words)
    yield front.about(planned)
    yield from _texts(planned)
    yield from filter(None, (loose(planned), summaries(planned), changes(planned)))


def _texts(planned: Plan) -> Iterator[Document]:
    for part in planned.chapters:
        yield chapter(planned, part) if planned.item.has_source else grid(planned, part)


def _style() -> bytes:
    return (files("matn.export.epub") / "style.css").read_bytes()


def _fonts(root: Path) -> dict[str, bytes]:
    folder = root / "overrides" / "assets" / "fonts"
    try:
        return {f"fonts/{name}.woff2": (folder / f"{name}.woff2").read_bytes() for name in _FONTS}
    except FileNotFoundError as error:
        missing = Path(str(error.filename))
        raise MissingToolError("the typefaces are missing", path=missing, hint="run `make assets`") from error
