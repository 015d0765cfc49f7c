"""Every rule has a module and a case file, and there is no module or case file without a rule."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from matn.repair.ruleset import RULES

ROOT = Path(__file__).resolve().parents[2]
NAMES = [rule.name for rule in RULES]
APART = {"confusions"}
"""Rules outside the chain: they work on the finished text, and only for an editor's worklist."""
CASES = ROOT / "tests" / "cases" / "repair"


def test_names_are_used_once() -> None:
    assert len(NAMES) == len(set(NAMES)) > 0


def test_modules_and_rules_agree() -> None:
    folder = ROOT / "tools" / "matn" / "repair" / "rules"
    modules = {path.stem.replace("_", "-") for path in folder.glob("[!_]*.py")}
    assert modules == {*NAMES, *APART}


def test_case_files_and_rules_agree() -> None:
    assert {path.stem for path in CASES.glob("*.yaml")} == {*NAMES, *APART}


@pytest.mark.parametrize("name", NAMES)
def test_cases_show_the_rule_at_work_and_at_rest(name: str) -> None:
    kinds = {case["kind"] for case in yaml.safe_load((CASES / f"{name}.yaml").read_text("utf-8"))}
    assert "negative" in kinds
    assert kinds & {"real-world", "synthetic"}
