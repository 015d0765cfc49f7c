"""Hold today's figures to the floors on record; ``python -m tests.quality.update`` raises them."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest
from tests.damage import runs
from tests.quality import gate, measures

from matn.text.lexicon import Lexicon

FLOORS = gate.read()


@pytest.mark.parametrize("name", measures.EXTRACTIONS)
def test_specimen(name: str, lexicon: Lexicon) -> None:
    assert gate.findings(FLOORS["specimen"][name], measures.extraction(name, lexicon)) == []


@pytest.mark.parametrize("name", runs.CLASSES)
def test_damage(name: str, lexicon: Lexicon) -> None:
    if runs.CLASSES[name].missing:
        pytest.skip(f"no such rule yet: {', '.join(sorted(runs.CLASSES[name].missing))}")
    assert gate.findings(FLOORS["damage"][name], measures.damage(name, lexicon)) == []


@pytest.mark.sources
@pytest.mark.parametrize("name", FLOORS["gold"])
def test_gold(name: str, sources: Path, lexicon: Lexicon) -> None:
    gold = {path.stem: path for path in measures.gold_files()}
    if name not in gold:
        pytest.skip(f"the transcription {name}.txt is not here: set GOLD to the folder of transcriptions")
    wanted = FLOORS["gold"][name]["source"]
    texts = [path for path in sources.glob("*.txt") if hashlib.sha256(path.read_bytes()).hexdigest() == wanted]
    assert texts, f"no source has the SHA-256 {wanted}"
    assert gate.findings(FLOORS["gold"][name], measures.transcribed(gold[name], texts[0], lexicon)) == []


def test_every_floor_has_its_thing() -> None:
    assert set(FLOORS["specimen"]) == set(measures.EXTRACTIONS)
    assert set(FLOORS["damage"]) <= set(runs.CLASSES)
