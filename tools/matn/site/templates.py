"""The page templates, with everything escaped unless a function of ours says that it is HTML."""

from __future__ import annotations

from functools import cache
from urllib.parse import urlsplit

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from matn.site.inline import Span, render
from matn.site.words import LANGUAGES, Words, direction
from matn.text.runs import foreign


@cache
def environment() -> Environment:
    """Return the environment that all pages are made with."""
    env = Environment(
        loader=PackageLoader("matn.site"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    env.globals.update(direction=direction, isolate=isolate, link=link, both=both)
    return env


def both(key: str) -> dict[str, str]:
    """Return the words for *key* in both languages."""
    return {language: Words(language)(key) for language in LANGUAGES}


def isolation(text: str, language: str) -> list[Span]:
    """Return a span for each run of *text* against the direction of *language*."""
    tongue = {"lang": "en", "dir": "ltr"} if direction(language) == "rtl" else {"lang": "ar", "dir": "rtl"}
    return [Span(start, end, "bdi", tongue) for start, end in foreign(text, language)]


def isolate(text: str, language: str) -> Markup:
    """Return *text* escaped, with its foreign runs isolated."""
    return render(text, isolation(text, language), (), {})


def is_web(url: str) -> bool:
    """Whether *url* may become a link: ``http`` or ``https`` with a host, nothing that could run."""
    parts = urlsplit(url)
    return parts.scheme in {"http", "https"} and bool(parts.netloc)


def link(url: str) -> Markup:
    """Return *url* as a link where it is one for the web, else as plain text."""
    if not is_web(url):
        return Markup('<bdi dir="ltr" class="url">{}</bdi>').format(url)
    return Markup('<a class="url" dir="ltr" rel="external noopener" href="{0}">{0}</a>').format(url)
