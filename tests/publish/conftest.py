"""The site as it is published: built without the source texts, under the path it is meant for."""

from __future__ import annotations

from pathlib import Path

import pytest

from matn.edition.assemble import assemble
from matn.edition.model import Edition
from matn.site.build import build

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="session")
def bare_edition(tmp_path_factory: pytest.TempPathFactory) -> Edition:
    return assemble(ROOT, tmp_path_factory.mktemp("no-sources"))


@pytest.fixture(scope="session", params=["/", "/papers/"], ids=["root", "sub-path"])
def published(
    request: pytest.FixtureRequest, bare_edition: Edition, tmp_path_factory: pytest.TempPathFactory
) -> tuple[str, Path]:
    """The path of the site on its host, and the folder it was built into."""
    target = tmp_path_factory.mktemp("published") / "site"
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SITE_URL", f"https://example.org{request.param}")
        build(ROOT, bare_edition, target, without=("pdf",))
    return str(request.param), target
