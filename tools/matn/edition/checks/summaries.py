"""Rules on summaries: one for every paragraph, of its present wording, with no number or date of its own."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from matn.edition.checks.model import Places, Subject, mistakes
from matn.edition.model import Paragraph, Summary
from matn.edition.summaries import SUMMARIES_FILE, stale
from matn.structure.model import BlockKind
from matn.text.dates import Found, Precision, Qualifier, find, states
from matn.text.dates import unstated as undated
from matn.text.numbers import numbers
from matn.text.numbers import unstated as uncounted

SHARE, SLACK = 0.55, 8
"""A summary may have this share of its paragraph's words, and so many words more."""
TRANSLATED = frozenset((BlockKind.TITLE, BlockKind.HEADING, BlockKind.CAPTION))
"""Kinds of paragraph that are translated, not summarised: as long as English wants them."""
_PER_CENT = re.compile(r"[%٪]|\bper ?cent|(?:بال|في ال)(?:مئة|مائة)|مئوية")
_WORD = re.compile(r"[^\W_]")


def pairs(subject: Subject) -> Iterator[tuple[Paragraph, Summary]]:
    """Yield the Arabic paragraphs whose text is there and that have a summary, in order."""
    for paragraph in subject.paragraphs:
        summary = subject.summaries.get(paragraph.id)
        if summary and summary.text and paragraph.reading and paragraph.language == "ar":
            yield paragraph, summary


def summaries_file(subject: Subject) -> Places:
    """summaries.md is not as it must be."""
    return mistakes(subject, SUMMARIES_FILE)


def missing(subject: Subject) -> Places:
    """A paragraph has no summary."""
    without = [paragraph.id for paragraph in subject.paragraphs if paragraph.id not in subject.summaries]
    if without and not subject.summaries:
        return [(subject.file(SUMMARIES_FILE), f"none of {len(without)} has one")]
    return [(subject.at(anchor), "") for anchor in without]


def orphaned(subject: Subject) -> Places:
    """A summary belongs to no paragraph."""
    known = {paragraph.id for paragraph in subject.paragraphs}
    gone = {e.id: e for e in subject.ledger.entries} if subject.ledger else {}
    for summary in subject.summaries.values() if known else ():
        if summary.id not in known:
            fate = f"{gone[summary.id].state}: {gone[summary.id].reason}" if summary.id in gone else "never published"
            yield subject.file(SUMMARIES_FILE, summary.line), f"{summary.id} ({fate})"


def unpinned(subject: Subject) -> Places:
    """A summary is not pinned to the Arabic as it is now: read it again, then `matn summaries WORK --pin`."""
    for paragraph in subject.paragraphs:
        summary = subject.summaries.get(paragraph.id)
        if summary and stale(summary, paragraph):
            found = f"~{summary.pinned}" if summary.pinned else "no hash"
            yield subject.at(paragraph.id), f"expected ~{paragraph.content_hash}, found {found}"


def other_numbers(subject: Subject) -> Places:
    """A summary states a number that its paragraph does not."""
    for paragraph, summary in pairs(subject):
        rest = _without(summary.text, find(summary.text, "en"))
        for number in uncounted(rest, _source(paragraph)):
            yield subject.at(paragraph.id), f"{number.normalize():f}"
        if _PER_CENT.search(summary.text) and not _PER_CENT.search(paragraph.reading or ""):
            yield subject.at(paragraph.id), "a percentage, where the paragraph has none"


def other_dates(subject: Subject) -> Places:
    """A summary states a date that its paragraph does not."""
    for paragraph, summary in pairs(subject):
        said = find(paragraph.reading or "")
        claims = find(summary.text, "en")
        wrong = [claim for claim in undated(claims, said) if not _is_counted(claim, _source(paragraph))]
        for claim in (*wrong, *(claim for claim in claims if _other_part(claim, said))):
            told = ", ".join(dict.fromkeys(f"{date.qualifier} {date.iso}".strip() for date in said)) or "none"
            surface = summary.text[claim.start : claim.end]
            yield subject.at(paragraph.id), f"{surface} ({claim.iso}); its dates: {told}"


def _source(paragraph: Paragraph) -> str:
    return f"{paragraph.label} {paragraph.reading}"


def _without(text: str, dates: Iterable[Found]) -> str:
    """Return *text* without its *dates*, which have a rule of their own."""
    parts, at = [], 0
    for date in dates:
        parts.append(text[at : date.start])
        at = date.end
    return " ; ".join((*parts, text[at:]))


def _is_counted(claim: Found, paragraph: str) -> bool:
    """Whether the *claim* is of years only, and the paragraph has each as a number."""
    if claim.precision is not Precision.YEAR:
        return False
    said = numbers(paragraph)
    return all(int(year) in said for year in claim.iso.split("/"))


def _other_part(claim: Found, said: Sequence[Found]) -> bool:
    """Whether *claim* is of the beginning, middle or end of a time of which the paragraph names another part."""
    parts = {date.qualifier for date in said if states(date.iso, claim.iso)}
    return bool(claim.qualifier and parts) and parts.isdisjoint({claim.qualifier, Qualifier.NONE})


def too_long(subject: Subject) -> Places:
    """A summary is too long for its paragraph."""
    for paragraph, summary in pairs(subject):
        words, allowed = count(summary.text), int(SHARE * count(paragraph.reading or "") + SLACK)
        if words > allowed and paragraph.kind not in TRANSLATED:
            yield subject.at(paragraph.id), f"expected at most {allowed} words, found {words}"


def count(text: str) -> int:
    """Return the number of words of *text*: runs without white space that have a letter or digit."""
    return sum(bool(_WORD.search(word)) for word in text.split())


def out_of_order(subject: Subject) -> Places:
    """A summary stands out of the order of the paragraphs."""
    order = {paragraph.id: at for at, paragraph in enumerate(subject.paragraphs)}
    known = [summary for summary in subject.summaries.values() if summary.id in order]
    for before, after in pairwise(known):
        if order[after.id] < order[before.id]:
            yield subject.file(SUMMARIES_FILE, after.line), f"{after.id} after {before.id}"
