"""The edition as one document of TEI, one of JSON and one text: each work in it as its own file has it."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest
from hypothesis import given, settings
from jsonschema import Draft202012Validator
from lxml import etree

from matn.edition.model import Edition, WorkEdition
from matn.edition.names import Name
from matn.errors import BrokenPromiseError
from matn.export.cite import Site, load_imprint
from matn.export.json_work import edition_json, schema
from matn.export.offer import Setting
from matn.export.plain import plain, volume
from matn.export.tei_read import reread
from matn.export.tei_schema import POINTERS, mistakes, parse, refuse_invalid
from matn.export.tei_xml import ID, name
from matn.export.texts import offers
from matn.site.words import Words

from .conftest import ROOT, WORKS
from .made import works as made_works

SETTING = Setting(ROOT, Site(load_imprint(ROOT)), Words)
Works = Callable[[str, bool], WorkEdition]


def made(edition: Edition) -> dict[str, bytes]:
    """Every text by its path after ``downloads/``."""
    return {offer.download.path.removeprefix("downloads/"): offer.make(SETTING) for offer in offers(edition)}


def alone(work: etree._Element) -> bytes:
    """A work of the corpus as the document that it was before."""
    key = str(work.get(ID))
    root = parse(etree.tostring(work, with_tail=False))
    del root.attrib[ID]
    for each in root.xpath("//*[@xml:id]"):
        each.set(ID, str(each.get(ID)).removeprefix(f"{key}."))
    for value in root.xpath(POINTERS):
        told = " ".join(pointer.replace(f"#{key}.", "#", 1) for pointer in str(value).split())
        value.getparent().set(value.attrname, told)
    for structure in root.iter(name("citeStructure")):
        match = str(structure.get("match")).removeprefix(f"//TEI[@xml:id='{key}']")
        structure.set("match", f"/TEI{match}" if match.startswith("/text") else match)
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8") + b"\n"


def held(data: bytes) -> Iterator[tuple[str, bytes]]:
    """The works in a corpus, by id."""
    for work in parse(data).iterchildren(name("TEI")):
        yield str(work.get(ID)), alone(work)


@pytest.fixture(scope="module", params=[True, False], ids=["with-sources", "without-sources"])
def real(request: pytest.FixtureRequest, works: Works, names: tuple[Name, ...]) -> Edition:
    return Edition(tuple(works(key, request.param) for key in WORKS), "1.2.3", names)


def test_the_corpus_has_every_document_as_it_is(real: Edition) -> None:
    files = made(real)
    data = files["edition/edition.xml"]
    assert list(mistakes(parse(data))) == []
    assert dict(held(data)) == {item.work.id: files[f"{item.work.id}/{item.work.id}.xml"] for item in real.works}


def test_the_corpus_is_valid_by_all_of_tei(real: Edition, tei_all: etree.RelaxNG) -> None:
    tei_all.assertValid(parse(made(real)["edition/edition.xml"]))


def pair(item: WorkEdition) -> Edition:
    """Two works that have every id in common."""
    return Edition((item, replace(item, work=replace(item.work, id="well-2025"))), "1.2.3")


@settings(max_examples=40, deadline=None)
@given(made_works())
def test_two_works_with_the_same_ids_come_back_each_by_itself(item: WorkEdition) -> None:
    files = made(pair(item))
    first, second = held(files["edition/edition.xml"])
    assert (first[0], second[0]) == ("well-2024", "well-2025")
    assert reread(first[1]) == reread(second[1]) == reread(files["well-2024/well-2024.xml"])


@settings(max_examples=20, deadline=None)
@given(item=made_works())
def test_any_corpus_is_valid_by_all_of_tei(tei_all: etree.RelaxNG, item: WorkEdition) -> None:
    tei_all.assertValid(parse(made(pair(item))["edition/edition.xml"]))


@pytest.mark.parametrize(
    ("before", "after", "told"),
    [
        ('corresp="#specimen.paper"', 'corresp="#specimen.papre"', "#specimen.papre leads nowhere"),
        ('xml:id="specimen.p1"', 'xml:id="edition.matn"', "edition.matn already defined"),
        ("<revisionDesc>", "<revisionDesc><p/>", "line"),
    ],
)
def test_a_corpus_that_is_not_valid_is_refused(works: Works, before: str, after: str, told: str) -> None:
    data = made(Edition((works("specimen", True),), "1.2.3"))["edition/edition.xml"].decode()
    assert before in data
    with pytest.raises(BrokenPromiseError, match=told):
        refuse_invalid(data.replace(before, after, 1).encode(), "the edition")


def test_the_json_has_every_document_as_it_is(real: Edition) -> None:
    files = made(real)
    whole = json.loads(files["edition/edition.json"])
    assert [error.message for error in Draft202012Validator(schema("edition")).iter_errors(whole)] == []
    assert whole["works"] == [json.loads(files[f"{item.work.id}/{item.work.id}.json"]) for item in real.works]
    assert whole["edition"]["title"] == {"ar": "متن", "en": "Matn"}


@pytest.mark.parametrize("key", ["format", "edition", "works", "licence"])
def test_the_schema_of_the_edition_asks_for_each_key(works: Works, key: str) -> None:
    whole = json.loads(edition_json(Edition((works("taie-2020", False),), "1.2.3"), SETTING.site.imprint))
    validator = Draft202012Validator(schema("edition"))
    assert validator.is_valid(whole)
    assert not validator.is_valid({each: value for each, value in whole.items() if each != key})
    whole["works"][0]["paragraphs"][0]["kind"] = "poem"
    assert not validator.is_valid(whole)


def test_the_text_has_every_text_under_its_id(works: Works) -> None:
    there, absent = works("specimen", True), works("taie-2020", False)
    text = volume([there, absent]).decode()
    assert text == f"=== specimen ===\n\n{plain(there).decode()}\n=== taie-2020 ===\n\n[…]\n"


def test_without_any_source_there_is_no_text(works: Works) -> None:
    assert {path for path in made(Edition((works("taie-2020", False),), "1.2.3")) if path.endswith(".txt")} == set()


def test_without_works_there_is_nothing() -> None:
    assert made(Edition((), "1.2.3")) == {}
