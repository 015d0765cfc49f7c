"""Works as bad as they come, in every format: no source, no notes, no summaries, no text at all, signs that do harm."""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path

import bibtexparser
import pikepdf
import pytest
import rispy
from jsonschema import Draft202012Validator
from lxml import etree

from matn.edition.bibliography import Reference
from matn.edition.chronology import Event, EventPrecision
from matn.edition.model import Edition, Note, Paragraph, Summary, WorkEdition
from matn.edition.names import Kind, Name
from matn.export.cite import Site, load_imprint
from matn.export.downloads import files
from matn.export.json_work import schema
from matn.export.offer import Setting
from matn.export.pdf import volumes
from matn.export.tei_read import reread
from matn.export.tei_schema import mistakes, parse
from matn.site.words import Words

from ..dts.test_tree import Server
from ..epub.conftest import check
from ..site.conftest import bare, whole
from .conftest import ROOT
from .test_dataset import holds
from .test_tei import kept

__all__ = ["bare", "check", "whole"]

BASE = "https://example.org/matn/"
SETTING = Setting(ROOT, Site(load_imprint(ROOT), BASE), Words)
ODD = (
    "عنوان \x00\x02 <b>&amp;</b> \ud800 \ufffe {{x}} {% y %} \\textbf{z} #set #let %& ]]> --> "
    "\u202e\u2066 $1$ `a` \U000e0001\u0301 😀"
)
ADDRESS = f"https://example.org/{ODD}"
BOTH = {"ar": ODD, "en": ODD}
FACTS = ("title author publisher affiliation container rights abstract damage date_evidence stance").split()
IDS = ("whole", "no-source", "no-notes", "no-summaries", "lost-summary", "hostile", "empty")


def filled(item: WorkEdition) -> WorkEdition:
    """*item* with every layer of its texts."""
    paragraphs = tuple(replace(p, received=p.received or p.reading, repaired=p.reading) for p in item.paragraphs)
    return replace(item, paragraphs=paragraphs, notes=tuple(replace(n, received=n.text) for n in item.notes))


def without_notes(item: WorkEdition) -> WorkEdition:
    return replace(item, notes=(), paragraphs=tuple(replace(each, markers=()) for each in item.paragraphs))


def hostile(item: WorkEdition) -> WorkEdition:
    """*item* with harmful signs wherever people write something."""
    facts = dict.fromkeys(
        ("title", "author", "publisher", "affiliation", "container", "rights", "abstract", "damage"), BOTH
    )
    odd = replace(item.work, url=f"https://example.org/{ODD}", issue=ODD, pages=ODD, date_evidence=BOTH, **facts)  # type: ignore[arg-type]
    source = Reference(
        "n1", "present", "source", "ar", ODD, ODD, ODD, "2020", url=f"https://example.org/{ODD}", remark=BOTH
    )
    notes = (Note("n1", ODD, "present", text=ODD, received=ODD, paragraphs=("p4",), urls=(ODD,), reference=source),)
    paragraphs = tuple(
        Paragraph(
            each.id,
            each.kind,
            each.level,
            each.label and ODD,
            reading=ODD,
            repaired=ODD,
            received=ODD,
            content_hash="a1b2c3",
        )
        for each in item.paragraphs
    )
    told = {each.id: Summary(each.id, ODD, "a1b2c3") for each in item.paragraphs}
    return replace(item, work=odd, paragraphs=paragraphs, notes=notes, summaries=told)


@pytest.fixture(scope="module")
def edition(whole: WorkEdition, bare: WorkEdition) -> Edition:
    whole = filled(whole)
    lost = {key: value for key, value in whole.summaries.items() if key != "p4"} | {"p6": Summary("p6", "", "", "")}
    works = (
        whole,
        bare,
        without_notes(whole),
        replace(whole, summaries={}),
        replace(whole, summaries=lost),
        hostile(whole),
        replace(bare, paragraphs=(), notes=(), summaries={}, tombstones=()),
    )
    named = tuple(replace(each, work=replace(each.work, id=key)) for key, each in zip(IDS, works, strict=True))
    names = (Name("river", Kind.PLACE, "النهر", "The River", BOTH), Name("odd", Kind.PERSON, ODD, ODD, BOTH, (ODD,)))
    events = (Event("odd", "2021", EventPrecision.YEAR, ODD, ODD, ("hostile#p4", "no-source#p5")),)
    return Edition(named, "1.2.3", names, events)


@pytest.fixture(scope="module")
def made(edition: Edition) -> Mapping[str, bytes]:
    return files(edition, SETTING, without=("pdf",))


def of(work: str, ending: str) -> str:
    return f"downloads/{work}/{work}.{ending}"


@pytest.mark.parametrize("number", range(len(IDS)), ids=IDS)
def test_tei(edition: Edition, made: Mapping[str, bytes], number: int) -> None:
    data, item = made[of(IDS[number], "xml")], edition.works[number]
    assert list(mistakes(parse(data))) == []
    found, wanted = reread(data), kept(item)
    assert (found.paragraphs, found.tombstones) == (wanted.paragraphs, wanted.tombstones)
    assert [note.text for note in found.notes] == [note.text for note in wanted.notes]


@pytest.mark.parametrize("work", [*IDS, "edition"])
def test_tei_by_all_of_tei(made: Mapping[str, bytes], tei_all: etree.RelaxNG, work: str) -> None:
    tei_all.assertValid(parse(made[of(work, "xml")]))


def test_the_corpus(made: Mapping[str, bytes]) -> None:
    assert list(mistakes(parse(made[of("edition", "xml")]))) == []


@pytest.mark.parametrize("work", IDS)
def test_json(made: Mapping[str, bytes], work: str) -> None:
    assert [
        each.message for each in Draft202012Validator(schema()).iter_errors(json.loads(made[of(work, "json")]))
    ] == []


@pytest.mark.parametrize(
    ("ending", "kind"), [("json", "edition"), ("names.json", "names"), ("chronology.json", "chronology")]
)
def test_json_of_the_edition(made: Mapping[str, bytes], ending: str, kind: str) -> None:
    data = json.loads(made[of("edition", ending)])
    assert [each.message for each in Draft202012Validator(schema(kind)).iter_errors(data)] == []


@pytest.mark.parametrize("number", range(len(IDS)), ids=IDS)
def test_text(edition: Edition, made: Mapping[str, bytes], number: int) -> None:
    path, item = of(IDS[number], "txt"), edition.works[number]
    assert (path in made) is item.has_source
    if item.has_source:
        text = made[path].decode("utf-8")
        assert ("----\n" in text) is bool(item.notes)
    assert f"=== {IDS[number]} ===\n" in made[of("edition", "txt")].decode("utf-8")


@pytest.mark.parametrize("work", [*IDS, "edition"])
@pytest.mark.parametrize("tongue", ["", "en."])
def test_citations(made: Mapping[str, bytes], work: str, tongue: str) -> None:
    count = len(IDS) if work == "edition" else 1
    library = bibtexparser.parse_string(made[of(work, f"{tongue}bib")].decode("utf-8"))
    assert (len(library.entries), library.failed_blocks) == (count, [])
    assert len(rispy.loads(made[of(work, f"{tongue}ris")].decode("utf-8"))) == count
    assert len(json.loads(made[of(work, f"{tongue}csl.json")])) == count


def test_references(made: Mapping[str, bytes]) -> None:
    library = bibtexparser.parse_string(made[of("edition", "references.bib")].decode("utf-8"))
    records = rispy.loads(made[of("edition", "references.ris")].decode("utf-8"))
    items = json.loads(made[of("edition", "references.csl.json")])
    assert library.failed_blocks == []
    assert len(library.entries) == len(records) == len(items) == 1


@pytest.mark.parametrize("work", ["edition", "empty"])
def test_epub(made: Mapping[str, bytes], check: Callable[[Path], str], tmp_path: Path, work: str) -> None:
    """The volume holds every document of the other works."""
    path = tmp_path / f"{work}.epub"
    path.write_bytes(made[of(work, "epub")])
    assert check(path) == ""


def test_dataset(made: Mapping[str, bytes]) -> None:
    told = {path.removeprefix("downloads/"): data for path, data in made.items() if path.count("/") == 2}
    holds(
        made["downloads/datapackage.json"], {path: data for path, data in told.items() if not path.startswith("dts/")}
    )
    with zipfile.ZipFile(io.BytesIO(made[of("edition", "zip")])) as archive:
        assert archive.testzip() is None


def test_dts(made: Mapping[str, bytes]) -> None:
    server = Server(made, BASE)
    resources = {str(each["@id"]) for each in server.resources()}
    assert resources == set(IDS)
    for path in (path for path in made if path.startswith("dts/navigation/")):
        server.json(BASE + path, "navigation")
    for path in (path for path in made if path.startswith("dts/document/") and path.endswith(".xml")):
        parse(made[path])


@pytest.mark.parametrize("work", IDS)
def test_pdf(edition: Edition, work: str) -> None:
    """Typst itself refuses what is neither PDF/UA-1 nor PDF/A-2a; the rest is looked into by tests/pdf."""
    (data,) = volumes(edition, SETTING, [work], ["both"]).values()
    with pikepdf.open(io.BytesIO(data)) as pdf:
        metadata = bytes(pdf.Root.Metadata.read_bytes()).decode("utf-8")
        assert "<pdfuaid:part>1</pdfuaid:part>" in metadata
        assert "<pdfaid:conformance>A</pdfaid:conformance>" in metadata
        assert pdf.Root.MarkInfo.Marked
        assert len(pdf.pages) > 1
