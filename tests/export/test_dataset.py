"""The data as a set: described, summed, licensed file by file; the references of the notes to be imported."""

from __future__ import annotations

import hashlib
import io
import json
import zipfile
from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import bibtexparser
import pytest
import rispy
from jsonschema import Draft202012Validator

from matn.edition.bibliography import Reference
from matn.edition.model import Edition, WorkEdition
from matn.export.cite import Site, load_imprint
from matn.export.dataset import licences
from matn.export.downloads import files, listing
from matn.export.offer import Setting
from matn.export.references import offers
from matn.site.words import Words

from ..site.conftest import bare, edition, whole
from .conftest import ROOT, WORKS

__all__ = ["bare", "edition", "whole"]

SETTING = Setting(ROOT, Site(load_imprint(ROOT), "https://example.org/matn/"), Words)
SCHEMA = json.loads(Path(__file__).with_name("datapackage.schema.json").read_text("utf-8"))
OPEN, CLOSED = "CC-BY-4.0", "other-closed"


@pytest.fixture(scope="module")
def made(edition: Edition) -> Mapping[str, bytes]:
    return files(edition, SETTING)


def holds(descriptor: bytes, content: Mapping[str, bytes]) -> dict[str, Any]:
    """A descriptor that says of each file in *content* what is so, and of no other."""
    package: dict[str, Any] = json.loads(descriptor)
    assert [error.message for error in Draft202012Validator(SCHEMA).iter_errors(package)] == []
    assert {each["path"] for each in package["resources"]} == set(content)
    assert len({each["name"] for each in package["resources"]}) == len(content)
    for each in package["resources"]:
        data = content[each["path"]]
        assert each["bytes"] == len(data)
        assert each["hash"] == f"sha256:{hashlib.sha256(data).hexdigest()}"
    return package


def checked(sums: bytes, content: Mapping[str, bytes]) -> None:
    lines = [line.split("  ") for line in sums.decode().splitlines()]
    assert {path: digest for digest, path in lines} == {
        path: hashlib.sha256(data).hexdigest() for path, data in content.items()
    }


def test_the_schema_is_one() -> None:
    Draft202012Validator.check_schema(SCHEMA)


def test_the_descriptor_tells_of_every_download(edition: Edition, made: Mapping[str, bytes]) -> None:
    content = {each.path.removeprefix("downloads/"): made[each.path] for each in listing(edition)}
    package = holds(made["downloads/datapackage.json"], content)
    assert package["description"] == (
        "Matn editors (2026). Matn, version 0.1.0 [Data set]. The Matn project. https://example.org/matn/"
    )
    checked(made["downloads/SHA256SUMS"], content)


def test_the_zip_holds_what_programs_take(made: Mapping[str, bytes]) -> None:
    with zipfile.ZipFile(io.BytesIO(made["downloads/edition/edition.zip"])) as archive:
        inside = {name.removeprefix("matn-edition/"): archive.read(name) for name in archive.namelist()}
    package, sums, readme = (inside.pop(name) for name in ("datapackage.json", "SHA256SUMS", "README.txt"))
    holds(package, inside)
    checked(sums, inside)
    assert {path.rpartition(".")[2] for path in inside} == {"xml", "json", "txt", "bib", "ris", "rng"}
    assert "CC BY 4.0" in readme.decode()
    assert Words("ar")("licence-told") in readme.decode()


def test_every_file_says_who_licenses_what(edition: Edition, made: Mapping[str, bytes]) -> None:
    package = json.loads(made["downloads/datapackage.json"])
    held = {each["path"]: [one["name"] for one in each["licenses"]] for each in package["resources"]}
    assert held["nahr-2021/nahr-2021.txt"] == [CLOSED]
    assert held["nahr-2021/nahr-2021.xml"] == [OPEN, CLOSED]
    assert held["nahr-2020/nahr-2020.xml"] == [OPEN]
    assert held["nahr-2021/nahr-2021.bib"] == held["edition/edition.work.schema.json"] == [OPEN]
    assert held["edition/edition.xml"] == held["edition/edition.json"] == [OPEN, CLOSED]
    assert held["edition/edition.zip"] == held["edition/edition.epub"] == [OPEN, CLOSED]
    texts = [one["title"] for each in package["resources"] for one in each["licenses"] if one["name"] == CLOSED]
    assert "All rights with the author" in texts


def test_a_text_of_our_own_is_open(works: Callable[[str, bool], WorkEdition]) -> None:
    (text,) = [each for each in listing(Edition((), "test")) if each.format == "dataset"]
    held = licences(replace(text, format="txt"), works("specimen", True), SETTING)
    assert [one["name"] for one in held] == [OPEN]


REFERENCES = (
    Reference("n1", "present", "source", "ar", "سلمى {الوراق}", "كتاب الماء & أهله", "دار الضفة", "2020-05-01",
              url="https://example.org/ma{b}", accessed="2021-01-02", remark={"en": "100 % sure"}),
    Reference("n2", "lost"),
    Reference("n4", "present", "source", "en", title="Rivers", pages="4"),
)  # fmt: skip


def test_references_are_imported_from_bibtex_and_csl(whole: WorkEdition) -> None:
    notes = tuple(replace(n, reference=next((r for r in REFERENCES if r.id == n.id), None)) for n in whole.notes)
    found = Edition((replace(whole, notes=notes),), "test")
    bib, ris, csl = (offer.make(SETTING) for offer in offers(found))
    library = bibtexparser.parse_string(bib.decode())
    assert library.failed_blocks == []
    first, second = library.entries
    assert (first.entry_type, first.key) == ("online", "nahr-2021-n1")
    assert first["title"] == "{كتاب الماء \\& أهله}"
    assert (first["date"], first["urldate"]) == ("2020-05-01", "2021-01-02")
    assert first["url"] == "https://example.org/ma%7Bb%7D"
    assert first["note"] == "100 \\% sure"
    assert (second.entry_type, second["pages"]) == ("misc", "4")
    assert [item["id"] for item in json.loads(csl)] == ["nahr-2021#n1", "nahr-2021#n4"]
    page, paper = rispy.loads(ris.decode())
    assert (page["type_of_reference"], page["id"], page["authors"]) == ("ELEC", "nahr-2021-n1", ["سلمى {الوراق}"])
    assert (page["year"], page["date"], page["access_date"]) == ("2020", "2020/05/01/", "2021/01/02/")
    assert page["urls"] == ["https://example.org/ma{b}"]
    assert (paper["type_of_reference"], paper["title"], paper["start_page"]) == ("GEN", "Rivers", "4")


def test_without_references_there_is_no_file_of_them(edition: Edition) -> None:
    assert not [each.path for each in listing(edition) if "references" in each.path]


def test_references_of_the_edition(works: Callable[[str, bool], WorkEdition]) -> None:
    found = Edition(tuple(works(name, False) for name in WORKS), "test")
    bib, ris, csl = (offer.make(SETTING) for offer in offers(found))
    library = bibtexparser.parse_string(bib.decode())
    assert library.failed_blocks == []
    assert len(library.entries) == len(rispy.loads(ris.decode())) == len(json.loads(csl)) > 40
