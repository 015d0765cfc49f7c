"""The page templates, with everything escaped unless a function of ours says that it is HTML."""

from __future__ import annotations

import re
from functools import cache
from urllib.parse import urlsplit

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from matn.site.inline import Span, render
from matn.site.words import LANGUAGES, Words, direction
from matn.text.runs import ARABIC, LATIN, foreign

_LETTER = re.compile(f"([{ARABIC}])|[{LATIN}]")


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
    env.globals.update(direction=direction, isolate=isolate, own=own, link=link, both=both)
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


def own(text: str, language: str = "ar", style: str = "") -> Markup:
    """Return *text* isolated in its own language and direction, as its first letter tells.

    Args:
        text: Anything that may be in either script: a wording, a reason.
        language: What it is if it is in Arabic letters.
        style: Class of the element.
    """
    tongue = _tongue(text, language)
    shape = Markup('<bdi lang="{}" dir="{}"{}>{}</bdi>')
    styled = Markup(' class="{}"').format(style) if style else ""
    return shape.format(tongue, direction(tongue), styled, isolate(text, tongue))


def _tongue(text: str, language: str) -> str:
    first = _LETTER.search(text)
    if first and not first[1]:
        return "en"
    return language if not first or direction(language) == "rtl" else "ar"


def is_web(url: str) -> bool:
    """Whether *url* may become a link: ``http`` or ``https`` with a host, nothing that could run."""
    parts = urlsplit(url)
    return parts.scheme in {"http", "https"} and bool(parts.netloc)


def link(url: str) -> Markup:
    """Return *url* as a link where it is one for the web, else as plain text."""
    if not is_web(url):
        return Markup('<bdi dir="ltr" class="url">{}</bdi>').format(url)
    return Markup('<a class="url" dir="ltr" rel="external noopener" href="{0}">{0}</a>').format(url)
