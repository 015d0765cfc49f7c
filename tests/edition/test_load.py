"""Reading work.yaml and emendations.yaml: right files give data, wrong ones all their mistakes by line."""

from __future__ import annotations

from pathlib import Path

import pytest

from matn.edition.load import check_emendations, check_work, load_emendations, load_work, load_works, work_folders
from matn.errors import BadInputError

WORK = f"""\
id: well-2024
title: {{ar: "بئر القرية", en: The Village Well}}
author: {{ar: "سلمى ناصر", en: Salma Nasser}}
publisher:
  ar: دار البئر
  en: Well House
date: 2024
issue: 007
source:
  sha256: {"0" * 64}
  format: text
  characters: 120
structure:
  drop: [one, 2]
"""
EMENDATION = """\
- at: p3
  sic: في البءر
  corr: في البئر
  kind: letters
  why: hamza on the wrong seat
  certainty: certain
  who: S. Nasser
"""


def folder(tmp_path: Path, work: str = WORK, emendations: str | None = None, name: str = "well-2024") -> Path:
    place = tmp_path / "docs/works" / name
    place.mkdir(parents=True, exist_ok=True)
    (place / "work.yaml").write_text(work, encoding="utf-8")
    if emendations is not None:
        (place / "emendations.yaml").write_text(emendations, encoding="utf-8")
    return place


def problems(tmp_path: Path, work: str) -> list[tuple[int, str]]:
    _, found = check_work(folder(tmp_path, work))
    return [(problem.line, f"{problem.message} {problem.hint}") for problem in found]


def test_a_work(tmp_path: Path) -> None:
    work = load_work(folder(tmp_path))
    assert work.title == {"ar": "بئر القرية", "en": "The Village Well"}
    assert (work.date, work.issue, work.source.sha256) == ("2024", "007", "0" * 64)
    assert (work.source.format, work.source.characters) == ("text", 120)
    assert work.structure == {"drop": ["one", 2]}
    assert work.abstract == {}


@pytest.mark.parametrize(
    ("old", "new", "line", "message"),
    [
        ("issue:", "isue:", 8, "unknown key isue did you mean issue?"),
        ("issue: 007", "issue:", 8, "expected a text, found nothing"),
        ("issue: 007", "issue: [7]", 8, "expected a text, found a list"),
        ("issue: 007", "id: well-2024", 8, "key id stands twice, first in line 1"),
        (", en: The Village Well", "", 2, "missing: en"),
        (", en: The Village Well", ', en: ""', 2, "expected a text, found nothing"),
        ('{ar: "بئر القرية", en: The Village Well}', "بئر", 2, "expected key: value lines, found 'بئر'"),
        ("date: 2024", "date: May 2024", 7, "expected a date such as 2025"),
        ("date: 2024", "date: 2024-13", 7, "expected a date such as 2025"),
        ("format: text", "format: txt", 11, "expected text or markdown, found 'txt' did you mean text?"),
        ("0" * 64, "0" * 63, 10, "expected a SHA-256 of 64"),
        ("characters: 120", "characters: many", 12, "expected a number of at least 1, found 'many'"),
        ("id: well-2024", "id: Well 2024", 1, "expected an id such as"),
        ("id: well-2024", "id: well-2023", 1, "expected the folder's name well-2024 as id, found well-2023"),
        ("drop: [one, 2]", "drop: [one, 2", 15, "not valid YAML"),
        ("issue: 007", "url: www.example.org", 8, "expected an address that begins with"),
    ],
)
def test_a_mistake_is_told_at_its_line(tmp_path: Path, old: str, new: str, line: int, message: str) -> None:
    assert old in WORK
    (found,) = problems(tmp_path, WORK.replace(old, new, 1))
    assert found[0] == line
    assert found[1].startswith(message)


def test_all_mistakes_are_told_at_once(tmp_path: Path) -> None:
    wrong = WORK.replace("issue", "isue").replace("format: text", "format: pdf").replace("id: well-2024\n", "")
    with pytest.raises(BadInputError) as caught:
        load_work(folder(tmp_path, wrong))
    told = str(caught.value)
    assert "3 mistakes" in told
    assert "missing: id" in told
    assert "work.yaml:7: unknown key isue" in told
    assert "work.yaml:10: expected text or markdown" in told


@pytest.mark.parametrize(("content", "message"), [("", "empty file"), ("- a\n", "found a list"), ("a: b: c", "YAML")])
def test_a_file_that_is_no_work(tmp_path: Path, content: str, message: str) -> None:
    with pytest.raises(BadInputError, match=message):
        load_work(folder(tmp_path, content))


def test_a_file_that_is_not_utf8(tmp_path: Path) -> None:
    place = folder(tmp_path)
    (place / "work.yaml").write_bytes("title: بئر".encode("cp1256"))
    with pytest.raises(BadInputError, match="expected UTF-8"):
        load_work(place)


def test_works_stand_newest_first(tmp_path: Path) -> None:
    for name, date in (("a-1", "2020-05"), ("b-1", "2024"), ("a-2", "2024-09")):
        folder(tmp_path, WORK.replace("well-2024", name).replace("date: 2024", f"date: {date}"), name=name)
    assert [work.id for work in load_works(tmp_path)] == ["a-2", "b-1", "a-1"]


def test_no_works_at_all(tmp_path: Path) -> None:
    with pytest.raises(BadInputError, match="found none") as caught:
        load_works(tmp_path)
    assert "--root" in caught.value.hint


def test_emendations(tmp_path: Path) -> None:
    (emendation,) = load_emendations(folder(tmp_path, emendations=EMENDATION))
    assert (emendation.at, emendation.sic, emendation.corr, emendation.line) == ("p3", "في البءر", "في البئر", 1)


@pytest.mark.parametrize("content", [None, "", "# none yet\n"])
def test_no_emendations(tmp_path: Path, content: str | None) -> None:
    assert load_emendations(folder(tmp_path, emendations=content)) == ()


@pytest.mark.parametrize(
    ("old", "new", "line", "message"),
    [
        ("  who: S. Nasser\n", "", 1, "missing: who"),
        ("certain\n", "sure\n", 6, "expected one of certain, probable, conjecture"),
        ("- at: p3", "- at: page 3", 1, "expected the id of a paragraph"),
        ("البئر", "البءر", 1, "sic and corr are the same"),
        ("sic: في البءر", "sic: ''", 2, "expected a text"),
        ("why:", "wy:", 1, "missing: why"),
    ],
)
def test_wrong_emendations(tmp_path: Path, old: str, new: str, line: int, message: str) -> None:
    assert old in EMENDATION
    found = check_emendations(folder(tmp_path, emendations=EMENDATION.replace(old, new)))[1]
    assert (found[0].line, found[0].message[: len(message)]) == (line, message)


def test_a_correction_may_delete(tmp_path: Path) -> None:
    content = EMENDATION.replace("corr: في البئر", 'corr: ""')
    (emendation,) = load_emendations(folder(tmp_path, emendations=content))
    assert emendation.corr == ""


def test_a_folder_that_published_ids_must_have_its_work(tmp_path: Path) -> None:
    for name in ("one", "two"):
        (tmp_path / "docs/works" / name).mkdir(parents=True)
        (tmp_path / "docs/works" / name / "anchors.yaml").write_text("scheme: 1\n", encoding="utf-8")
        (tmp_path / "docs/works" / name / "work.yaml").write_text("id: one\n", encoding="utf-8")
    assert [folder.name for folder in work_folders(tmp_path)] == ["one", "two"]
    (tmp_path / "docs/works/two/work.yaml").unlink()
    with pytest.raises(BadInputError, match=r"work\.yaml") as told:
        work_folders(tmp_path)
    assert "must not vanish" in str(told.value)
