"""Where things lie: the Arabic interface at the site's root, each other in a folder of its own, with the same pages."""

from __future__ import annotations

from posixpath import normpath

from matn.site.catalogue import LANGUAGES

FIRST = LANGUAGES[0]
"""The language whose interface is at the root, with what both share: data, downloads, styles, scripts."""


def folder(language: str) -> str:
    """Return the folder of an interface, from the site's root.

    >>> folder("ar"), folder("en")
    ('', 'en/')
    """
    return "" if language == FIRST else f"{language}/"


def up(path: str, language: str) -> str:
    """Return what leads from the page at *path* (in its interface) to the site's root.

    >>> up("names.md", "ar"), up("works/specimen.md", "en")
    ('', '../../')
    """
    return "../" * (folder(language) + path).count("/")


def root(base: str, language: str) -> str:
    """Return the site's root without its last slash, where *base* is the root of one interface as its page has it.

    >>> root("..", "ar"), root("..", "en"), root("/papers/en/", "en"), root("/", "ar")
    ('..', '../..', '/papers', '')
    """
    return normpath(base + "/.." * folder(language).count("/")).rstrip("/")


def twin(url: str, base: str, language: str, other: str) -> str:
    """Return the address of the same page in the *other* interface, where *base* leads to the root of this one.

    >>> twin("works/specimen.html", "..", "ar", "en"), twin("works/specimen.html", "..", "en", "ar")
    ('../en/works/specimen.html', '../../works/specimen.html')
    """
    return normpath(f"{root(base, language)}/{folder(other)}{url or 'index.html'}")
