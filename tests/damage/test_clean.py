"""Clean Arabic of every kind stays as it is: ``tests/cases/clean/*.txt``, whole and line by line."""

from __future__ import annotations

from pathlib import Path
from random import Random

import pytest
from tests.damage import simulate
from tests.damage.measure import SENTENCES

from matn.repair.engine import repair
from matn.repair.ruleset import RULES
from matn.text.lexicon import Lexicon

FOLDER = Path(__file__).resolve().parent.parent / "cases" / "clean"
FILES = sorted(FOLDER.glob("*.txt"))


def changes(text: str, lexicon: Lexicon) -> list[tuple[str, str, str]]:
    return [(edit.rule, edit.before, edit.after) for edit in repair(text, RULES, lexicon).edits]


def test_the_corpus_is_there() -> None:
    assert {path.stem for path in FILES} >= {"tatweel", "poetry", "quran", "persian", "urdu", "tables", "code", "names"}


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_no_edit_on_clean_text(path: Path, lexicon: Lexicon) -> None:
    text = path.read_text(encoding="utf-8")
    assert changes(text, lexicon) == []
    assert [change for line in text.split("\n") for change in changes(line, lexicon)] == []


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_no_edit_on_clean_text_beside_clean_prose(path: Path, lexicon: Lexicon) -> None:
    """Rules that take the document as a whole for evidence see a long clean one here."""
    text = "\n".join([*SENTENCES, path.read_text(encoding="utf-8"), *SENTENCES])
    assert changes(text, lexicon) == []


def test_the_corpus_would_notice(lexicon: Lexicon) -> None:
    """The same lines, damaged, are changed: the corpus does not pass because the rules sleep."""
    rng = Random(1)
    assert changes("\n".join(simulate.kashidas(sentence, rng).text for sentence in SENTENCES), lexicon)
