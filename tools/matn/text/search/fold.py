"""Folding for search: :mod:`matn.text.fold`, and what people type otherwise than it is printed.

Beyond the folding for comparison, Persian and Urdu letters become the Arabic ones typed for them (گ ك, پ ب),
Latin letters lose their accents, and transliteration signs (ʿ ʾ) are dropped. A number keeps the point before its
decimals (``٤٫٥`` is 4.5, not 45) and loses the signs between thousands.
"""

from __future__ import annotations

import re
import unicodedata

from matn.text import fold as comparison
from matn.text.fold import Folded

_TYPED = {"پ": "ب", "چ": "ج", "گ": "ك", "ڤ": "ف", "ژ": "ز", "ہ": "ه", "ۃ": "ه", "ے": "ي"}
_TYPED |= {"ı": "i", "ø": "o", "ł": "l", "đ": "d", "æ": "ae", "œ": "oe", "ð": "d", "þ": "th"}
_HAMZA = str.maketrans({"ؤ": "و", "ئ": "ي", "ء": ""})
_SIGNS = range(0x02B0, 0x0300)
"""Modifier letters, which scholars write for ع and ء."""
_ACCENTED = (range(0x00C0, 0x0250), range(0x1E00, 0x1F00))

DIGIT = r"0-9\u0660-\u0669\u06f0-\u06f9"
NUMBER = (
    rf"(?:[{DIGIT}]{{1,3}}(?:[,\u066c][{DIGIT}]{{3}})+(?:[.\u066b][{DIGIT}]+)?|[{DIGIT}]{{1,3}}[.\u066b][{DIGIT}]+)"
)
"""A number with decimals or signs between its thousands, for regular expressions of Python and JavaScript."""
_NUMBER = re.compile(NUMBER)
_POINTS = {".": ".", "\u066b": "."}


def _typed(char: str) -> str:
    """Return what a folded character becomes for search; a mark can be left of a letter like ẖ."""
    code = ord(char)
    if code in _SIGNS or unicodedata.combining(char):
        return ""
    if any(code in block for block in _ACCENTED):
        char = unicodedata.normalize("NFD", char)[0]
    return _TYPED.get(char, char)


class _Table(dict[int, str]):
    """A ``str.translate`` table that works out each character when it is first met."""

    def __missing__(self, code: int) -> str:
        self[code] = done = _typed(chr(code))
        return done


_TABLE = _Table()


def fold(text: str) -> Folded:
    """Fold *text* (any normal form) for search and keep the way back to its code points.

    >>> fold("«قُوّات» گِلان").text
    'قواتكلان'
    """
    if _NUMBER.fullmatch(text):
        kept = [(at, _POINTS.get(char) or comparison.folded(char)) for at, char in enumerate(text)]
        return Folded("".join(char for _, char in kept), (*(at for at, char in kept if char), len(text)))
    done = comparison.fold(text)
    parts = [char.translate(_TABLE) for char in done.text]
    offsets = [at for part, at in zip(parts, done.offsets, strict=False) for _ in part]
    return Folded("".join(parts), (*offsets, len(text)))


def folded(text: str) -> str:
    """Return the folded *text* alone, the same as ``fold(text).text``.

    >>> folded("Müllerʿ ٢٠١٤ مسئول"), folded("٤٫٥"), folded("16,000")
    ('muller2014مسءول', '4.5', '16000')
    """
    return fold(text).text if _NUMBER.fullmatch(text) else comparison.folded(text).translate(_TABLE)


def without_hamza(word: str) -> str:
    """Return *word* as it folds for somebody who types no hamza: ؤ is و, ئ is ي, ء alone is left out.

    What would be shorter than three letters keeps its ء, or ماء would be ما.

    >>> [without_hamza(word) for word in ("مسئول", "مسؤول", "وزراء", "ماء")]
    ['مسيول', 'مسوول', 'وزرا', 'ماء']
    """
    letters = "".join(unicodedata.normalize("NFKC", char) for char in unicodedata.normalize("NFC", word))
    bare = folded(letters.translate(_HAMZA))
    return bare if len(bare) > 2 else folded(word)
