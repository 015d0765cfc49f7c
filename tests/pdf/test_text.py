"""Text copied from our files and searched in them is the text that was set."""

from __future__ import annotations

import os
import re
import shutil
from collections.abc import Mapping
from pathlib import Path

import pytest
from tests.pdf.conftest import phrases

from benchmarks import pdf_text
from benchmarks.pdf_text import extractors, printed, score, words
from matn.edition.model import Edition, WorkEdition

WRONG = {"pdfium": 0.002}
"""Letters wrong that are allowed, 0.001 if not told.

pdfium turns round the words of a run of several Latin ones in an Arabic line: CPDF_TextPage::CloseTempLine takes the
space between them for one of the line's direction, not of the run's.
"""
ORDERED = {"pdftotext": 0.96}
"""Words in order, 0.995 if not told.

pdftotext puts the space after a number before it: reorderText gives both spaces beside digits to their run.
"""
ENGINES = ("pdftotext", "pypdf", "pdfium", "pdfminer", "pdf.js")


def extracted(engine: str, path: Path) -> list[str]:
    there = extractors()
    if engine not in there and not (engine == "pdftotext" and os.environ.get("CI") and shutil.which("pdftotext")):
        pytest.skip(f"{engine} is not installed: `make` installs all but poppler, which is poppler-utils of the system")
    return there[engine](path)


@pytest.mark.parametrize("engine", ENGINES)
def test_paragraphs_come_back(engine: str, specimen: WorkEdition, specimen_pdf: Path) -> None:
    found = score(printed(specimen), extracted(engine, specimen_pdf))
    assert found.letters > 5000
    assert found.error <= WRONG.get(engine, 0.001)
    assert found.order >= ORDERED.get(engine, 0.995)


@pytest.mark.parametrize("engine", ["pdfium", "pdf.js"])
def test_a_phrase_of_two_words_is_found(engine: str, specimen: WorkEdition, specimen_pdf: Path) -> None:
    pages = extracted(engine, specimen_pdf)
    flat = [re.sub(r"\s+", " ", page) for page in pages]
    for phrase, wanted in phrases(specimen).items():
        assert sum(page.count(phrase) for page in flat) >= wanted > 1


def test_the_engine_of_chrome_finds_the_phrase_itself(specimen: WorkEdition, specimen_pdf: Path) -> None:
    from pypdfium2 import PdfDocument

    pages = [page.get_textpage() for page in PdfDocument(specimen_pdf)]
    for phrase, wanted in phrases(specimen).items():
        searches = [page.search(phrase) for page in pages]
        found = sum(1 for search in searches for _ in iter(search.get_next, None))
        assert found >= wanted


@pytest.mark.parametrize("engine", ["pypdf", "pdfminer", "pdf.js"])
def test_hostile_text_comes_back_too(engine: str, made: Mapping[str, bytes], named: Edition, tmp_path: Path) -> None:
    path = tmp_path / "hostile.pdf"
    path.write_bytes(made["downloads/nahr-2021/nahr-2021.ar.pdf"])
    text = " ".join(extracted(engine, path))
    for wanted in ("عُقد الاجتماع في", "بحضور تسعة أعضاء", "River Studies", "رودخانه", "An English paragraph with"):
        assert words(wanted)[0] in words(text)


def test_marks_keep_their_letters(specimen: WorkEdition, specimen_pdf: Path) -> None:
    """Vowel signs are no letters for the score; here every marked word must be there as it is."""
    marked = {word for text in printed(specimen) for word in text.split() if re.fullmatch(r"[\u0621-\u0652]+", word)}
    marked = {word for word in marked if re.search("[\u064b-\u0652]", word)}
    text = " ".join(extracted("pypdf", specimen_pdf)).split()
    assert len(marked) > 30
    assert marked <= {re.sub(r"[^\u0621-\u0652]", "", word) for word in text}


def test_the_score_sees_damage() -> None:
    page = "ذهب الولد إلى المدرسة صباحا"
    assert score([page], [page]).error == 0
    assert score([page], [page.replace("المدرسة", "المدسرة")]).error > 0
    assert score([page], [" ".join(reversed(page.split()))]).order < 0.5
    assert pdf_text.PIECE > 1
