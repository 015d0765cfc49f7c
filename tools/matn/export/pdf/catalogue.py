"""What a file says of itself: destinations for every anchor, titles in both languages, how it opens."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

import pikepdf

from matn.export.pdf.paint import FAR


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
        top = float(page.obj.MediaBox[3]) - float(found[name]["y"]) + 12
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
    pdf.Root.ViewerPreferences.DisplayDocTitle = True
    pdf.Root.ViewerPreferences.Direction = pikepdf.Name.R2L if told["dir"] == "rtl" else pikepdf.Name.L2R
    with pdf.open_metadata(set_pikepdf_as_editor=False, update_docinfo=False) as meta:
        del meta
