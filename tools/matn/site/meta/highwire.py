"""Highwire tags (``citation_*``), which Google Scholar and Zotero read: the paper as a chapter of this edition.

After Google Scholar's inclusion guidelines and Zotero's translator *Embedded Metadata*. Authors stand family name
first. Readers of these tags part a name at its comma, else at its last blank; a body's name has no parts, so a comma
ends it.
"""

from __future__ import annotations

from collections.abc import Iterator

from matn.export.cite.person import Name, author, parts
from matn.site.meta.page import Described

Tag = tuple[str, str]
"""The name of a ``<meta>`` and its content."""
_NO_BREAK = "\N{NO-BREAK SPACE}"


def highwire(page: Described) -> Iterator[Tag]:
    """Yield the tags of the work that *page* shows; nothing if it shows none."""
    if page.item is None:
        return
    work, imprint, language = page.item.work, page.site.imprint, page.language
    yield "citation_title", work.title[language]
    yield "citation_author", written(author(work, language))
    yield "citation_editor", written({"literal": imprint.editors[language]})
    yield "citation_publication_date", imprint.date.replace("-", "/")
    yield "citation_inbook_title", imprint.title[language]
    yield "citation_publisher", imprint.publisher[language]
    yield "citation_language", "ar"
    if page.description:
        yield "citation_abstract", page.description
    if page.address:
        yield "citation_public_url", page.address
        yield "citation_fulltext_html_url", page.address
    if pdf := page.download("pdf", "ar"):  # the paper's text; the English one has summaries of it
        yield "citation_pdf_url", page.place(pdf.path)


def written(name: Name) -> str:
    """Return *name*, family name first, in a form that readers of the tags do not take apart elsewhere."""
    if "literal" in name:
        return f"{name['literal']}," if " " in name["literal"] else name["literal"]
    family = name["family"].replace(" ", _NO_BREAK)  # "الدين, عبد الله" with blanks on both sides is taken for two
    return f"{family}, {name['given']}"


def person(text: str) -> str:
    """Return the name *text* of a person as the tags have it."""
    return written(parts(text))
