"""The text as received: every character of it, every change where it stood, told apart and counted."""

from __future__ import annotations

from dataclasses import replace

import pytest
from bs4 import BeautifulSoup
from hypothesis import given
from hypothesis import strategies as st

from matn.edition.alter import GAP
from matn.edition.model import Alteration, Note, Paragraph, Query
from matn.site.apparatus import Kind, kind, nested, tally
from matn.site.received import received_html, stretches
from matn.site.words import Words
from matn.structure.model import BlockKind

SAY = Words("ar")


def change(start: int, received: str, reading: str, kind: str = "edit", **more: object) -> Alteration:
    given = {"rules": ("spacing",), "why": "", "certainty": 1.0, **more}
    return Alteration(start, start + len(reading), received, reading, kind=kind, **given)  # type: ignore[arg-type]


def paragraph(reading: str, *changes: Alteration, queries: tuple[Query, ...] = ()) -> Paragraph:
    """A paragraph whose received text is what its reading was before *changes*."""
    received, at, inner = "", 0, nested(changes)
    for each in (each for place, each in enumerate(changes) if place not in inner):
        received, at = received + reading[at : each.start] + each.received, each.end
    return Paragraph("p1", BlockKind.PARAGRAPH, reading=reading, received=received + reading[at:],
                     alterations=changes, queries=queries)  # fmt: skip


def shown(item: Paragraph | Note) -> BeautifulSoup:
    html = received_html(item, SAY)
    assert html is not None
    return BeautifulSoup(html, "html.parser")


@pytest.mark.parametrize(
    ("one", "expected"),
    [
        pytest.param(change(0, "كــتاب", "كتاب"), Kind.STROKE, id="elongation"),
        pytest.param(change(0, "كتاب ", "كتاب"), Kind.STROKE, id="space"),
        pytest.param(change(0, "تابك", "كتاب"), Kind.MOVED, id="order"),
        pytest.param(change(0, "الأخرة", "الأخيرة"), Kind.CHANGED, id="letter"),
        pytest.param(change(0, "إيران3", "إيران", rules=("glued-note-numbers",)), Kind.STROKE, id="note number"),
        pytest.param(change(0, "إيران3", "إيران"), Kind.CHANGED, id="digit"),
        pytest.param(change(0, "", GAP, "gap"), Kind.GAP, id="gap"),
        pytest.param(change(0, "كتاب", "كتاب", "emendation"), Kind.EMENDED, id="emendation"),
    ],
)
def test_kind(one: Alteration, expected: Kind) -> None:
    assert kind(one) is expected


def test_silent_changes_are_marked_here_too() -> None:
    page = shown(paragraph("قرأ كتابًا جديدًا.", change(4, "كــتابًا", "كتابًا"), change(11, "جديــد", "جديدًا.")))
    assert [(tag["class"], tag["data-c"], tag.get_text()) for tag in page.select("span")] == [
        (["stroke"], "0", "كــتابًا"),
        (["changed"], "1", "جديــد"),
    ]


def test_where_the_source_has_nothing_a_sign_stands() -> None:
    page = shown(paragraph(f"في {GAP}مايو", change(3, "", GAP, "gap", rules=("lost-digits",))))
    (sign,) = page.select("span")
    assert (sign["class"], sign["data-c"], sign.get_text()) == (["gap", "nothing"], "0", "")
    assert page.get_text() == "في مايو"


def test_a_gap_within_a_change_has_no_mark_of_its_own() -> None:
    reading = f"مايو في {GAP} ذلك"
    page = shown(paragraph(reading, change(0, "في مايو", reading), change(8, "", GAP, "gap")))
    assert [(tag["data-c"], tag.get_text()) for tag in page.select("span")] == [("0", "في مايو")]


def test_several_gaps_within_a_change_have_none_either() -> None:
    reading = f"{GAP} مايو في {GAP} ذلك {GAP} نعم كتابًا"
    starts = [at for at in range(len(reading)) if reading.startswith(GAP, at)]
    whole = change(0, "في  مايو", reading[: reading.index(" نعم")])
    item = paragraph(
        reading, whole, *(change(at, "", GAP, "gap") for at in starts), change(len(reading) - 6, "كــتابًا", "كتابًا")
    )
    assert item.received == "في  مايو نعم كــتابًا"
    assert [(tag["data-c"], tag.get_text()) for tag in shown(item).select("span")] == [
        ("0", "في  مايو"),
        ("4", "كــتابًا"),
    ]


def test_a_conjecture_is_told_from_a_sure_reading() -> None:
    page = shown(paragraph("قال ذلك", change(4, "ذاك", "ذلك", "emendation", certainty=0.5)))
    (mark,) = page.select("span")
    assert (mark["class"], mark["data-say"]) == (["emended", "conjecture"], "قراءة ظنية")


def test_an_open_question_is_marked_unless_a_change_touched_it() -> None:
    queries = (Query(0, 3, "قرأ", "قرا", "confusions", ""), Query(4, 8, "كتاب", "كتب", "confusions", ""))
    page = shown(paragraph("قرأ كتاب", change(4, "كــتاب", "كتاب"), queries=queries))
    assert [(tag["data-q"], tag.get_text()) for tag in page.select(".query")] == [("0", "قرأ")]


def test_what_is_read_as_received_is_not_shown_twice() -> None:
    assert received_html(paragraph("كما ورد"), SAY) is None
    assert received_html(replace(paragraph("كما ورد"), received=None, reading=None), SAY) is None


def test_a_note_is_shown_too() -> None:
    note = Note("n1", "1", "present", text="كتاب", received="كتــاب", alterations=(change(0, "كتــاب", "كتاب"),))
    assert shown(note).select_one(".stroke")


def test_a_tab_of_the_source_stays_one() -> None:
    item = paragraph("في مايو", change(0, "في\tمايو", "في مايو"))
    assert "\t" not in str(received_html(item, SAY))  # site generators would make spaces of it
    assert shown(item).get_text() == "في\tمايو"


def test_changes_are_counted_by_kind_the_gravest_first() -> None:
    changes = [change(0, "كــتاب", "كتاب")] * 2 + [change(0, "", GAP, "gap")]
    assert tally(changes, [], SAY) == [("gap", "فجوة واحدة"), ("stroke", "إصلاحان شكليان")]
    assert tally([], [], SAY) == []


@st.composite
def paragraphs(draw: st.DrawFn) -> Paragraph:
    """A reading text of pieces, some of which came about by a change."""
    letters = st.text("ابت ـ<&1", max_size=4)
    reading, changes = "", []
    for received, now, touched in draw(st.lists(st.tuples(letters, letters, st.booleans()), max_size=6)):
        if touched and received != now:
            changes.append(change(len(reading), received, now, draw(st.sampled_from(["edit", "emendation", "gap"]))))
        reading += now + "،"
    return paragraph(reading, *changes)


@given(paragraphs())
def test_the_received_text_is_whole_and_every_change_has_its_place(item: Paragraph) -> None:
    html = received_html(item, SAY)
    if html is None:
        assert item.received == item.reading
        return
    page = BeautifulSoup(html, "html.parser")
    assert page.get_text() == item.received
    for each in stretches(item.alterations):
        assert item.received[each.was_start : each.was_end] == item.alterations[each.number].received
    there = {int(str(tag["data-c"])) for tag in page.select("[data-c]")}
    assert there == {stretch.number for stretch in stretches(item.alterations)} == set(range(len(item.alterations)))
