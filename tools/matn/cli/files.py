"""Write a file or a folder as a whole or not at all, and show what would be written."""

from __future__ import annotations

import difflib
import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from matn.errors import BadInputError


def write(path: Path, text: str) -> None:
    """Put *text* (UTF-8, line feeds) in the place of *path* in one step; the folder must exist.

    Raises:
        BadInputError: It cannot be written; the old file is untouched.
    """
    write_bytes(path, text.encode("utf-8"))


def write_bytes(path: Path, data: bytes) -> None:
    """Put *data* in the place of *path* in one step; the folder must exist.

    Raises:
        BadInputError: It cannot be written; the old file is untouched.
    """
    try:
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(data)
            Path(name).chmod(path.stat().st_mode & 0o777 if path.exists() else 0o644)
            Path(name).replace(path)
        finally:
            Path(name).unlink(missing_ok=True)
    except OSError as error:
        raise BadInputError(f"cannot be written: {error.strerror}", path=path) from error


@contextmanager
def fresh_folder(path: Path) -> Iterator[Path]:
    """Give an empty folder to fill; it takes the place of *path* at the end, unless something went wrong.

    Raises:
        BadInputError: The folder cannot be made or put in place.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        folder = Path(tempfile.mkdtemp(dir=path.parent, prefix=f".{path.name}."))
    except OSError as error:
        raise BadInputError(f"cannot be made: {error.strerror}", path=path) from error
    fresh = folder / "new"
    fresh.mkdir()
    try:
        yield fresh
        _swap(fresh, path, folder / "old")
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _swap(fresh: Path, path: Path, old: Path) -> None:
    """Put the folder *fresh* in the place of *path*, which goes to *old*, or comes back if that fails."""
    try:
        if path.exists():
            path.rename(old)
        try:
            fresh.rename(path)
        except OSError:
            if old.exists():
                old.rename(path)
            raise
    except OSError as error:
        raise BadInputError(f"cannot be replaced: {error.strerror}", path=path) from error


def diff(path: Path, old: str, new: str) -> str:
    """Return the unified diff from *old* to *new*, empty if they are the same."""
    lines = difflib.unified_diff(old.splitlines(keepends=True), new.splitlines(keepends=True), str(path), str(path))
    return "".join(lines)
