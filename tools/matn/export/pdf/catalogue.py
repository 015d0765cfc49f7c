"""What a file says of itself: destinations for every anchor, titles in both languages, how it opens."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

import pikepdf
from lxml import etree

from matn.export.pdf.paint import FAR

_RDF, _DC = "http://www.w3.org/1999/02/22-rdf-syntax-ns#", "http://purl.org/dc/elements/1.1/"
_PACKET = b'<?xpacket begin="\xef\xbb\xbf" id="W5M0MpCehiHzreSzNTczkc9d"?>%s<?xpacket end="r"?>'
_LINE = 14
"""How far above an anchor's line a file opens, in points."""


def describe(pdf: pikepdf.Pdf, told: Mapping[str, Any], places: Iterable[Mapping[str, Any]]) -> None:
    """Add named destinations and metadata to *pdf*.

    Args:
        pdf: A volume whose pages have been lifted by :data:`FAR`.
        told: Its data.
        places: Anchor, page (from 1) and distance from the page's upper edge in points.
    """
    _lift_destinations(pdf)
    found = {place["id"]: place for place in places}
    stones = {old: new for work in told["works"] for old, new in work["stones"].items()}
    for old, new in stones.items():
        if new in found:
            found.setdefault(old, found[new])
    names = pikepdf.Array()
    for name in sorted(found, key=lambda each: each.encode("utf-8")):
        page = pdf.pages[found[name]["page"] - 1]
        top = float(page.obj.MediaBox[3]) - float(found[name]["y"]) + _LINE
        names.append(pikepdf.String(name))
        names.append(pikepdf.Array([page.obj, pikepdf.Name.XYZ, None, round(top, 2), None]))
    if "/Names" not in pdf.Root:
        pdf.Root.Names = pikepdf.Dictionary()
    pdf.Root.Names.Dests = pdf.make_indirect(pikepdf.Dictionary(Names=names))
    _metadata(pdf, told)


def _lift_destinations(pdf: pikepdf.Pdf) -> None:
    """Raise the destinations that Typst wrote, of links and of the outline, as the pages were."""
    for place in pdf.objects:
        if isinstance(place, pikepdf.Dictionary):
            for key in ("/D", "/Dest"):
                if isinstance(place.get(key), pikepdf.Array):
                    _lift(place[key])


def _lift(place: pikepdf.Object) -> None:
    if len(place) == 5 and place[1] == pikepdf.Name.XYZ and place[3] is not None and float(place[3]) < FAR:
        place[3] = round(float(place[3]) + FAR, 2)


def _metadata(pdf: pikepdf.Pdf, told: Mapping[str, Any]) -> None:
    """Tell title and author in both languages, and how the file opens.

    Direction right to left is told only of a book without a line from left to right: with it pdfium, Chrome's engine,
    takes every line for one from right to left and turns its words round (CPDF_TextPage::CloseTempLine).
    """
    pdf.Root.ViewerPreferences.DisplayDocTitle = True
    backward = told["dir"] == "rtl" and not any(map(_forward, told["works"])) and not told["whole"]
    pdf.Root.ViewerPreferences.Direction = pikepdf.Name.R2L if backward else pikepdf.Name.L2R
    tree = etree.fromstring(pdf.Root.Metadata.read_bytes())
    for tag, texts in (("title", told["title"]), ("description", told["edition"])):
        _alternatives(tree, tag, texts, told["lang"])
    pdf.Root.Metadata = pdf.make_stream(_PACKET % etree.tostring(tree, encoding="utf-8"))
    pdf.Root.Metadata.Type, pdf.Root.Metadata.Subtype = pikepdf.Name.Metadata, pikepdf.Name.XML


def _forward(work: Mapping[str, Any]) -> bool:
    """Tell whether a paragraph or note of *work* is set from left to right, or a summary is."""
    return any(row["dir"] == "ltr" or row["summary"] for row in work["rows"]) or any(
        note["dir"] == "ltr" for note in work["notes"]
    )


def _alternatives(tree: etree._Element, tag: str, texts: Mapping[str, str], first: str) -> None:
    """Write a property of Dublin Core with its text in both languages, that of the volume as the default."""
    home = tree.find(f".//{{{_RDF}}}Description")
    for old in tree.iter(f"{{{_DC}}}{tag}"):
        home = old.getparent()
        home.remove(old)
        break
    options = etree.SubElement(etree.SubElement(home, f"{{{_DC}}}{tag}"), f"{{{_RDF}}}Alt")
    for language, text in (("x-default", texts[first]), *((each, texts[each]) for each in sorted(texts))):
        made = etree.SubElement(options, f"{{{_RDF}}}li")
        made.set("{http://www.w3.org/XML/1998/namespace}lang", language)
        made.text = text
