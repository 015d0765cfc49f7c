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
