"""lost-digits: where a text layer lost its digits, the hole they left is shown as a gap.

Fixes: nothing is restored; ``[…]`` is set where a number stood, found by the wide gap it left beside a
preposition, a month or a dash, or by grammar (after من no noun stands in the accusative: a count is missing).
Only in page layers that name months and yet have no digits at all.
Leaves alone: wide gaps between words that ask for no number; sentences that are whole without one.
Source: taie-2020, whose font's digits have no Unicode values.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from matn.repair.model import Evidence, Rule
from matn.text.edits import Edit
from matn.text.tables import LETTER_CLASS, MARK_CLASS

NAME = "lost-digits"
GAP = "[…]"
_MONTHS = (
    "يناير|فبراير|مارس|أبريل|إبريل|مايو|يونيو|يوليو|أغسطس|سبتمبر|أكتوبر|نوفمبر|ديسمبر"
    "|كانون الثاني|كانون الأول|تشرين الأول|تشرين الثاني|شباط|آذار|نيسان|أيار|حزيران|تموز|آب|أيلول"
)
_MONTH = f"(?<![{LETTER_CLASS}])[وفبل]?(?:{_MONTHS})(?![{LETTER_CLASS}{MARK_CLASS}])"
_BEFORE_NUMBER = "من|نحو|حوالي|قرابة|زهاء|بين|منذ|عام|العام|سنة|إلى|حتى|خلال|بعد|قبل|بنسبة|يوم|رقم|المادة"
_MANY_MONTHS = re.compile(_MONTH)
_WIDE = re.compile(r"(?<=\S) {2,}(?=\S)")
_DIGIT = re.compile(r"\d")

_BY_WORD = re.compile(
    f"(?<![{LETTER_CLASS}{MARK_CLASS}])(?:و|ف)?(?:{_BEFORE_NUMBER})(?P<hole> {{2,}})(?=[{LETTER_CLASS}])"
)
_ACCUSATIVE = f"[{LETTER_CLASS}{MARK_CLASS}]+(?:\u064bا|ا\u064b|ةً)(?![{LETTER_CLASS}{MARK_CLASS}])"
_BY_GRAMMAR = re.compile(f"(?:(?<=أكثر من)|(?<=أقل من))(?P<hole>[ \\n]+)(?={_ACCUSATIVE})")
_BY_DASH = re.compile(f"(?<![{LETTER_CLASS}])بين(?P<hole> +[–-] *)(?=[.،؛])")
_AFTER_MONTH = re.compile(f"{_MONTH}(?P<hole> {{2,}}(?=[{LETTER_CLASS}|])| +(?=[.،؛:)]))")
_DAY = re.compile(f"(?<=[|]|[{LETTER_CLASS}])(?P<hole> {{2,}})(?={_MONTH})")
_YEAR = re.compile(f"{_MONTH}(?P<hole> *,)[ \\t]*$", re.MULTILINE)

_KINDS = (
    (_BY_WORD, 0.85, "a wide gap after a word that a number follows"),
    (_BY_GRAMMAR, 0.95, "a counted noun in the accusative after من: its number is missing"),
    (_BY_DASH, 0.85, "“between” and a dash with nothing round it"),
    (_AFTER_MONTH, 0.9, "a gap after a month, where its year or day stood"),
    (_DAY, 0.85, "a wide gap before a month, where its day stood"),
    (_YEAR, 0.85, "a month and a comma end the line: the year is missing"),
)


def propose(text: str, evidence: Evidence) -> Iterator[Edit]:
    """Yield an edit a hole, in a text whose wide gaps are mostly holes."""
    if not evidence.signals.page_layer or _DIGIT.search(text) or len(_MANY_MONTHS.findall(text)) < 2:
        return
    edits = list(_holes(text))
    if len(_WIDE.findall(text)) <= len(edits) + 2:  # else wide gaps are how these lines were set
        yield from edits


def _holes(text: str) -> Iterator[Edit]:
    """Yield an edit a hole; an earlier kind of evidence wins where two see the same hole."""
    seen: set[int] = set()
    for pattern, confidence, why in _KINDS:
        for found in pattern.finditer(text):
            start, end = found.span("hole")
            if start not in seen:
                seen.add(start)
                reason = f"{why}; the text names months and has not one digit"
                yield Edit(
                    start, end, found["hole"], _shown(found["hole"], text[end : end + 1]), NAME, confidence, reason
                )


def _shown(hole: str, after: str) -> str:
    """Return *hole* with its gaps: beside a dash one on either side, after a comma, else before a word or sign."""
    dash, sign = hole.strip(" \n"), hole.strip()
    if dash in ("–", "-"):
        return f" {GAP} {dash} {GAP}"
    if sign in (",", "،"):
        return f"{sign} {GAP}"
    if "\n" in hole:
        return f" {GAP}{hole.strip(' ')}{' ' * (len(hole) - len(hole.rstrip(' ')))}"
    return f" {GAP}" if after in ".،؛:)" else f" {GAP} "


RULE = Rule(
    name=NAME,
    damage="Digits that the page's font did not bring along.",
    propose=propose,
    owns=frozenset(f"{GAP} "),
)
