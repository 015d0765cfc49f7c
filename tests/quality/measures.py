"""What the gate measures: the specimen's extractions, the real sources against gold, simulated damage."""

from __future__ import annotations

import hashlib
import os
import re
from collections.abc import Iterator, Mapping
from pathlib import Path

import yaml
from tests.damage import runs
from tests.damage.measure import SENTENCES
from tests.quality.score import score

from matn.errors import BrokenPromiseError
from matn.repair.engine import repair
from matn.repair.ruleset import RULES
from matn.source.decode import decode
from matn.source.find import index, source_folder
from matn.text.lexicon import Lexicon
from specimen.original import parts
from specimen.typeset import RUNNING_HEAD

ROOT = Path(__file__).resolve().parents[2]
ORIGINAL = ROOT / "docs/works/specimen/original.md"
EXTRACTIONS = {
    item["name"]: ROOT / item["path"]
    for item in yaml.safe_load((ROOT / "tests/specimen/extractions.yaml").read_text(encoding="utf-8"))
}
PAGES = 16
"""Simulated pages a class of damage: enough for some dozen wounds each, and quick."""

_SHEET = re.compile(rf"[\s\u202a-\u202c]*(?:{RUNNING_HEAD}|\d+)[\s\u202a-\u202c]*")


def digest(path: Path) -> str:
    """The SHA-256 of a file, in hexadecimal digits."""
    return hashlib.sha256(path.read_bytes()).hexdigest()


def originals() -> list[str]:
    """The specimen's clean paragraphs."""
    return [part.text for part in parts(ORIGINAL.read_text(encoding="utf-8"))]


def unfurnished(text: str) -> str:
    """Drop the lines that only hold the running head or a page number: structure's part, not the rules'."""
    return "\n".join(line for line in text.split("\n") if not _SHEET.fullmatch(line))


def extraction(name: str, lexicon: Lexicon) -> dict[str, float | str]:
    """Measure one extraction of the specimen after repair; ``unstable`` where the engine refuses the result."""
    path, gold = EXTRACTIONS[name], originals()
    pinned: dict[str, float | str] = {"sha256": digest(path), "original": digest(ORIGINAL), "paragraphs": len(gold)}
    text = path.read_text(encoding="utf-8")
    pinned["received"] = score(gold, unfurnished(text)).letters
    try:
        text = repair(text, RULES, lexicon).text
    except BrokenPromiseError:
        return {**pinned, "unstable": 1, "letters": 100.0, "strict": 100.0}
    return {**pinned, "unstable": 0, **score(gold, unfurnished(text))._asdict()}


def damage(name: str, lexicon: Lexicon) -> dict[str, float | str]:
    """Measure what became of simulated damage of class *name*, in percent of the wounds."""
    count = runs.counted(name, PAGES, lexicon)
    wounds = sum(count.values()) - count["harmed"] - count["unstable"]
    rates = {key: round(100 * count[key] / wounds, 1) for key in ("restored", "wrong")}
    counts = {key: count[key] for key in ("harmed", "unstable")}
    return {"sentences": len(SENTENCES), "pages": PAGES, **rates, **counts}


def gold_files() -> Iterator[Path]:
    """The hand transcriptions: in ``GOLD``, else ``../shared/gold``; none if that is not there."""
    folder = Path(os.environ.get("GOLD") or ROOT.parent / "shared" / "gold")
    yield from sorted(folder.glob("*.txt"))


def transcribed(gold: Path, source: Path, lexicon: Lexicon) -> dict[str, float | str]:
    """Measure the repaired text of a real *source* against a hand transcription."""
    text = repair(decode(source.read_bytes(), source).text, RULES, lexicon).text
    paragraphs = gold.read_text(encoding="utf-8").split("\n\n")
    return {"gold": digest(gold), "source": digest(source), **score(paragraphs, text)._asdict()}


def transcriptions(
    known: Mapping[str, Mapping[str, float | str]], lexicon: Lexicon
) -> dict[str, dict[str, float | str]]:
    """Measure again what is *known* of hand transcriptions; where one or its source is not here, it stays as known."""
    gold = {path.stem: path for path in gold_files()}
    folder = source_folder(ROOT, None, os.environ)
    sources = {file.sha256: file.path for file in index(folder)} if folder else {}
    done = {name: dict(figures) for name, figures in known.items()}
    for name in known.keys() & gold.keys():
        if source := sources.get(str(known[name]["source"])):
            done[name] = transcribed(gold[name], source, lexicon)
    return done


def everything(lexicon: Lexicon) -> dict[str, dict[str, dict[str, float | str]]]:
    """Measure all that needs no real source."""
    return {
        "specimen": {name: extraction(name, lexicon) for name in EXTRACTIONS},
        "damage": {name: damage(name, lexicon) for name, kind in runs.CLASSES.items() if not kind.missing},
    }
