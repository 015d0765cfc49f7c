"""Which language a passage is in, as far as an Arabic edition needs it: ``ar``, ``fa``, ``en``."""

from __future__ import annotations

import re

from matn.text.tables import LETTER_CLASS

_ARABIC = re.compile(f"[{LETTER_CLASS}]")
_LATIN = re.compile(r"[A-Za-z]")
_URL = re.compile(r"https?://\S+")
_PERSIAN = re.compile(f"[{LETTER_CLASS}]*[پچژگکی][{LETTER_CLASS}]*")

PERSIAN_WORDS = 3
"""So many different words with a Persian letter make a passage Persian; fewer are slips of an Arabic OCR."""


def language(text: str) -> str:
    """Return the BCP 47 tag of *text* by its letters, addresses left out (a bare address is ``en``).

    >>> language("Accessed: Sep 10"), language("نخست وزیر: کاری کنید که خارج شوند"), language("في العراق")
    ('en', 'fa', 'ar')
    """
    plain = _URL.sub(" ", text)
    if len(set(_PERSIAN.findall(plain))) >= PERSIAN_WORDS:
        return "fa"
    arabic, latin = len(_ARABIC.findall(plain)), len(_LATIN.findall(plain))
    return "ar" if arabic and arabic >= latin else "en" if latin or _URL.search(text) else "ar"
