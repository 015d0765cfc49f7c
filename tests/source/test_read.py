"""Reading: what cannot be a source is refused before it is read."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from matn.errors import BadInputError
from matn.source.read import MAX_BYTES, content, read


def test_a_text_is_read(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes("باب المدينة القديمة\r\n".encode())
    assert read(path).text == "باب المدينة القديمة\r\n"


def test_a_huge_file_is_refused_unread(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "huge.txt"
    with path.open("wb") as file:
        file.truncate(200_000_000)

    def never(self: Path) -> bytes:
        raise AssertionError(f"{self} was read")

    monkeypatch.setattr(Path, "read_bytes", never)
    with pytest.raises(BadInputError, match="at most 50 MB, found 200 MB"):
        content(path)


def test_the_largest_size_is_still_read(tmp_path: Path) -> None:
    path = tmp_path / "large.txt"
    with path.open("wb") as file:
        file.truncate(MAX_BYTES)
    assert len(content(path)) == MAX_BYTES


def test_a_folder(tmp_path: Path) -> None:
    with pytest.raises(BadInputError, match="found a folder"):
        read(tmp_path)


def test_a_missing_file(tmp_path: Path) -> None:
    with pytest.raises(BadInputError, match="No such file"):
        read(tmp_path / "none.txt")


def test_a_pipe(tmp_path: Path) -> None:
    path = tmp_path / "pipe"
    os.mkfifo(path)
    with pytest.raises(BadInputError, match="device or pipe"):
        read(path)


def test_an_unreadable_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.txt"
    path.write_text("باب", encoding="utf-8")

    def denied(self: Path) -> bytes:
        raise PermissionError(13, "Permission denied", str(self))

    monkeypatch.setattr(Path, "read_bytes", denied)
    with pytest.raises(BadInputError, match="Permission denied") as caught:
        read(path)
    assert caught.value.path == path
