"""The tree of DTS, asked as a client asks: from the entry by URI templates, every query that they allow."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import product
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from lxml import etree
from uritemplate import expand

from matn.edition.model import Edition, WorkEdition
from matn.edition.names import Name
from matn.export.cite import Site, load_imprint
from matn.export.dts import tree
from matn.export.dts.passages import DTS
from matn.export.dts.units import units
from matn.export.offer import Setting
from matn.export.tei_schema import parse
from matn.export.tei_xml import ID, TEI
from matn.export.texts import offers
from matn.site.words import Words

from ..export.conftest import WORKS, names, works
from ..site.conftest import bare, edition, whole

__all__ = ["bare", "edition", "names", "whole", "works"]

ROOT = Path(__file__).resolve().parents[2]
SCHEMA = json.loads(Path(__file__).with_name("schema.json").read_text("utf-8"))
BASE = "https://example.org/matn/"


@dataclass(frozen=True)
class Server:
    """The files as a host at an address would give them."""

    files: Mapping[str, bytes]
    base: str = BASE

    def get(self, url: str) -> bytes | None:
        assert url.startswith(self.base)
        return self.files.get(url.removeprefix(self.base))

    def json(self, url: str, kind: str) -> dict[str, Any]:
        """An answer, which is as the specification says answers of its *kind* are."""
        data = self.get(url)
        assert data is not None, url
        answer: dict[str, Any] = json.loads(data)
        schema = {"$defs": SCHEMA["$defs"], "$ref": f"#/$defs/{kind}"}
        assert [error.message for error in Draft202012Validator(schema).iter_errors(answer)] == [], url
        return answer

    @property
    def entry(self) -> dict[str, Any]:
        return self.json(f"{self.base}dts/index.json", "entry")

    def resources(self) -> Iterator[dict[str, Any]]:
        yield from self.json(expand(self.entry["collection"]), "collection")["member"]


def served(edition: Edition) -> Server:
    site = Site(load_imprint(ROOT), BASE)
    return Server(tree(edition, site, texts(edition, site)))


def texts(edition: Edition, site: Site) -> dict[str, bytes]:
    """The downloads that the tree is made from."""
    setting = Setting(ROOT, site, Words)
    return {offer.download.path: offer.make(setting) for offer in offers(edition)}


@pytest.fixture(scope="module")
def server(edition: Edition) -> Server:
    """A hostile work with its source, and the same without."""
    return served(edition)


@pytest.fixture(scope="module")
def real(works: Callable[[str, bool], WorkEdition], names: tuple[Name, ...]) -> Server:
    """All works without their sources but for the specimen."""
    return served(Edition(tuple(works(name, name == "specimen") for name in WORKS), "test", names))


@pytest.fixture(params=["server", "real"])
def either(request: pytest.FixtureRequest) -> Server:
    server: Server = request.getfixturevalue(request.param)
    return server


def test_the_schema_is_one() -> None:
    Draft202012Validator.check_schema(SCHEMA)


def test_collections_lead_down_and_up(either: Server) -> None:
    template = either.entry["collection"]
    root = either.json(expand(template), "collection")
    assert root["totalChildren"] == len(root["member"]) > 1
    for id_, nav in product((None, root["@id"]), (None, "children", "parents")):
        answer = either.json(expand(template, id=id_, nav=nav), "collection")
        assert len(answer["member"]) == (0 if nav == "parents" else len(root["member"]))
    for resource in root["member"]:
        for nav, found in ((None, []), ("children", []), ("parents", [root["@id"]])):
            urls = {expand(template, id=resource["@id"], nav=nav), expand(resource["collection"], nav=nav)}
            assert len(urls) == 1
            answer = either.json(urls.pop(), "collection")
            assert [each["@id"] for each in answer["member"]] == found
            assert answer["title"] == resource["title"]


def queries(server: Server, resource: dict[str, Any], **query: Any) -> dict[str, Any]:
    """The answer to a query of the structure of *resource*, by its own template and by that of the entry."""
    query = {key: str(value) for key, value in query.items()}  # to the library, the number 0 is no value
    url = expand(resource["navigation"], **query)
    assert url == expand(server.entry["navigation"], resource=resource["@id"], **query)
    answer = server.json(url, "navigation")
    assert answer["@id"] == url
    return answer


def test_navigation_answers_as_the_table_of_the_specification_has_it(either: Server) -> None:
    for resource in either.resources():
        every = queries(either, resource, down=-1)["member"]
        identifiers = [unit["identifier"] for unit in every]
        assert len(identifiers) == len(set(identifiers))
        by_depth = {down: [u for u in every if u["level"] <= down] for down in (1, 2)}
        for down, wanted in by_depth.items():
            assert queries(either, resource, down=down)["member"] == wanted
        for unit in every:
            ref = unit["identifier"]
            alone = queries(either, resource, ref=ref)
            assert alone["ref"] == unit
            assert "member" not in alone
            beside = queries(either, resource, ref=ref, down=0)["member"]
            assert beside == [u for u in every if (u["parent"], u["level"]) == (unit["parent"], unit["level"])]
            below = [unit, *(u for u in every if u["parent"] == ref)]
            assert all(queries(either, resource, ref=ref, down=down)["member"] == below for down in (-1, 1, 2))


def test_what_a_server_would_refuse_is_not_there(either: Server) -> None:
    for resource in either.resources():
        assert either.get(expand(resource["navigation"])) is None
        assert either.get(expand(resource["navigation"], down=0)) is None
        assert either.get(expand(resource["navigation"], down=1, ref="p9999")) is None
        assert either.get(expand(resource["document"], ref="p9999")) is None


def test_every_unit_has_its_document(either: Server) -> None:
    for resource in either.resources():
        for unit in queries(either, resource, down=-1)["member"]:
            data = either.get(expand(resource["document"], ref=unit["identifier"]))
            assert data is not None
            root = parse(data)
            assert root.tag == f"{{{TEI}}}TEI"
            wrapper = root.find(f"{{{DTS}}}wrapper")
            assert wrapper is not None
            anchors = [made.get(ID) for made in wrapper.iter() if made.get(ID)]
            assert unit["identifier"].removeprefix("section-") in anchors
            for media in resource["mediaTypes"]:
                url = expand(resource["document"], ref=unit["identifier"], mediaType=media)
                assert url == expand(
                    either.entry["document"], resource=resource["@id"], ref=unit["identifier"], mediaType=media
                )
                got = either.get(url)
                assert got is not None
                assert (got == data) is (media == "application/tei+xml")
        for media in (None, *resource["mediaTypes"]):
            assert either.get(expand(resource["document"], mediaType=media))


def test_passages_have_the_text_of_their_unit(edition: Edition, server: Server) -> None:
    first, _ = server.resources()
    every = {unit.identifier: unit for unit in units(edition.works[0])}

    def text(ref: str) -> str:
        return (server.get(expand(first["document"], ref=ref, mediaType="text/plain")) or b"").decode()

    assert text("p5") == f"{every['p5'].paragraphs[0].reading}\n"
    assert text("p7") == "1. بند أول.\n"
    assert text("n1").startswith("(1) كتاب الماء")
    section = "".join(part for p in every["section-p3"].paragraphs if (part := text(p.id)) and p.reading)
    assert text("section-p3").replace("\n\n", "\n") == section
    item = parse(server.get(expand(first["document"], ref="p7")) or b"")
    assert "بند في بند" not in etree.tostring(item, encoding="unicode")


def test_without_the_source_there_is_no_text(server: Server) -> None:
    _, second = server.resources()
    assert second["mediaTypes"] == ["application/tei+xml"]
    assert server.get(expand(second["document"], ref="p5", mediaType="text/plain")) is None


def test_no_name_of_a_file_needs_escaping(either: Server) -> None:
    assert [path for path in either.files if not set(path) <= set("abcdefghijklmnopqrstuvwxyz0123456789-./;=")] == []


def test_without_an_address_it_begins_at_the_root(edition: Edition) -> None:
    site = Site(load_imprint(ROOT))
    made = tree(edition, site, texts(edition, site))
    server = Server(made, "/")
    assert server.json(expand(server.entry["collection"]), "collection")["@id"] == "edition"


def test_a_work_of_nothing(whole: WorkEdition) -> None:
    empty = replace(whole, paragraphs=(), notes=(), summaries={}, tombstones=())
    server = served(Edition((empty,), "test"))
    (resource,) = server.resources()
    assert queries(server, resource, down=-1)["member"] == []
