"""Reading names.yaml: a right file gives names, a wrong one all its mistakes by line."""

from __future__ import annotations

from pathlib import Path

import pytest

from matn.edition.names import Kind, check_names, load_names
from matn.errors import BadInputError

WELL = "{id: well, kind: facility, ar: بئر القرية, en: Village Well, line: {ar: بئر, en: A well}}"
BARBER = "{id: barber, kind: person, ar: أبو أمين, en: Abu Amin, line: {ar: حلاق, en: A barber}}"


def told(tmp_path: Path, *entries: str) -> list[tuple[int, str]]:
    path = tmp_path / "names.yaml"
    path.write_text("".join(f"- {entry}\n" for entry in entries), encoding="utf-8")
    _, problems = check_names(path)
    return [(problem.line, f"{problem.message} | {problem.hint}") for problem in problems]


def test_a_right_file() -> None:
    names = load_names(Path(__file__).parent / "names.yaml")
    salma = names[0]
    assert (salma.id, salma.kind, salma.forms) == ("salma-nasser", Kind.PERSON, ("سلمى ناصر", "ناصر"))
    assert salma.en_forms == ("Salma Nasser", "Nasser")
    assert salma.line == {"ar": "كاتبة", "en": "A writer"}
    assert [name.row for name in names[:3]] == [1, 8, 13]
    assert {name.id: name.wikidata for name in names if name.wikidata} == {"lebanon": "Q822"}


def test_no_file_is_no_names(tmp_path: Path) -> None:
    assert check_names(tmp_path / "names.yaml") == ((), ())


def test_an_empty_file_is_no_names(tmp_path: Path) -> None:
    assert told(tmp_path) == []


@pytest.mark.parametrize(
    ("entry", "expected"),
    [
        (WELL.replace("kind: facility", "kind: facilty"), "did you mean facility?"),
        (WELL.replace("line: ", "lines: "), "did you mean line?"),
        (WELL.replace(", en: A well", ""), "missing: en"),
        (WELL.replace("id: well", "id: The Well"), "expected a slug"),
        (WELL.replace("ar: بئر القرية", "ar: '…'"), "expected an Arabic name, found '…'"),
        (WELL.replace("}}", "}, wikidata: 822}"), "expected a Wikidata item"),
        (WELL.replace("}}", "}, ambiguous_with: [wall]}"), "there is no name wall"),
        (WELL.replace("}}", "}, ambiguous_with: [barber]}"), "no form of theirs is the same"),
        (WELL.replace("}}", "}, variants: [أبو أمين]}"), "shares the form"),
        (WELL.replace("id: well", "id: barber"), "id barber stands twice, first in line 1"),
        ("- a list", "expected key: value lines"),
    ],
)
def test_mistakes_are_told_at_their_line(tmp_path: Path, entry: str, expected: str) -> None:
    problems = told(tmp_path, BARBER, entry)
    assert problems[-1][0] == 2
    assert any(expected in message for _, message in problems)


def test_loading_refuses_mistakes(tmp_path: Path) -> None:
    path = tmp_path / "names.yaml"
    path.write_text(f"- {WELL}\n- {WELL}\n", encoding="utf-8")
    with pytest.raises(BadInputError, match=r"names\.yaml:2: id well stands twice"):
        load_names(path)
