"""Progress on the error stream, where there is somebody to watch it."""

from __future__ import annotations

from types import TracebackType

from rich.console import Console
from rich.status import Status


class Told:
    """Shows which work and which step is under way; silent if standard error is no terminal."""

    def __init__(self) -> None:
        console = Console(stderr=True)
        self._status = Status("", console=console) if console.is_terminal else None

    def __call__(self, work: str, step: str) -> None:
        """Tell that *step* of *work* begins."""
        if self._status:
            self._status.update(f"{work}: {step}")

    def __enter__(self) -> Told:
        if self._status:
            self._status.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._status:
            self._status.stop()
