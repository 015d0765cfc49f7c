"""Volumes of earlier builds: what has not changed need not be set again."""

from __future__ import annotations

import hashlib
import os
import tempfile
from functools import cache
from importlib.metadata import version
from importlib.resources import files
from pathlib import Path

from matn.export.pdf.press import Job

_TOOLS = ("typst", "pikepdf")
_MOST = 200
"""Files that are kept; the oldest go."""


class Store:
    """A folder of volumes, each named by the hash of all that it is made from."""

    def __init__(self, folder: Path) -> None:
        """Use *folder*, which need not exist; where it cannot be written nothing is kept."""
        self._folder = folder

    def get(self, job: Job) -> bytes | None:
        """Return the volume of *job* if an earlier build made it."""
        try:
            return self._path(job).read_bytes()
        except OSError:
            return None

    @property
    def empty(self) -> bool:
        """Whether no earlier build has left a volume."""
        return next(self._folder.glob("*.pdf"), None) is None

    def put(self, job: Job, data: bytes) -> None:
        """Keep *data* as the volume of *job*."""
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            handle, name = tempfile.mkstemp(dir=self._folder)
            with os.fdopen(handle, "wb") as file:
                file.write(data)
            Path(name).replace(self._path(job))
            self._prune()
        except OSError:
            return  # the volume is there all the same; only the next build takes longer

    def _prune(self) -> None:
        kept = sorted(self._folder.glob("*.pdf"), key=lambda path: path.stat().st_mtime, reverse=True)
        for path in kept[_MOST:]:
            path.unlink(missing_ok=True)

    def _path(self, job: Job) -> Path:
        told = hashlib.sha256(f"{_program()}\n{job.data}".encode("utf-8", "surrogatepass")).hexdigest()
        return self._folder / f"{told}.pdf"


@cache
def _program() -> str:
    """Return a hash of the program and templates that set volumes, with the versions of what they use."""
    told = hashlib.sha256("".join(f"{tool} {version(tool)}\n" for tool in _TOOLS).encode())
    for each in sorted(files("matn.export.pdf").iterdir(), key=lambda each: each.name):
        if each.name.endswith((".py", ".typ")):
            told.update(each.read_bytes())
    return told.hexdigest()
