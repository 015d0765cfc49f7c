"""The specimen: its clean original stays as it is, its sources are what the recipes say."""

from __future__ import annotations

import re
import unicodedata
from random import Random

import yaml
from tests.quality.measures import ORIGINAL, ROOT

from matn.repair.engine import repair
from matn.repair.ruleset import RULES
from matn.text.lexicon import Lexicon
from specimen.make import RECIPES
from specimen.original import parts, stretched

CLEAN = ORIGINAL.read_text(encoding="utf-8")


def test_no_edit_on_the_clean_original(lexicon: Lexicon) -> None:
    assert repair(CLEAN, RULES, lexicon).stages == ()


def test_the_original_is_nfc_without_stray_spaces() -> None:
    assert unicodedata.is_normalized("NFC", CLEAN)
    assert not re.search(r"[ \t]{2,}| $|\t", CLEAN, re.MULTILINE)


def test_the_original_holds_what_the_pipeline_must_cope_with() -> None:
    kinds = [part.kind for part in parts(CLEAN)]
    assert 12 <= kinds.count("body") <= 20
    assert kinds.count("heading") >= 5
    assert kinds.count("item") == 8
    markers = re.findall(r"<sup>\((\d+)\)</sup>", CLEAN)
    assert markers == re.findall(r"^- \((\d+)\) ", CLEAN, re.MULTILINE) == ["1", "2", "3", "4", "5", "6"]
    assert "المرجع السابق" in CLEAN
    assert "هـ" in CLEAN
    assert "بـ «" in CLEAN


def test_a_stretched_original_is_restored(lexicon: Lexicon) -> None:
    """What the macro puts in, the rules take out; the author's own strokes stay."""
    damaged = "\n".join(stretched(line, Random(5)) for line in CLEAN.split("\n"))
    assert damaged.count("\N{ARABIC TATWEEL}") > 1000
    assert repair(damaged, RULES, lexicon).text == CLEAN


def test_every_extraction_has_a_recipe_and_is_small() -> None:
    targets = {recipe.target: recipe.macro for recipe in RECIPES}
    listed = {
        ROOT / item["path"]: item.get("macro", True)
        for item in yaml.safe_load((ROOT / "tests/specimen/extractions.yaml").read_text(encoding="utf-8"))
    }
    assert targets == listed
    assert all(target.stat().st_size < 60_000 for target in targets)
