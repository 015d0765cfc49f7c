"""Each case of ``tests/cases/structure``: a small text, its hints, the blocks, notes and removals it gives."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from matn.structure.check import doubled, uncovered
from matn.structure.read import read

from .shown import reasons, shown_block, shown_note

FOLDER = Path(__file__).resolve().parent.parent / "cases" / "structure"
BLOCK = {"level": 0, "label": "", "language": "ar"}
NOTE: dict[str, object] = {"language": "ar", "repeats": "", "urls": []}
KEYS = {"label", "hints", "text", "blocks", "notes", "removals"}
CASES = [
    pytest.param(case, id=f"{path.stem}-{number}")
    for path in sorted(FOLDER.glob("*.yaml"))
    for number, case in enumerate(yaml.safe_load(path.read_text(encoding="utf-8")), 1)
]


@pytest.mark.parametrize("case", CASES)
def test_case(case: dict[str, Any]) -> None:
    assert set(case) <= KEYS
    document = read(case["text"], case.get("hints", {}))
    assert [shown_block(block) for block in document.blocks] == [BLOCK | block for block in case["blocks"]]
    assert [shown_note(note) for note in document.notes] == [NOTE | note for note in case.get("notes", [])]
    assert reasons(document) == case.get("removals", [])
    assert uncovered(document) == []
    assert doubled(document) == []
