"""Names for anchors: numbers when a work is first published, suffixes afterwards, none ever twice."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from string import ascii_lowercase

PARAGRAPH_ID = r"p(0|[1-9][0-9]*)([a-z]*)"
NOTE_ID = r"n[1-9][0-9]*"


def later_id(after: str, taken: Collection[str]) -> str:
    """Return an id for a paragraph that came after the paragraph *after* (empty: before all).

    ``p12`` and ``p12a`` are both followed by the first of ``p12a``, ``p12b``, …, ``p12z``, ``p12aa`` that
    is not *taken*: suffixes tell that a paragraph came later, not where it stands.
    """
    found = re.fullmatch(PARAGRAPH_ID, after)
    stem = f"p{found[1]}" if found else "p0"
    return next(name for suffix in _suffixes() if (name := stem + suffix) not in taken)


def later_note_id(taken: Collection[str]) -> str:
    """Return the note id after the highest ever given."""
    return f"n{max((int(name[1:]) for name in taken), default=0) + 1}"


def _suffixes() -> Iterator[str]:
    """Yield a, b, …, z, aa, ab, … without end."""
    shorter = [""]
    while True:
        shorter = [head + letter for head in shorter for letter in ascii_lowercase]
        yield from shorter
