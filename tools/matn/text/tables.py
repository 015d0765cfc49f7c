r"""Arabic letters, marks and joining, as tables (Unicode 15.1 ArabicShaping.txt for joining types).

Everything here is about the letters of Arabic and Persian as they are stored: logical order, no
presentation forms.
"""

from __future__ import annotations

TATWEEL = "\N{ARABIC TATWEEL}"
LOST = "\N{REPLACEMENT CHARACTER}"
MARKS = frozenset(chr(c) for c in (*range(0x064B, 0x0660), 0x0670, *range(0x0610, 0x061B), *range(0x06D6, 0x06DD)))
"""Combining marks of Arabic: vowel signs, tanwin, shadda, sukun, superscript alef, Quranic signs."""

RIGHT_JOINING = frozenset("آأؤإاةدذرزوىٱژ")
"""Letters that join only to the letter before them (ى is dual-joining in Unicode, final in use)."""

NON_JOINING = frozenset("ء")
LETTERS = frozenset(chr(c) for c in (*range(0x0621, 0x063B), *range(0x0641, 0x064B), *range(0x0671, 0x06D4)))
"""Arabic letters proper: no tatweel, no marks, no digits."""

FORWARD_JOINING = LETTERS - RIGHT_JOINING - NON_JOINING
"""Letters that join to the letter after them."""

TEETH = frozenset("بتثني")
"""Letters whose middle form is one tooth; the glyph that PDF fonts share, stretch and lose."""

LETTER_CLASS = "\u0621-\u063a\u0641-\u064a\u0671-\u06d3"
"""For use inside a regular expression's ``[...]``: Arabic letters."""

MARK_CLASS = "\u064b-\u065f\u0670\u0610-\u061a\u06d6-\u06dc"
"""For use inside a regular expression's ``[...]``: combining marks."""

SHADDA = "\N{ARABIC SHADDA}"
TANWIN = frozenset("\u064b\u064c\u064d")

BARE = {ord(c): None for c in (*MARKS, TATWEEL, LOST)}
"""``str.translate`` table: marks, tatweel and replacement characters dropped."""


def bare(word: str) -> str:
    """Return *word* without marks, tatweel and replacement characters (letters untouched)."""
    # Most words have none. No mark counts as alphabetic, and asking costs a tenth of translating.
    return word if word.isalpha() and TATWEEL not in word else word.translate(BARE)
