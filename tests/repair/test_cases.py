"""Every case file against its rule alone: ``tests/cases/repair/<rule>.yaml``, through the engine.

The engine itself checks ownership, stability and revert on every run, so a case that passes has
passed those too. Cases that must not change stand first.
"""

from __future__ import annotations

from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest
import yaml

from matn.repair.engine import repair, undo
from matn.repair.model import Rule, Signals
from matn.text.edits import Outcome
from matn.text.lexicon import Lexicon

FOLDER = Path(__file__).resolve().parent.parent / "cases" / "repair"
KINDS = ("negative", "synthetic", "real-world", "known-failure")
KEYS = {"label", "kind", "damaged", "expected", "comment", "signals", "remarks"}
SIGNALS = {
    "clean": Signals(letters=0, kashidas=0, losses=0, doubled_marks=0),
    "page-layer": Signals(letters=1000, kashidas=500, losses=50, doubled_marks=50, strokes=45),
}


@dataclass(frozen=True)
class Case:
    rule: str
    label: str
    kind: str
    damaged: str
    expected: str
    signals: str | None
    remarks: list[dict[str, str]] | None


def read(path: Path) -> list[Case]:
    """Read one case file; a ``negative`` case expects what it has, or ``damaged`` is a whole file's noise."""
    raw: list[dict[str, Any]] = yaml.safe_load(path.read_text(encoding="utf-8")) or []
    done = []
    for item in raw:
        where = f"{path.name}: {item.get('label')!r}"
        assert set(item) <= KEYS, f"{where}: unknown keys {sorted(set(item) - KEYS)}"
        assert item["kind"] in KINDS, f"{where}: kind is one of {KINDS}"
        assert ("expected" in item) == (item["kind"] != "negative"), f"{where}: expected is for all but negative cases"
        expected = item.get("expected", item["damaged"])
        done.append(
            Case(
                rule=path.stem,
                label=item["label"],
                kind=item["kind"],
                damaged=item["damaged"],
                expected=expected,
                signals=item.get("signals"),
                remarks=item.get("remarks"),
            )
        )
    return done


def params(noop: bool) -> list[Any]:
    cases = [case for path in sorted(FOLDER.glob("*.yaml")) for case in read(path)]
    chosen = [case for case in cases if (case.kind == "negative") == noop]
    xfail = pytest.mark.xfail(reason="known failure", strict=True)
    return [
        pytest.param(case, id=f"{case.rule}-{case.label}", marks=[xfail] if case.kind == "known-failure" else [])
        for case in chosen
    ]


def rule_of(case: Case) -> Rule:
    module = import_module(f"matn.repair.rules.{case.rule.replace('-', '_')}")
    rule: Rule = module.RULE
    assert rule.name == case.rule
    return rule


def run(case: Case, lexicon: Lexicon) -> None:
    known = SIGNALS[case.signals] if case.signals else None
    result = repair(case.damaged, (rule_of(case),), lexicon, known=known)
    assert result.text == case.expected
    assert undo(result) == case.damaged
    assert all(edit.evidence and 0 < edit.confidence <= 1 for edit in (*result.edits, *result.remarks))
    if case.remarks is not None:
        assert [said(edit.before, edit.after, edit.outcome) for edit in result.remarks] == case.remarks


def said(before: str, after: str, outcome: Outcome) -> dict[str, str]:
    """What a case file states of a remark: ``{flagged: word}`` or ``{suggested: word, reading: word}``."""
    return {"flagged": before} if outcome is Outcome.FLAGGED else {"suggested": before, "reading": after}


@pytest.mark.parametrize("case", params(noop=True))
def test_noop(case: Case, lexicon: Lexicon) -> None:
    """Text that the rule must leave as it is."""
    run(case, lexicon)


@pytest.mark.parametrize("case", params(noop=False))
def test_repairs(case: Case, lexicon: Lexicon) -> None:
    run(case, lexicon)


@pytest.mark.parametrize("path", [pytest.param(path, id=path.stem) for path in sorted(FOLDER.glob("*.yaml"))])
def test_every_rule_has_a_case_that_fires_and_one_that_does_not(path: Path) -> None:
    kinds = {case.kind for case in read(path)}
    assert "negative" in kinds
    assert kinds & {"real-world", "synthetic"}


@pytest.mark.parametrize("path", [pytest.param(path, id=path.stem) for path in sorted(FOLDER.glob("*.yaml"))])
def test_labels_are_unique_and_ascii(path: Path) -> None:
    labels = [case.label for case in read(path)]
    assert len(labels) == len(set(labels))
    assert all(label.isascii() for label in labels)
