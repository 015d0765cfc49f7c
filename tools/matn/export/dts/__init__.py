"""The edition as a tree of files that answers as a server of DTS 1.0, level 0, would.

Level 0 need not know ranges. All else that the URI templates allow has its file, ``down`` from -1 to the depth of the
citation tree; a query that a server would refuse finds none. There are no pages of answers.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import chain

from matn.edition.model import Edition, WorkEdition
from matn.export.cite import Site
from matn.export.dts.answers import Answers, written
from matn.export.dts.passages import Passages, text
from matn.export.dts.units import DEPTH, Unit, members, units
from matn.export.offer import WHOLE, place
from matn.export.plain import plain

_NAVS = ("children", "parents")
Files = Iterator[tuple[str, bytes]]


def tree(edition: Edition, site: Site, made: Mapping[str, bytes]) -> dict[str, bytes]:
    """Return every file of the tree by its path from the site's root.

    Args:
        edition: The edition.
        site: Its address.
        made: The downloads by their paths, with the TEI of every work among them.
    """
    answers = Answers(edition, site)
    works = (_work(item, answers, made[place(item.work.id, "xml")]) for item in edition.works)
    inside = chain([("index.json", written(answers.entry()))], _collections(answers), *works)
    return {f"dts/{path}": data for path, data in inside}


def _collections(answers: Answers) -> Files:
    for nav in _NAVS:
        data = written(answers.collection(nav))
        yield f"collection/{nav}.json", data
        yield f"collection/{WHOLE}/{nav}.json", data
    default = written(answers.collection(_NAVS[0]))
    yield "collection.json", default
    yield f"collection/{WHOLE}.json", default


def _work(item: WorkEdition, answers: Answers, data: bytes) -> Files:
    work, tree = item.work.id, units(item)
    yield f"collection/{work}.json", written(answers.alone(item, _NAVS[0]))
    for nav in _NAVS:
        yield f"collection/{work}/{nav}.json", written(answers.alone(item, nav))
    for path, ref, found in _queries(work, tree):
        yield path, written(answers.navigation(item, path, ref, found))
    yield from _documents(f"document/{work}.xml", data, plain(item) if item.has_source else None)
    passages = Passages(data)
    for unit in tree:
        path = f"document/{work}/{unit.identifier}.xml"
        yield from _documents(path, passages.tei(unit), text(unit) if item.has_source else None)


def _documents(path: str, tei: bytes, words: bytes | None) -> Files:
    """Yield a document as TEI, which is the default and may be asked for, and as text."""
    yield path, tei
    yield f"{path}.appl", tei
    if words is not None:
        yield f"{path}.text", words


def _queries(work: str, tree: tuple[Unit, ...]) -> Iterator[tuple[str, Unit | None, list[Unit] | None]]:
    """Yield path, unit and result of every query."""
    for down in (-1, *range(1, DEPTH + 1)):
        yield f"navigation/{work};down={down}.json", None, members(tree, None, down)
    for unit in tree:
        yield f"navigation/{work}/{unit.identifier}.json", unit, None
        for down in range(-1, DEPTH + 1):
            yield f"navigation/{work};down={down}/{unit.identifier}.json", unit, members(tree, unit, down)
