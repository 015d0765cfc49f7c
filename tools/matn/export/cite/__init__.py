"""Citations: of a work of this edition, of a paragraph in it, or of the paper as it was published.

Chicago, MLA and APA take some 30 ms each. Those of a work's paragraphs differ in number and hash only, so who wants
them all takes :func:`patterns` and fills them in.
"""

from __future__ import annotations

from enum import StrEnum

from matn.edition.model import WorkEdition
from matn.edition.schema import suggestion
from matn.errors import BadInputError
from matn.export.cite.bibtex import bibtex
from matn.export.cite.imprint import Imprint, Site, load_imprint, site_address
from matn.export.cite.item import Item, as_published, in_edition
from matn.export.cite.patterns import patterns
from matn.export.cite.place import Place, place
from matn.export.cite.ris import ris
from matn.export.cite.styled import STYLES, Styled, styled
from matn.export.cite.written import csl_json

__all__ = [
    "ALL_STYLES",
    "LANGUAGES",
    "Imprint",
    "Item",
    "Of",
    "Place",
    "Site",
    "Styled",
    "cite",
    "csl_item",
    "in_edition",
    "load_imprint",
    "patterns",
    "place",
    "site_address",
    "styled",
]

LANGUAGES = ("ar", "en")
ALL_STYLES = (*STYLES, "bibtex", "ris", "csl-json")


class Of(StrEnum):
    """What is cited: the paper as this edition has it, or as its publisher brought it out."""

    EDITION = "edition"
    PAPER = "paper"


def cite(item: WorkEdition, paragraph: str | None, style: str, language: str, site: Site, of: Of = Of.EDITION) -> str:
    """Return the citation of *item*, or of a *paragraph* in it (``p12`` or ``p12~a1b2c3``), in *style*.

    Chicago, MLA and APA are plain text: the entry for the list of references, an empty line, the note or the
    reference in the text. The text ends with a line feed.

    Raises:
        BadInputError: There is no such style, language or paragraph, or the paper itself is to be cited by paragraph.
    """
    _known("style", style, ALL_STYLES)
    where = place(item, paragraph)
    found = csl_item(item, paragraph, language, site, of)
    match style:
        case "bibtex":
            return bibtex(found, language)
        case "ris":
            return ris(found)
        case "csl-json":
            return csl_json(found)
    told = styled(found, where, style, language)
    return f"{told.entry}\n\n{told.pointer}\n"


def csl_item(item: WorkEdition, paragraph: str | None, language: str, site: Site, of: Of = Of.EDITION) -> Item:
    """Return *item*, or a *paragraph* in it, as an item of CSL-JSON.

    Raises:
        BadInputError: As for :func:`cite`.
    """
    _known("language", language, LANGUAGES)
    where = place(item, paragraph)
    if of is Of.EDITION:
        return in_edition(item.work, where, language, site)
    if where.paragraph:
        raise BadInputError(
            f"the numbers of paragraphs are this edition's: expected no {where.paragraph} with the paper itself",
            hint=f"cite {item.work.id}, or {item.work.id}#{where.paragraph} in the edition",
        )
    return as_published(item.work, language)


def _known(what: str, name: str, names: tuple[str, ...]) -> None:
    if name not in names:
        raise BadInputError(
            f"there is no {what} {name!r}", hint=suggestion(name, names) or f"one of {', '.join(names)}"
        )
