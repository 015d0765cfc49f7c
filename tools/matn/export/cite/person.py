"""An author's name in its parts, as reference lists need it.

``work.yaml`` has a name as one text. The last word is taken for the family name, with what cannot be parted from
it: ``al-`` is written together with it, and عبد, أبو, بن and their like belong to the word that follows. A name
that is the publisher's too is a body's and has no parts.
"""

from __future__ import annotations

from matn.edition.model import Work

Name = dict[str, str]
"""A name as CSL-JSON has it: ``family`` and ``given``, or ``literal``."""

LEADING = frozenset("عبد أبو ابو أبي ابن بن آل أم Abd Abu Abi Bin Ibn Al Umm bin ibn van von de".split())
"""Words that belong to the next one. After the orthography of names in both scripts, not a full list."""
TRAILING = frozenset("الله الدين Allah al-Din al-Deen".split())
"""Words that belong to the one before: نور الدين."""


def author(work: Work, language: str) -> Name:
    """Return the author of *work* in *language* (``ar``, ``en``)."""
    name = work.author[language]
    return {"literal": name} if work.author == work.publisher else parts(name)


def parts(name: str) -> Name:
    """Return the family name and the given names of a person; ``literal`` if only one of them is there."""
    words = name.split()
    start = len(words) - 1
    if start > 0 and words[start] in TRAILING:
        start -= 1
    while start > 0 and words[start - 1] in LEADING:
        start -= 1
    if start <= 0:
        return {"literal": " ".join(words)}
    return {"family": " ".join(words[start:]), "given": " ".join(words[:start])}
