"""Years that stand alone: which numbers of four digits are years, by the words beside them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from matn.text.dates.grammar import END, ERA, GAP, QUALIFIED, START, YEAR_WORD, either, number
from matn.text.dates.model import Calendar, Parts, Precision, Qualifier
from matn.text.dates.months import QUALIFIERS
from matn.text.tables import LETTER_CLASS

_YEAR = re.compile(
    rf"{START}(?P<all>{QUALIFIED}(?P<word>{YEAR_WORD})?(?P<year>1[0-9]\d\d(?!\d)|20\d\d(?!\d)|{GAP}){ERA})"
)
_DASHED = re.compile(rf"(?:(?:1[89]|20)\d\d)(?:\s?م{END})?\s?[-–—]\s?$")
_DASH = re.compile(rf"(?:\s?م{END})?\s?[-–—]\s?(?:1[89]|20)\d\d(?!\d)")
_BEFORE = re.compile(rf"(?<![{LETTER_CLASS}])[وف]?(?:في|منذ|بعد|قبل|حتي|بحلول|من|الي|بين)\s+$")
_FREE = either(
    ("في", "من", "الي", "علي", "عن", "حتي", "منذ", "بعد", "قبل", "ثم", "ان", "او", "بين", "مع", "كما", "حيث", "التي",
     "الذي", "عندما", "لكن", "عبر", "ضد", "ب", "ل")
)  # fmt: skip
_COUNTED = re.compile(rf"\s+(?!{_FREE})(?!و)[{LETTER_CLASS}]|\s*%|\s*٪")
_LISTED = re.compile(r"[،,(]\s*$")
_CLOSED = re.compile(r"\s*[،,)]|\s*$")
_LINK = re.compile(rf"\s*(?:و|{either(('الي', 'حتي'))})\s*$")


def read(text: str, taken: Sequence[tuple[int, int]] = ()) -> Iterator[Parts]:
    """Yield the years in plain *text* that stand outside the ranges *taken* by other dates.

    A number is a year if it follows a word for one, if the era or a dash to another year follows it, if it
    is joined to a year before it, if it stands alone between commas or brackets (in references), or if a
    preposition stands before it and no counted thing after it.
    """
    last = -1
    for hit in _YEAR.finditer(text):
        start, end = hit.span("all")
        if any(a < end and start < b for a, b in taken):
            continue
        linked = last >= 0 and _LINK.fullmatch(text[last : hit.start("year")]) is not None
        if _is_year(hit, linked=linked):
            last = end
            yield _parts(hit)


def _is_year(hit: re.Match[str], *, linked: bool) -> bool:
    if hit["word"] or hit["era"] == "ه":
        return True
    if number(hit["year"]) is None:
        return False  # a gap that no word calls a year may be any number
    if not 1800 <= int(hit["year"]) <= 2099:
        return False
    before, text, end = hit.string[: hit.start("all")], hit.string, hit.end("all")
    if hit["era"] or _DASHED.search(before) or _DASH.match(text, end):
        return True
    if _LISTED.search(before) and _CLOSED.match(text, end):
        return True
    return bool(linked or hit["qualifier"] or _BEFORE.search(before)) and not _COUNTED.match(text, end)


def _parts(hit: re.Match[str]) -> Parts:
    calendar = Calendar.HIJRI if hit["era"] == "ه" else Calendar.GREGORIAN
    qualifier = QUALIFIERS.get(hit["qualifier"] or "", Qualifier.NONE)
    return Parts(*hit.span("all"), Precision.YEAR, number(hit["year"]), calendar=calendar, qualifier=qualifier)
