"""The parts of laying text anew: reading a page, putting clusters in order, making a font."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from io import BytesIO

import pikepdf
import pytest
from fontTools.ttLib import TTFont

from matn.export.pdf.clusters import Put, Sort
from matn.export.pdf.content import Block, Reader
from matn.export.pdf.inks import Ink
from matn.export.pdf.operators import Face, Glyph, Sequence, one_sequence
from matn.export.pdf.plain import as_it_is, is_plain, on_own_lines
from matn.export.pdf.press import Job, _typeset
from matn.export.pdf.relay import _fonts
from matn.export.pdf.spacing import joined, spanned
from matn.export.pdf.truetype import Composer
from matn.export.pdf.vocabulary import Vocabulary
from matn.export.pdf.words import in_reading_order, on_lines

FACE = Face(1, {0: 0.0, 1: 30.0, 5: 500.0}, {})
"""A font whose glyphs have no width, hardly any, or half their size, as their numbers say."""


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


def puts(blocks: Iterable[Block]) -> list[tuple[Put, float, float]]:
    """What is put on the page by the blocks, each at its place."""
    return [
        (put, x + left + put[1], y + put[2]) for x, y, _, pieces in blocks for ink, left in pieces for put in ink.puts
    ]


def test_both_ways_of_reading_a_page_agree(page: tuple[bytes, Mapping[bytes, Face], bytes]) -> None:
    content, faces, _ = page
    slow = slowly(content, faces)
    reader = Reader()
    quick = list(reader.stretches(content, faces, range(len(slow))))
    assert len(quick) > 50
    assert [each.numbers for each in quick if each.blocks] == [
        [one.number] if one.number is not None else [] for one in slow if any(isinstance(i, Glyph) for i in one.items)
    ]
    shown = [put for stretch in quick for put in puts(reader.blocks(stretch, faces))]
    glyphs = [item for one in slow for item in one.items if isinstance(item, Glyph)]
    for ((sort, _, _), x, y), glyph in zip(shown, glyphs, strict=True):
        assert (sort.code, sort.reversed, sort.face.key) == (glyph.code, glyph.reversed, glyph.face.key)
        assert (x, y) == pytest.approx((glyph.x, glyph.y), abs=6e-3)


def test_a_font_of_clusters_is_a_font(page: tuple[bytes, Mapping[bytes, Face], bytes]) -> None:
    composer = Composer(page[2])
    before = TTFont(BytesIO(page[2])).getGlyphOrder()
    one, two = standing(page[2])[:2]
    whole = composer.add(((one, 0, 0), (two, 250, -40)), 700)
    empty = composer.add((), 50)
    font = TTFont(BytesIO(composer.build()))
    order = font.getGlyphOrder()
    assert (whole, empty, len(order)) == (len(before), len(before) + 1, len(before) + 2)
    parts = font["glyf"][order[whole]].components
    assert [(part.x, part.y) for part in parts] == [(0, 0), (250, -40)]
    assert font["hmtx"][order[whole]][0] == 700
    assert font["hmtx"][order[empty]][0] == 50
    assert font["glyf"][order[empty]].xMax == 50


def standing(program: bytes) -> list[int]:
    """The glyphs of a font that stand on the line and reach over it."""
    font = TTFont(BytesIO(program))
    shapes = [font["glyf"][name] for name in font.getGlyphOrder()]
    return [at for at, shape in enumerate(shapes) if shape.numberOfContours and shape.yMin <= 0 and shape.yMax > 300]


def test_what_is_over_the_line_reaches_down_to_it(page: tuple[bytes, Mapping[bytes, Face], bytes]) -> None:
    """Else pdfium takes a raised letter, or two marks above each other, for a line of their own."""
    composer = Composer(page[2])
    (letter, *_) = standing(page[2])
    raised, sunk, level = (composer.add(((letter, 0, by),), 500) for by in (1500, -1500, 0))
    font = TTFont(BytesIO(composer.build()))
    shapes = [font["glyf"][font.getGlyphOrder()[code]] for code in (raised, sunk, level)]
    assert all(shape.yMin <= 0 < shape.yMax for shape in shapes)
    assert [len(shape.components) for shape in shapes] == [2, 2, 1]
    assert all(max(font["glyf"][part.glyphName].xMax for part in shape.components[1:]) == 0 for shape in shapes[:2])


def test_letters_of_a_word_leave_no_gap() -> None:
    """A gap in a word is a space for poppler; letters that reach into each other, or are narrow, change places."""
    shown = [("ر", 0, 5), ("ي", 6, 5), ("ك", 9, 5), ("ج", 14, 1), ("ل", 14.3, 5)]
    (word,) = Vocabulary().words([letters(shown)], 0)
    told = [(left, left + cluster.width) for cluster, left in word.shape.clusters]
    assert [cluster.text for cluster, _ in word.shape.clusters] == ["ر", "ي", "ك", "ج", "ل"]
    assert [end for _, end in told[:-1]] == pytest.approx([start for start, _ in told[1:]])
    assert min(end - start for start, end in told) > 1
    assert [left + put[1] for cluster, left in word.shape.clusters for put in cluster.puts] == pytest.approx(
        [x for _, x, _ in shown]
    )


def letters(shown: list[tuple[str, float, int]]) -> Block:
    """A block of letters that are one word, ten points large."""
    puts = tuple((Sort(FACE, 10.0, width, text, False), x, 0.0) for text, x, width in shown)
    return 0.0, 0.0, "", ((Ink(puts), 0.0),)


def test_a_letter_of_several_glyphs_is_one_letter() -> None:
    """Amiri draws lam before kaf by two glyphs, each with a width; Typst tells their letter once."""
    face = Face(1, {1: 300.0, 2: 200.0, 3: 500.0}, {1: "ل", 2: "ل", 3: "ك"})
    content = (
        "/Span<</MCID 0>>BDC\nq 1 0 0 -1 10 20 cm/c0 cs 0 scn\nBT 0 Tr/f0 10 Tf 1 0 0 -1 0 0 Tm<0003>Tj"
        "/Span<</ActualText<FEFF0644>>>BDC 0 Tr/f0 10 Tf 1 0 0 -1 5 0 Tm[<00010002>]TJ\nEMC\nET\nQ\nEMC"
    )
    reader = Reader()
    (stretch,) = reader.stretches(content.encode(), {b"/f0": face}, [0])
    (word,) = Vocabulary().words(reader.blocks(stretch, {b"/f0": face}), 0)
    assert [(cluster.text, left, cluster.width) for cluster, left in word.shape.clusters] == [("ك", 0, 5), ("ل", 5, 5)]


PLAIN = "BT 0 Tr/f0 10 Tf 1 0 0 -1 0 0 Tm[<0001>]TJ"


@pytest.mark.parametrize(
    ("body", "plain"),
    [
        (PLAIN, True),
        (PLAIN.replace("f0", "f1"), False),
        (f"{PLAIN} {PLAIN.replace('f0', 'f1')}", False),
        (PLAIN.replace("f0", "f9"), False),
        (f"/Span<</ActualText<FEFF00A0>>>BDC {PLAIN} EMC", True),
        (f"/Span<</ActualText<FEFF0066>>>BDC {PLAIN} EMC", False),
        ("", False),
    ],
    ids=["latin", "arabic", "arabic in it", "an unknown font", "a hard space", "told letters", "nothing"],
)
def test_only_text_that_every_reader_gets_stays(body: str, plain: bool) -> None:
    faces = {"f0": Face(1, {}, {1: "a"}, backward=False), "f1": Face(2, {}, {1: "ب"})}
    assert is_plain(body, faces) is plain
    assert "00A0" not in as_it_is(body)


@pytest.mark.parametrize(
    ("heights", "plain", "expected"),
    [
        ([(500, 460), (440, 400)], [True, False], [0]),
        ([(500, 460), (460, 400)], [True, False], []),
        ([(500, 460), None, (460, 400)], [True, True, True], [0, 2]),
        ([(500, 460), (460, 440), (440, 400)], [False, True, True], []),
        ([], [], []),
    ],
    ids=["apart", "on one line", "together", "one of two on a line", "none"],
)
def test_text_beside_arabic_is_laid_anew(
    heights: list[tuple[float, float] | None], plain: list[bool], expected: list[int]
) -> None:
    assert list(on_own_lines(heights, plain)) == expected


@pytest.mark.parametrize(
    ("operand", "codes"),
    [(rb"(\000()Tj", None), (rb"(\000(\000))Tj", (0x28, 0x29)), (rb"[" + rb"1.2345678(\000a)" * 40 + rb"<]TJ", None)],
    ids=["one bracket", "two brackets", "no end"],
)
def test_operands_of_any_form_are_read_in_no_time(operand: bytes, codes: tuple[int, ...] | None) -> None:
    face = Face(1, dict.fromkeys(range(256), 500.0), {})
    content = b"/Span<</MCID 0>>BDC\nq 1 0 0 -1 10 20 cm/c0 cs 0 scn\nBT 0 Tr/f0 10 Tf 1 0 0 -1 0 0 Tm" + operand
    reader, faces = Reader(), {b"/f0": face}
    found = list(reader.stretches(content + b"\nET\nQ\nEMC", faces, [0]))
    shown = (put for stretch in found for put, _, _ in puts(reader.blocks(stretch, faces)))
    assert codes is None or tuple(put[0].code for put in shown) == codes
