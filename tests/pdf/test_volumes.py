"""Every volume is a tagged, archivable, accessible file: what pikepdf can see of PDF/UA-1 and PDF/A-2a."""

from __future__ import annotations

import ctypes
import re
import sys
from collections.abc import Iterator, Mapping
from dataclasses import replace
from io import BytesIO
from itertools import pairwise
from pathlib import Path

import pikepdf
import pypdfium2.raw as pdfium
import pytest
from pypdf import PdfReader
from pypdfium2 import PdfDocument
from tests.pdf.conftest import ADDRESS

from matn.edition.model import Edition, Paragraph
from matn.errors import MissingToolError
from matn.export.offer import Setting
from matn.export.pdf import offers, volumes
from matn.export.pdf.press import Job, fonts, printed
from matn.export.pdf.store import Store
from matn.export.pdf.volumes import job
from matn.structure.model import BlockKind

_MCID = re.compile(rb"/MCID (\d+)")


def fonts_of(pdf: pikepdf.Pdf) -> Iterator[pikepdf.Object]:
    for page in pdf.pages:
        yield from page.Resources.get("/Font", pikepdf.Dictionary()).values()


def elements(pdf: pikepdf.Pdf) -> Iterator[pikepdf.Object]:
    """Every structure element, in the order of the document, parents first."""
    nodes = [pdf.Root.StructTreeRoot.K]
    while nodes:
        node = nodes.pop()
        if isinstance(node, pikepdf.Array):
            nodes += reversed(list(node))
        elif isinstance(node, pikepdf.Dictionary) and "/S" in node:
            yield node
            nodes.append(node.get("/K", pikepdf.Array()))


def destinations(pdf: pikepdf.Pdf) -> dict[str, pikepdf.Object]:
    told = list(pdf.Root.Names.Dests.Names)
    return {str(name): place for name, place in zip(told[::2], told[1::2], strict=True)}


def test_says_what_it_is(volume: pikepdf.Pdf) -> None:
    metadata = bytes(volume.Root.Metadata.read_bytes()).decode("utf-8")
    assert "<pdfaid:part>2</pdfaid:part>" in metadata
    assert "<pdfaid:conformance>A</pdfaid:conformance>" in metadata
    assert "<pdfuaid:part>1</pdfuaid:part>" in metadata
    assert 'xml:lang="ar"' in metadata
    assert 'xml:lang="en"' in metadata
    assert volume.Root.MarkInfo.Marked
    assert str(volume.Root.Lang) in ("ar", "en")
    assert volume.Root.ViewerPreferences.DisplayDocTitle
    assert volume.docinfo.Title
    assert volume.Root.Outlines.Count
    assert volume.pdf_version == "1.7"


def test_embeds_its_fonts_with_a_text_for_every_code(volume: pikepdf.Pdf) -> None:
    assert list(fonts_of(volume))
    for font in fonts_of(volume):
        child = font.DescendantFonts[0]
        assert "/FontFile2" in child.FontDescriptor
        assert child.CIDToGIDMap == pikepdf.Name.Identity
        texts = font.ToUnicode.read_bytes().partition(b"endcodespacerange")[2]
        told = re.findall(rb"^<([0-9A-F]{4})> <[0-9A-F]{4,}>$", texts, re.MULTILINE)
        codes = {int(code, 16) for code in told}
        runs = zip(list(child.W)[::2], list(child.W)[1::2], strict=True)
        assert codes == {int(first) + at for first, widths in runs for at in range(len(widths))}


def test_shows_no_code_without_a_text(volume: pikepdf.Pdf) -> None:
    for page in volume.pages:
        fonts_here = page.Resources.get("/Font", {})
        known = {str(name): font.ToUnicode.read_bytes() for name, font in fonts_here.items()}
        shown = re.findall(rb"(/\w+) [\d.]+ Tf|<([0-9A-F]{4})> Tj", page.Contents.read_bytes())
        font = b""
        for name, code in shown:
            font = name or font
            assert name or b"<%s>" % code in known[font.decode()]


def test_structure_and_content_agree(volume: pikepdf.Pdf) -> None:
    tree = volume.Root.StructTreeRoot.ParentTree
    told = list(tree.Nums) if "/Nums" in tree else [each for kid in tree.Kids for each in kid.Nums]
    parents = {int(key): value for key, value in zip(told[::2], told[1::2], strict=True)}
    owned: dict[tuple[int, int], tuple[int, int]] = {}
    pages = {page.obj.objgen: number for number, page in enumerate(volume.pages)}
    for element in elements(volume):
        kids = element.get("/K", pikepdf.Array())
        for kid in kids if isinstance(kids, pikepdf.Array) else [kids]:
            if isinstance(kid, int):
                owned[pages[element.Pg.objgen], kid] = element.objgen
            elif isinstance(kid, pikepdf.Dictionary) and kid.get("/Type") == "/MCR":
                owned[pages[kid.Pg.objgen], int(kid.MCID)] = element.objgen
    for number, page in enumerate(volume.pages):
        inside = [int(found) for found in _MCID.findall(page.Contents.read_bytes())]
        assert inside == list(range(len(inside)))
        owners = list(parents.get(int(page.obj.get("/StructParents", -1)), []))
        assert [owner.objgen for owner in owners] == [owned[number, at] for at in inside]


def test_every_element_has_its_parent(volume: pikepdf.Pdf) -> None:
    root = volume.Root.StructTreeRoot.objgen
    known = {element.objgen for element in elements(volume)} | {root}
    assert all(element.P.objgen in known for element in elements(volume))


def test_levels_of_headings_leave_none_out(volume: pikepdf.Pdf) -> None:
    found = [int(str(e.S)[2:]) for e in elements(volume) if re.fullmatch(r"/H\d", str(e.S))]
    assert found[0] == 1
    assert all(level <= before + 1 for before, level in pairwise(found))


def test_pictures_are_described(volume: pikepdf.Pdf) -> None:
    pictures = [element for element in elements(volume) if element.S == "/Figure"]
    assert pictures
    assert all(ADDRESS in str(element.Alt) for element in pictures)


def test_every_anchor_is_a_destination(volume: pikepdf.Pdf, named: Edition) -> None:
    found = destinations(volume)
    whole = "nahr-2020-p1" in found
    for item in named.works:
        prefix = f"{item.work.id}-" if whole else ""
        anchors = [p.id for p in item.paragraphs] + [n.id for n in item.notes] + ["p13"]
        assert {prefix + anchor for anchor in anchors if anchor != "p13" or item.tombstones} <= set(found)
    for place in found.values():
        box = next(page for page in volume.pages if page.obj.objgen == place[0].objgen).MediaBox
        assert float(box[1]) <= float(place[3]) <= float(box[3]) + 20


def test_destinations_are_in_the_order_of_their_bytes(volume: pikepdf.Pdf) -> None:
    names = [bytes(name) for name in list(volume.Root.Names.Dests.Names)[::2]]
    assert names == sorted(names)


def test_links_lead_to_the_web_or_into_the_file(volume: pikepdf.Pdf) -> None:
    links = [each for page in volume.pages for each in page.obj.get("/Annots", [])]
    addresses = {str(each.A.URI) for each in links if "/A" in each and "/URI" in each.A}
    assert any(address.startswith(ADDRESS) for address in addresses)
    assert all(address.startswith(("https://", "http://")) for address in addresses)
    for page in volume.pages:
        for each in page.obj.get("/Annots", []):
            assert float(page.MediaBox[1]) <= float(each.Rect[1]) <= float(page.MediaBox[3])


def test_the_same_job_gives_the_same_bytes(specimen_job: Job) -> None:
    assert printed(specimen_job) == printed(specimen_job)


@pytest.mark.parametrize("at_once", [1, 2])
def test_volumes_are_the_same_by_one_process_or_two(
    at_once: int, named: Edition, made: Mapping[str, bytes], setting: Setting, monkeypatch: pytest.MonkeyPatch
) -> None:
    making = sys.modules["matn.export.pdf.volumes"]
    monkeypatch.setattr(making, "_AT_ONCE", at_once)
    monkeypatch.setattr(Store, "get", lambda *_: None)
    again = volumes(named, setting, ["", "nahr-2021"], ["en", "both"])
    assert len(again) == 4
    assert again == {path: made[path] for path in again}


def test_offers_are_what_is_made(named: Edition, made: Mapping[str, bytes], setting: Setting) -> None:
    told = list(offers(named))
    assert [offer.download.path for offer in told] == list(made)
    assert {offer.download.language for offer in told} == {"ar", "both", "en"}
    assert told[0].make(setting) == made[told[0].download.path]


def test_one_work_is_made_alone(named: Edition, made: Mapping[str, bytes], setting: Setting) -> None:
    path = "downloads/nahr-2021/nahr-2021.ar.pdf"
    assert volumes(named, setting, ["nahr-2021"], ["ar"]) == {path: made[path]}


def test_without_an_address_nothing_links_to_the_site(named: Edition, setting: Setting) -> None:
    local = replace(setting, site=replace(setting.site, address=""))
    data = volumes(named, local, ["nahr-2021"], ["ar"])["downloads/nahr-2021/nahr-2021.ar.pdf"]
    assert ADDRESS.encode() not in data


def test_missing_typefaces_are_told(tmp_path: Path) -> None:
    with pytest.raises(MissingToolError, match="typefaces"):
        fonts(tmp_path)


def test_a_letter_that_no_typeface_has_is_told_by_its_number(named: Edition, setting: Setting) -> None:
    first = named.works[0]
    odd = replace(first.paragraphs[3], reading="كلمة 漢 ثم 😀 نهاية")
    item = replace(first, paragraphs=(*first.paragraphs[:3], odd, *first.paragraphs[4:]))
    data = printed(job(replace(named, works=(item,)), item.work.id, "ar", setting))
    text = " ".join(page.extract_text() for page in PdfReader(BytesIO(data)).pages)
    assert "U+6F22" in text
    assert "U+1F600" in text


def test_controls_and_halves_of_letters_do_no_harm(named: Edition, setting: Setting) -> None:
    odd = "عنوان \x00\x02 \ud800 \ufffe {{x}} \\textbf{y} ]]> \u202e"
    first = named.works[0]
    told = replace(first.work, title={"ar": odd, "en": odd}, author={"ar": odd, "en": odd}, url=odd)
    item = replace(first, work=told)
    assert printed(job(replace(named, works=(item,)), item.work.id, "both", setting)).startswith(b"%PDF-1.7")


def lines_with(data: bytes, word: str) -> Iterator[dict[str, float]]:
    """Where on its line the first *word* of each page begins, and where the first digit, from the left in points."""
    for page in PdfDocument(data):
        text = page.get_textpage()
        told = [
            (chr(pdfium.FPDFText_GetUnicode(text.raw, at)), *spot(text.raw, at)) for at in range(text.count_chars())
        ]
        found = "".join(letter for letter, _, _ in told).find(word)
        if found >= 0:
            height = told[found][2]
            line = [(letter, x) for letter, x, y in told if abs(y - height) < 3]
            yield {"word": told[found][1], "number": min(x for letter, x in line if letter.isdigit())}


def spot(text: object, at: int) -> tuple[float, float]:
    x, y = ctypes.c_double(), ctypes.c_double()
    pdfium.FPDFText_GetCharOrigin(text, at, x, y)
    return x.value, y.value


def test_latin_headings_and_paragraphs_keep_the_sides_of_an_arabic_book(named: Edition, setting: Setting) -> None:
    """The contents go from right to left all through; beside summaries every number hangs in the outer margin."""
    first = named.works[0]
    heading = Paragraph("p13", BlockKind.HEADING, level=1, language="en", reading="Kept Waters")
    item = replace(first, paragraphs=(*first.paragraphs, heading), tombstones=())
    data = printed(job(replace(named, works=(item,)), item.work.id, "both", setting))
    contents, text = lines_with(data, "Kept Waters")
    assert contents["number"] < contents["word"]
    assert text["number"] > text["word"] + 200
    (paragraph,) = lines_with(data, "An English paragraph")
    assert paragraph["number"] > paragraph["word"] + 200
