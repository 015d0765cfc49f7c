"""``notes.yaml``: read, refused with lines, joined to the notes, held to their texts."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from matn.edition.bibliography import Reference
from matn.edition.model import Note
from matn.edition.references import address, check_references, load_references, with_references
from matn.errors import BadInputError

from .composing import messages, subject, told

GOOD = """\
# Two notes of the paper
- id: n1
  kind: source
  language: fa
  status: present
  author: "مؤلف"
  title: "عنوان"
  date: 2019-04-06
  accessed: 2024-09-02
  url_printed: https://short.example/a
  opaque: true
  calendar: {system: jalali, printed: "17 فروردین، 1398", gregorian: 2019-04-06}
- id: n2
  kind: ibid
  language: ar
  status: present
  repeats: n1
  pages: "12"
- id: n3
  status: lost
"""


def write(folder: Path, content: str) -> Path:
    (folder / "notes.yaml").write_text(content, encoding="utf-8")
    return folder


def test_reads_all_it_knows(tmp_path: Path) -> None:
    first, second, third = load_references(write(tmp_path, GOOD))
    assert (first.author, first.date, first.opaque, first.line) == ("مؤلف", "2019-04-06", True, 2)
    assert first.calendar
    assert (first.calendar.system, first.calendar.gregorian) == ("jalali", "2019-04-06")
    assert (second.repeats, second.pages, second.opaque) == ("n1", "12", False)
    assert (third.status, third.kind, third.language) == ("lost", "", "")


@pytest.mark.parametrize("content", [None, "", "# none\n"])
def test_no_file_or_an_empty_one_knows_nothing(tmp_path: Path, content: str | None) -> None:
    if content is not None:
        write(tmp_path, content)
    assert check_references(tmp_path) == ((), ())


@pytest.mark.parametrize(
    ("old", "new", "line", "message"),
    [
        ("kind: source", "kind: book", 3, "expected one of source, comment, ibid, found 'book'"),
        ("status: present\n  author", "status: here\n  author", 5, "expected one of present, lost, marker-lost"),
        ("  status: lost\n", "", 19, "missing: status"),
        ("title:", "titel:", 7, "unknown key titel did you mean title?"),
        ("- id: n1", "- id: p1", 2, "expected the id of a note, such as n4, found 'p1'"),
        ("- id: n3", "- id: n2", 19, "n2 stands twice, first in line 13"),
        ("date: 2019-04-06\n", "date: 6 April 2019\n", 8, "expected a date such as 2025"),
        ("date: 2019-04-06\n", "date: 2019-04-07\n", 2, "n1: date is 2019-04-07, and calendar gives 2019-04-06"),
        ("gregorian: 2019-04-06", "gregorian: 2019-04-07", 12, "17 فروردین، 1398 is 2019-04-06, found 2019-04-07"),
        ('"17 فروردین، 1398"', '"سنة ما"', 12, "سنة ما is no date that can be read"),
        ("opaque: true", "opaque: yes", 11, "expected true or false, found 'yes'"),
        ("  url_printed: https://short.example/a\n", "", 2, "n1: opaque says of what is in url_printed"),
        ("opaque: true", "opaque: true\n  url: https://long.example/b\n  url_evidence: x", 2, "n1: nothing may be put"),
        ("opaque: true", "url: https://long.example/b", 2, "n1: missing: url_evidence"),
        ("opaque: true", "url: www.long.example", 11, "expected an address that begins with"),
        ("  repeats: n1\n", "", 13, "n2: missing: repeats"),
        ("repeats: n1", "repeats: n7", 13, "n2: expected another note of the file in repeats, found n7"),
        ("repeats: n1", "repeats: n2", 13, "n2: expected another note of the file in repeats, found n2"),
        ("kind: ibid", "kind: comment", 13, "n2: missing: remark"),
        ("  language: fa\n", "", 2, "n1: missing: language only a lost note may go without"),
        ("status: lost", 'status: lost\n  remark: {ar: "ضاع"}', 21, "missing: en"),
    ],
)
def test_a_mistake_is_told_at_its_line(tmp_path: Path, old: str, new: str, line: int, message: str) -> None:
    assert old in GOOD
    _, problems = check_references(write(tmp_path, GOOD.replace(old, new, 1)))
    assert problems
    assert problems[0].line == line
    assert f"{problems[0].message} {problems[0].hint}".startswith(message)


def test_a_source_needs_something_to_go_by(tmp_path: Path) -> None:
    with pytest.raises(BadInputError, match="an author, a title or an address") as caught:
        load_references(write(tmp_path, "- {id: n1, kind: source, language: ar, status: present, date: 2020}\n"))
    assert caught.value.line == 1


def test_a_hijri_date_is_converted_too(tmp_path: Path) -> None:
    entry = '- {id: n1, status: present, kind: source, language: ar, title: "ع", calendar: {system: hijri, %s}}\n'
    good = write(tmp_path, entry % 'printed: "1 محرم 1446", gregorian: 2024-07-07')
    assert check_references(good)[1] == ()
    bad = write(tmp_path, entry % 'printed: "1 محرم 1446", gregorian: 2024-07-09')
    assert "is 2024-07-07" in check_references(bad)[1][0].message


NOTES = (
    Note("n1", "1", "present", text="نص https://a.example/x", urls=("https://a.example/x",), language="ar"),
    Note("n2", "2", "lost"),
    Note("n3", "3", "present", text="المرجع السابق.", repeats="n1"),
)
REFERENCES = (
    Reference("n1", "present", "source", "fa", title="ع", url_printed="a.example /x", url="https://a.example/x"),
    Reference("n2", "lost"),
)


def test_the_text_decides_on_status_and_addresses_where_it_is_there() -> None:
    first, second, third = with_references(NOTES, REFERENCES, present=True)
    assert (first.language, first.status, first.urls) == ("fa", "present", ("https://a.example/x",))
    assert first.reference == REFERENCES[0]
    assert second.status == "lost"
    assert (third.reference, third.repeats) == (None, "n1")


def test_without_the_text_the_editors_do() -> None:
    bare = tuple(Note(note.id, note.label, "present") for note in NOTES)
    first, second, third = with_references(bare, REFERENCES, present=False)
    assert (first.status, first.language, first.urls) == ("present", "fa", ("https://a.example/x",))
    assert second.status == "lost"
    assert (third.status, third.urls) == ("present", ())


@pytest.mark.parametrize(
    ("printed", "mended", "expected"),
    [
        ("https://a.example/x", "", "https://a.example/x"),
        ("x/ https://a.example/", "https://a.example/x", "https://a.example/x"),
        ("https://a.example/ x", "", ""),
        ("/only/a/path", "", ""),
        ("", "", ""),
    ],
)
def test_which_address_is_linked(printed: str, mended: str, expected: str) -> None:
    assert address(Reference("n1", "present", url_printed=printed, url=mended)) == expected


def noted(note: Note, reference: Reference | None) -> list[str]:
    joined = with_references([note], [reference] if reference else [], present=True)
    return told(subject({"p1": "أول."}, notes=joined), "E622", "E624", "E625", "W401", "W402", "W626")


PRESENT = Note(
    "n1",
    "1",
    "present",
    text="جريدة، 15 سبتمبر 2025، https://a.example/x-y",
    received="جريدة، 15 سبتمبر 2025، https://a. سطر example/x-y",
)


@pytest.mark.parametrize(
    ("fields", "found"),
    [
        ({}, []),
        ({"url_printed": "https://a.example/x-y"}, []),
        ({"url_printed": "https://a. example/x-y"}, []),
        ({"url_printed": "https://a.example/z"}, ["E625 n1"]),
        ({"date": "2025-09-15", "accessed": "2025"}, []),
        ({"date": "2025-09-16"}, ["W626 n1"]),
        ({"accessed": "2024"}, ["W626 n1"]),
    ],
)
def test_an_entry_says_what_its_note_says(fields: dict[str, str], found: list[str]) -> None:
    assert noted(PRESENT, Reference("n1", "present", "source", "ar", title="ع", **fields)) == found  # type: ignore[arg-type]


def test_the_status_is_that_of_the_text() -> None:
    assert noted(PRESENT, Reference("n1", "lost")) == ["E624 n1"]
    assert noted(Note("n1", "1", "lost"), Reference("n1", "lost")) == []
    assert noted(Note("n1", "1", "lost"), Reference("n1", "present")) == ["E624 n1", "W401 n1"]
    assert noted(Note("n1", "1", "marker-lost", text="ن"), Reference("n1", "marker-lost")) == []


def test_a_note_without_an_entry_and_an_entry_without_a_note() -> None:
    joined = with_references([PRESENT, Note("n2", "2", "lost")], [Reference("n1", "present")], present=True)
    made = subject({"p1": "أول."}, notes=joined)
    assert told(made, "E622", "W401") == ["E622 n2", "W401 n2"]
    assert told(subject({"p1": "أول."}, notes=[PRESENT]), "E622") == ["E622 well-2024/notes.yaml"]
    twelfth = subject({"p1": "أول."}, notes=[replace(PRESENT, id="n12")])
    alone = replace(twelfth, references=(Reference("n12", "present"), Reference("n13", "lost", line=9)))
    assert messages(alone, "E623") == ["An entry of notes.yaml belongs to no note. n13 did you mean n12?"]
