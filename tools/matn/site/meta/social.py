"""Open Graph and the tags of Twitter: how a link to a page looks where it is shared."""

from __future__ import annotations

from collections.abc import Iterator

from matn.site.meta.highwire import Tag
from matn.site.meta.page import Described
from matn.site.meta.picture import HEIGHT, WIDTH
from matn.site.words import LANGUAGES

_LOCALES = {"ar": "ar_AR", "en": "en_US"}
_LONGEST = 300
"""Characters of a description that are shown anywhere."""


def social(page: Described) -> Iterator[Tag]:
    """Yield the tags of *page*; those of Open Graph are properties, ``og:…``."""
    title, description = page.title, _shortened(page.description)
    yield "og:type", "article" if page.item else "website"
    yield "og:title", title
    if description:
        yield "og:description", description
    if page.address:
        yield "og:url", page.address
    yield "og:site_name", page.site.imprint.title[page.language]
    yield "og:locale", _LOCALES[page.language]
    for language in LANGUAGES:
        if language != page.language:
            yield "og:locale:alternate", _LOCALES[language]
    yield "og:image", page.picture
    yield "og:image:type", "image/png"
    yield "og:image:width", str(WIDTH)
    yield "og:image:height", str(HEIGHT)
    yield "og:image:alt", title
    yield "twitter:card", "summary_large_image"
    yield "twitter:title", title
    yield "twitter:image", page.picture


def _shortened(text: str) -> str:
    """Return *text*, cut between two words where it is longer than anyone shows."""
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST].rsplit(' ', 1)[0]} …"
