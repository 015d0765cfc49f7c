"""Fixtures that all tests share: where the real sources are, and the lexicon, read once."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import settings

from matn.text.lexicon import Lexicon, arabic

ROOT = Path(__file__).resolve().parent.parent

settings.register_profile("matn", deadline=None, derandomize=True)  # no test may hang on time or on chance
settings.load_profile("matn")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--save-golden", action="store_true", help="write tests/golden/ anew; never in CI")


def pytest_configure(config: pytest.Config) -> None:
    if config.getoption("--save-golden") and os.environ.get("CI"):
        raise pytest.UsageError("--save-golden would make the record say what it is to be held to: not in CI")


def source_folder() -> Path | None:
    """The folder of real sources: ``SOURCES``, else ``sources/``, else ``../shared/sources``."""
    named = os.environ.get("SOURCES")
    places = [Path(named).absolute()] if named else [ROOT / "sources", ROOT.parent / "shared" / "sources"]
    return next((place for place in places if place.is_dir() and any(place.glob("*.txt"))), None)


@pytest.fixture(scope="session")
def sources() -> Path:
    """The folder with the five real sources, or a skip that says how to supply them."""
    folder = source_folder()
    if folder is None:
        named = os.environ.get("SOURCES")
        found = f"SOURCES names {named!r}, where no text is" if named else "set SOURCES to their folder"
        pytest.skip(f"the source texts are not here: {found}")
    return folder


@pytest.fixture(scope="session")
def lexicon() -> Lexicon:
    return arabic()


@pytest.fixture(scope="session")
def save_golden(request: pytest.FixtureRequest) -> bool:
    """Whether what is on record in ``tests/golden`` shall be written anew."""
    return bool(request.config.getoption("--save-golden"))
