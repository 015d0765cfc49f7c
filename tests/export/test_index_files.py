"""Names and chronology as files to be taken: as their schemas say, the same as on the site."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from tests.site.indexed import edition as made_up

from matn.edition.assemble import assemble
from matn.edition.model import Edition, WorkEdition
from matn.export import schemas
from matn.export.cite import Site, load_imprint
from matn.export.indexes import chronology_json, names_json, offers
from matn.export.json_work import schema
from matn.export.offer import Setting
from matn.site.pages import pages
from matn.site.words import Words

from ..conftest import source_folder
from ..site.conftest import whole
from .conftest import ROOT
from .test_json import described

__all__ = ["whole"]

SETTING = Setting(ROOT, Site(load_imprint(ROOT)), Words)
KINDS: dict[str, Callable[[Edition], str]] = {"names": names_json, "chronology": chronology_json}


@pytest.fixture(scope="module", params=["real", "real, without sources", "made up", "made up, without sources"])
def edition(request: pytest.FixtureRequest, whole: WorkEdition, tmp_path_factory: pytest.TempPathFactory) -> Edition:
    present = "without" not in request.param
    if request.param.startswith("made"):
        return made_up(whole, present=present)
    folder = source_folder() if present else tmp_path_factory.mktemp("none")
    if folder is None:
        pytest.skip("the sources are not here: set SOURCES to their folder")
    return assemble(ROOT, folder)


def mistakes(kind: str, data: dict[str, Any]) -> list[str]:
    return [error.message for error in Draft202012Validator(schema(kind)).iter_errors(data)]


@pytest.mark.parametrize("kind", KINDS)
def test_it_is_as_its_schema_says(edition: Edition, kind: str) -> None:
    data = json.loads(KINDS[kind](edition))
    assert mistakes(kind, data) == []
    assert next(value for value in data.values() if isinstance(value, list))


def test_it_is_what_the_site_has(edition: Edition) -> None:
    made = pages(edition)
    given = {offer.download.format: offer.make(SETTING).decode() for offer in offers(edition)}
    assert given == {kind: made[f"{kind}.json"] for kind in KINDS}


def test_what_an_edition_has_not_is_no_file() -> None:
    assert list(offers(Edition((), "test"))) == []


@pytest.mark.parametrize("kind", schemas.NAMES)
def test_each_schema_is_one_and_tells_of_its_keys(kind: str) -> None:
    Draft202012Validator.check_schema(schema(kind))
    assert all(described(part) for part in (schema(kind), *schema(kind).get("$defs", {}).values()))


@pytest.mark.parametrize(
    ("kind", "change"),
    [
        ("names", lambda data: data.update(format="matn-chronology")),
        ("names", lambda data: data["names"][0].update(kind="animal")),
        ("names", lambda data: data["names"][0].pop("places")),
        ("names", lambda data: data["names"][0].update(born=1)),
        ("names", lambda data: data["names"][0]["places"][0].update(at=[[1]])),
        ("names", lambda data: data["names"][0]["places"][0].update(ref="p1")),
        ("chronology", lambda data: data["events"][0].update(date="soon")),
        ("chronology", lambda data: data["events"][0].update(precision="week")),
        ("chronology", lambda data: data["events"][0].pop("ar")),
    ],
)
def test_the_schema_refuses(whole: WorkEdition, kind: str, change: Callable[[dict[str, Any]], object]) -> None:
    data = json.loads(KINDS[kind](made_up(whole)))
    assert mistakes(kind, data) == []
    change(data)
    assert mistakes(kind, data)


def test_the_schemas_are_among_what_can_be_taken(whole: WorkEdition) -> None:
    made = {offer.download.path: offer.make(SETTING) for offer in schemas.offers(Edition((whole,), "test"))}
    assert b"<grammar " in made.pop("downloads/edition/edition.tei.rng")
    assert [json.loads(data)["$id"] for data in made.values()] == [f"urn:matn:schema:{name}" for name in schemas.NAMES]
