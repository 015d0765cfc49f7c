"""The five sources, counted by reading them: every heading, paragraph, note and marker is found."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from matn.edition.load import load_works
from matn.repair.engine import repair
from matn.repair.ruleset import RULES
from matn.source.find import index, match
from matn.source.read import read as read_source
from matn.structure.check import doubled, uncovered
from matn.structure.lines import ends_sentence
from matn.structure.model import Block, BlockKind, Document
from matn.structure.read import read
from matn.text.fold import fold
from matn.text.lexicon import Lexicon

ROOT = Path(__file__).resolve().parent.parent.parent
WORKS = ("ghunaimi-2024", "jeffrey-2025", "qashta-2025", "sarray-2024", "taie-2020")
T, B, H, P, L, F = (
    BlockKind.TITLE,
    BlockKind.BYLINE,
    BlockKind.HEADING,
    BlockKind.PARAGRAPH,
    BlockKind.LIST_ITEM,
    BlockKind.FIGURE_LOST,
)
KINDS = {
    "ghunaimi-2024": {T: 1, B: 2, H: 23, P: 58, L: 10},
    "jeffrey-2025": {T: 1, B: 3, H: 2, P: 15, L: 3},
    "qashta-2025": {B: 2, H: 2, P: 27, L: 13, F: 1},
    "sarray-2024": {T: 1, B: 1, H: 5, P: 11, L: 19},
    "taie-2020": {T: 1, B: 1, H: 2, P: 9},
}
OPEN_ENDS = {"qashta-2025": 0, "sarray-2024": 2, "ghunaimi-2024": 0, "taie-2020": 0}
"""Paragraphs that do not end as a sentence ends: two that introduce a list with a semicolon."""

JOINTS = {
    "ghunaimi-2024": ["على نظرة الخلفاء", "إستراتيجية الضغوط القصوى", "عقد العشرينيات", "وأن أكثر من 50 جماعة"],
    "jeffrey-2025": ['عملية "العزم المتأصل" ستنتهي', "القوات الأمريكية ضعفت", "سياسية وثيقة الصلة", "المرشح الأوفر"],
    "qashta-2025": ["وهو ما أدى إلى تراجع", "لحسابات استراتيجية جديدة", "العراق وما حققوه من إنجازات"],
    "sarray-2024": ["مع جهات المقاومة", "في حال خروجها", "بنقل قواتها وقواعدها", "في تنامي خطر", "سوريا، إذ تتصاعد"],
    "taie-2020": ["طوق النجاة للميليشيات", "بالإضافة لعجزها", "“داعش” كما حصل", "البرلماني – غير الملزم –"],
}
"""A few words each from both sides of a cut that must be healed."""

STARTS = {
    "qashta-2025": [
        "في ضوء ذلك، تسعى",
        "وتتضح أهمية",
        "وتتزايد هذه",
        "غير أن توصيف",
        "ومن زاوية ثانية",
        "وينطوي هذا المشهد",
        "ختاما",
    ],
    "ghunaimi-2024": ["قدرة روسيا", "العودة الفعلية", "اعتبارات عديدة", "فهل لم يستفد"],
    "taie-2020": ["خلال شهر أبريل", "إن من أهم", "من جهة أخرى", "في ذات السياق"],
}
"""The first words of paragraphs that must not be run into the one before."""

FURNITURE = ("RASANA", "TOPICS", "موصى به", "bayancenter", "إخراج وتصميم", "المصادر والمراجع", "تحليل موجز")
RESIDUE = ("http", "<sup", "</", "**", "](", "\\", "❖", "  ", "\n", "\t")


@pytest.fixture(scope="module")
def documents(sources: Path, lexicon: Lexicon) -> dict[str, Document]:
    works = {work.id: work for work in load_works(ROOT) if work.id in WORKS}
    found = match({name: work.source.sha256 for name, work in works.items()}, index(sources)).files
    if missing := set(WORKS) - set(found):
        pytest.skip(f"these source texts are not in {sources}: {', '.join(sorted(missing))}")
    texts = {name: repair(read_source(path).text, RULES, lexicon).text for name, path in found.items()}
    return {name: read(text, works[name].structure) for name, text in texts.items()}


def of_kind(document: Document, *kinds: BlockKind) -> list[Block]:
    return [block for block in document.blocks if block.kind in kinds]


@pytest.mark.sources
@pytest.mark.parametrize("name", WORKS)
class TestEverySource:
    def test_every_character_is_somewhere_once(self, documents: dict[str, Document], name: str) -> None:
        assert uncovered(documents[name]) == []
        assert doubled(documents[name]) == []

    def test_blocks(self, documents: dict[str, Document], name: str) -> None:
        assert Counter(block.kind for block in documents[name].blocks) == KINDS[name]

    def test_no_furniture_and_no_markup_is_left(self, documents: dict[str, Document], name: str) -> None:
        texts = [block.passage.text for block in documents[name].blocks]
        assert [(sign, text[:40]) for text in texts for sign in (*FURNITURE, *RESIDUE) if sign in text] == []

    def test_sentences_are_whole(self, documents: dict[str, Document], name: str) -> None:
        text = "\n".join(fold(block.passage.text).text for block in documents[name].blocks)
        assert [joint for joint in JOINTS[name] if fold(joint).text not in text] == []

    def test_paragraphs_end_as_sentences_end(self, documents: dict[str, Document], name: str) -> None:
        if name not in OPEN_ENDS:
            pytest.skip("this source has lost its full stops")
        texts = [block.passage.text for block in of_kind(documents[name], P, L)]
        open_ends = [text[-40:] for text in texts if not ends_sentence(text)]
        assert len(open_ends) == OPEN_ENDS[name], open_ends
        assert all(text.endswith("؛") for text in open_ends)

    def test_paragraphs_begin_where_they_should(self, documents: dict[str, Document], name: str) -> None:
        texts = [fold(block.passage.text).text for block in of_kind(documents[name], P, L)]
        starts = [fold(start).text for start in STARTS.get(name, [])]
        assert [start for start in starts if sum(text.startswith(start) for text in texts) != 1] == []

    def test_every_marker_finds_its_note_and_every_note_its_marker(
        self, documents: dict[str, Document], name: str
    ) -> None:
        called = [marker.target for block in documents[name].blocks for marker in block.markers]
        assert called == [note.label for note in documents[name].notes]


@pytest.mark.sources
def test_ghunaimi(documents: dict[str, Document]) -> None:
    document = documents["ghunaimi-2024"]
    assert [note.label for note in document.notes] == [str(number) for number in range(1, 39)]
    assert all(note.passage for note in document.notes)
    markers = [marker for block in document.blocks for marker in block.markers]
    assert [marker.label for marker in markers] == ["*", *(str(number) for number in range(2, 39))]
    assert [note.label for note in document.notes if note.language == "fa"] == ["9", "10", "11"]
    assert [note.label for note in document.notes if note.language == "en"] == ["4", "8", "12", "18", "24", "34", "35"]
    assert [(note.label, note.repeats) for note in document.notes if note.repeats] == [("37", "36")]
    assert [note.label for note in document.notes if not note.urls] == ["1", "29", "37", "38"]
    assert Counter(block.level for block in of_kind(document, H)) == {1: 9, 2: 14}
    assert [block.language for block in document.blocks].count("en") == 3
    items = [block.label for block in of_kind(document, L)]
    assert items == ["أ.", "ب.", "ج.", "د.", "هـ."] * 2


@pytest.mark.sources
def test_sarray(documents: dict[str, Document]) -> None:
    document = documents["sarray-2024"]
    assert [note.label for note in document.notes] == ["*", "1", "2", "3"]
    assert [len(note.urls) for note in document.notes] == [0, 1, 1, 1]
    assert [len(block.markers) for block in of_kind(document, B)] == [1]
    assert [block.level for block in of_kind(document, H)] == [1] * 5
    depths = [(block.label, block.level) for block in of_kind(document, L)]
    assert depths[:8] == [("1.", 1), *[("-", 2)] * 5, ("2.", 1), ("3.", 1)]
    assert all(depth == 1 for _, depth in depths[8:])


@pytest.mark.sources
def test_jeffrey(documents: dict[str, Document]) -> None:
    document = documents["jeffrey-2025"]
    assert [note.label for note in document.notes] == [str(number) for number in range(1, 13)]
    assert [note.label for note in document.notes if not note.urls] == ["1", "2", "5"]
    endings = [note.urls[0].rstrip("/").rpartition("/")[2] for note in document.notes if note.urls]
    assert endings[0].endswith("during-gaza-crisis")
    assert endings[2].endswith("anbar-province-iraq")
    assert endings[3].endswith("8.5.2025.pdf")


@pytest.mark.sources
def test_qashta(documents: dict[str, Document]) -> None:
    document = documents["qashta-2025"]
    assert [note.label for note in document.notes] == [str(number) for number in range(1, 19)]
    assert [note.label for note in document.notes if note.passage] == ["16", "17", "18"]
    figure = next(place for place, block in enumerate(document.blocks) if block.kind is F)
    labels = [(block.label, block.level) for block in document.blocks[figure - 2 : figure + 5]]
    assert labels == [("•", 1), ("1.", 2), ("", 0), ("2.", 2), ("3.", 2), ("4.", 2), ("5.", 2)]
    assert [block.kind for block in document.blocks[:3]] == [B, B, P]


@pytest.mark.sources
def test_taie_has_no_notes(documents: dict[str, Document]) -> None:
    assert documents["taie-2020"].notes == ()
    assert documents["taie-2020"].removals == ()
