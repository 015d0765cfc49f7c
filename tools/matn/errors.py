"""What can go wrong, and how it is told: one exception family, one table of exit codes."""

from __future__ import annotations

from enum import IntEnum
from pathlib import Path


class ExitCode(IntEnum):
    """Exit codes of the ``matn`` command. Published: never renumber."""

    DONE = 0
    FINDINGS = 1
    USAGE = 2
    BAD_INPUT = 3
    MISSING_TOOL = 4
    BROKEN_PROMISE = 70


class MatnError(Exception):
    """Something the user can mend: where, what was expected, what was found, what to do.

    Attributes:
        message: What was expected and what was found, one sentence.
        path: The file concerned, if any.
        line: 1-based line in *path*, if known.
        hint: What to do about it, if anything can be said.
        code: The exit code of the command that meets this error.
    """

    code = ExitCode.BAD_INPUT

    def __init__(self, message: str, *, path: Path | None = None, line: int | None = None, hint: str = "") -> None:
        super().__init__(message)
        self.message, self.path, self.line, self.hint = message, path, line, hint

    def __str__(self) -> str:
        """Return ``path:line: message`` and the hint on a second line."""
        where = f"{self.path}:{self.line}: " if self.path and self.line else f"{self.path}: " if self.path else ""
        return f"{where}{self.message}" + (f"\n  hint: {self.hint}" if self.hint else "")


class BadInputError(MatnError):
    """An input or a file of the edition is not what it must be."""


class MissingToolError(MatnError):
    """An external program that this step needs is absent."""

    code = ExitCode.MISSING_TOOL


class BrokenPromiseError(MatnError):
    """Matn itself broke one of its promises: a bug of ours, nothing was written."""

    code = ExitCode.BROKEN_PROMISE
