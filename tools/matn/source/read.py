"""Read a source file: refuse early what cannot be one, then decode."""

from __future__ import annotations

from pathlib import Path

from matn.errors import BadInputError
from matn.source.decode import Decoded, decode

MAX_BYTES = 50_000_000
"""Largest source read: fifty times the longest book of the sort, far below what would fill the memory."""


def read(path: Path) -> Decoded:
    """Read and decode the source *path*.

    Raises:
        BadInputError: It cannot be read, is no file, is too large, or is not Arabic text.
    """
    return decode(content(path), path)


def content(path: Path) -> bytes:
    """Return the bytes of *path*; a file that is too large is refused before it is read.

    Raises:
        BadInputError: It cannot be read, is no regular file, or is too large.
    """
    try:
        if path.is_dir():
            raise BadInputError("expected a text file, found a folder", path=path)
        if path.exists() and not path.is_file():
            raise BadInputError("expected a regular file, found a device or pipe", path=path)
        if (size := path.stat().st_size) > MAX_BYTES:
            raise too_large(path, size)
        return path.read_bytes()
    except OSError as error:
        why = f"expected a readable file: {error.strerror or error}"
        raise BadInputError(why, path=path, hint="check the name and its permissions") from error


def too_large(path: Path, size: int) -> BadInputError:
    """Return the complaint that *path* with its *size* in bytes is larger than any source."""
    return BadInputError(
        f"expected a text of at most {MAX_BYTES // 1_000_000} MB, found {size / 1_000_000:.0f} MB",
        path=path,
        hint="is it the right file? Split a longer text into works",
    )
