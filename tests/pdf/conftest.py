"""Volumes to look into: those of a small hostile edition, and the specimen in Arabic."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import replace
from io import BytesIO
from itertools import pairwise
from pathlib import Path

import pikepdf
import pytest
from tests.site.conftest import bare, edition, whole  # noqa: F401

from benchmarks.pdf_text import printed as paragraphs
from matn.edition.assemble import assemble_work
from matn.edition.model import Edition, WorkEdition
from matn.edition.names.model import Kind, Name
from matn.export.cite import Site, load_imprint
from matn.export.offer import Setting
from matn.export.pdf.press import Job, printed
from matn.export.pdf.volumes import LANGUAGES, job, volumes
from matn.site.words import Words

ROOT = Path(__file__).resolve().parents[2]
ADDRESS = "https://example.org/matn/"
RIVER = Name("river", Kind.PLACE, "النهر", "The River", {"ar": "نهر", "en": "a river"})


@pytest.fixture(scope="session")
def setting() -> Setting:
    return Setting(ROOT, Site(load_imprint(ROOT), ADDRESS), Words)


@pytest.fixture(scope="session")
def named(edition: Edition) -> Edition:  # noqa: F811
    """The hostile edition with a name that occurs."""
    return replace(edition, names=(RIVER,))


@pytest.fixture(scope="session")
def made(named: Edition, setting: Setting) -> Mapping[str, bytes]:
    """Every volume of the hostile edition, by its path."""
    return volumes(named, setting)


NAMES = [f"{name}.{each}" for name in ("edition", "nahr-2021", "nahr-2020") for each in LANGUAGES]


@pytest.fixture(scope="session", params=NAMES)
def volume(request: pytest.FixtureRequest, made: Mapping[str, bytes]) -> pikepdf.Pdf:
    """Each of them, opened."""
    name = str(request.param).split(".")[0]
    return pikepdf.open(BytesIO(made[f"downloads/{name}/{request.param}.pdf"]))


@pytest.fixture(scope="session")
def specimen() -> WorkEdition:
    return assemble_work(ROOT, ROOT / "docs" / "works" / "specimen", None)


@pytest.fixture(scope="session")
def specimen_job(specimen: WorkEdition, setting: Setting) -> Job:
    return job(Edition((specimen,), "test"), "specimen", "ar", setting)


@pytest.fixture(scope="session")
def specimen_pdf(specimen_job: Job, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The specimen's Arabic volume as a file."""
    path = tmp_path_factory.mktemp("pdf") / "specimen.pdf"
    path.write_bytes(printed(specimen_job))
    return path


def phrases(specimen: WorkEdition) -> Counter[str]:
    """The phrases of two words that the text has most often, each with its number."""
    texts = [re.findall(r"[\u0621-\u0652]+|\S", text) for text in paragraphs(specimen)]
    pairs = ((one, two) for text in texts for one, two in pairwise(text) if len(one) > 1 and len(two) > 1)
    return Counter(dict(Counter(" ".join(pair) for pair in pairs).most_common(12)))
