"""The command: formats, where they go, what it says when it cannot."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from matn.export.tei_read import reread

from ..cli.conftest import Matn
from ..edition.small import Small
from .conftest import ROOT


def test_plain_text_is_that_of_matn_text_and_the_notes(matn: Matn) -> None:
    text = matn("text", "well-2024").out
    ran = matn("export", "well-2024", "--format", "txt")
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.startswith(text)
    assert ran.out.removeprefix(text) == "\n----\n\n(1) حديث مع شيخ القرية في بيته. [p3]\n\n(2) […] [p6]\n"


def test_tei_and_json_of_the_same_work_agree(matn: Matn) -> None:
    data = json.loads(matn("export", "well-2024", "--format", "json").out)
    read = reread(matn("export", "well-2024", "--format", "tei").out.encode())
    assert [p.reading for p in read.paragraphs] == [p["reading"] for p in data["paragraphs"]]
    assert [len(p.alterations) for p in read.paragraphs] == [len(p["alterations"]) for p in data["paragraphs"]]
    assert any(p["alterations"] for p in data["paragraphs"])


@pytest.mark.parametrize("kind", ["tei", "json"])
def test_without_the_source_all_but_the_text_is_there(matn: Matn, edition: Small, kind: str) -> None:
    edition.source.unlink()
    ran = matn("export", "well-2024", "--format", kind)
    assert ran.code == 0
    assert "القمح" not in ran.out
    assert "Farmers water their wheat" in ran.out


def test_plain_text_without_the_source_says_how_to_supply_it(matn: Matn, edition: Small) -> None:
    edition.source.unlink()
    ran = matn("export", "well-2024", "--format", "txt")
    assert (ran.code, ran.out) == (3, "")
    assert "--sources" in ran.err


@pytest.mark.parametrize("kind", ["tei", "json", "txt", "bib-en", "csl-ar"])
def test_a_file_has_what_the_output_would(matn: Matn, tmp_path: Path, kind: str) -> None:
    path = tmp_path / f"well.{kind}"
    ran = matn("export", "well-2024", "--format", kind, "--output", str(path))
    assert (ran.code, ran.out) == (0, "")
    assert path.read_text("utf-8") == matn("export", "well-2024", "--format", kind).out


def test_a_citation_is_in_the_language_asked_for(matn: Matn) -> None:
    assert "TI  - The Village Well" in matn("export", "well-2024", "--format", "ris-en").out
    assert "TI  - بئر القرية" in matn("export", "well-2024", "--format", "ris-ar").out


def test_the_edition_is_all_works_in_one_file(matn: Matn) -> None:
    data = json.loads(matn("export", "edition", "--format", "json").out)
    assert [each["work"]["id"] for each in data["works"]] == ["well-2024"]
    assert "<teiCorpus" in matn("export", "edition", "--format", "tei").out
    assert "القمح" in matn("export", "edition", "--format", "txt").out
    assert "The Village Well" in matn("export", "edition", "--format", "bib-en").out


def test_a_book_is_written_to_a_file(matn: Matn, edition: Small, tmp_path: Path) -> None:
    for name in ("overrides", "node_modules"):  # its typefaces are those of the project
        (edition.root / name).symlink_to(ROOT / name)
    path = tmp_path / "well.epub"
    ran = matn("export", "well-2024", "--format", "epub", "--output", str(path))
    assert (ran.code, ran.out) == (0, ""), ran.err
    assert path.read_bytes()[30:58] == b"mimetypeapplication/epub+zip"


def test_a_book_needs_its_typefaces(matn: Matn) -> None:
    ran = matn("export", "well-2024", "--format", "epub")
    assert (ran.code, ran.out) == (4, "")
    assert "make assets" in ran.err


@pytest.mark.parametrize(
    ("arguments", "code", "told"),
    [
        (["wel-2024", "--format", "tei"], 3, "did you mean well-2024?"),
        (["well-2024"], 2, "--format"),
        (["well-2024", "--format", "doc"], 2, "'doc' is not one of"),
        (["well-2024", "--format", "tei", "--output", "nowhere/a.xml"], 3, "cannot be written"),
    ],
)
def test_wrong_use_is_told(matn: Matn, arguments: list[str], code: int, told: str) -> None:
    ran = matn("export", *arguments)
    assert (ran.code, ran.out) == (code, "")
    assert told in ran.err
