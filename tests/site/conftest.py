"""A small edition made by hand: every kind of paragraph, note, change and gap, and text that means harm."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from matn.edition.model import (
    Account,
    Alteration,
    Edition,
    Note,
    NoteMarker,
    Paragraph,
    Query,
    SourcePin,
    Summary,
    Tombstone,
    Work,
    WorkEdition,
)
from matn.structure.model import BlockKind

HOSTILE = "قال <script>alert(1)</script> ثم \"نقل\" & 'سكت' <img src=x onerror=alert(2)> {{ 7*7 }} *نجم* `رمز`"
GAPPED = "عُقد الاجتماع في […] مايو بحضور تسعة أعضاء."
LATIN = "نشرت «River Studies» vol. 3, no. 2 مقالًا عن النهر، ثم عاد الكاتب إليه."


def change(text: str, reading: str, received: str, **more: object) -> Alteration:
    """An alteration of the first *reading* in *text*."""
    start = text.index(reading)
    given = {"rules": ("lost-ligatures",), "why": "يدل عليه السياق", "certainty": 0.8, "kind": "edit", **more}
    return Alteration(start, start + len(reading), received, reading, **given)  # type: ignore[arg-type]


def work(**more: object) -> Work:
    """A work about nothing in particular."""
    given: dict[str, object] = {
        "id": "nahr-2021",
        "folder": Path("docs/works/nahr-2021"),
        "title": {"ar": "النهر & أهله <b>", "en": 'The River and "Its" People'},
        "author": {"ar": "سلمى الوراق", "en": "Salma al-Warraq"},
        "publisher": {"ar": "دار الضفة", "en": "Riverbank House"},
        "date": "2021-05",
        "date_evidence": {"ar": "يذكر المتن الشهر", "en": "the text names the month"},
        "source": SourcePin("ab" * 32, "text", 1234),
        "url": "https://example.org/nahr",
        "rights": {"ar": "حقوق النص لصاحبه", "en": "All rights with the author"},
        "damage": {"ar": "أرقام ساقطة", "en": "digits lost"},
        "abstract": {"ar": "كلام في النهر.", "en": "On the river."},
    }
    return Work(**{**given, **more})  # type: ignore[arg-type]


PARAGRAPHS = (
    Paragraph("p1", BlockKind.TITLE, reading="النهر وأهله", received="النهر وأهله"),
    Paragraph("p2", BlockKind.BYLINE, reading="سلمى الوراق", received="سلمى الوراق"),
    Paragraph("p3", BlockKind.HEADING, 1, reading="أولًا: <em>المنبع</em>", received="أولًا: <em>المنبع</em>"),
    Paragraph("p4", BlockKind.PARAGRAPH, reading=HOSTILE, received=HOSTILE, content_hash="a1b2c3"),
    Paragraph(
        "p5",
        BlockKind.PARAGRAPH,
        reading=GAPPED,
        received="عُقد الاجتمـاع في  مايو بحضور تسعه <i> أعضاء.",
        content_hash="0f0f0f",
        markers=(NoteMarker("n1", "1", 12), NoteMarker("n2", "2", len(GAPPED))),
        alterations=(
            change(GAPPED, "الاجتماع", "الاجتمـاع", rules=("kashida",), certainty=1.0),
            change(GAPPED, "[…]", "", rules=("lost-digits",), kind="gap", why="مسافتان موضع رقم"),
            change(GAPPED, "تسعة", "تسعه <i>", rules=("emendation",), kind="emendation", certainty=1.0),
        ),
        queries=(Query(GAPPED.index("أعضاء"), GAPPED.index("أعضاء") + 5, "أعضاء", "أعضاؤه", "confusions", "قد يكون"),),
    ),
    Paragraph("p6", BlockKind.HEADING, 2, reading="المصبّ", received="المصبّ"),
    Paragraph("p7", BlockKind.LIST_ITEM, 1, "1.", reading="بند أول.", markers=(NoteMarker("n1", "1", 8),)),
    Paragraph("p8", BlockKind.LIST_ITEM, 2, "أ.", reading="بند في بند."),
    Paragraph("p9", BlockKind.FIGURE_LOST, reading=""),
    Paragraph("p10", BlockKind.CAPTION, reading="شكل 1: مجرى النهر"),
    Paragraph("p11", BlockKind.PARAGRAPH, reading=LATIN, markers=(NoteMarker("n3", "*", LATIN.index("،")),)),
    Paragraph("p12", BlockKind.PARAGRAPH, language="en", reading="An English paragraph with كلمة in it."),
)
NOTES = (
    Note("n1", "1", "present", text="كتاب الماء، ص 12، https://example.org/ma", paragraphs=("p5", "p7"),
         urls=("https://example.org/ma", "javascript:alert(3)")),
    Note("n2", "2", "lost", paragraphs=("p5",)),
    Note("n3", "*", "present", "fa", text="رودخانه، تهران، <b>۱۴۰۰</b>.", paragraphs=("p11",), repeats="n1"),
    Note("n4", "4", "marker-lost", "en", text="Smith, Rivers (2001), 4."),
)  # fmt: skip
GISTS = (
    Summary("p2", "", "", "the byline"),
    Summary("p3", "The <em>source</em>", ""),
    Summary("p4", 'He said <script>alert(4)</script> & "quoted" *star*.', "a1b2c3"),
    Summary("p5", "Nine members met in May; the word متن is kept.", "eeeeee"),
    Summary("p12", "", "", "the paragraph is in English"),
)
SUMMARIES = {summary.id: summary for summary in GISTS}
ACCOUNT = Account(1234, 1000, {"kashida": 30, "lost-digits": 4}, {"furniture": 100}, 100)


@pytest.fixture(scope="session")
def whole() -> WorkEdition:
    """A work whose source is there."""
    stones = (Tombstone("p13", "split", ("p11", "p12"), "فقرتان في واحدة"), Tombstone("p14", "withdrawn", ()))
    return WorkEdition(work(), PARAGRAPHS, NOTES, stones, ACCOUNT, SUMMARIES)


@pytest.fixture(scope="session")
def bare(whole: WorkEdition) -> WorkEdition:
    """The same work without its source, as the ledger and ``notes.yaml`` have it."""
    paragraphs = tuple(
        replace(p, reading=None, received=None, repaired=None, alterations=(), queries=(), markers=())
        for p in whole.paragraphs
    )
    return replace(whole, paragraphs=paragraphs, notes=tuple(replace(n, text=None) for n in NOTES), account=None)


@pytest.fixture(scope="session")
def edition(whole: WorkEdition, bare: WorkEdition) -> Edition:
    """Both, as two works of one edition."""
    second = replace(bare, work=work(id="nahr-2020", date="2020", date_evidence={}))
    return Edition((whole, second), "test")
