"""Our schema of the part of TEI P5 that the export uses, and validation against it."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from importlib.resources import files

from lxml import etree

from matn.errors import BrokenPromiseError

POINTERS = (
    "//@corresp | //@resp | //@source | //@ana | //@next | //@prev | //@who | //@ref"
    " | //*[local-name() != 'licence' and (local-name() != 'ref' or @type = 'note')]/@target"
)
"""Attributes that point into the document."""


@cache
def schema() -> etree.RelaxNG:
    """Return the schema ``matn-tei.rng``; what is valid by it is meant to be valid by ``tei_all``."""
    text = (files("matn.export") / "schema" / "matn-tei.rng").read_bytes()
    return etree.RelaxNG(etree.fromstring(text))


def parse(data: bytes) -> etree._Element:
    """Parse a document; nothing outside it is read, and no entity is expanded."""
    return etree.fromstring(data, etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=True))


def mistakes(root: etree._Element) -> Iterator[str]:
    """Yield what is wrong with a document: against the schema, and pointers that lead nowhere."""
    validator = schema()
    if not validator.validate(root):
        yield from (f"line {error.line}: {error.message}" for error in validator.error_log)
    ids = {str(anchor) for anchor in root.xpath("//@xml:id")}
    wanted = dict.fromkeys(pointer for value in root.xpath(POINTERS) for pointer in str(value).split())
    yield from (f"{pointer} leads nowhere" for pointer in wanted if pointer.removeprefix("#") not in ids)


def refuse_invalid(data: bytes, work: str) -> None:
    """Hold what we wrote to the schema.

    Raises:
        BrokenPromiseError: It is not valid; the message has the first mistakes.
    """
    try:
        found = list(mistakes(parse(data)))
    except etree.XMLSyntaxError as error:  # an id that stands twice is one, too
        found = [str(error)]
    if found:
        raise BrokenPromiseError(f"the TEI of {work} is not valid: {'; '.join(found[:3])}")
