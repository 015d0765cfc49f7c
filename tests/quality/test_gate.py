"""The gate itself: what counts as worse, and that no floor sinks unasked."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.quality import gate, measures
from tests.quality.score import Score, letters, score, strict

from matn.text.lexicon import Lexicon

FLOORS = {"specimen": {"a": {"sha256": "00", "letters": 1.0, "restored": 90.0}}}


def measured(**figures: float | str) -> dict[str, dict[str, dict[str, float | str]]]:
    return {"specimen": {"a": {"sha256": "00", "letters": 1.0, "restored": 90.0, **figures}}}


@pytest.mark.parametrize("figures", [{}, {"letters": 0.5}, {"restored": 100.0}])
def test_as_good_or_better_passes(figures: dict[str, float]) -> None:
    assert gate.findings(FLOORS["specimen"]["a"], measured(**figures)["specimen"]["a"]) == []


@pytest.mark.parametrize(
    ("figures", "finding"),
    [
        ({"letters": 1.01}, "letters: 1.01 is worse than 1.0"),
        ({"restored": 89.9}, "restored: 89.9 is worse than 90.0"),
        ({"sha256": "01"}, "sha256: 01 differs from 00"),
        ({"wrong": 0.0}, "wrong: measured, but not on record"),
    ],
)
def test_each_fall_is_named(figures: dict[str, float | str], finding: str) -> None:
    assert gate.findings(FLOORS["specimen"]["a"], measured(**figures)["specimen"]["a"]) == [finding]


def test_a_figure_that_is_not_measured_any_more_is_named() -> None:
    assert gate.findings({"letters": 1.0}, {}) == ["letters: on record, but not measured"]


def test_raising_needs_no_leave() -> None:
    assert gate.updated(FLOORS, measured(letters=0.2))["specimen"]["a"]["letters"] == 0.2


def test_new_things_need_no_leave() -> None:
    assert "b" in gate.updated(FLOORS, {"specimen": {**measured()["specimen"], "b": {"letters": 3.0}}})["specimen"]


@pytest.mark.parametrize("worse", [measured(letters=2.0), measured(restored=1.0), measured(sha256="x"), {}, {"x": {}}])
def test_lowering_is_refused_without_leave(worse: gate.Table) -> None:
    with pytest.raises(ValueError, match="refusing to lower"):
        gate.updated(FLOORS, worse)
    assert gate.updated(FLOORS, worse, lower=True) == worse


def test_what_is_written_is_read_again(tmp_path: Path) -> None:
    gate.write(FLOORS, tmp_path / "floors.json")
    assert gate.read(tmp_path / "floors.json") == FLOORS
    assert [path.name for path in tmp_path.iterdir()] == ["floors.json"]


def test_a_perfect_text_scores_nothing() -> None:
    assert score(["كتب الولد «درسًا».", "ثم نام."], "ثم نام.\nكتب الولد «درسًا».") == Score(0.0, 0.0)


def test_letters_count_letters_and_digits_only() -> None:
    assert score(["كتب الولد «درسًا»."], "كتب الولد »درسا«")[0] == 0.0
    assert letters("درسًا، 12 [...] ـ B") == "درسا12B"


def test_strict_counts_everything_but_gap_marks_and_line_ends() -> None:
    assert strict("سنة […]\n أو  أكثر ") == "سنة أو أكثر"
    assert score(["abcd efgh"], "abcd\nefgX").strict == 11.12  # rounded up


def test_a_transcription_that_is_not_here_keeps_its_floor(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, lexicon: Lexicon
) -> None:
    monkeypatch.setenv("GOLD", str(tmp_path))
    monkeypatch.setenv("SOURCES", str(tmp_path))
    assert measures.transcriptions({"a": {"source": "00", "letters": 1.0}}, lexicon) == {
        "a": {"source": "00", "letters": 1.0}
    }


def test_a_transcription_that_is_here_is_measured_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, lexicon: Lexicon
) -> None:
    text = "كتب الولد درسه ثم نام."
    for name in ("a.txt", "source.md"):
        (tmp_path / name).write_text(text, encoding="utf-8")
    hashed = measures.digest(tmp_path / "source.md")
    monkeypatch.setenv("GOLD", str(tmp_path))
    monkeypatch.setenv("SOURCES", str(tmp_path))
    found = measures.transcriptions({"a": {"source": hashed, "letters": 1.0}}, lexicon)
    assert found == {"a": {"gold": hashed, "source": hashed, "letters": 0.0, "strict": 0.0}}
