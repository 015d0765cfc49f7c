"""Files are written as a whole or not at all."""

from __future__ import annotations

from pathlib import Path

import pytest

from matn.cli.files import diff, write
from matn.errors import BadInputError


def test_a_file_is_replaced_and_keeps_its_mode(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    path.write_text("old", encoding="utf-8")
    path.chmod(0o600)
    write(path, "جديد\n")
    assert path.read_bytes() == "جديد\n".encode()
    assert path.stat().st_mode & 0o777 == 0o600
    assert [entry.name for entry in tmp_path.iterdir()] == ["a.yaml"]


def test_a_write_that_fails_leaves_the_old_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.yaml"
    path.write_text("old", encoding="utf-8")

    def full(self: Path, target: Path) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", full)
    with pytest.raises(BadInputError, match="No space left"):
        write(path, "new")
    assert path.read_text(encoding="utf-8") == "old"
    assert [entry.name for entry in tmp_path.iterdir()] == ["a.yaml"]


def test_a_folder_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(BadInputError, match="cannot be written"):
        write(tmp_path / "none" / "a.yaml", "new")


def test_a_diff_is_empty_for_the_same_text() -> None:
    assert diff(Path("a"), "x\n", "x\n") == ""
    assert "-x\n+y\n" in diff(Path("a"), "x\n", "y\n")
