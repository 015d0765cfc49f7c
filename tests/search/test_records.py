"""What search looks in: a record a paragraph, with its notes, headings and names; without sources what is left."""

from __future__ import annotations

from dataclasses import replace

import pytest

from matn.edition.model import Edition, Note, NoteMarker, Paragraph, SourcePin, Summary, Work, WorkEdition
from matn.edition.names import Kind, Name
from matn.site.search import Record, records
from matn.structure.model import BlockKind

NAME = Name("salma", Kind.PERSON, "سلمى الوراق", "Salma al-Warraq", {"ar": "", "en": ""}, ("الوراق",))


def paragraph(
    number: int, text: str, kind: BlockKind = BlockKind.PARAGRAPH, level: int = 0, **more: object
) -> Paragraph:
    return Paragraph(f"p{number}", kind, level, reading=text, **more)  # type: ignore[arg-type]


def edition(*, whole: bool = True) -> Edition:
    """A work of six paragraphs and three notes; without its texts where not *whole*."""
    paragraphs = (
        paragraph(1, "النهر", BlockKind.HEADING, 1),
        paragraph(2, "كتبت الوراق عن النهر.", markers=(NoteMarker("n1", "1", 5),)),
        paragraph(3, "المنبع", BlockKind.HEADING, 2),
        paragraph(4, "ينبع من الجبل.", markers=(NoteMarker("n1", "1", 4),)),
        paragraph(5, "المصب", BlockKind.HEADING, 1),
        paragraph(6, "An English paragraph.", language="en"),
    )
    notes = (
        Note("n1", "1", "present", text="كتاب الماء، ص 12", paragraphs=("p2", "p4")),
        Note("n2", "2", "lost", paragraphs=("p2",)),
        Note("n3", "3", "marker-lost", "en", text="Smith, Rivers"),
    )
    if not whole:
        paragraphs = tuple(replace(each, reading=None, markers=()) for each in paragraphs)
        notes = tuple(replace(note, text=None) for note in notes)
    given = {"title": {"ar": "النهر"}, "author": {"ar": "سلمى"}, "publisher": {}, "date": "2021"}
    work = Work("nahr", None, source=SourcePin("ab" * 32, "text", 9), **given)  # type: ignore[arg-type]
    summaries = {"p2": Summary("p2", "She wrote of the river.", "")}
    return Edition((WorkEdition(work, paragraphs, notes, summaries=summaries),), "test", (NAME,))


@pytest.fixture(scope="module")
def whole() -> dict[str, Record]:
    return {record.id: record for record in records(edition())["nahr"]}


def test_every_paragraph_and_every_lonely_note_is_a_record(whole: dict[str, Record]) -> None:
    assert list(whole) == ["p1", "p2", "p3", "p4", "p5", "p6", "n3"]
    assert (whole["p2"].text, whole["p2"].gist) == ("كتبت الوراق عن النهر.", "She wrote of the river.")
    assert (whole["n3"].kind, whole["n3"].language, whole["n3"].notes[0].text) == ("note", "en", "Smith, Rivers")


def test_a_record_stands_under_its_headings(whole: dict[str, Record]) -> None:
    assert {id: record.heads for id, record in whole.items()} == {
        "p1": (), "p2": ("p1",), "p3": ("p1",), "p4": ("p1", "p3"), "p5": (), "p6": ("p5",), "n3": (),
    }  # fmt: skip


def test_a_record_has_the_notes_that_it_calls(whole: dict[str, Record]) -> None:
    assert [note.id for note in whole["p2"].notes] == ["n1"]  # of n2 the text is lost
    assert [note.text for note in whole["p4"].notes] == ["كتاب الماء، ص 12"]


def test_a_name_is_there_in_all_its_spellings(whole: dict[str, Record]) -> None:
    assert whole["p2"].names == (("سلمى الوراق", "Salma al-Warraq", "الوراق"),)
    assert whole["p4"].names == ()


def test_without_its_source_a_work_is_found_by_what_the_project_wrote() -> None:
    bare = {record.id: record for record in records(edition(whole=False))["nahr"]}
    assert [record.text for record in bare.values()] == [""] * 6
    assert bare["p2"].gist == "She wrote of the river."
    assert (bare["p2"].notes, "n3" in bare) == ((), False)
