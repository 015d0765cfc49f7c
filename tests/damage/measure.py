"""Count what a repair made of damage: restored, left, flagged, wrong, and what it harmed beside."""

from __future__ import annotations

import re
import textwrap
from collections import Counter
from pathlib import Path
from random import Random

from matn.repair.model import Repaired
from matn.text.edits import Edit

SENTENCES = tuple((Path(__file__).parent / "sentences.txt").read_text(encoding="utf-8").split("\n")[:-1])
_GAPS = re.compile(r"[ \t]+")


def page(rng: Random, sentences: int = 12, width: int = 92) -> list[str]:
    """Return a paragraph of clean sentences, drawn without repetition, in lines as a page has them."""
    return textwrap.wrap(
        " ".join(rng.sample(SENTENCES, sentences)), width, break_long_words=False, break_on_hyphens=False
    )


def plain(line: str) -> str:
    """Return *line* with single spaces and none at its edges: spacing is not what a class is about."""
    return _GAPS.sub(" ", line).strip()


def by_line(clean: list[str], damaged: list[str], hurt: set[int], result: Repaired) -> Counter[str]:
    """Count the lines of *hurt* by what became of them, and others that changed as ``harmed``."""
    lines = result.text.split("\n")
    if len(lines) != len(clean):
        return Counter(wrong=len(hurt), harmed=len(clean) - len(hurt))
    count: Counter[str] = Counter()
    for number, (line, good, bad) in enumerate(zip(lines, clean, damaged, strict=True)):
        same = plain(line) == plain(good)
        if number not in hurt:
            count["harmed"] += not same
        else:
            count[_verdict(plain(line), plain(good), _letters(bad), _flagged(result, lines, number))] += 1
    return count


def by_word(clean: list[str], damaged: list[str], result: Repaired) -> Counter[str]:
    """Count damaged words by what became of them, and sound words that changed as ``harmed``."""
    lines = result.text.split("\n")
    count: Counter[str] = Counter()
    for number, (line, good, bad) in enumerate(zip(lines, clean, damaged, strict=True)):
        remarks = " ".join(remark.before for remark in _remarks(result, lines, number))
        parts = [text.split() for text in (line, good, bad)]
        if len({len(part) for part in parts}) > 1:
            count["wrong"] += len(parts[1])
            continue
        for word, right, received in zip(*parts, strict=True):
            if received == right:
                count["harmed"] += word != right
            else:
                count[_verdict(word, right, received, word in remarks)] += 1
    return count


def _verdict(text: str, right: str, received: str, flagged: bool) -> str:
    if text == right:
        return "restored"
    if flagged:
        return "flagged"
    return "left" if text == received or _letters(text) == _letters(received) else "wrong"


def _letters(text: str) -> str:
    return "".join(char for char in text if char.isalnum() and char != "\u0640")


def _remarks(result: Repaired, lines: list[str], number: int) -> list[Edit]:
    start = sum(len(line) + 1 for line in lines[:number])
    end = start + len(lines[number])
    return [remark for remark in result.remarks if remark.start <= end and start <= remark.end]


def _flagged(result: Repaired, lines: list[str], number: int) -> bool:
    return bool(_remarks(result, lines, number))
