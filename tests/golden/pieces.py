"""What the program makes of the specimen, piece by piece, as text that diffs well.

Pages give their words only, and of three paragraphs only: how they look is for other tests.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

from bs4 import BeautifulSoup

from matn.cli.text import LAYERS, as_text
from matn.edition.balance import details
from matn.edition.bibliography import Reference
from matn.edition.csl import bibliography
from matn.edition.explain import explain
from matn.edition.model import WorkEdition
from matn.export.indexes.envelope import written
from matn.site.indexes import works
from matn.site.pages import work_page
from matn.site.words import Words

FOLDER = Path(__file__).with_name("specimen")
EXPLAINED = ("p12", "n1")
"""A paragraph with displaced pieces, mirrored quotation marks and plain kashidas; a note put in order."""
SHOWN = ("p6", "p12", "p26")
"""Paragraphs whose words on the reading page are kept: markers, Latin letters, a label."""

Make = Callable[[WorkEdition], str]


def _layer(name: str) -> Make:
    return lambda edition: as_text(edition, name)


def _explanation(anchor: str) -> Make:
    return lambda edition: explain(edition, anchor)


def _rows(edition: WorkEdition) -> str:
    """The Arabic and the English of some paragraphs as the reading page has them, a line each."""
    page = BeautifulSoup(work_page(edition, Words("ar")), "html.parser")
    lines = []
    for anchor in SHOWN:
        cells = page.select(f"#{anchor} > .cell, #{anchor} > .gist")
        lines += [anchor, *(" ".join(cell.get_text().split()) for cell in cells), ""]
    return "\n".join(lines)


def _sources(edition: WorkEdition) -> str:
    known: list[Reference] = [note.reference for note in edition.notes if note.reference]
    return written(bibliography(known, edition.work.id))


def _data(edition: WorkEdition) -> str:
    """The work's JSON file without its envelope, which changes with the program's version."""
    return written(works.data(edition))


PIECES: Mapping[str, Make] = {
    **{f"{layer}.txt": _layer(layer) for layer in LAYERS},
    **{f"explain-{anchor}.txt": _explanation(anchor) for anchor in EXPLAINED},
    "account.txt": details,
    "page.txt": _rows,
    "sources.json": _sources,
    "work.json": _data,
}
"""Name of each file in :data:`FOLDER`, and what makes its text."""
