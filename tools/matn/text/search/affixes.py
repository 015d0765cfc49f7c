"""What Arabic words may begin and end with, and what is left when it is cut: rules alone, no word lists.

All forms are folded (ة is ه, ى is ي, alefs one, hamza on a seat is ء), but that ة stands where a ه can be nothing
else: it was written so, or an ending has opened it, or the article stands before (no possessive can follow). No cut
leaves fewer than three letters, the article two. The order of the endings is that of Lucene's light stemmer (Larkey's
light10), with its gaps closed: possessives, tanwin, ت before an ending, and repetition until nothing is left to cut.
"""

from __future__ import annotations

import re

ARTICLE = re.compile("^(?:[وف]?(?:[بك]?ال|(لل)))(.{2,})$")
"""The article with any particles before it; group 1 stands for ل with the article, group 2 is the rest."""

_POSSESSIVE = ("هما", "هم", "هن", "ها")
_LONG = frozenset("اوي")


def closed(form: str) -> str:
    """Return *form* with its last ه as the ة that it must be."""
    return form[:-1] + "ة" if form.endswith("ه") and len(form) > 2 else form


def shorter(form: str) -> tuple[str, ...]:
    """Return *form* with one ending cut: nothing where none can be, more forms where the ending is ambiguous.

    Where *form* is among them it may be whole, too: إجرا without its hamza, or أجرًا.
    """
    cut = _shorter(form)
    return (form, *cut) if cut and _lacks_hamza(form) else cut


def _shorter(form: str) -> tuple[str, ...]:
    if form.endswith("ة"):
        return () if len(form) < 4 or is_noun(form[:-1]) else (form[:-1],)
    for ending in _POSSESSIVE:
        if form.endswith(ending) and len(form) >= len(ending) + 3:
            return _restored(form[: -len(ending)])
    if form.endswith("تكم") and len(form) > 5:
        return _restored(form[:-2])
    if form.endswith("نا") and len(form) > 4 and form[-3] not in _LONG:
        return (*_restored(form[:-2]), form[:-1])
    if form.endswith("ات") and len(form) > 3:
        return _singular(form[:-2])
    if len(form) > 4 and form.endswith(("وا", "ان", "ون", "ين", "و")) and form[-2:] != "او":
        return _of_more(form)
    return _last(form) if len(form) > 3 else ()


def _of_more(form: str) -> tuple[str, ...]:
    """Return *form* without the ending of a dual or a plural; مرهون, تأمين end so of themselves, حرمان may."""
    if not form.endswith(("ان", "ون", "ين")):
        return (form.removesuffix("وا") if form.endswith("وا") else form[:-1],)
    if len(form) == 5 and (form[0] + form[-2:] in {"مون", "تين"}):
        return ()
    found = _restored(form[:-2])
    return (form, *found) if len(form) == 5 and form.endswith("ان") else found


def _last(form: str) -> tuple[str, ...]:
    """Return *form* without its last letter where that may be an ending: ه ي ا, and ت of longer verbs alone."""
    rest, last = form[:-1], form[-1]
    if last == "ه":
        own = is_noun(rest) and not rest.endswith("ت")
        return (rest + "ة", *_restored(rest)) if own else _restored(rest)
    if last == "ي" and rest[-1] != "ا":
        return _restored(rest)
    if last == "ا":
        return _restored(rest)
    return (rest,) if last == "ت" and form[0] == "ا" and len(form) > 4 else ()


def is_noun(rest: str) -> bool:
    """Say whether ة after *rest* makes another word of it, by its shape: حملة, علاقة, تسوية, مشاركة, but not جديدة."""
    if len(rest) < 4:
        return rest[-1] != "ي"
    if rest[-2] == "ا":
        return len(rest) == 4 or (len(rest) == 6 and rest.startswith("است"))
    if rest[-1] == "ي":
        return len(rest) == 4 and rest[0] == "ت" and rest[1] != "ا"
    return len(rest) == 5 and rest[0] + rest[2] == "ما"


def _singular(rest: str) -> tuple[str, ...]:
    """Return what *rest* with ات may be the plural of: ساحات of ساحة, قرارات of قرار, علاقات of علاقة."""
    if len(rest) > 3 and rest[-2] == "ا" and rest[-1] != "ي" and is_noun(rest):
        return (rest, rest + "ة")
    return (rest + "ة",) if len(rest) < 3 or is_noun(rest) else (rest,)


def _restored(form: str) -> tuple[str, ...]:
    """Return *form* with the ة that an ending may have opened: دولتـ is دولة, بيتـ is بيت.

    A plural in ات stays one; the four letters of حياتـ may be a plural or حياة.
    """
    if not form.endswith("ت") or (form.endswith("ات") and len(form) > 4):
        return (form,)
    other = form[:-1] + "ة"
    return (form, other) if len(form) < 4 or form.endswith("ات") else (other, form)


def _lacks_hamza(form: str) -> bool:
    """Say whether *form* may be a noun like إجراء, انتهاء whose last hamza nobody typed."""
    ends = form.endswith("ا") and (len(form) == 5 or not form.endswith("ها"))
    return ends and form[0] == "ا" and form[1] != "ل" and form[-2] not in _LONG


def terminal(form: str) -> str:
    """Return what is left of *form* when no ending can be cut any more; of two readings the first."""
    while cut := [one for one in shorter(form) if one != form]:
        form = cut[0]
    return form.replace("ة", "ه")


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
