"""The JavaScript of search gives what Python gives: vectors, texts, every character, random words."""

from __future__ import annotations

import json
import os
import random
import subprocess
from pathlib import Path

from matn.text.search import folded, stems

TEST = Path(__file__).with_name("arabic.test.js")
BLOCKS = (
    (0x20, 0x250), (0x2B0, 0x370), (0x600, 0x700), (0x750, 0x780), (0x1E00, 0x1F00), (0x2000, 0x2070),
    (0xFB50, 0xFE00), (0xFE70, 0xFF00),
)  # fmt: skip
LETTERS = "ابتجدرسعقكلمنهويءآأؤإئةىکگ\u064e\u0651ـ"
BEFORE = ("", "و", "ف", "ب", "ك", "ل", "س", "ال", "وال", "بال", "لل", "ولل")
AFTER = ("", "ه", "ها", "هم", "نا", "ات", "اتها", "ين", "ون", "ان", "ية", "يا", "ا", "تي", "تكم", "وا")


def random_words() -> list[tuple[str, str, tuple[str, ...]]]:
    """The same 20,000 invented words every time, Arabic with particles and endings, and Latin."""
    dice = random.Random(5)
    arabic = [
        dice.choice(BEFORE) + "".join(dice.choices(LETTERS, k=dice.randint(1, 6))) + dice.choice(AFTER)
        for _ in range(15_000)
    ]
    latin = ["".join(dice.choices("aeiouybdghklmnrstwx'", k=dice.randint(1, 10))) for _ in range(5_000)]
    return [(word, folded(word), stems(word)) for word in arabic + latin]


def test_javascript_agrees(node: str, tmp_path: Path) -> None:
    characters = [chr(code) for first, last in BLOCKS for code in range(first, last)]
    (tmp_path / "folds.json").write_text(json.dumps({char: folded(char) for char in characters}))
    (tmp_path / "random.json").write_text(json.dumps(random_words()))
    there = {"FOLDS": str(tmp_path / "folds.json"), "RANDOM": str(tmp_path / "random.json")}
    done = subprocess.run(
        [node, "--test", str(TEST)], env=os.environ | there, capture_output=True, text=True, check=False, timeout=120
    )
    assert done.returncode == 0, done.stdout[-4000:] + done.stderr[-2000:]
    assert "skipped 0" in done.stdout
