"""The catalogues of the interface: Babel's ``.po`` files, read as they are, so that nothing has to be compiled."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

from babel import Locale

if TYPE_CHECKING:
    from babel.messages.catalog import Message

LANGUAGES = ("ar", "en")
_ORDER = ("zero", "one", "two", "few", "many", "other")


@cache
def catalogue(language: str) -> Mapping[str, str | Mapping[str, str]]:
    """Return every entry in *language*: key to words, or to plural forms by their CLDR names."""
    from babel.messages.pofile import read_po  # here: whoever only repairs texts need not load it

    with files("matn.site").joinpath("locale", language, "LC_MESSAGES", "matn.po").open("rb") as file:
        read = read_po(file, locale=language)
    return {_key(entry): _words(entry, plural_forms(language)) for entry in read if entry.id}


def _key(entry: Message) -> str:
    return entry.id if isinstance(entry.id, str) else entry.id[0]


def _words(entry: Message, forms: tuple[str, ...]) -> str | Mapping[str, str]:
    if isinstance(entry.string, str):
        return entry.string
    return dict(zip(forms, entry.string or (), strict=True))


def plural_forms(language: str) -> tuple[str, ...]:
    """Return the CLDR names of the plural forms of *language*, in the order that its ``.po`` file has them.

    >>> plural_forms("en")
    ('one', 'other')
    """
    there = Locale(language).plural_form.tags | {"other"}
    return tuple(form for form in _ORDER if form in there)
