"""An edition with names, events, references and shared passages, all made up; and pages as readers get them."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import markdown
from bs4 import BeautifulSoup

from matn.edition.bibliography import PrintedDate, Reference
from matn.edition.chronology import Event, EventPrecision
from matn.edition.model import Edition, Note, Paragraph, Summary, WorkEdition
from matn.edition.names import Kind, Name
from matn.site.pages import pages
from matn.structure.model import BlockKind

SAID = "جرت مياه الوادي الأخضر نحو القرية القديمة فأغرقت بساتين الرمان وحقول الشعير"
SAID_ELSEWHERE = "جرت مياه الوادي الأخضر صوب القرية القديمة فأغرقت بساتين التفاح وحقول الشعير"
NAMES = (
    Name("salma", Kind.PERSON, "سلمى الوراق", "Salma <i>al-Warraq</i>", {"ar": "كاتبة <b>", "en": "A writer & more"},
         variants=("الوراق",), wikidata="Q42"),
    Name("wadi", Kind.PLACE, "الوادي الأخضر", "the Green Valley", {"ar": "واد", "en": "A valley"},
         variants=("الوادي",), ambiguous_with=("wadi-party",)),
    Name("wadi-party", Kind.ORGANISATION, "حزب الوادي", "Valley Party", {"ar": "حزب", "en": "A party"},
         variants=("الوادي",), ambiguous_with=("wadi",)),
    Name("nobody", Kind.PERSON, "لا يرد أبدًا", "Never There", {"ar": "غائب", "en": "Absent"}),
)  # fmt: skip
EVENTS = (
    Event("flood", "2014-06-10", EventPrecision.DAY, "فاض <script>", "It flooded <script>", ("a-2021#p2", "b-2020#p1")),
    Event("year", "2014", EventPrecision.YEAR, "حدث", "Something", ("a-2021#p1",)),
    Event("month", "2014-06", EventPrecision.MONTH, "حدث", "Something", ("a-2021#n1",)),
    Event("late", "2013", EventPrecision.SEASON, "أواخر السنة", "Late in the year", ("b-2020#p2",)),
)
REFERENCES = {
    "n1": Reference("n1", "present", "source", "ar", "كاتب <b>", "عنوان", "دار", "2014-06", "2020-01-02", "ص 3",
                    "https://exam ple.org/x", "https://example.org/x", "The pieces, joined <u>.",
                    remark={"ar": "ملاحظة", "en": "A remark"}),
    "n2": Reference("n2", "lost", remark={"ar": "ضاع نصها", "en": "Its text is lost"}),
    "n3": Reference("n3", "present", "source", "fa", title="عنوان فارسی", date="2019-04-06",
                    url_printed="https://s.example/abc", opaque=True,
                    calendar=PrintedDate("jalali", "17 فروردین 1398", "2019-04-06")),
    "n4": Reference("n4", "marker-lost", "source", "en", title="Rivers", url_printed="-broken/https://"),
    "n5": Reference("n5", "present", "ibid", "ar", repeats="n1"),
}  # fmt: skip
NOTES = (
    Note("n1", "1", "present", text="كاتب، عنوان، https://exam ple.org/x", paragraphs=("p1", "p2")),
    Note("n2", "2", "lost", paragraphs=("p2",)),
    Note("n3", "3", "present", "fa", text="https://s.example/abc", paragraphs=("p2",), urls=("https://s.example/abc",)),
    Note("n4", "4", "marker-lost", "en", text="Rivers, javascript:alert(1)", urls=("javascript:alert(1)",)),
    Note("n5", "5", "present", text="المرجع السابق", paragraphs=("p2",), repeats="n1"),
    Note("n6", "6", "present", text="بلا وصف", paragraphs=("p2",)),
)


def edition(first: WorkEdition, *, present: bool = True) -> Edition:
    """Two works on the bibliography of *first*, their texts there or not; the second has no notes."""
    notes = tuple(replace(note, reference=REFERENCES.get(note.id)) for note in NOTES)
    gists = {"p1": Summary("p1", "Salma <i>al-Warraq</i> writes of the Green Valley.", "")}
    one = replace(
        first,
        work=replace(first.work, id="a-2021"),
        paragraphs=(paragraph("p1", "كتبت سلمى الوراق: " + SAID + "."), paragraph("p2", "ثم وقف الوادي معها.")),
        notes=notes,
        tombstones=(),
        summaries=gists,
    )
    other = replace(
        one,
        work=replace(one.work, id="b-2020", date="2020"),
        paragraphs=(paragraph("p1", "يروى: " + SAID_ELSEWHERE + "."), paragraph("p2", "وانتهى.")),
        notes=(),
        summaries={},
    )
    works = (one, other) if present else (bare(one), bare(other))
    return Edition(works, "test", NAMES, EVENTS)


def paragraph(name: str, text: str) -> Paragraph:
    """A paragraph with *text*."""
    return Paragraph(name, BlockKind.PARAGRAPH, reading=text, received=text, content_hash="a1b2c3")


def bare(whole: WorkEdition) -> WorkEdition:
    """*whole* without its text."""
    paragraphs = tuple(replace(p, reading=None, received=None) for p in whole.paragraphs)
    notes = tuple(replace(note, text=None) for note in whole.notes)
    return replace(whole, paragraphs=paragraphs, notes=notes, account=None)


def page(of: Edition, name: str, language: str = "ar") -> BeautifulSoup:
    """A page as Python-Markdown leaves it."""
    body = str(pages(of, language)[f"{name}.md"]).split("---\n", 2)[2]
    html = markdown.markdown(body, extensions=["attr_list", "md_in_html", "tables"])
    assert html.strip() == body.strip()
    return BeautifulSoup(html, "html.parser")


def data(of: Edition, name: str) -> Any:
    """A file of data, read back."""
    return json.loads(pages(of)[name])
