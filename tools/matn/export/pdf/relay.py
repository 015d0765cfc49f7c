"""A finished file with its text laid anew: letters in reading order, one code each, whole marked-content sequences."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import chain, groupby

import pikepdf

from matn.export.pdf.clusters import Cluster, in_reading_order, joined, on_lines, spanned
from matn.export.pdf.content import sequences
from matn.export.pdf.lettering import Lettering
from matn.export.pdf.operators import Face, Glyph
from matn.export.pdf.operators import Sequence as Marked
from matn.export.pdf.paint import FAR, Painter

_NUMBER = re.compile(rb"/MCID\s+\d+")


@dataclass(slots=True)
class Stretch:
    """Marked content of one structure element without a break: the numbers of what it replaces, what is in it."""

    opening: bytes
    owner: object
    numbers: list[int]
    glyphs: list[Glyph]
    drawings: list[bytes]

    def takes(self, other: Stretch) -> bool:
        """Tell whether *other*, which follows, belongs to the same sequence."""
        return self.owner == other.owner and _kind(self.opening) == _kind(other.opening)


def relay(pdf: pikepdf.Pdf) -> None:
    """Lay the text of *pdf* anew, in place.

    Args:
        pdf: A tagged file as Typst writes it: Type 0 fonts with TrueType outlines, text in marked content.
    """
    letterings: dict[int, Lettering] = {}
    parents = dict(_numbered(pdf))
    pages = [_read(page.obj, letterings, parents) for page in pdf.pages]
    lines = [page.lines() for page in pages]
    for cluster in chain.from_iterable(chain.from_iterable(lines)):
        letterings[cluster.main.face.key].learn(cluster)
    for page, told in zip(pages, lines, strict=True):
        page.write(pdf, told, letterings)
        _lift(page.page)
    for lettering in letterings.values():
        lettering.finish(pdf)


def _lift(page: pikepdf.Object) -> None:
    """Put the page, whose content has been lifted, and its links where the content is."""
    for box in ("/MediaBox", "/CropBox", "/TrimBox", "/BleedBox", "/ArtBox"):
        if box in page:
            page[box] = _lifted(page[box])
    for annotation in page.get("/Annots", []):
        annotation.Rect = _lifted(annotation.Rect)
        if "/QuadPoints" in annotation:
            annotation.QuadPoints = _lifted(annotation.QuadPoints)


def _lifted(values: pikepdf.Object) -> pikepdf.Array:
    return pikepdf.Array([value + Decimal(int(FAR)) * (at % 2) for at, value in enumerate(values)])


def _numbered(pdf: pikepdf.Pdf) -> Iterator[tuple[int, pikepdf.Object]]:
    """Yield the entries of the parent tree (PDF 32000-1, 14.7.4.4), however deep it is."""
    nodes = [pdf.Root.StructTreeRoot.ParentTree]
    while nodes:
        node = nodes.pop()
        nodes += list(node.get("/Kids", []))
        told = list(node.get("/Nums", []))
        yield from zip(map(int, told[::2]), told[1::2], strict=True)


@dataclass(slots=True)
class Laid:
    """A page whose text has been read: its marked content, whose elements it belongs to, what it calls its fonts."""

    page: pikepdf.Object
    stretches: list[Stretch]
    owners: pikepdf.Object | None
    names: dict[int, bytes]

    def lines(self) -> list[list[Cluster]]:
        """Return the lines of the page, as they are to be painted."""
        found = [each for at, one in enumerate(self.stretches) for each in in_reading_order(one.glyphs, at)]
        return [list(spanned(list(joined(line)))) for line in on_lines(found)]

    def write(self, pdf: pikepdf.Pdf, lines: Sequence[list[Cluster]], letterings: Mapping[int, Lettering]) -> None:
        """Give the page its new content, and its structure elements their new numbers."""
        new = _numbers(self.stretches)
        painter = Painter(self.names, letterings)
        parts = {part: list(group) for part, group in groupby(chain.from_iterable(lines), key=lambda each: each.part)}
        out = [b"1 0 0 1 0 %d cm\n" % FAR]
        for at, stretch in enumerate(self.stretches):
            body = b"".join(drawing + b"\n" for drawing in stretch.drawings)
            out.append(_marked(stretch, new, body + (painter.paint(parts[at]) if at in parts else b"")))
        self.page.Contents = pdf.make_stream(b"".join(out))
        if self.owners is not None:
            _renumber(self.page, self.owners, new)


def _marked(stretch: Stretch, new: Mapping[int, int | None], body: bytes) -> bytes:
    if not stretch.opening:
        return body
    number = new[stretch.numbers[0]] if stretch.numbers else None
    opening = stretch.opening if number is None else _NUMBER.sub(b"/MCID %d" % number, stretch.opening)
    return opening + b"\n" + body + b"EMC\n"


def _read(page: pikepdf.Object, letterings: dict[int, Lettering], parents: Mapping[int, pikepdf.Object]) -> Laid:
    faces, names = _fonts(page, letterings)
    owners = parents.get(int(page.get("/StructParents", -1)))
    found = sequences(page.Contents.read_bytes(), faces)
    return Laid(page, list(_stretches(found, list(owners) if owners is not None else [])), owners, names)


def _fonts(page: pikepdf.Object, letterings: dict[int, Lettering]) -> tuple[dict[bytes, Face], dict[int, bytes]]:
    faces, names = {}, {}
    for name, font in page.Resources.get("/Font", {}).items():
        if not _has_outlines(font):
            continue
        key = font.objgen[0]
        if key not in letterings:
            letterings[key] = Lettering(font)
        faces[name.encode("latin-1")] = letterings[key].face
        names[key] = name.encode("latin-1")
    return faces, names


def _has_outlines(font: pikepdf.Object) -> bool:
    """Tell whether *font* is a TrueType one; what Typst's own fonts supply for a rare letter stays as it is."""
    return "/DescendantFonts" in font and "/FontFile2" in font.DescendantFonts[0].FontDescriptor


def _stretches(found: Iterable[Marked], owners: list[pikepdf.Object]) -> Iterator[Stretch]:
    last: Stretch | None = None
    for sequence in found:
        owner = None if sequence.number is None else owners[sequence.number].objgen
        numbers = [] if sequence.number is None else [sequence.number]
        glyphs = [item for item in sequence.items if isinstance(item, Glyph)]
        drawings = [item for item in sequence.items if isinstance(item, bytes)]
        stretch = Stretch(sequence.opening, owner, numbers, glyphs, drawings)
        if last and not numbers and not glyphs:
            yield stretch  # a line under the text: drawn before it, it does not part what it underlines
            continue
        if last and last.takes(stretch):
            last.numbers += numbers
            last.glyphs += glyphs
            last.drawings += drawings
            continue
        if last:
            yield last
        last = stretch
    if last:
        yield last


def _kind(opening: bytes) -> bytes:
    return _NUMBER.sub(b"", opening)


def _numbers(stretches: Iterable[Stretch]) -> dict[int, int | None]:
    """Return the new number of each old one; None where it has become part of another's sequence."""
    new: dict[int, int | None] = {}
    count = 0
    for stretch in stretches:
        if stretch.numbers:
            new.update(dict.fromkeys(stretch.numbers))
            new[stretch.numbers[0]] = count
            count += 1
    return new


def _renumber(page: pikepdf.Object, owners: pikepdf.Object, new: Mapping[int, int | None]) -> None:
    """Put the new numbers into the structure elements of *page* and into its entry of the parent tree."""
    elements = {owner.objgen: owner for owner in owners}
    for element in elements.values():
        kept = pikepdf.Array(
            [kid for kid in (_kid(kid, element, page, new) for kid in _kids(element)) if kid is not None]
        )
        element.K = kept if len(kept) != 1 else kept[0]
    told = sorted((number, old) for old, number in new.items() if number is not None)
    page_owners = [owners[old] for _, old in told]
    del owners[:]
    owners.extend(page_owners)


def _kids(element: pikepdf.Object) -> list[object]:
    kids: object = element.get("/K", [])
    return list(kids) if isinstance(kids, pikepdf.Array) else [kids]


def _kid(kid: object, element: pikepdf.Object, page: pikepdf.Object, new: Mapping[int, int | None]) -> object | None:
    """Return *kid* as it is to be; None if it has become part of another sequence."""
    if isinstance(kid, int):
        return new.get(kid, kid) if element.get("/Pg") is not None and element.Pg.objgen == page.objgen else kid
    if isinstance(kid, pikepdf.Dictionary) and kid.get("/Type") == "/MCR" and kid.Pg.objgen == page.objgen:
        number = new.get(int(kid.MCID))
        if number is None:
            return None
        kid.MCID = number
    return kid
