"""A small edition with its ledger, and a way to run commands in it as a user would."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from matn.cli.main import run

from ..edition.small import Small, small


@dataclass(frozen=True)
class Ran:
    """What a command left behind."""

    code: int
    out: str
    err: str


Matn = Callable[..., Ran]


@pytest.fixture
def edition(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Small:
    monkeypatch.delenv("SOURCES", raising=False)
    made = small(tmp_path)
    monkeypatch.chdir(tmp_path)
    assert run(["anchors", "well-2024", "--accept"]) == 0
    made.fill()
    assert run(["summaries", "well-2024", "--pin"]) == 0
    return made


@pytest.fixture
def matn(edition: Small, capfd: pytest.CaptureFixture[str]) -> Matn:
    capfd.readouterr()

    def command(*arguments: str) -> Ran:
        code = run(arguments)
        got = capfd.readouterr()
        return Ran(code, got.out, got.err)

    return command
