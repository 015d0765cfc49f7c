r"""controls: characters that nobody sees and that carry no text are taken out.

Fixes: NUL and other control characters, byte order marks inside the text, bidirectional controls, word
joiners, soft hyphens inside Arabic words, zero-width spaces beside a space; a form feed or another line
separator becomes a line end, unless one stands there already.
Leaves alone: tab, ``\n``, ``\r``; ZWNJ and ZWJ, which Persian spelling needs; soft hyphens in other scripts.
Flags: C1 controls (a wrong charset, not a stray byte), a zero-width space between two Arabic letters.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from matn.repair.model import Evidence, Rule
from matn.text.edits import Edit, Outcome
from matn.text.tables import LETTER_CLASS, MARK_CLASS

NAME = "controls"
_DROPPED = "\x00-\x08\x0e-\x1f\x7f\u061c\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff"
_LINE_ENDS = "\x0b\x0c\x85\u2028\u2029"
_SOFT_HYPHEN, _WIDTHLESS = "\N{SOFT HYPHEN}", "\N{ZERO WIDTH SPACE}"
_C1 = "\x80-\x84\x86-\x9f"
_UNSEEN = re.compile(f"[{_DROPPED}{_LINE_ENDS}{_SOFT_HYPHEN}{_WIDTHLESS}]|[{_C1}]+")
_PASSED = re.compile(f"[{_DROPPED}{_SOFT_HYPHEN}{_WIDTHLESS}]")
_ANY = re.compile(f"[{_DROPPED}{_LINE_ENDS}{_SOFT_HYPHEN}{_WIDTHLESS}{_C1}]")  # one class is found twice as fast
_C1_RUN = re.compile(f"[{_C1}]+")
_LETTER = re.compile(f"[{LETTER_CLASS}{MARK_CLASS}\ufb50-\ufdff\ufe70-\ufefc]")  # glyph shapes are letters too, as yet


def propose(text: str, evidence: Evidence) -> Iterator[Edit]:
    """Yield one edit or remark a control character of *text*."""
    for found in _UNSEEN.finditer(text) if _ANY.search(text) else ():
        start, end, char = found.start(), found.end(), found[0]
        if char == _SOFT_HYPHEN:
            yield from _soft_hyphen(text, start)
        elif char == _WIDTHLESS:
            yield from _widthless(text, start)
        elif char in _LINE_ENDS:
            yield _edit(start, char, "" if _at_line_end(text, start) else "\n", "a page or line separator")
        elif _C1_RUN.match(char):
            why = "C1 controls are letters of another charset, decoded wrongly"
            yield Edit(start, end, char, char, NAME, 0.5, why, Outcome.FLAGGED)
        else:
            yield _edit(start, char, "", "steers display, is no text")


def _soft_hyphen(text: str, at: int) -> Iterator[Edit]:
    if all(map(_LETTER.match, _beside(text, at))):
        yield _edit(at, _SOFT_HYPHEN, "", "Arabic words are not hyphenated")


def _widthless(text: str, at: int) -> Iterator[Edit]:
    before, after = _beside(text, at)
    if not before.strip() or not after.strip():
        yield _edit(at, _WIDTHLESS, "", "a white space or the text's edge stands beside it")
    elif _LETTER.match(before) and _LETTER.match(after):
        why = "a zero-width space between letters may stand for a space or for nothing"
        yield Edit(at, at + 1, _WIDTHLESS, _WIDTHLESS, NAME, 0.5, why, Outcome.FLAGGED, ("", " "))


def _beside(text: str, at: int) -> tuple[str, str]:
    """Return the characters that are seen beside *at*, each empty at the text's edge."""
    left, right = at - 1, at + 1
    while left >= 0 and _PASSED.match(text[left]):
        left -= 1
    while right < len(text) and _PASSED.match(text[right]):
        right += 1
    return text[left : left + 1] if left >= 0 else "", text[right : right + 1]


def _at_line_end(text: str, at: int) -> bool:
    return not at or text[at - 1] in f"\n{_LINE_ENDS}" or text[at + 1 : at + 2] in ("", "\n")


def _edit(at: int, char: str, after: str, why: str) -> Edit:
    name = unicodedata.name(char, "control")
    return Edit(at, at + 1, char, after, NAME, 1.0, f"U+{ord(char):04X} {name}: {why}")


_OWNED = (*range(0x09), *range(0x0B, 0x20), 0x7F, 0x85, 0xAD, 0x61C, 0x200B, 0x200E, 0x200F, 0x2028, 0x2029, 0x2060)
RULE = Rule(
    name=NAME,
    damage="Control characters that extractors and editors leave in a text.",
    propose=propose,
    owns=frozenset(map(chr, (*_OWNED, *range(0x202A, 0x202F), *range(0x2066, 0x206A), 0xFEFF))) | {"\n"},
)
