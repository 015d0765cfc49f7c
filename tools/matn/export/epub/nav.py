"""The navigation of a book: contents, list of pages by paragraph numbers, landmarks."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from lxml import etree

from matn.export.epub import xhtml
from matn.export.epub.front import COVER
from matn.export.epub.plan import Document, Entry
from matn.export.epub.xhtml import element
from matn.export.offer import Say
from matn.export.tei_xml import plain

NAV = "nav.xhtml"


def navigation(documents: Sequence[Document], words: Callable[[str], Say]) -> Document:
    """Return the contents of *documents*, which are in reading order."""
    say = words("ar")
    body = xhtml.document(NAV, say("contents"), "ar", "frontmatter")
    entries = [entry for document in documents for entry in document.entries]
    made = element(body, "nav", kind="toc", role="doc-toc", id="toc")
    element(made, "h1", say("contents"))
    _listed(made, entries)
    _pages(body, [page for document in documents for page in document.pages], say)
    _landmarks(body, documents, say)
    return Document(NAV, body, (Entry(say("contents"), "ar", NAV, 1),))


def _listed(parent: etree._Element, entries: Sequence[Entry]) -> None:
    """Append *entries* as lists in lists by their levels."""
    stack: list[tuple[int, etree._Element]] = [(-1, element(parent, "ol"))]
    for entry in entries:
        while len(stack) > 1 and stack[-1][0] >= entry.level:
            stack.pop()
        holder = stack[-1][1]
        if holder.tag.endswith("}li"):
            lists = [child for child in holder if child.tag.endswith("}ol")]
            holder = lists[0] if lists else element(holder, "ol")
        item = element(holder, "li")
        made = element(item, "a", href=entry.href, lang=entry.language if entry.language != "ar" else "")
        xhtml.put(made, " ".join(entry.title.split()) or plain(entry.href))
        stack.append((entry.level, item))


def _pages(body: etree._Element, pages: Sequence[tuple[str, str]], say: Say) -> None:
    if not pages:
        return
    made = element(body, "nav", kind="page-list", role="doc-pagelist", id="page-list", hidden="hidden")
    element(made, "h2", say("paragraphs-listed"))
    listed = element(made, "ol")
    for label, href in pages:
        element(element(listed, "li"), "a", label, href=href)


def _landmarks(body: etree._Element, documents: Sequence[Document], say: Say) -> None:
    made = element(body, "nav", kind="landmarks", id="landmarks", hidden="hidden")
    element(made, "h2", say("landmarks"))
    listed = element(made, "ol")
    kinds = {str(document.body.get(f"{{{xhtml.OPS}}}type")): document.name for document in reversed(documents)}
    for kind, href, name in (
        ("cover", COVER, say("cover")),
        ("toc", f"{NAV}#toc", say("contents")),
        ("bodymatter", kinds.get("bodymatter", ""), say("text")),
    ):
        if href:
            element(element(listed, "li"), "a", name, kind=kind, href=href)
