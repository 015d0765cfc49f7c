"""The structure elements of a page: which marked content is whose, and new numbers for it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

import pikepdf

_REFERENCE = re.compile(rb"(\d+) \d+ R")


def numbered(pdf: pikepdf.Pdf) -> Iterator[tuple[int, pikepdf.Object]]:
    """Yield the entries of the parent tree (PDF 32000-1, 14.7.4.4), however deep it is."""
    nodes = [pdf.Root.StructTreeRoot.ParentTree]
    while nodes:
        node = nodes.pop()
        nodes += list(node.get("/Kids", []))
        told = list(node.get("/Nums", []))
        yield from zip(map(int, told[::2]), told[1::2], strict=True)


def owners(entry: pikepdf.Object) -> list[int]:
    """Return the object numbers of the elements in an entry of the parent tree, by number of marked content.

    They are read from the file's own notation: to make an object of each takes far longer.
    """
    return [int(found) for found in _REFERENCE.findall(entry.unparse(resolved=True))]


def renumber(page: pikepdf.Object, entry: pikepdf.Object, new: Mapping[int, int | None]) -> None:
    """Put new numbers into the structure elements of *page* and into its *entry* of the parent tree.

    Args:
        page: The page.
        entry: The elements that own its marked content, by number.
        new: The new number of each old one; None where it has become part of another's sequence.
    """
    firsts = {owner: at for at, owner in reversed(list(enumerate(owners(entry))))}
    for at in firsts.values():
        element = entry[at]
        here = "/Pg" in element and element.Pg.objgen == page.objgen
        told = (new.get(kid, kid) if isinstance(kid, int) and here else _kid(kid, page, new) for kid in _kids(element))
        kept = [kid for kid in told if kid is not None]
        element.K = pikepdf.Array(kept) if len(kept) != 1 else kept[0]
    _keep(entry, [old for old, number in sorted(new.items(), key=lambda each: each[1] or 0) if number is not None])


def _keep(entry: pikepdf.Object, places: Sequence[int]) -> None:
    kept = [entry[at] for at in places]
    for at, owner in enumerate(kept):
        entry[at] = owner
    del entry[len(kept) :]


def _kids(element: pikepdf.Object) -> list[object]:
    kids: object = element.get("/K", [])
    return list(kids) if isinstance(kids, pikepdf.Array) else [kids]


def _kid(kid: object, page: pikepdf.Object, new: Mapping[int, int | None]) -> object | None:
    """Return *kid* as it is to be; None if it has become part of another sequence."""
    if isinstance(kid, pikepdf.Dictionary) and kid.get("/Type") == "/MCR" and kid.Pg.objgen == page.objgen:
        number = new.get(int(kid.MCID))
        if number is None:
            return None
        kid.MCID = number
    return kid
