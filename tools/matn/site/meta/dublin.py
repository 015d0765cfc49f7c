"""Dublin Core, after the guidelines for expressing it in HTML ``<meta>`` (DC-HTML, 2008)."""

from __future__ import annotations

from collections.abc import Iterator

from matn.export.cite.item import as_published
from matn.export.cite.person import author
from matn.site.meta.highwire import Tag, written
from matn.site.meta.page import Described

SCHEMAS = {
    "DC": "http://purl.org/dc/elements/1.1/",
    "DCTERMS": "http://purl.org/dc/terms/",
    "PRISM": "http://prismstandard.org/namespaces/basic/2.0/",
}
"""The prefixes of the tags, and what each stands for."""


def dublin(page: Described) -> Iterator[Tag]:
    """Yield the tags of *page*: of the work that it shows, or of the page itself."""
    imprint, language = page.site.imprint, page.language
    yield "DC.title", page.title
    if page.item:
        yield "DC.creator", written(author(page.item.work, language)).removesuffix(",")
        yield "DC.contributor", imprint.editors[language]
    else:
        yield "DC.creator", written({"literal": imprint.editors[language]})  # no other tag tells who it is
    yield "DC.publisher", imprint.publisher[language]
    yield "DC.date", imprint.date
    yield "DC.language", "ar" if page.item else language
    yield "DC.type", "Text"
    yield "DC.format", "text/html"
    if page.description:
        yield "DC.description", page.description
    if page.address:
        yield "DC.identifier", page.address
    if page.item:
        yield from _of_work(page)


def _of_work(page: Described) -> Iterator[Tag]:
    assert page.item is not None
    work, language = page.item.work, page.language
    yield "DCTERMS.isPartOf", page.site.imprint.title[language]
    yield "PRISM.edition", page.site.imprint.version
    if rights := work.rights.get(language):
        yield "DC.rights", rights
    if other := work.title.get("en" if language == "ar" else "ar"):
        yield "DC.title", other  # as an alternative title Zotero would take it for a journal's abbreviation
    if work.publisher != page.site.imprint.publisher:
        yield "DC.source", original(page)


def original(page: Described) -> str:
    """Return in one line what the paper is that the work was made from."""
    assert page.item is not None
    work, language = page.item.work, page.language
    date = f"[{work.date}]" if work.date_evidence else work.date
    published = as_published(work, language)
    container = published.get("container-title", "") or published.get("collection-title", "")
    told = (work.author[language], work.title[language], container, work.issue, work.publisher.get(language), date)
    return ", ".join(part for part in told if part)
