"""What Zotero makes of a page: a small parser that follows its translator *Embedded Metadata* (with *RDF*).

The translators are public, but under the AGPL and not in a package registry, so they are not run here. What of them
concerns our pages is followed rule by rule, after ``Embedded Metadata.js`` and ``RDF.js`` of zotero/translators: the
type is told by the first tag that knows one; fields come from ``citation_*``, then from Dublin Core and Open Graph;
names are parted at a comma, else at the last blank.
"""

from __future__ import annotations

import re
from typing import Any

from bs4 import BeautifulSoup

PREFIXES = {
    "dc": "http://purl.org/dc/elements/1.1/",
    "dcterms": "http://purl.org/dc/terms/",
    "prism": "http://prismstandard.org/namespaces/1.2/basic/",
    "prism2": "http://prismstandard.org/namespaces/basic/2.0/",
    "og": "http://ogp.me/ns#",
}
"""Prefixes that the translator knows of itself; ``<link rel="schema.…">`` may say otherwise."""
TYPES = {
    "citation_journal_title": "journalArticle",
    "citation_technical_report_institution": "report",
    "citation_conference_title": "conferencePaper",
    "citation_book_title": "bookSection",
    "citation_inbook_title": "bookSection",
    "citation_dissertation_institution": "thesis",
}
FIELDS = {
    "citation_title": "title",
    "citation_publication_date": "date",
    "citation_journal_title": "publicationTitle",
    "citation_inbook_title": "publicationTitle",
    "citation_publisher": "publisher",
    "citation_abstract": "abstractNote",
    "citation_public_url": "url",
    "citation_language": "language",
}
RDF = {
    "title": ("dc:title", "dcterms:title", "og:title"),
    "publisher": ("dc:publisher", "dcterms:publisher"),
    "date": ("dc:date", "dcterms:issued"),
    "language": ("dc:language", "dcterms:language"),
    "rights": ("dc:rights",),
    "edition": ("prism:edition", "prism2:edition"),
    "url": ("og:url",),
    "publicationTitle": ("dc:source", "og:site_name"),
    "abstractNote": ("og:description", "dcterms:abstract"),
}
"""The fields of an item with the properties that ``RDF.js`` takes them from, best first."""


def clean_author(text: str, role: str) -> dict[str, str]:
    """As ``ZU.cleanAuthor``: the family name stands before a comma (one at the end parts nothing), else last."""
    has_comma = "," in text
    clean = re.sub(r"\s+", " ", text.strip(" \xa0.,/[]:"), count=1)
    if has_comma:
        last, first = (*re.split("[,،] ?", clean), "")[:2]
    else:
        first, _, last = clean.rpartition(" ")
    return {"firstName": first, "lastName": last, "creatorType": role}


def item(html: str) -> dict[str, Any]:
    """The item that is saved from the page *html*."""
    soup = BeautifulSoup(html, "html.parser")
    metas = [
        (str(m.get("name") or m.get("property") or ""), str(m.get("content") or "")) for m in soup.find_all("meta")
    ]
    known = {**PREFIXES, **_declared(soup)}
    statements = {
        f"{known[tag.split('.')[0].split(':')[0].lower()]}{re.split('[.:]', tag, maxsplit=1)[1]}": text
        for tag, text in reversed(metas)
        if re.split("[.:]", tag)[0].lower() in known and re.search("[.:]", tag)
    }
    made: dict[str, Any] = {"itemType": next((TYPES[tag] for tag, _ in metas if tag in TYPES), "webpage")}
    for field, names in RDF.items():
        spelled = (f"{PREFIXES[name.split(':')[0]]}{name.split(':')[1]}" for name in names)
        if value := next((statements[each] for each in spelled if each in statements), ""):
            made[field] = value
    for tag, field in FIELDS.items():
        if value := next((text for name, text in metas if name == tag and text.strip()), ""):
            made[field] = " ".join(value.split(" "))
    made["creators"] = [
        clean_author(text, role) for role in ("author", "editor") for name, text in metas if name == f"citation_{role}"
    ]
    made["attachments"] = [text for name, text in metas if name == "citation_pdf_url"]
    return made


def _declared(soup: BeautifulSoup) -> dict[str, str]:
    links = ((str((link.get("rel") or [""])[0]), str(link.get("href"))) for link in soup.find_all("link"))
    return {rel.removeprefix("schema.").lower(): href for rel, href in links if rel.startswith("schema.")}
