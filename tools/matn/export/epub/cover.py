"""Covers made from type: a picture, so that Arabic is shaped wherever a cover is shown."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from importlib.resources import files
from pathlib import Path

from matn.errors import MissingToolError
from matn.export.cite import Site
from matn.export.epub.package import Book
from matn.export.tei_xml import plain

_FONTS = Path("node_modules") / "@expo-google-fonts"
_FACES = ("noto-naskh-arabic/400Regular", "noto-naskh-arabic/700Bold", "source-serif-4/400Regular")
_DENSITY = 144
"""Pixels an inch: 1200 by 1800 in all."""


def covers(books: Sequence[Book], site: Site, root: Path) -> Mapping[str, bytes]:
    """Return a PNG for each of *books*, by its id; the same books give the same bytes.

    All are made in one run, since most of its time goes into reading typefaces.

    Raises:
        MissingToolError: The typefaces are not where npm puts them.
    """
    from typst import Compiler  # here: whoever makes no books need not load it

    template = Path(str(files("matn.export.epub") / "cover.typ"))
    told = json.dumps([_told(book, site) for book in books], ensure_ascii=False)
    compiler = Compiler(template, root=template.parent, font_paths=_fonts(root), ignore_system_fonts=True)
    made = compiler.compile(format="png", ppi=_DENSITY, sys_inputs={"books": told})
    pages = made if isinstance(made, list) else [made]
    return {book.id: page for book, page in zip(books, pages, strict=True) if page}


def _told(book: Book, site: Site) -> dict[str, object]:
    authors = dict.fromkeys(item.work.author.get("ar", "") for item in book.items)
    return {
        "title": plain(book.title["ar"]),
        "english": plain(book.title.get("en", "")),
        "authors": [plain(author) for author in authors if author],
        "edition": site.imprint.title["ar"],
        "edition-english": site.imprint.title["en"],
    }


def _fonts(root: Path) -> list[Path]:
    places = [root / _FONTS / face for face in _FACES]
    for place in places:
        if not place.is_dir():
            raise MissingToolError("the typefaces are missing", path=place, hint="run `make assets`")
    return places
