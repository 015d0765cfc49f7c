"""English numerals in words and digits: ``7.2 billion``, ``twenty-seventh``, ``two thirds``, ``35%``."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from decimal import Decimal
from itertools import pairwise

from matn.text.numbers.digits import NUMBER, values

_CARDINALS = """zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen
    sixteen seventeen eighteen nineteen"""
_ORDINALS = """zeroth first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth
    fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth"""
_DECADES = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_UNITS = {word: at for line in (_CARDINALS, _ORDINALS) for at, word in enumerate(line.split())} | {"dozen": 12}
_TENS = {word: 10 * at for at, ten in enumerate(_DECADES, 2) for word in (ten, f"{ten[:-1]}ieth")}
_HUNDREDS = {"hundred": 100, "hundredth": 100}
_SCALES = {"thousand": 10**3, "million": 10**6, "billion": 10**9, "trillion": 10**12}
_SHORT = {"k": 10**3, "m": 10**6, "mn": 10**6, "bn": 10**9, "tn": 10**12}
_PARTS = {"half": 2, "third": 3, "quarter": 4, "fifth": 5, "sixth": 6, "eighth": 8, "tenth": 10}
_PARTS |= {f"{word}s": value for word, value in _PARTS.items()} | {"halves": 2}


def _either(words: Iterable[str]) -> str:
    return f"(?:{'|'.join(sorted(words, key=lambda word: (-len(word), word)))})"


_SCALED = rf"(?:[\s-]?(?P<scale>{_either(_SCALES | _SHORT)})\b)?"
_DIGITS = re.compile(
    rf"(?<![A-Za-z\d])(?<![A-Za-z]-)(?P<first>{NUMBER.pattern})"
    rf"(?:\s?(?P<to>to|or|and|-|–)\s?(?P<last>{NUMBER.pattern}))?{_SCALED}",
    re.IGNORECASE,
)
_COUNT = rf"\d+|an?|{_either(_CARDINALS.split()[1:10])}"
_FRACTION = re.compile(
    rf"\b(?:(?P<count>{_COUNT})\s+and\s+an?\s+(?P<more>half|quarter)"
    rf"|(?:(?P<of>{_COUNT})[\s-]+)?(?P<part>{_either(_PARTS)}))\b{_SCALED}(?P<end>(?=\s+of\b|\s*(?:[^\w\s]|$)))?",
    re.IGNORECASE,
)
_WORD = re.compile(r"[A-Za-z]+")


def numbers(text: str) -> frozenset[Decimal]:
    """Return the numbers that English *text* states.

    Digits glued to letters (``F-16``) belong to a name and are left out; so are ``hundreds`` and their like.
    """
    found: set[Decimal] = set()

    def fraction(hit: re.Match[str]) -> str:
        value = _fraction(hit)
        found.update(() if value is None else (value,))
        return hit.group() if value is None else " ; "

    def digits(hit: re.Match[str]) -> str:
        found.update(_digits(hit))
        return " ; "

    rest = _DIGITS.sub(digits, _FRACTION.sub(fraction, text))
    return frozenset((*found, *_spelt(rest)))


def _fraction(hit: re.Match[str]) -> Decimal | None:
    """Return the value of a fraction; None for an ordinal (``the third``, ``a third round``)."""
    scale = _scale(hit)
    if hit["more"]:
        return (_count(hit["count"]) + Decimal(1) / _PARTS[hit["more"].lower()]) * scale
    part, plural = _PARTS[hit["part"].lower()], hit["part"].lower().endswith(("s", "ves"))
    if hit["of"] is None:
        return Decimal(1) / 2 * scale if part == 2 and not plural else None
    if hit["of"].lower() in ("a", "an") and part not in (2, 4) and hit["end"] is None:
        return None
    return _count(hit["of"]) / part * scale


def _count(word: str) -> Decimal:
    return Decimal(1) if word.lower() in ("a", "an") else Decimal(_UNITS.get(word.lower(), 0) or word)


def _scale(hit: re.Match[str]) -> int:
    return (_SCALES | _SHORT)[hit["scale"].lower()] if hit["scale"] else 1


def _digits(hit: re.Match[str]) -> Iterator[Decimal]:
    scale = _scale(hit)
    listed = hit["to"] == "and" and not re.search(r"\bbetween\s+$", hit.string[: hit.start()], re.IGNORECASE)
    yield from (value * (1 if listed else scale) for value in values(hit["first"], dots=False) if hit["last"])
    yield from (value * scale for value in values(hit["last"] or hit["first"], dots=False))


def _spelt(text: str) -> Iterator[Decimal]:
    """Yield the numbers that *text* has in words."""
    run: list[str] = []
    hits = [*_WORD.finditer(text), None]
    for hit, following in pairwise(hits):
        if hit is None:
            break
        run.append(hit.group().lower())
        if following is None or not re.fullmatch(r"[\s-]+", text[hit.end() : following.start()]):
            yield from _in_run(run)
            run = []


def _in_run(run: list[str]) -> Iterator[Decimal]:
    """Yield the numbers in words that follow one another."""
    at = 0
    while at < len(run):
        upto, value = _number(run, at)
        if upto > at:
            yield Decimal(value)
        at = max(upto, at + 1)


def _number(run: list[str], at: int) -> tuple[int, int]:
    """Read thousands and their like, each counted by a number below a thousand, from *at* on."""
    total, last, start = 0, 10**15, at
    while True:
        upto, value = _below_thousand(run, at)
        scale = _SCALES.get(run[upto].removesuffix("th"), 1) if upto < len(run) else 1
        if (upto == at and scale == 1) or scale >= last:
            return at, total
        if scale == 1:
            return upto, total + value
        total, last, at = total + (value or 1) * scale, scale, upto + 1
        at += at + 1 < len(run) and run[at] == "and" and _below_thousand(run, at + 1)[0] > at + 1 and start < at


def _below_thousand(run: list[str], at: int) -> tuple[int, int]:
    upto, value = _below_hundred(run, at)
    if upto < len(run) and run[upto] in _HUNDREDS and value < 10:
        value, upto = (value or 1) * 100, upto + 1
        tied = upto + (upto < len(run) and run[upto] == "and")
        further, rest = _below_hundred(run, tied)
        return (further, value + rest) if further > tied else (upto, value)
    return upto, value


def _below_hundred(run: list[str], at: int) -> tuple[int, int]:
    word = run[at] if at < len(run) else ""
    if word in _TENS:
        unit = _UNITS.get(run[at + 1], 0) if at + 1 < len(run) else 0
        return (at + 2, _TENS[word] + unit) if 0 < unit < 10 else (at + 1, _TENS[word])
    return (at + 1, _UNITS[word]) if word in _UNITS else (at, 0)
