"""An item of CSL-JSON as a record of RIS: tags as Reference Manager 12 and EndNote take them, UTF-8, CR LF."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from matn.export.cite.bibtex import key
from matn.export.cite.item import Item
from matn.export.cite.person import Name

_TYPES = {"chapter": "CHAP", "article-journal": "JOUR", "report": "RPRT", "document": "GEN", "webpage": "ELEC"}
_TEXTS = {
    "title": "TI",
    "container-title": "T2",
    "collection-title": "T3",
    "edition": "ET",
    "publisher": "PB",
    "volume": "VL",
    "issue": "IS",
    "page": "SP",
    "URL": "UR",
    "language": "LA",
    "note": "N1",
}


def ris(item: Item) -> str:
    """Return *item* as one record."""
    return "".join(f"{tag}  - {' '.join(value.split())}\r\n" for tag, value in _lines(item)) + "ER  - \r\n"


def _lines(item: Item) -> Iterator[tuple[str, str]]:
    yield "TY", _TYPES[item["type"]]
    yield "ID", key(item)
    for field, tag in (("author", "AU"), ("editor", "A2")):
        for name in item.get(field, ()):
            yield tag, _name(name)
    for variable, tag in _TEXTS.items():
        if value := item.get(variable):
            yield tag, value
    if "issued" in item:
        yield "PY", str(item["issued"]["date-parts"][0][0])
        yield "DA", _date(item["issued"])
    if "accessed" in item:
        yield "Y2", _date(item["accessed"])
    if original := _original(item):
        yield "OP", original


def _date(date: Mapping[str, Sequence[Sequence[int]]]) -> str:
    """Return *date* as ``2021/05//``: year, month and day, each empty if not known, and what else is to be said."""
    year, *rest = date["date-parts"][0]
    return "/".join([str(year), *(f"{part:02}" for part in rest), *[""] * (2 - len(rest))]) + "/"


def _name(name: Name) -> str:
    return name["literal"] if "literal" in name else f"{name['family']}, {name['given']}"


def _original(item: Item) -> str:
    """Return title, publisher and date of the original publication, as far as they are told apart in *item*."""
    date = item.get("original-date", {}).get("date-parts", [[]])[0]
    told = [item.get("original-title", ""), item.get("original-publisher", ""), "-".join(f"{n:02}" for n in date)]
    return ", ".join(filter(None, told))
