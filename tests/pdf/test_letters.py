"""The parts of laying text anew: reading a page, putting clusters in order, making a font."""

from __future__ import annotations

from collections.abc import Mapping
from io import BytesIO

import pikepdf
import pytest
from fontTools.ttLib import TTFont

from matn.export.pdf.clusters import Put, Sort
from matn.export.pdf.content import Block, Reader, Stretch
from matn.export.pdf.inks import Ink
from matn.export.pdf.operators import Face, Glyph, Sequence, one_sequence
from matn.export.pdf.press import Job, _typeset
from matn.export.pdf.relay import _fonts
from matn.export.pdf.spacing import joined, spanned
from matn.export.pdf.truetype import Composer
from matn.export.pdf.vocabulary import Vocabulary
from matn.export.pdf.words import in_reading_order, on_lines

FACE = Face(1, {0: 0.0, 5: 500.0}, {})
"""A font whose glyphs have no width or half their size, as their numbers say."""


def block(text: str, x: float, width: int = 5) -> Block:
    """A letter in a block of its own, ten points large."""
    sort = Sort(FACE, 10.0, width, text, False)
    return x, 0.0, "", ((Ink(((sort, 0.0, 0.0),)), 0.0),)


def read(blocks: list[Block]) -> str:
    words = in_reading_order(Vocabulary().words(blocks, 0))
    return "".join(
        cluster.text
        for word in words
        for cluster, _ in (reversed(word.shape.clusters) if word.backward else word.shape.clusters)
    )


@pytest.mark.parametrize(
    ("shown", "expected"),
    [
        ([("ب", 0, 5), ("ا", 5, 5), ("ب", 10, 5)], "باب"),
        ([("a", 0, 5), ("b", 5, 5)], "ab"),
        ([(" ", 20, 5), ("م", 25, 5), ("2", 0, 5), ("4", 5, 5)], "م 24"),
        ([("بّ", 0, 0), ("بّ", 0, 5), ("ا", 5, 5)], "ابّ"),
        ([("a", 0, 5), ("ب", 5, 5), ("ا", 10, 5), ("c", 15, 5)], "aابc"),
    ],
    ids=["arabic", "latin", "a number to the left", "a letter with its mark", "arabic in latin"],
)
def test_runs_come_in_reading_order(shown: list[tuple[str, float, int]], expected: str) -> None:
    assert read([block(text, x, width) for text, x, width in shown]) == expected


def test_a_run_with_its_space_as_one_code_is_no_space() -> None:
    """It stays where it is: only spaces are moved, and made as wide as the run beside them."""
    shown = [("ب", 300, 5), *((letter, 5 * at, 5) for at, letter in enumerate("abc def ghi jkl mno pqr stu"))]
    (line,) = on_lines(in_reading_order(Vocabulary().words([block(*each) for each in shown], 0)))
    told = spanned(list(joined(line)))
    texts = ["".join(cluster.text for cluster, _ in word.shape.clusters) for word in told]
    assert "".join(texts) == "بabc def ghi jkl mno pqr stu"
    (merged,) = [word for word, text in zip(told, texts, strict=True) if " " in text and len(text) > 1]
    assert (merged.blank, merged.x) == (False, 0)


@pytest.fixture(scope="module")
def page(specimen_job: Job) -> tuple[bytes, Mapping[bytes, Face], bytes]:
    """A page as Typst sets it: its content, its fonts, the program of one of them."""
    with pikepdf.open(BytesIO(_typeset(specimen_job)[0])) as pdf:
        obj = pdf.pages[4].obj
        font = next(iter(obj.Resources.Font.values()))
        program = font.DescendantFonts[0].FontDescriptor.FontFile2.read_bytes()
        faces = {name: lettering.face for name, lettering in _fonts(obj, {}).items()}
        return obj.Contents.read_bytes(), faces, program


def slowly(content: bytes, faces: Mapping[bytes, Face]) -> list[Sequence]:
    at, found = 0, []
    while at < len(content):
        sequence, at = one_sequence(content, at, faces)
        if sequence:
            found.append(sequence)
    return found


def puts(stretch: Stretch) -> list[tuple[Put, float, float]]:
    """What is put on the page by the blocks of a stretch, each at its place."""
    return [
        (put, x + left + put[1], y + put[2])
        for x, y, _, pieces in stretch.blocks
        for ink, left in pieces
        for put in ink.puts
    ]


def test_both_ways_of_reading_a_page_agree(page: tuple[bytes, Mapping[bytes, Face], bytes]) -> None:
    content, faces, _ = page
    slow = slowly(content, faces)
    quick = list(Reader().stretches(content, faces, range(len(slow))))
    assert len(quick) > 100
    assert [each.numbers for each in quick if each.blocks] == [
        [one.number] if one.number is not None else [] for one in slow if any(isinstance(i, Glyph) for i in one.items)
    ]
    shown = [put for stretch in quick for put in puts(stretch)]
    glyphs = [item for one in slow for item in one.items if isinstance(item, Glyph)]
    for ((sort, _, _), x, y), glyph in zip(shown, glyphs, strict=True):
        assert (sort.code, sort.reversed, sort.face.key) == (glyph.code, glyph.reversed, glyph.face.key)
        assert (x, y) == pytest.approx((glyph.x, glyph.y), abs=6e-3)


def test_a_font_of_clusters_is_a_font(page: tuple[bytes, Mapping[bytes, Face], bytes]) -> None:
    composer = Composer(page[2])
    before = len(TTFont(BytesIO(page[2])).getGlyphOrder())
    whole = composer.add(((3, 0, 0), (4, 250, -40)), 700)
    empty = composer.add((), 50)
    font = TTFont(BytesIO(composer.build()))
    order = font.getGlyphOrder()
    assert (whole, empty, len(order)) == (before, before + 1, before + 2)
    parts = font["glyf"][order[whole]].components
    assert [(part.x, part.y) for part in parts] == [(0, 0), (250, -40)]
    assert font["hmtx"][order[whole]][0] == 700
    assert font["hmtx"][order[empty]][0] == 50
    assert font["glyf"][order[empty]].xMax == 50


@pytest.mark.parametrize(
    ("operand", "codes"),
    [(rb"(\000()Tj", None), (rb"(\000(\000))Tj", (0x28, 0x29)), (rb"[" + rb"1.2345678(\000a)" * 40 + rb"<]TJ", None)],
    ids=["one bracket", "two brackets", "no end"],
)
def test_operands_of_any_form_are_read_in_no_time(operand: bytes, codes: tuple[int, ...] | None) -> None:
    face = Face(1, dict.fromkeys(range(256), 500.0), {})
    content = b"/Span<</MCID 0>>BDC\nq 1 0 0 -1 10 20 cm/c0 cs 0 scn\nBT 0 Tr/f0 10 Tf 1 0 0 -1 0 0 Tm" + operand
    found = list(Reader().stretches(content + b"\nET\nQ\nEMC", {b"/f0": face}, [0]))
    assert codes is None or tuple(put[0].code for stretch in found for put, _, _ in puts(stretch)) == codes
