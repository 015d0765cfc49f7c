"""The specimen today against the specimen on record.

A difference is shown as a unified diff. If it is wanted, `pytest tests/golden --save-golden` writes the
record anew; look at `git diff tests/golden` before you commit it.
"""

from __future__ import annotations

import difflib
from pathlib import Path

import pytest
from tests.golden.pieces import FOLDER, PIECES

from matn.edition.assemble import assemble_work
from matn.edition.model import WorkEdition

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def edition() -> WorkEdition:
    return assemble_work(ROOT, ROOT / "docs/works/specimen")


def difference(path: Path, now: str) -> str:
    """Return what of the file *path* would change if it held *now*, as a unified diff; empty if nothing."""
    recorded = path.read_text(encoding="utf-8") if path.exists() else ""
    lines = difflib.unified_diff(
        recorded.splitlines(), now.splitlines(), f"{path.name} on record", f"{path.name} now", lineterm="", n=1
    )
    return "\n".join(lines) or ("" if recorded == now and path.exists() else f"{path.name}: the line ends differ")


@pytest.mark.parametrize("name", PIECES)
def test_as_on_record(name: str, edition: WorkEdition, *, save_golden: bool) -> None:
    path, now = FOLDER / name, PIECES[name](edition)
    if save_golden:
        path.write_text(now, encoding="utf-8", newline="\n")
    if told := difference(path, now):
        pytest.fail(f"{told}\n\nIf this is wanted: pytest tests/golden --save-golden", pytrace=False)


def test_nothing_else_is_on_record() -> None:
    assert {path.name for path in FOLDER.iterdir()} == set(PIECES)


def test_a_difference_is_told_line_by_line(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("one\ntwo\nthree\nfour\n", encoding="utf-8")
    told = difference(tmp_path / "a.txt", "one\ntwo\nthree\nfive\n").splitlines()
    assert told[-2:] == ["-four", "+five"]
    assert "-one" not in told
    assert difference(tmp_path / "a.txt", "one\ntwo\nthree\nfour\n") == ""
    assert difference(tmp_path / "a.txt", "one\ntwo\nthree\nfour") != ""
    assert difference(tmp_path / "none.txt", "") != ""
