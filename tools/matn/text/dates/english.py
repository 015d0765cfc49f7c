"""Dates in English prose, such as the edition's summaries: ``8 May 2024``, ``May 8, 2024``, ``late 2021``."""

from __future__ import annotations

import re
from collections.abc import Iterator

from matn.text.dates.arabic import apart
from matn.text.dates.calendars import iso
from matn.text.dates.model import Found, Parts, Precision, Qualifier

_MONTHS = "january february march april may june july august september october november december".split()
_NUMBERS = {name: at for at, name in enumerate(_MONTHS, 1)} | {name[:3]: at for at, name in enumerate(_MONTHS, 1)}
_NUMBERS["sept"] = 9
_MONTH = "|".join(name.capitalize() for name in sorted(_NUMBERS, key=lambda name: (-len(name), name)))
_QUALIFIERS = {
    "early": Qualifier.BEGINNING,
    "beginning": Qualifier.BEGINNING,
    "start": Qualifier.BEGINNING,
    "mid": Qualifier.MIDDLE,
    "middle": Qualifier.MIDDLE,
    "late": Qualifier.END,
    "end": Qualifier.END,
}
_QUALIFIED = r"(?:\b(?P<qualifier>[Ee]arly|[Ll]ate|[Mm]id|[Bb]eginning|[Ss]tart|[Mm]iddle|[Ee]nd)(?:-|\s+)(?:of\s+)?)?"
_DAY = r"(?<![\d.,])(?:[0-3]?\d)(?:st|nd|rd|th)?(?!\d)"
_YEAR = r"(?<![\d.,/])(?:1[6-9]|20)\d\d(?![\d%]|[.,]\d)"
_DATED = re.compile(
    rf"{_QUALIFIED}(?:(?P<day>{_DAY})(?:\s?[-–]\s?(?P<last_day>{_DAY}))?\s+(?:of\s+)?)?\b(?P<month>{_MONTH})\b\.?"
    rf"(?:\s+(?P<late>{_DAY})\b)?(?:,?\s+(?:of\s+)?(?P<year>{_YEAR}))?"
)
_BARE = re.compile(rf"{_QUALIFIED}(?P<year>{_YEAR})(?!-?[A-Za-z])")
_WEAK = {"may", "march", "mar"}
_BEFORE = re.compile(r"\b(?:in|since|of|by|from|until|to|during|after|before|last|next|this|and|or)\s+$", re.I)
_TO = re.compile(r"\s*(?:[-–—]|to|until|through)\s*")
_AND = re.compile(r"\s*(?:,|and|or)\s*")
_BETWEEN = re.compile(r"\bbetween\s+$", re.IGNORECASE)


def find(text: str) -> tuple[Found, ...]:
    """Return the dates in English *text*, in order and apart (offsets in code points)."""
    dated = apart(_dated(text), text)
    parts = apart((*dated, *_bare(text)), text)
    done: list[Found] = []
    at = 0
    while at < len(parts):
        first, last = parts[at], parts[at + 1] if at + 1 < len(parts) else None
        stretch = last is not None and _is_stretch(text, first, last)
        between = text[first.end : last.start] if last else ""
        if last and (stretch or _AND.fullmatch(between)) and first.precision is not Precision.YEAR:
            first = first.within(last.year)
        done.append(_found(first, last if last and stretch else first))
        at += 2 if stretch else 1
    return tuple(done)


def _is_stretch(text: str, first: Parts, last: Parts) -> bool:
    between = text[first.end : last.start]
    if _TO.fullmatch(between):
        return True
    return bool(_AND.fullmatch(between) and _BETWEEN.search(text[: first.start]))


def _found(first: Parts, last: Parts) -> Found:
    written = iso(first) if first is last else f"{iso(first)}/{iso(last)}"
    qualifier = first.qualifier if first is last else Qualifier.NONE
    precision = max(first.precision, last.precision, key=list(Precision).index)
    return Found(first.start, last.end, written or "", precision, qualifier=qualifier)


def _dated(text: str) -> Iterator[Parts]:
    for hit in _DATED.finditer(text):
        printed = hit["day"] or hit["late"]
        weak = hit["month"].lower() in _WEAK and not (printed or hit["year"] or hit["qualifier"])
        if weak and not _BEFORE.search(text[: hit.start()]):
            continue
        precision = Precision.DAY if printed else Precision.MONTH
        day, last_day, month = _number(printed), _number(hit["last_day"]), _NUMBERS[hit["month"].lower()]
        yield Parts(*hit.span(), precision, _year(hit), month, day, qualifier=_qualifier(hit), last_day=last_day)


def _bare(text: str) -> Iterator[Parts]:
    for hit in _BARE.finditer(text):
        yield Parts(*hit.span(), Precision.YEAR, _year(hit), qualifier=_qualifier(hit))


def _number(printed: str | None) -> int | None:
    return int(re.sub(r"\D", "", printed)) if printed else None


def _year(hit: re.Match[str]) -> int | None:
    return int(hit["year"]) if hit["year"] else None


def _qualifier(hit: re.Match[str]) -> Qualifier:
    return _QUALIFIERS[hit["qualifier"].lower()] if hit["qualifier"] else Qualifier.NONE
