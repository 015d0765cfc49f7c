"""The project's own paper, as it was written: every piece between blank lines is one block or one note."""

from __future__ import annotations

import re
from pathlib import Path

from matn.structure.check import doubled, uncovered
from matn.structure.model import Document
from matn.structure.read import read

from .shown import marked

ORIGINAL = Path(__file__).resolve().parent.parent.parent / "docs" / "works" / "specimen" / "original.md"
MARK = re.compile(r"#+ |- (?:\((\d+)\) )?|\d\. ")


def document() -> tuple[str, Document]:
    text = ORIGINAL.read_text(encoding="utf-8")
    return text, read(text, {"byline": ["^مشروع متن$"], "notes": {"first": "^## الحواشي"}})


def test_every_block_of_the_original_is_found_whole() -> None:
    text, found = document()
    body = text.partition("## الحواشي")[0]
    lines = [MARK.sub("", line, count=1) for line in body.splitlines() if line.strip()]
    blocks = [re.sub(r"⟦(\d+)⟧", r"<sup>(\1)</sup>", marked(block)) for block in found.blocks]
    assert blocks == lines


def test_every_note_of_the_original_is_found_and_called() -> None:
    text, found = document()
    printed = re.findall(r"^- \((\d+)\) (.*)$", text, re.MULTILINE)
    assert [(note.label, note.passage.text if note.passage else "") for note in found.notes] == printed
    assert [marker.target for block in found.blocks for marker in block.markers] == [label for label, _ in printed]


def test_nothing_is_lost() -> None:
    _, found = document()
    assert uncovered(found) == []
    assert doubled(found) == []
    assert [removal.reason for removal in found.removals] == ["heading of the notes"]
