"""Names in the five works: with all their particles, and quickly."""

from __future__ import annotations

import re
import time
from pathlib import Path

import pytest
from tests.dates.real import repaired

from matn.edition.names import Finder, Kind, Name, index
from matn.text.lexicon import Lexicon

PLACES = {
    "iraq": "العراق",
    "iran": "إيران",
    "baghdad": "بغداد",
    "syria": "سوريا",
    "washington": "واشنطن",
    "raqqa": "الرقة",
}
NAMES = [Name(slug, Kind.PLACE, ar, slug.title(), {}) for slug, ar in PLACES.items()]
BEFORE = "(?:[وف]?[بكل]?)"


@pytest.mark.sources
def test_as_many_as_a_plain_search_finds(sources: Path) -> None:
    texts = repaired(sources)
    whole = "\n".join(text or "" for paragraphs in texts.values() for text in paragraphs.values())
    found = index(NAMES, texts)
    for slug, ar in PLACES.items():
        shapes = f"{BEFORE}{ar}" + (f"|[وف]?ل{ar[1:]}" if ar.startswith("ال") else "")
        expected = len(re.findall(rf"(?<![\u0621-\u064a])(?:{shapes})(?![\u0621-\u064a])", whole))
        assert sum(len(entry.occurrences) for entry in found[slug]) == expected > 0


@pytest.mark.sources
def test_the_five_works_in_well_under_a_second(sources: Path, lexicon: Lexicon) -> None:
    texts = repaired(sources)
    finder = Finder(NAMES, lexicon)
    began = time.process_time()
    for paragraphs in texts.values():
        for text in paragraphs.values():
            finder.find(text or "")
    assert time.process_time() - began < 1
