"""The specimen as published: after rules and editor it reads, letter for letter, as it was written."""

from __future__ import annotations

import re

import pytest
from tests.quality.measures import ORIGINAL, ROOT
from tests.quality.score import Score, score

from matn.cli.main import run
from matn.edition.assemble import assemble_work
from matn.edition.load import load_emendations
from matn.edition.model import Paragraph, WorkEdition
from matn.structure.model import BlockKind
from specimen.original import Part, parts

FOLDER = ROOT / "docs/works/specimen"
NOTES_HEADING = "الحواشي"
MARKER = re.compile(r"<sup>\((\d+)\)</sup>")
KINDS = {"title": {BlockKind.TITLE}, "heading": {BlockKind.HEADING}, "item": {BlockKind.LIST_ITEM}}
KINDS["body"] = {BlockKind.PARAGRAPH, BlockKind.BYLINE}
WRITTEN = [part for part in parts(ORIGINAL.read_text(encoding="utf-8")) if part.text != NOTES_HEADING]
BLOCKS = [part for part in WRITTEN if part.kind != "note"]
NOTES = [part for part in WRITTEN if part.kind == "note"]


@pytest.fixture(scope="module")
def edition() -> WorkEdition:
    return assemble_work(ROOT, FOLDER)


def shown(paragraph: Paragraph) -> str:
    """The reading text as the original writes it: label before it, note markers in it."""
    text = paragraph.reading or ""
    for marker in reversed(paragraph.markers):
        text = f"{text[: marker.offset]}<sup>({marker.label})</sup>{text[marker.offset :]}"
    return f"{paragraph.label} {text}" if paragraph.label else text


def test_every_paragraph_reads_as_it_was_written(edition: WorkEdition) -> None:
    assert [shown(paragraph) for paragraph in edition.paragraphs] == [part.text for part in BLOCKS]


def test_every_paragraph_is_of_the_kind_it_was_written_as(edition: WorkEdition) -> None:
    def fits(paragraph: Paragraph, part: Part) -> bool:
        return paragraph.kind in KINDS[part.kind]

    pairs = zip(edition.paragraphs, BLOCKS, strict=True)
    assert [paragraph.id for paragraph, part in pairs if not fits(paragraph, part)] == []


def test_every_note_reads_as_it_was_written_and_is_called_where_it_was(edition: WorkEdition) -> None:
    assert [f"{note.label}. {note.text}" for note in sorted(edition.notes, key=lambda note: note.label)] == [
        part.text for part in NOTES
    ]
    called = [(f"p{at}", label) for at, part in enumerate(BLOCKS, 1) for label in MARKER.findall(part.text)]
    assert [(p.id, marker.label) for p in edition.paragraphs for marker in p.markers] == called
    assert [note.status for note in edition.notes] == ["present"] * len(NOTES)


def test_the_reading_text_has_no_error(edition: WorkEdition) -> None:
    """The figure that other texts are measured by, on this one: nothing wrong in letters, nothing in signs."""
    clean = [MARKER.sub("", part.text) for part in BLOCKS]
    text = "\n".join(MARKER.sub("", shown(paragraph)) for paragraph in edition.paragraphs)
    assert score(clean, text) == Score(0.0, 0.0)


def test_every_emendation_is_certain_and_from_the_original() -> None:
    emendations = load_emendations(FOLDER)
    assert emendations
    assert {(e.certainty, e.evidence) for e in emendations} == {("certain", "the essay's original")}
    clean = MARKER.sub("", ORIGINAL.read_text(encoding="utf-8"))
    assert [e.corr for e in emendations if e.corr not in clean] == []


def test_nothing_of_the_source_is_unaccounted_for(edition: WorkEdition) -> None:
    assert edition.account is not None
    assert edition.account.unaccounted == 0


def test_the_specimen_breaks_no_rule_of_the_edition(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["check", "specimen", "--root", str(ROOT)]) == 0
    assert capsys.readouterr().out == ""
