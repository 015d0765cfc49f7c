"""What Arabic words may begin and end with, and what is left when it is cut: rules alone, no word lists.

All forms are folded (ة is ه, ى is ي, alefs one, hamza on a seat is ء). No cut leaves fewer than three letters,
the article two. The order of the endings is that of Lucene's light stemmer (Larkey's light10), with its gaps
closed: possessives, tanwin, ت before an ending, and repetition until nothing is left to cut.
"""

from __future__ import annotations

import re

ARTICLE = re.compile("^(?:[وف]?(?:[بك]?ال|(لل)))(.{2,})$")
"""The article with any particles before it; group 1 stands for ل with the article, group 2 is the rest."""

_POSSESSIVE = ("هما", "هم", "هن", "ها")
_NUMBER = ("ان", "ون", "ين")
_LONG = frozenset("اوي")


def shorter(form: str) -> tuple[str, ...]:
    """Return *form* with one ending cut: nothing where none can be, two forms where the ending is ambiguous."""
    for ending in _POSSESSIVE:
        if form.endswith(ending) and len(form) >= len(ending) + 3:
            return _restored(form[: -len(ending)])
    if form.endswith("تكم") and len(form) > 5:
        return _restored(form[:-2])
    if form.endswith("نا") and len(form) > 4 and form[-3] not in _LONG:
        return (*_restored(form[:-2]), form[:-1])
    if form.endswith("ات") and len(form) > 3:
        return (form[:-2],) if len(form) > 4 else (form[:-2] + "ه",)
    if form.endswith("وا") and len(form) > 4:
        return (form[:-2],)
    if form.endswith("و") and len(form) > 4:
        return (form[:-1],)
    if form.endswith(_NUMBER) and len(form) > 4:
        return _restored(form[:-2])
    if len(form) > 3 and form[-1] in "هيات" and form[-2:] != "اي":
        return _restored(form[:-1]) if form[-1] in "هي" else (form[:-1],)
    return ()


def _restored(form: str) -> tuple[str, ...]:
    """Return *form* with the ة that an ending has opened: دولتـ is دوله, بيتـ may be بيت or بيه.

    A plural in ات stays one; the four letters of حياتـ may be a plural or حياة.
    """
    if not form.endswith("ت") or (form.endswith("ات") and len(form) > 4):
        return (form,)
    closed = form[:-1] + "ه"
    return (form, closed) if len(form) < 4 or form.endswith("ات") else (closed,)


def terminal(form: str) -> str:
    """Return what is left of *form* when no ending can be cut any more; of two readings the first."""
    while cut := shorter(form):
        form = cut[0]
    return form


def without_particle(form: str) -> tuple[str, ...]:
    """Return *form* without و or ف, and without ب ك ل or the future's س after it: what it may be.

    >>> without_particle("وبنهايه")
    ('بنهايه', 'نهايه')
    """
    first = form[1:] if form[0] in "وف" else ""
    base = first or form
    second = base[1:] if base[:1] in {"ب", "ك", "ل"} or _future(base) else ""
    return tuple(rest for rest in (first, second) if rest)


def _future(form: str) -> bool:
    return form[:1] == "س" and form[1:2] in {"ي", "ت", "ن"} and len(form) > 4
