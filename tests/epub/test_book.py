"""Books in EPUB 3: valid, whole, linked both ways, the same every time."""

from __future__ import annotations

import io
import posixpath
import zipfile
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from lxml import etree

from matn.edition.model import Edition, WorkEdition
from matn.errors import MissingToolError
from matn.export.epub import offers, written
from matn.export.epub.notes import is_web
from matn.export.epub.package import Book
from matn.export.epub.plan import plan, told
from matn.export.epub.xhtml import OPS, XHTML
from matn.export.offer import Setting
from matn.export.tei_xml import plain
from matn.site.words import Words

from ..export.conftest import CASES
from ..export.made import works as made_works
from .conftest import ROOT

H, KIND = f"{{{XHTML}}}", f"{{{OPS}}}type"
IMAGE = b"\x89PNG\r\n\x1a\n"
Files = Mapping[str, bytes]


def opened(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def volume(edition: Edition, setting: Setting) -> bytes:
    return next(iter(offers(edition))).make(setting)


def single(item: WorkEdition, setting: Setting) -> bytes:
    return written(Book(item.work.id, item.work.title, (item,)), IMAGE, setting)


def documents(files: Files) -> Iterator[tuple[str, etree._Element]]:
    for name, data in files.items():
        if name.endswith(".xhtml"):
            yield name, etree.fromstring(data)


def kinds(files: Files, kind: str) -> list[tuple[str, etree._Element]]:
    """Elements whose ``epub:type`` is *kind*, with the document they stand in."""
    return [(name, made) for name, root in documents(files) for made in root.iter() if made.get(KIND) == kind]


def shown(made: etree._Element) -> str:
    """The words of a paragraph: without its number, without calls of notes."""
    parts = [made.text or ""]
    for child in made:
        aside = child.get("class") in {"num", "label"} or child.tag in {f"{H}sup", f"{H}ul"}
        parts += ["" if aside else shown(child), child.tail or ""]
    return "".join(parts)


# EPUBCheck takes some seconds a file; the volumes hold every document of the single works.
@pytest.mark.parametrize("name", ["hostile", "specimen", "with-sources", "without-sources"])
def test_epubcheck_finds_nothing(
    name: str,
    edition: Edition,
    works: Callable[[str, bool], WorkEdition],
    real: Callable[[bool], Edition],
    setting: Setting,
    check: Callable[[Path], str],
    tmp_path: Path,
) -> None:
    path = tmp_path / f"{name}.epub"
    if name == "specimen":
        found = list(offers(Edition((works("specimen", True),), "test")))
        path.write_bytes(found[1].make(setting))
    else:
        path.write_bytes(volume(edition if name == "hostile" else real(name == "with-sources"), setting))
    assert check(path) == ""


def test_epubcheck_finds_what_is_wrong(
    edition: Edition, setting: Setting, check: Callable[[Path], str], tmp_path: Path
) -> None:
    path = tmp_path / "wrong.epub"
    path.write_bytes(volume(edition, setting).replace(b"application/epub+zip", b"application/epub+zap"))
    assert "ERROR" in check(path)


def test_the_container_is_as_the_standard_has_it(edition: Edition, setting: Setting) -> None:
    data = volume(edition, setting)
    assert data[30:58] == b"mimetypeapplication/epub+zip"
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
    assert volume(edition, setting) == data


def test_the_cover_is_a_picture_made_of_type(edition: Edition, setting: Setting) -> None:
    books = [opened(offer.make(setting)) for offer in offers(edition)]
    covers = [files["EPUB/cover.png"] for files in books]
    assert [(data[:8], data[16:24]) for data in covers] == [(IMAGE, (1200).to_bytes(4) + (1800).to_bytes(4))] * 3
    assert len(set(covers)) == 2  # the two works have the same title
    described = dict(documents(books[1]))["EPUB/cover.xhtml"].find(f".//{H}img").get("alt")
    assert described == "النهر & أهله <b>، سلمى الوراق"


def test_every_document_says_its_language_and_direction(edition: Edition, setting: Setting) -> None:
    files = opened(volume(edition, setting))
    for name, root in documents(files):
        language = root.get("lang")
        assert root.get("{http://www.w3.org/XML/1998/namespace}lang") == language, name
        assert root.get("dir") == {"ar": "rtl", "en": "ltr"}[language], name
    opf = etree.fromstring(files["EPUB/package.opf"])
    assert opf.find("{*}spine").get("page-progression-direction") == "rtl"


def test_it_says_for_whom_it_is_fit(edition: Edition, setting: Setting) -> None:
    opf = etree.fromstring(opened(volume(edition, setting))["EPUB/package.opf"])
    told: dict[str, list[str]] = {}
    for made in opf.iter("{*}meta"):
        told.setdefault(made.get("property"), []).append(made.text)
    assert told["schema:accessMode"] == told["schema:accessModeSufficient"] == ["textual"]
    assert {"pageNavigation", "tableOfContents", "structuralNavigation"} <= set(told["schema:accessibilityFeature"])
    assert len(told["schema:accessibilitySummary"]) == 2
    assert told["dcterms:conformsTo"] == ["EPUB Accessibility 1.1 - WCAG 2.2 Level AA"]
    assert told["dcterms:modified"] == ["2026-11-01T00:00:00Z"]


def dangling(files: Files) -> list[str]:
    """Links within the book that lead nowhere."""
    there = {f"{name}#{made.get('id')}" for name, root in documents(files) for made in root.iter() if made.get("id")}
    there |= set(files)
    wrong = []
    for name, root in documents(files):
        for made in root.iter(f"{H}a"):
            href = str(made.get("href"))
            if not href.startswith(("http:", "https:")):
                file, sign, anchor = href.partition("#")
                target = posixpath.normpath(posixpath.join(posixpath.dirname(name), file)) if file else name
                wrong += [] if f"{target}{sign}{anchor}" in there else [f"{name}: {href}"]
    return wrong


@pytest.mark.parametrize("present", [True, False])
def test_every_link_leads_somewhere(real: Callable[[bool], Edition], setting: Setting, present: bool) -> None:
    assert dangling(opened(volume(real(present), setting))) == []


def test_links_of_the_hostile_edition(edition: Edition, setting: Setting) -> None:
    files = opened(volume(edition, setting))
    assert dangling(files) == []
    assert not any("javascript" in str(made.get("href")) for _, root in documents(files) for made in root.iter())
    assert not list(etree.fromstring(files["EPUB/nahr-2021/text-1.xhtml"]).iter(f"{H}script", f"{H}em"))


def test_notes_are_footnotes_and_lead_back(edition: Edition, setting: Setting) -> None:
    files = opened(single(edition.works[0], setting))
    notes = {str(made.get("id")): made for _, made in kinds(files, "footnote")}
    assert list(notes) == ["n1", "n2", "n3", "n4"]
    assert {made.get("role") for made in notes.values()} == {"doc-footnote"}
    calls = {str(made.get("id")): str(made.get("href")).rpartition("#")[2] for _, made in kinds(files, "noteref")}
    assert calls == {"n1-ref": "n1", "n2-ref": "n2", "n1-ref-2": "n1", "n3-ref": "n3"}
    back = [
        (key, str(link.get("href")).rpartition("#")[2])
        for key, made in notes.items()
        for link in made.iter(f"{H}a")
        if link.get("role") == "doc-backlink"
    ]
    assert sorted(back) == sorted((note, call) for call, note in calls.items())


@pytest.mark.parametrize(("work", "present"), CASES)
def test_the_list_of_pages_has_every_paragraph(
    works: Callable[[str, bool], WorkEdition], setting: Setting, work: str, present: bool
) -> None:
    item = works(work, present)
    files = opened(single(item, setting))
    (_, listed), *_ = kinds(files, "page-list")
    links = [(made.text, str(made.get("href")).rpartition("#")[2]) for made in listed.iter(f"{H}a")]
    assert links == [(p.id[1:], f"{p.id}-page") for p in item.paragraphs]
    breaks = [made.get("id") for _, made in kinds(files, "pagebreak")]
    assert breaks == [f"{p.id}-page" for p in item.paragraphs]


@pytest.mark.parametrize("work", dict(CASES))
def test_the_whole_text_is_there(works: Callable[[str, bool], WorkEdition], setting: Setting, work: str) -> None:
    hold_to_the_text(works(work, True), setting)


@settings(max_examples=40, deadline=None)
@given(made_works())
def test_anything_comes_through(item: WorkEdition) -> None:
    from matn.export.cite import Site, load_imprint

    hold_to_the_text(item, Setting(ROOT, Site(load_imprint(ROOT)), Words))


def hold_to_the_text(item: WorkEdition, setting: Setting) -> None:
    files = opened(single(item, setting))
    texts = {
        str(made.get("id")): shown(made).removeprefix(" ")
        for name, root in documents(files)
        if "/text-" in name
        for made in root.iter()
        if made.get("id")
    }
    for paragraph in item.paragraphs:
        assert texts[paragraph.id].endswith(line_ends(paragraph.reading)), paragraph.id
    assert dangling(files) == []


def line_ends(text: str | None) -> str:
    """*text* as XML keeps it: what it cannot carry is replaced, and a parser gives every line end as a line feed."""
    return plain(text or "")


def test_every_emendation_and_gap_is_told(works: Callable[[str, bool], WorkEdition], setting: Setting) -> None:
    item = works("specimen", True)
    files = opened(single(item, setting))
    listed = {str(made.get("id")) for _, root in documents(files) for made in root.iter(f"{H}li")}
    wanted = {f"{text.id}-c{place}" for text in item.paragraphs for place, _ in told(text.alterations)}
    assert wanted
    assert wanted <= listed
    linked = [made for _, root in documents(files) for made in root.iter(f"{H}a") if made.get("class") == "corr"]
    assert linked


def test_without_anything_it_is_still_a_book(whole: WorkEdition, setting: Setting) -> None:
    files = opened(single(replace(whole, paragraphs=(), notes=(), summaries={}, tombstones=()), setting))
    assert dangling(files) == []
    assert not kinds(files, "page-list")


def test_a_chapter_begins_with_each_heading_of_the_highest_level(works: Callable[[str, bool], WorkEdition]) -> None:
    made = plan(works("specimen", True), "", Words)
    tops = [chapter.paragraphs[0] for chapter in made.chapters[1:]]
    assert tops
    assert {(p.kind.value, p.level) for p in tops} == {("heading", min(p.level for p in tops))}


def test_typefaces_that_are_missing_are_named(whole: WorkEdition, setting: Setting, tmp_path: Path) -> None:
    with pytest.raises(MissingToolError, match="make assets"):
        single(whole, replace(setting, root=tmp_path))


@pytest.mark.parametrize(
    ("url", "may"),
    [
        ("https://example.org/a", True),
        ("http://example.org:8080/", True),
        ("javascript:alert(1)", False),
        ("https://", False),
        ("https://[::1", False),
        ("https://a:b/", False),
        ("ftp://example.org", False),
    ],
)
def test_what_may_be_a_link(url: str, may: bool) -> None:
    assert is_web(url) is may
