"""The package document: what the book is, which files it has, in which order they are read, for whom it is fit."""

from __future__ import annotations

import uuid
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from lxml import etree

from matn.edition.model import Bilingual, WorkEdition
from matn.export.cite import Site
from matn.export.epub.front import IMAGE, said
from matn.export.epub.nav import NAV
from matn.export.epub.plan import Document
from matn.export.offer import Say
from matn.export.tei_xml import plain

OPF = "http://www.idpf.org/2007/opf"
DC = "http://purl.org/dc/elements/1.1/"
XML = "http://www.w3.org/XML/1998/namespace"
_MEDIA = {"css": "text/css", "png": "image/png", "woff2": "font/woff2"}
_FEATURES = (
    *("alternativeText", "annotations", "displayTransformability", "pageBreakMarkers", "pageNavigation"),
    *("readingOrder", "structuralNavigation", "tableOfContents", "ARIA"),
)
_ACCESS: Sequence[tuple[str, str]] = (
    ("schema:accessMode", "textual"),
    ("schema:accessModeSufficient", "textual"),
    *(("schema:accessibilityFeature", feature) for feature in _FEATURES),
    ("schema:accessibilityHazard", "none"),
)


@dataclass(frozen=True, slots=True)
class Book:
    """What a book is: *id* is the work's, or the edition's."""

    id: str
    title: Bilingual
    items: Sequence[WorkEdition]


def package(
    book: Book, documents: Sequence[Document], resources: Mapping[str, bytes], site: Site, words: Callable[[str], Say]
) -> bytes:
    """Return the package document of *book*, whose *documents* are in reading order."""
    root = etree.Element(f"{{{OPF}}}package", nsmap={None: OPF})
    for key, value in {"version": "3.0", "unique-identifier": "id", "dir": "rtl", f"{{{XML}}}lang": "ar"}.items():
        root.set(key, value)
    _metadata(_element(root, "metadata"), book, site, words)
    manifest = _element(root, "manifest")
    for number, document in enumerate(documents, 1):
        facts = {"id": f"d{number}", "href": document.name, "media-type": "application/xhtml+xml"}
        _element(manifest, "item", **facts | ({"properties": "nav"} if document.name == NAV else {}))
    for number, path in enumerate(resources, 1):
        facts = {"id": f"r{number}", "href": path, "media-type": _MEDIA[path.rpartition(".")[2]]}
        _element(manifest, "item", **facts | ({"properties": "cover-image"} if path == IMAGE else {}))
    spine = _element(root, "spine", **{"page-progression-direction": "rtl"})
    for number in range(1, len(documents) + 1):
        _element(spine, "itemref", idref=f"d{number}")
    etree.indent(root)
    made: bytes = etree.tostring(root, xml_declaration=True, encoding="UTF-8")
    return made + b"\n"


def _element(parent: etree._Element, tag: str, text: str = "", **facts: str) -> etree._Element:
    made = etree.SubElement(parent, f"{{{OPF}}}{tag}")
    for key, value in facts.items():
        made.set(key, plain(value))
    made.text = plain(text) or None
    return made


def _metadata(made: etree._Element, book: Book, site: Site, words: Callable[[str], Say]) -> None:
    teller = _Teller(made)
    teller.core("identifier", uuid.uuid5(uuid.NAMESPACE_URL, f"matn:{book.id}").urn, id="id")
    for language, text in book.title.items():
        teller.core("title", text, language)
    _people(teller, book, site)
    for language in ("ar", "en"):
        teller.core("language", language)
    _published(teller, book, site)
    for key, value in _ACCESS:
        teller.meta(key, value)
    for language, text in said(words, "accessibility-summary").items():
        teller.meta("schema:accessibilitySummary", text, language)
    teller.meta("dcterms:conformsTo", "EPUB Accessibility 1.1 - WCAG 2.2 Level AA", id="conformance")
    teller.meta("a11y:certifiedBy", site.imprint.publisher["en"], refines="#conformance")


def _people(teller: _Teller, book: Book, site: Site) -> None:
    authors = dict.fromkeys(tuple(item.work.author.items()) for item in book.items)
    for number, author in enumerate(authors, 1):
        teller.person("creator", dict(author), "aut", f"author{number}")
    teller.person("contributor", site.imprint.editors, "edt", "editors")
    for language, text in site.imprint.publisher.items():
        teller.core("publisher", text, language)


def _published(teller: _Teller, book: Book, site: Site) -> None:
    teller.core("date", site.imprint.date)
    day = "-".join([*site.imprint.date.split("-"), "01", "01"][:3])
    teller.meta("dcterms:modified", f"{day}T00:00:00Z")  # the edition's day, not the clock's: the same bytes again
    for item in book.items:
        for language, text in item.work.rights.items():
            teller.core("rights", text, language)
    if len(book.items) == 1:
        for language, text in book.items[0].work.abstract.items():
            teller.core("description", text, language)
    page = f"works/{book.id}.html" if len(book.items) == 1 else "index.html"
    teller.core("source", f"{site.address}{page}", id="web")
    teller.meta("source-of", "pagination", refines="#web")


class _Teller:
    """Writes metadata; what is empty is left out."""

    def __init__(self, made: etree._Element) -> None:
        self._made = made

    def core(self, tag: str, text: str, language: str = "", **facts: str) -> None:
        """Write an element of Dublin Core."""
        if text:
            made = etree.SubElement(self._made, f"{{{DC}}}{tag}", nsmap={"dc": DC})
            made.text = plain(text)
            self._facts(made, language, facts)

    def meta(self, key: str, text: str, language: str = "", **facts: str) -> None:
        """Write a ``meta``."""
        made = _element(self._made, "meta", text)
        made.set("property", key)
        self._facts(made, language, facts)

    def person(self, tag: str, names: Bilingual, role: str, anchor: str) -> None:
        """Write a person in Arabic, with the name in Latin letters beside it."""
        self.core(tag, names.get("ar") or next(iter(names.values())), "ar", id=anchor)
        self.meta("role", role, refines=f"#{anchor}", scheme="marc:relators")
        if names.get("en"):
            self.meta("alternate-script", names["en"], "en", refines=f"#{anchor}")

    def _facts(self, made: etree._Element, language: str, facts: Mapping[str, str]) -> None:
        if language:
            made.set(f"{{{XML}}}lang", language)
            made.set("dir", "rtl" if language == "ar" else "ltr")
        for key, value in facts.items():
            made.set(key, value)
