"""What may be taken away: one file, what it is, and how it is made."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from matn.edition.model import Edition
from matn.export.cite import Site

FOLDER = "downloads"
"""Where downloads lie, from the site's root."""
WHOLE = "edition"
"""Name of the folder and of the files of the edition as a whole; no work may have it as its id."""


@dataclass(frozen=True, slots=True)
class Download:
    """A file that the site offers.

    Attributes:
        path: From the site's root: ``downloads/qashta-2025/qashta-2025.xml``.
        format: Key of the format: ``tei``, ``json``, ``txt``, ``bib``, ``ris``, ``csl``, ``pdf``, ``epub`` …
        language: What a reader of it must read: ``ar``, ``en``, or ``both``.
        media_type: As servers and links tell it (RFC 6838).
        work: Id of the work; empty for the whole edition.
    """

    path: str
    format: str
    language: str
    media_type: str
    work: str = ""


class Say(Protocol):
    """The words of the interface in one language; the site has them, and who makes files is given them."""

    @property
    def language(self) -> str:
        """The language, as a BCP 47 tag."""

    def __call__(self, key: str, **values: object) -> str:
        """Return the words for *key*."""

    def count(self, key: str, number: int) -> str:
        """Return *number* things in the plural form that the language asks for."""

    def number(self, value: int) -> str:
        """Return *value* with the separators of the language."""

    def date(self, iso: str) -> str:
        """Return an ISO 8601 date as readers write it."""


@dataclass(frozen=True, slots=True)
class Setting:
    """What files are made with, beside the edition.

    Attributes:
        root: Folder of the edition, for typefaces.
        site: The edition as it is cited, and the site's address.
        words: Gives the words of the interface in a language (``ar``, ``en``).
    """

    root: Path
    site: Site
    words: Callable[[str], Say]


@dataclass(frozen=True, slots=True)
class Offer:
    """A download and how its bytes are made; the same edition and setting give the same bytes."""

    download: Download
    make: Callable[[Setting], bytes]


Maker = Callable[[Edition], Iterable[Offer]]
"""Tells what one family of formats offers of an edition; nothing is made before it is asked for."""


def place(work: str, ending: str) -> str:
    """Return where a file of *work* lies, of the whole edition if that is empty.

    >>> place("specimen", "en.pdf")
    'downloads/specimen/specimen.en.pdf'
    >>> place("", "zip")
    'downloads/edition/edition.zip'
    """
    name = work or WHOLE
    return f"{FOLDER}/{name}/{name}.{ending}"
