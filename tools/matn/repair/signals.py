"""Look at a received text as a whole: which kinds of damage does it show at all?"""

from __future__ import annotations

import re

from matn.repair.model import Signals
from matn.text.tables import LETTER_CLASS, LOST, MARK_CLASS, TATWEEL, TEETH

_LETTERS = re.compile(f"[{LETTER_CLASS}]+")
_KASHIDA = re.compile(f"[{LETTER_CLASS}{MARK_CLASS}{LOST}]{TATWEEL}+(?=[{LETTER_CLASS}{MARK_CLASS}{LOST}])")
_STROKE = re.compile(f"[{''.join(sorted(TEETH))}][{MARK_CLASS}{TATWEEL}]*{LOST}")
_DOUBLED = re.compile(f"([{MARK_CLASS}])\\1")


def signals(text: str) -> Signals:
    """Count the traces of damage in *text* (as decoded, any normal form)."""
    return Signals(
        letters=sum(map(len, _LETTERS.findall(text))) if TATWEEL in text or LOST in text else 0,
        kashidas=len(_KASHIDA.findall(text)) if TATWEEL in text else 0,
        losses=text.count(LOST),
        doubled_marks=len(_DOUBLED.findall(text)),
        strokes=len(_STROKE.findall(text)) if LOST in text else 0,
    )
