"""schema.org as JSON-LD: the work in this edition as an article of its own, based on the paper as it was published."""

from __future__ import annotations

import json
from typing import Any

from matn.edition.model import Bilingual, Work
from matn.site.meta.page import Described

Thing = dict[str, Any]
"""An object of JSON-LD. What is not known is not there."""
_ESCAPES = {"<": "\\u003c", ">": "\\u003e", "&": "\\u0026", "\u2028": "\\u2028", "\u2029": "\\u2029"}


def linked(page: Described) -> str:
    """Return the JSON-LD of *page*, such that no text of it can end the ``<script>`` that it stands in."""
    thing = _article(page) if page.item else _page(page)
    text = json.dumps({"@context": "https://schema.org", **thing}, ensure_ascii=False, separators=(",", ":"))
    for char, escape in _ESCAPES.items():
        text = text.replace(char, escape)
    return text


def _page(page: Described) -> Thing:
    return _known(
        {
            "@type": "WebSite" if page.path == "index.html" else "WebPage",
            "@id": page.address,
            "url": page.address,
            "name": page.title,
            "description": page.description,
            "inLanguage": page.language,
            "publisher": _organisation(page.site.imprint.publisher, page.language),
            "isPartOf": _whole(page) if page.path != "index.html" else {},
        }
    )


def _article(page: Described) -> Thing:
    assert page.item is not None
    work, imprint, language = page.item.work, page.site.imprint, page.language
    return _known(
        {
            "@type": "ScholarlyArticle",
            "@id": page.address,
            "url": page.address,
            "headline": work.title[language],
            "alternativeHeadline": work.title.get("en" if language == "ar" else "ar", ""),
            "inLanguage": "ar",
            "author": _author(work, language),
            "editor": _organisation(imprint.editors, language),
            "publisher": _organisation(imprint.publisher, language),
            "datePublished": imprint.date,
            "version": imprint.version,
            "isPartOf": _whole(page),
            "abstract": work.abstract.get(language, ""),
            "copyrightNotice": work.rights.get(language, ""),
            "image": page.picture,
            "isBasedOn": _paper(work, language) if work.publisher != imprint.publisher else {},
            "encoding": [_file(page, each.path, each.media_type) for each in page.downloads],
        }
    )


def _whole(page: Described) -> Thing:
    title = page.site.imprint.title
    return _known({"@type": "Collection", "name": title[page.language], "url": page.site.address})


def _paper(work: Work, language: str) -> Thing:
    """Return the paper as it was published; a date that editors supplied is no fact of its publication."""
    periodical = {"@type": "Periodical", "name": work.container.get(language, "")}
    issue = {"@type": "PublicationIssue", "issueNumber": work.issue, "isPartOf": periodical}
    return _known(
        {
            "@type": "ScholarlyArticle" if work.issue else "Report",
            "name": work.title["ar"],
            "inLanguage": "ar",
            "author": _author(work, language),
            "publisher": _organisation(work.publisher, language) if work.publisher else {},
            "datePublished": "" if work.date_evidence else work.date,
            "isPartOf": issue if work.issue else {},
            "pagination": work.pages,
            "url": work.url,
        }
    )


def _file(page: Described, path: str, media_type: str) -> Thing:
    return {"@type": "MediaObject", "contentUrl": page.place(path), "encodingFormat": media_type}


def _author(work: Work, language: str) -> Thing:
    if work.author == work.publisher:
        return _organisation(work.author, language)
    return _known({**_organisation(work.author, language), "@type": "Person"})


def _organisation(names: Bilingual, language: str) -> Thing:
    other = names.get("en" if language == "ar" else "ar", "")
    return _known({"@type": "Organization", "name": names[language], "alternateName": other})


def _known(thing: Thing) -> Thing:
    return {key: value for key, value in thing.items() if value}
