"""References as CSL-JSON, field for field as the schema of CSL 1.0.2 (``csl-data.json``) has them.

Titles and names stay in their own language and script. A name is not parted into family and given name:
the notes do not say which is which.
"""

from __future__ import annotations

from collections.abc import Iterable

from matn.edition.bibliography import Reference
from matn.edition.references import address

_TEXTS = {"title": "title", "publisher": "publisher", "pages": "page", "language": "language"}
"""CSL variable of each text of a :class:`Reference` that goes over as it is."""


def csl(reference: Reference, work: str = "") -> dict[str, object]:
    """Return *reference* as an item of CSL-JSON; what is not known is left out.

    The item's id is the note's, after the id of its *work* if that is given. A short link is its ``URL``, and
    ``custom`` says so. A printed address that is broken and was not mended is in ``custom`` alone.
    """
    link = address(reference)
    item: dict[str, object] = {
        "id": f"{work}#{reference.id}" if work else reference.id,
        "type": "webpage" if link else "document",
    }
    for name, variable in _TEXTS.items():
        if value := getattr(reference, name):
            item[variable] = value
    if reference.author:
        item["author"] = [{"literal": reference.author}]
    issued = reference.date or (reference.calendar.gregorian if reference.calendar else "")
    for variable, date in (("issued", issued), ("accessed", reference.accessed)):
        if date:
            item[variable] = {"date-parts": [[int(part) for part in date.split("-")]]}
    if link:
        item["URL"] = link
    if remark := reference.remark.get("en", ""):
        item["note"] = remark
    return item | _custom(reference, link)


def _custom(reference: Reference, link: str) -> dict[str, object]:
    """Return what CSL has no variable for: the address as printed, where the link is another; short links."""
    own: dict[str, object] = {}
    if reference.url_printed and reference.url_printed != link:
        own["url-printed"] = reference.url_printed
    if reference.opaque:
        own["short-link"] = True
    return {"custom": own} if own else {}


def bibliography(references: Iterable[Reference], work: str = "") -> list[dict[str, object]]:
    """Return the sources among *references* as CSL-JSON; comments, lost notes and *ibid.* are no sources."""
    return [csl(reference, work) for reference in references if reference.kind == "source"]
