"""How much of a clean text a repaired one gets right: edit distance by edlib, paragraph by paragraph.

Two figures, in percent of the clean text: *letters* (letters and digits only) and *strict* (NFC text with
single spaces; signs and marks count). A paragraph is looked for anywhere in the text, so division into
paragraphs and lines does not count. Gap marks are left out on both sides.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable
from typing import NamedTuple

import edlib

_GAP = re.compile(r"\[(?:…|\.\.\.)\]")
_SCRIPT = frozenset({"Lo", "Nd", "Ll", "Lu"})


class Score(NamedTuple):
    """Error rates in percent, rounded up to two places."""

    letters: float
    strict: float


def strict(text: str) -> str:
    """Return *text* in NFC with single spaces and without gap marks."""
    return re.sub(r"\s+", " ", _GAP.sub("", unicodedata.normalize("NFC", text))).strip()


def letters(text: str) -> str:
    """Return the letters and digits of *text*."""
    return "".join(char for char in _GAP.sub("", text) if unicodedata.category(char) in _SCRIPT)


def score(gold: Iterable[str], text: str) -> Score:
    """Score *text* against the clean paragraphs *gold*."""
    clean = [paragraph for paragraph in gold if paragraph.strip()]
    return Score(_rate(clean, text, letters), _rate(clean, text, strict))


def _rate(gold: list[str], text: str, norm: Callable[[str], str]) -> float:
    reading, wrong, total = norm(text), 0, 0
    for paragraph in map(norm, gold):
        wrong += edlib.align(paragraph, reading, mode="HW", task="distance")["editDistance"]
        total += len(paragraph)
    return -(-10000 * wrong // total) / 100
