"""The works of this edition, with and without their sources."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from lxml import etree

from matn.edition.assemble import locate, work_edition
from matn.edition.load import load_works, works_folder
from matn.edition.model import WorkEdition
from matn.edition.names import NAMES_FILE, Name, load_names

from ..cli.conftest import edition, matn
from ..conftest import source_folder

__all__ = ["edition", "matn"]

ROOT = Path(__file__).resolve().parents[2]
WORKS = {work.id: work for work in load_works(ROOT)}
CASES = [(name, whole) for name in WORKS for whole in (True, False)]


@pytest.fixture(scope="session")
def names() -> tuple[Name, ...]:
    return load_names(works_folder(ROOT) / NAMES_FILE)


@pytest.fixture(scope="session")
def works() -> Callable[[str, bool], WorkEdition]:
    """A work by name, whole or without its source; a skip where that is not here."""
    folder = source_folder()
    found = locate(list(WORKS.values()), folder) if folder else locate([WORKS["specimen"]], None)
    made: dict[tuple[str, bool], WorkEdition] = {}

    def get(name: str, whole: bool) -> WorkEdition:
        if whole and name not in found:
            pytest.skip(f"the source of {name} is not here: set SOURCES to its folder")
        if (name, whole) not in made:
            made[name, whole] = work_edition(WORKS[name], found.get(name) if whole else None)
        return made[name, whole]

    return get


@pytest.fixture(scope="session")
def tei_all() -> etree.RelaxNG:
    """The schema of all of TEI P5, where ``TEI_ALL`` names a copy of ``tei_all.rng``."""
    path = os.environ.get("TEI_ALL")
    if not path:
        pytest.skip("all of TEI P5 is not here: set TEI_ALL to a copy of tei_all.rng")
    return etree.RelaxNG(etree.parse(path))
