"""The five works' paragraphs, as tests on the real sources read them: repaired, taken apart, not emended."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from matn.edition.assemble import find_sources
from matn.edition.load import load_works
from matn.edition.prepare import prepare
from matn.edition.readings import Readings

ROOT = Path(__file__).resolve().parent.parent.parent
FIVE = 5


@cache
def repaired(sources: Path) -> Readings:
    """Return the paragraphs of the works whose sources lie in *sources*, numbered in reading order."""
    works = load_works(ROOT)
    files = find_sources(works, sources).files
    documents = {work.id: prepare(work, files[work.id]).document for work in works if work.id in files}
    return {
        work: {f"p{number}": block.passage.text for number, block in enumerate(document.blocks, 1)}
        for work, document in documents.items()
        if work != "specimen"
    }
