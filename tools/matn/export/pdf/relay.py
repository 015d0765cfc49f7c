"""A finished file with its text laid anew: letters in reading order, one code each, whole marked-content sequences."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import chain, groupby

import pikepdf

from matn.export.pdf.content import Reader, Stretch
from matn.export.pdf.lettering import Lettering
from matn.export.pdf.operators import Face
from matn.export.pdf.paint import FAR, Painter
from matn.export.pdf.plain import on_own_lines
from matn.export.pdf.spacing import joined, spanned
from matn.export.pdf.structure import numbered, owners, renumber
from matn.export.pdf.vocabulary import Vocabulary
from matn.export.pdf.words import Word, in_reading_order, on_lines


def relay(pdf: pikepdf.Pdf) -> None:
    """Lay the text of *pdf* anew, in place.

    Args:
        pdf: A tagged file as Typst writes it: Type 0 fonts with TrueType outlines, text in marked content.
    """
    letterings: dict[int, Lettering] = {}
    reader, vocabulary = Reader(), Vocabulary()
    parents = dict(numbered(pdf))
    pages = [_read(page.obj, reader, letterings, parents) for page in pdf.pages]
    lines = [page.lines(reader, vocabulary) for page in pages]
    for cluster in vocabulary.clusters():
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


@dataclass(slots=True)
class Laid:
    """A page whose text has been read: its marked content, whose elements it belongs to, the fonts of its text."""

    page: pikepdf.Object
    stretches: list[Stretch]
    entry: pikepdf.Object | None
    fonts: Mapping[bytes, Lettering]
    plain: frozenset[int]

    def lines(self, reader: Reader, vocabulary: Vocabulary) -> list[list[Word]]:
        """Return the lines of the page that are to be painted anew."""
        found: list[Word] = []
        faces = _faces(self.fonts)
        for at, one in enumerate(self.stretches):
            if at not in self.plain:
                found += in_reading_order(vocabulary.words(reader.blocks(one, faces), at))
        return [spanned(list(joined(line))) for line in on_lines(found)]

    def write(self, pdf: pikepdf.Pdf, lines: Sequence[list[Word]], letterings: Mapping[int, Lettering]) -> None:
        """Give the page its new content, and its structure elements their new numbers."""
        new = _numbers(self.stretches)
        painter = Painter(letterings)
        parts = {part: list(group) for part, group in groupby(chain.from_iterable(lines), key=lambda each: each.part)}
        out = [b"1 0 0 1 0 %d cm\n" % FAR]
        for at, stretch in enumerate(self.stretches):
            out.append(
                _marked(stretch, new, stretch.as_it_is() if at in self.plain else painter.paint(parts.get(at, ())))
            )
        self.page.Contents = pdf.make_stream(b"".join(out))
        self._name_fonts()
        if self.entry is not None:
            renumber(self.page, self.entry, new)

    def _name_fonts(self) -> None:
        """Call each font what it is called on every page, so that a word is written in the same way on all.

        What stays as it is calls it as before.
        """
        resources = pikepdf.Dictionary(dict(self.page.Resources.items()))
        told = {name: font for name, font in resources.get("/Font", {}).items() if not _has_outlines(font)}
        kept = {name for at in self.plain for name in self.stretches[at].fonts}
        for name, lettering in self.fonts.items():
            told[lettering.name] = lettering.font
            if name in kept:
                told[name.decode("latin-1")] = lettering.font
                lettering.keep()
        resources.Font = pikepdf.Dictionary(told)
        self.page.Resources = resources


def _marked(stretch: Stretch, new: Mapping[int, int | None], text: bytes) -> bytes:
    body = b"".join(drawing + b"\n" for drawing in stretch.drawings) + text
    if not stretch.opening:
        return body
    number = new[stretch.numbers[0]] if stretch.numbers else None
    opening = stretch.opening if number is None else stretch.marked_as(number)
    return opening.encode("latin-1") + b"\n" + body + b"EMC\n"


def _read(
    page: pikepdf.Object, reader: Reader, letterings: dict[int, Lettering], parents: Mapping[int, pikepdf.Object]
) -> Laid:
    fonts = _fonts(page, letterings)
    entry = parents.get(int(page.get("/StructParents", -1)))
    owned = owners(entry) if entry is not None else []
    stretches = list(reader.stretches(page.Contents.read_bytes(), _faces(fonts), owned))
    plain = on_own_lines([each.ends for each in stretches], [each.plain for each in stretches])
    return Laid(page, stretches, entry, fonts, frozenset(plain))


def _faces(fonts: Mapping[bytes, Lettering]) -> dict[bytes, Face]:
    return {name: lettering.face for name, lettering in fonts.items()}


def _fonts(page: pikepdf.Object, letterings: dict[int, Lettering]) -> dict[bytes, Lettering]:
    """Return the letterings of the fonts of a page by their names in its content; new ones join *letterings*."""
    fonts = {}
    for name, font in page.Resources.get("/Font", {}).items():
        if _has_outlines(font):
            key = font.objgen[0]
            if key not in letterings:
                letterings[key] = Lettering(font, f"/m{len(letterings)}")
            fonts[name.encode("latin-1")] = letterings[key]
    return fonts


def _has_outlines(font: pikepdf.Object) -> bool:
    """Tell whether *font* is a TrueType one; what Typst's own fonts supply for a rare letter stays as it is."""
    return "/DescendantFonts" in font and "/FontFile2" in font.DescendantFonts[0].FontDescriptor


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
