"""A reference in one line, in its own language: author, title, publisher, date, pages."""

from __future__ import annotations

from markupsafe import Markup

from matn.edition.bibliography import Reference
from matn.site.templates import isolate
from matn.site.words import Words, direction

QUOTES = {"rtl": "«{}»", "ltr": "“{}”"}
SEPARATOR = {"rtl": "، ", "ltr": ", "}


def cited(reference: Reference, language: str) -> Markup:
    """Return what *reference* states, in *language*; empty if it states nothing of the kind."""
    way = direction(language)
    title = Markup("<cite>{}</cite>").format(isolate(QUOTES[way].format(reference.title), language))
    parts = [
        isolate(reference.author, language),
        title if reference.title else Markup(""),
        isolate(reference.publisher, language),
        _date(reference.date, language) if reference.date else Markup(""),
        isolate(reference.pages, language),
    ]
    return Markup(SEPARATOR[way]).join(part for part in parts if part)


def _date(iso: str, language: str) -> Markup:
    return Markup('<time datetime="{}">{}</time>').format(iso, Words(language).date(iso))
