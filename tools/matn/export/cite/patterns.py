"""All citations of a work and of every paragraph in it, set once: what differs between paragraphs is filled in later.

A page has hundreds of paragraphs and setting one takes some 30 ms a style, so the site carries patterns. In them
:data:`NUMBER` stands for the paragraph's number (``12``) and :data:`HASH` for the content hash of its wording.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from matn.edition.model import Work
from matn.errors import BrokenPromiseError
from matn.export.cite.bibtex import bibtex
from matn.export.cite.imprint import Site
from matn.export.cite.item import Item, as_published, in_edition
from matn.export.cite.place import Place
from matn.export.cite.ris import ris
from matn.export.cite.styled import STYLES, styled
from matn.export.cite.written import csl_json

NUMBER, HASH = "NUMBER", "WORDING"
_MARKS = re.compile(f"{NUMBER}|{HASH}")

Set = Mapping[str, str | tuple[str, str]]
"""Style to text: Chicago, MLA and APA as entry and pointer, in HTML with titles in ``<i>``; the formats as they are."""


def patterns(work: Work, language: str, site: Site) -> Mapping[str, Set]:
    """Return the citations of *work* in *language*: of the ``work`` here, of a ``paragraph``, of the ``paper`` itself.

    Raises:
        BrokenPromiseError: The work's own words contain what stands for number or hash.
    """
    blank = Place(work.id, f"p{NUMBER}", HASH)
    whole, part = Place(work.id), in_edition(work, blank, language, site)
    made = {
        "work": _set(in_edition(work, whole, language, site), whole, language),
        "paragraph": _set(part, blank, language),
        "paper": _set(as_published(work, language), whole, language),
    }
    if any(_MARKS.search(str(made[key])) for key in ("work", "paper")):
        raise BrokenPromiseError(f"{work.id}: {NUMBER} or {HASH} stands in its title, author or publisher")
    return made


def _set(item: Item, place: Place, language: str) -> Set:
    told = {style: styled(item, place, style, language, as_html=True) for style in STYLES}
    return {
        **{style: (each.entry, each.pointer) for style, each in told.items()},
        "bibtex": bibtex(item, language),
        "ris": ris(item),
        "csl-json": csl_json(item),
    }


def filled(pattern: str, place: Place) -> str:
    """Return *pattern* for the paragraph *place*."""
    return _MARKS.sub(lambda mark: place.number if mark[0] == NUMBER else place.hash, pattern)
