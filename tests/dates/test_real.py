"""Dates in the five works: every year, month and day that they print."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pytest
from tests.dates.real import FIVE, repaired

from matn.edition.chronology import mentions
from matn.text.dates import Precision

MONTHS = "يناير|فبراير|مارس|أبريل|مايو|يونيو|يوليو|أغسطس|سبتمبر|أكتوبر|نوفمبر|ديسمبر"
PRINTED = re.compile(rf"(?<!\d)(?:19|20)\d\d(?!\d)|(?<![\u0621-\u064a])(?:{MONTHS})(?![\u0621-\u064a])")


@pytest.mark.sources
def test_every_year_and_month_is_in_a_date(sources: Path) -> None:
    texts = repaired(sources)
    assert len(texts) == FIVE
    covered: dict[tuple[str, str], set[int]] = {}
    for mention in mentions(texts):
        place = covered.setdefault((mention.work, mention.paragraph), set())
        place.update(range(mention.found.start, mention.found.end))
    missed = [
        (work, paragraph, hit.group())
        for work, paragraphs in texts.items()
        for paragraph, text in paragraphs.items()
        for hit in PRINTED.finditer(text or "")
        if hit.start() not in covered.get((work, paragraph), set())
    ]
    assert missed == []


@pytest.mark.sources
def test_no_number_of_things_is_a_year(sources: Path) -> None:
    found = {mention.surface for mention in mentions(repaired(sources))}
    assert not {"8950", "1400", "1483"} & found


@pytest.mark.sources
def test_days_and_lost_years(sources: Path) -> None:
    found = Counter(mention.found.iso for mention in mentions(repaired(sources)))
    printed = {"2022-10-27", "2024-05-08", "2024-05-31", "2024-09-06", "2025-08-23", "2024-01-05", "2025/2030"}
    assert printed <= set(found)
    lost = {mention.found.iso for mention in mentions(repaired(sources)) if mention.work == "taie-2020"}
    assert {"XXXX-05-XX", "XXXX-04", "XXXX-12", "XXXX-10", "XXXX-06"} <= lost


@pytest.mark.sources
def test_precision_follows_what_is_printed(sources: Path) -> None:
    for mention in mentions(repaired(sources)):
        parts = mention.found.iso.partition("/")[0].count("-") + 1
        assert parts == {Precision.YEAR: 1, Precision.MONTH: 2, Precision.DAY: 3}[mention.found.precision]
