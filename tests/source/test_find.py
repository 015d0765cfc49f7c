"""Finding: works meet their sources by hash; a changed source is not taken for the one described."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from matn.errors import BadInputError
from matn.source.find import index, match, refuse_changed, source_folder

ONE, TWO = "باب المدينة القديمة\n", "سوق المدينة الجديدة\n"


def sha(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


def write(folder: Path, name: str, text: str) -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def test_the_name_of_a_file_does_not_matter(tmp_path: Path) -> None:
    path = write(tmp_path, "whatever.dat", ONE)
    found = match({"a": sha(ONE), "b": sha(TWO)}, index(tmp_path))
    assert found.files == {"a": path}
    assert found.missing == ("b",)
    assert found.strangers == ()


def test_of_two_copies_the_first_by_name_is_taken(tmp_path: Path) -> None:
    first, _ = write(tmp_path, "a.txt", ONE), write(tmp_path, "b.txt", ONE)
    found = match({"a": sha(ONE)}, index(tmp_path))
    assert found.files == {"a": first}
    assert found.strangers == ()


def test_missing_sources_alone_are_no_error(tmp_path: Path) -> None:
    write(tmp_path, "LIST.md", "where the sources are")
    pins = {"a": sha(ONE)}
    refuse_changed(match(pins, index(tmp_path)), pins)


def test_strangers_alone_are_no_error(tmp_path: Path) -> None:
    write(tmp_path, "a.txt", ONE)
    write(tmp_path, "new.txt", TWO)
    pins = {"a": sha(ONE)}
    refuse_changed(match(pins, index(tmp_path)), pins)


def test_a_changed_source_is_told_with_both_hashes(tmp_path: Path) -> None:
    write(tmp_path, "a.txt", ONE + TWO)
    pins = {"a": sha(ONE)}
    with pytest.raises(BadInputError) as caught:
        refuse_changed(match(pins, index(tmp_path)), pins)
    assert sha(ONE) in str(caught.value)
    assert sha(ONE + TWO) in str(caught.value)
    assert "--accept-source" in caught.value.hint


@pytest.mark.parametrize(
    ("data", "found"),
    [
        (b"", "found an empty file"),
        (b"\x00\x01\x02\xff" * 99, "found binary data"),
        (b"%PDF-1.7", "found a PDF document"),
        (b"a list of names", "found none in any encoding"),
        (ONE.encode() * 30 + b"\xd8", "found 0xd8"),
    ],
)
def test_a_text_file_that_is_none_is_told_while_a_source_is_missing(tmp_path: Path, data: bytes, found: str) -> None:
    (tmp_path / "a.txt").write_bytes(data)
    write(tmp_path, "b.txt", TWO)
    here = index(tmp_path)
    refuse_changed(match({"b": sha(TWO)}, here), {"b": sha(TWO)})
    pins = {"a": sha(ONE), "b": sha(TWO)}
    with pytest.raises(BadInputError, match=f"{found}.*; without a source: a") as caught:
        refuse_changed(match(pins, here), pins)
    assert caught.value.path == tmp_path / "a.txt"
    assert "take it out" in caught.value.hint


def test_a_text_too_large_is_told_while_a_source_is_missing(tmp_path: Path) -> None:
    with (tmp_path / "a.txt").open("wb") as file:
        file.truncate(200_000_000)
    pins = {"a": sha(ONE)}
    with pytest.raises(BadInputError, match="at most 50 MB, found 200 MB"):
        refuse_changed(match(pins, index(tmp_path)), pins)


def test_a_folder_that_cannot_be_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def denied(self: Path) -> None:
        raise PermissionError(13, "Permission denied", str(self))

    monkeypatch.setattr(Path, "iterdir", denied)
    with pytest.raises(BadInputError, match="readable folder of source texts: Permission denied"):
        index(tmp_path)


def test_a_file_too_large_for_a_source_is_not_hashed(tmp_path: Path) -> None:
    with (tmp_path / "huge.bin").open("wb") as file:
        file.truncate(200_000_000)
    (entry,) = index(tmp_path)
    assert entry.sha256 == ""


def test_the_order_of_places(tmp_path: Path) -> None:
    root = tmp_path / "edition"
    shared, own, named, env = tmp_path / "shared/sources", root / "sources", tmp_path / "named", tmp_path / "env"
    root.mkdir()
    assert source_folder(root, None, {}) is None
    shared.mkdir(parents=True)
    assert (found := source_folder(root, None, {})) is not None
    assert found.resolve() == shared
    own.mkdir()
    assert source_folder(root, None, {}) == own
    env.mkdir()
    assert source_folder(root, None, {"SOURCES": str(env)}) == env
    named.mkdir()
    assert source_folder(root, named, {"SOURCES": str(env)}) == named


@pytest.mark.parametrize("environ", [{}, {"SOURCES": ""}])
def test_a_named_folder_that_is_not_there(tmp_path: Path, environ: dict[str, str]) -> None:
    with pytest.raises(BadInputError, match=r"--sources.*found nothing"):
        source_folder(tmp_path, tmp_path / "none", environ)


def test_a_file_named_as_folder(tmp_path: Path) -> None:
    path = write(tmp_path, "a.txt", ONE)
    with pytest.raises(BadInputError, match=r"SOURCES.*found a file"):
        source_folder(tmp_path, None, {"SOURCES": str(path)})
