"""HTML that nobody marked up for two directions: every run of the other script isolated, with its language."""

from __future__ import annotations

from bs4 import BeautifulSoup
from bs4.element import NavigableString, Tag

from matn.site.templates import isolate

KEPT = frozenset(
    {"bdi", "bdo", "code", "kbd", "pre", "samp", "script", "style", "svg", "template", "textarea", "title"}
)
"""What is isolated already, or is no prose."""


def isolated(html: str, language: str) -> str:
    """Return *html*, which is in *language* where it does not say otherwise, with its foreign runs isolated.

    >>> isolated("<p>خط Source Serif 4 <code>x</code></p>", "ar")
    '<p>خط <bdi dir="ltr" lang="en">Source Serif 4</bdi> <code>x</code></p>'
    """
    page = BeautifulSoup(html, "html.parser")
    for text in [text for text in page.find_all(string=True) if type(text) is NavigableString]:
        if text.strip() and not any(parent.name in KEPT for parent in text.parents):
            made = isolate(str(text), _language(text, language))
            if "<bdi" in made:
                text.replace_with(BeautifulSoup(made, "html.parser"))
    return str(page)


def _language(text: NavigableString, language: str) -> str:
    named = (str(parent["lang"]) for parent in text.parents if isinstance(parent, Tag) and parent.get("lang"))
    return next(named, language)
