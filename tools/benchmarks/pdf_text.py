"""What comes out of our PDFs again: letters wrong and words in order, by extractor; phrases found.

Run ``python -m benchmarks.pdf_text [WORK …]``; pdf.js is asked if it is installed, poppler if it is on ``PATH``.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import unicodedata
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import accumulate
from pathlib import Path

import edlib
from rapidfuzz.distance import LCSseq

from matn.edition.calls import by_paragraph, calls
from matn.edition.model import WorkEdition

ROOT = Path(__file__).resolve().parents[2]
PIECE = 12
"""A paragraph is compared in pieces of so many words; only the end of a page may come between two of a piece."""


@dataclass(frozen=True, slots=True)
class Score:
    """How a text came back: letters (with digits) and words in all, letters wrong, words in order."""

    letters: int
    wrong: int
    words: int
    ordered: int

    @property
    def error(self) -> float:
        """Share of the letters that are wrong."""
        return self.wrong / self.letters if self.letters else 0.0

    @property
    def order(self) -> float:
        """Share of the words that are there, in order."""
        return self.ordered / self.words if self.words else 1.0


def poppler(path: Path) -> list[str]:
    """Return what ``pdftotext`` says, page by page."""
    made = subprocess.run(["pdftotext", str(path), "-"], capture_output=True, check=True)
    return made.stdout.decode("utf-8").split("\f")


def pypdf(path: Path) -> list[str]:
    """Return what pypdf says, page by page."""
    from pypdf import PdfReader

    return [page.extract_text() for page in PdfReader(path).pages]


def pdfium(path: Path) -> list[str]:
    """Return what pdfium says, the engine of Chrome, page by page."""
    from pypdfium2 import PdfDocument

    return [page.get_textpage().get_text_range() for page in PdfDocument(path)]


def pdfminer(path: Path) -> list[str]:
    """Return what pdfminer.six says, page by page."""
    from pdfminer.high_level import extract_text

    return extract_text(path).split("\f")


def pdfjs(path: Path) -> list[str]:
    """Return what pdf.js says, the engine of Firefox: its text items joined as its search joins them, page by page.

    ``PDFFindController`` joins ``item.str`` and a line feed where ``item.hasEOL``, of content that it asks for with
    ``disableNormalization``.
    """
    script = Path(__file__).with_name("pdf_items.mjs")
    environment = os.environ | {"PDFJS": str(pdfjs_module())}
    made = subprocess.run(["node", script, path], capture_output=True, check=True, env=environment)
    return list(json.loads(made.stdout))


def pdfjs_module() -> Path:
    """Return where pdf.js is, if it is installed."""
    return ROOT / "node_modules" / "pdfjs-dist" / "legacy" / "build" / "pdf.mjs"


def extractors() -> Mapping[str, Callable[[Path], list[str]]]:
    """Return the extractors that are there."""
    found: dict[str, Callable[[Path], list[str]]] = {}
    if shutil.which("pdftotext"):
        found["pdftotext"] = poppler
    found |= {"pypdf": pypdf, "pdfium": pdfium, "pdfminer": pdfminer}
    if shutil.which("node") and pdfjs_module().is_file():
        found["pdf.js"] = pdfjs
    return found


def printed(item: WorkEdition) -> Iterator[str]:
    """Yield the paragraphs of *item* as they are printed: the reading text with the numbers of its notes."""
    called = by_paragraph(calls(item))
    for paragraph in item.paragraphs:
        text = paragraph.reading or ""
        for call in sorted(called.get(paragraph.id, ()), key=lambda each: -(each.offset or 0)):
            text = f"{text[: call.offset]}{call.label}{text[call.offset :]}"
        if letters(text):
            yield text


def letters(text: str) -> str:
    """Return the letters and digits of *text*, after NFKC."""
    return "".join(char for char in unicodedata.normalize("NFKC", text) if unicodedata.category(char)[0] in "LN")


def words(text: str) -> list[str]:
    """Return the words of *text*, by their letters."""
    return [found for word in text.split() if (found := letters(word))]


@dataclass(frozen=True, slots=True)
class Found:
    """What an extractor made of a file: its words, where each begins, all letters, where each page begins."""

    words: list[str]
    starts: list[int]
    letters: str
    pages: list[int]

    @classmethod
    def of(cls, pages: list[str]) -> Found:
        """Take in the text of *pages*."""
        told = [words(page) for page in pages]
        flat = [word for page in told for word in page]
        lengths = [sum(map(len, page)) for page in told]
        starts = [0, *accumulate(map(len, flat))][:-1]
        return cls(flat, starts, "".join(flat), [0, *accumulate(lengths)])

    def near(self, start: int, end: int) -> list[str]:
        """Return the words that have a letter in ``[start, end)``."""
        first = max(0, bisect_right(self.starts, start) - 1)
        return self.words[first : bisect_left(self.starts, end)]

    def page(self, at: int) -> int:
        """Return the page of the letter *at*."""
        return bisect_right(self.pages, at)


def score(paragraphs: Iterable[str], pages: list[str]) -> Score:
    """Compare *paragraphs* with what an extractor made of the *pages* that hold them."""
    found = Found.of(pages)
    counts = [_piece(piece, found) for paragraph in paragraphs for piece in _pieces(words(paragraph))]
    return Score(*map(sum, zip(*counts, strict=True)))


def _pieces(told: list[str]) -> Iterator[list[str]]:
    for at in range(0, len(told), PIECE):
        yield told[at : at + PIECE]


def _piece(told: list[str], found: Found) -> tuple[int, int, int, int]:
    """Return letters, letters wrong, words, words in order of *told*; the end of a page may stand in it."""
    wrong, ordered = _whole(told, found)
    if wrong:
        for at in range(1, len(told)):
            parted, kept = _parted(told[:at], told[at:], found)
            if (parted, -kept) < (wrong, -ordered):
                wrong, ordered = parted, kept
    return sum(map(len, told)), wrong, len(told), ordered


def _whole(told: list[str], found: Found) -> tuple[int, int]:
    made = edlib.align("".join(told), found.letters, mode="HW", task="locations")
    start, end = made["locations"][0]
    return made["editDistance"], LCSseq.similarity(told, found.near(start, end + 1))


def _parted(before: list[str], after: list[str], found: Found) -> tuple[int, int]:
    """Score two parts with the end of a page between them; what is not so is all wrong."""
    first = edlib.align("".join(before), found.letters, mode="HW", task="locations")
    second = edlib.align("".join(after), found.letters, mode="HW", task="locations")
    for start, end in first["locations"]:
        for begin, last in second["locations"]:
            if found.page(begin) == found.page(end) + 1:
                near = found.near(start, end + 1), found.near(begin, last + 1)
                ordered = LCSseq.similarity(before, near[0]) + LCSseq.similarity(after, near[1])
                return first["editDistance"] + second["editDistance"], ordered
    return sum(map(len, (*before, *after))), 0


def main(names: list[str]) -> None:
    """Print the table for the works *names*, for all if there are none."""
    from benchmarks.pdf_set import edition, setting, volume_files

    whole, folder = edition(), ROOT / "build" / "pdf"
    files = volume_files(whole, setting(), folder, names)
    write = sys.stdout.write
    for item in whole.works:
        if not item.has_source or (names and item.work.id not in names):
            continue
        for name, extract in extractors().items():
            told = score(printed(item), extract(files[item.work.id]))
            write(f"{item.work.id:15} {name:10} {told.error:8.3%} wrong  {told.order:8.2%} in order\n")


if __name__ == "__main__":
    main(sys.argv[1:])
