"""Documents of TEI: valid, the same every time, and read back as what they were made from."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

import pytest
from hypothesis import given, settings
from lxml import etree

from matn.edition.anchors.model import Change
from matn.edition.emend import RULE, Emendation
from matn.edition.model import History, NoteMarker, Paragraph, WorkEdition
from matn.edition.names import Kind, Name
from matn.errors import BrokenPromiseError
from matn.export.tei import tei
from matn.export.tei_read import Reread, reread
from matn.export.tei_schema import mistakes, parse, refuse_invalid
from matn.export.tei_xml import ID, name
from matn.repair.ruleset import RULES
from matn.structure.model import BlockKind

from .conftest import CASES
from .made import BARE, change, edition, paragraph
from .made import works as made_works

DAMAGE = {rule.name: rule.damage for rule in RULES}
Works = Callable[[str, bool], WorkEdition]


def written(item: WorkEdition, names: Sequence[Name] = ()) -> bytes:
    return tei(item, names, "1.2.3", DAMAGE)


def kept(item: WorkEdition) -> Reread:
    """What of a work is in its document: not the repaired layer, not what editors know of the notes."""
    live = {paragraph.id for paragraph in item.paragraphs}
    return Reread(
        tuple(replace(paragraph, repaired=None) for paragraph in item.paragraphs),
        tuple(replace(note, reference=None) for note in item.notes),
        item.tombstones,
        {key: replace(summary, line=1) for key, summary in item.summaries.items() if key in live},
    )


@pytest.mark.parametrize(("work", "whole"), CASES)
def test_works_come_back_as_they_were(works: Works, names: tuple[Name, ...], work: str, whole: bool) -> None:
    item = works(work, whole)
    data = written(item, names)
    assert list(mistakes(parse(data))) == []
    assert reread(data) == kept(item)
    assert data == written(item, names)


@pytest.mark.parametrize(("work", "whole"), CASES)
def test_works_are_valid_by_all_of_tei(
    works: Works, names: tuple[Name, ...], tei_all: etree.RelaxNG, work: str, whole: bool
) -> None:
    tei_all.assertValid(parse(written(works(work, whole), names)))


@settings(max_examples=150, deadline=None)
@given(made_works())
def test_anything_comes_back_as_it_was(item: WorkEdition) -> None:
    assert reread(written(item)) == kept(item)


@settings(max_examples=150, deadline=None)
@given(item=made_works())
def test_anything_is_valid_by_all_of_tei(tei_all: etree.RelaxNG, item: WorkEdition) -> None:
    tei_all.assertValid(parse(written(item)))


def shown(item: WorkEdition, names: Sequence[Name] = ()) -> str:
    """The first paragraph as XML, without the namespace and the pointers to reasons."""
    made = parse(written(item, names)).find(f".//{name('body')}/{name('p')}")
    text = etree.tostring(made, encoding="unicode", with_tail=False)
    return text.replace(' xmlns="http://www.tei-c.org/ns/1.0"', "").replace(' ana="#why-1"', "")


HEAD = '<p xml:id="p1" n="p1 ~a1b2c3">'


@pytest.mark.parametrize(
    ("change_at", "expected"),
    [
        (
            change(5, "بــئر", "بئر", "kashida"),
            'حفروا<choice><orig>بــئر</orig><reg resp="#rule-kashida" cert="high">بئر</reg></choice>',
        ),
        (
            change(5, "بتر", "بئر", "kashida", "emendation", kind="emendation", sure=0.8),
            'حفروا<choice><sic>بتر</sic><corr resp="#rule-kashida #editors" cert="medium">بئر</corr></choice>',
        ),
        (
            change(5, "", "بئر", "emendation", kind="emendation", sure=0.5),
            'حفروا<supplied reason="lost" resp="#editors" cert="low">بئر</supplied>',
        ),
        (
            change(5, "بئر بئر", "", "emendation", kind="emendation"),
            'حفروا<choice><sic>بئر بئر</sic><corr resp="#editors" cert="high"/></choice>',
        ),
        (
            change(5, "", "[…]", "lost-digits", kind="gap", sure=0.9),
            'حفروا<gap reason="lost" unit="digit" extent="unknown" resp="#rule-lost-digits" cert="high"/>',
        ),
        (
            change(5, "()", "[…]", "lost-digits", kind="gap"),
            (
                'حفروا<choice><orig>()</orig><reg type="gap" resp="#rule-lost-digits" cert="high">'
                '<gap reason="lost" unit="digit" extent="unknown"/></reg></choice>'
            ),
        ),
    ],
)
def test_alterations(change_at: object, expected: str) -> None:
    reading = "حفروا" + change_at.reading  # type: ignore[attr-defined]
    assert shown(edition(paragraph(reading, change_at))) == f"{HEAD}{expected}</p>"  # type: ignore[arg-type]


def test_signs_of_the_paper_are_no_gap() -> None:
    assert shown(edition(paragraph("قال […] ثم"))) == f"{HEAD}قال […] ثم</p>"


def test_text_that_is_no_markup_and_what_xml_cannot_carry() -> None:
    item = edition(paragraph("a<b>&amp;\x02]]>\r"))
    assert shown(item) == f'{HEAD}a&lt;b&gt;&amp;amp;<g ref="#u0002"/>]]&gt;&#13;</p>'
    assert 'value="U+0002"' in written(item).decode()


def test_without_the_source_the_place_is_kept() -> None:
    bare = replace(paragraph(""), reading=None, received=None, markers=(NoteMarker("n1", "1", 0),))
    item = replace(BARE, paragraphs=(replace(bare, markers=()),))
    assert shown(item) == f'{HEAD}<gap reason="source-absent"/></p>'
    assert reread(written(item)) == kept(item)


WELL = Name("well", Kind.PLACE, "بئر القرية", "the Village Well", {"ar": "بئر", "en": "A well"}, wikidata="Q1")


def test_names_lead_to_the_list() -> None:
    item = edition(paragraph("حفروا بئر القرية أمس"))
    assert '<rs type="place" key="well" ref="#name-well">بئر القرية</rs>' in shown(item, [WELL])
    root = parse(written(item, [WELL, replace(WELL, id="other", ar="نهر المدينة")]))
    places = [str(place.get(ID)) for place in root.iter(name("place"))]
    assert places == ["name-well"]


def test_a_name_that_cuts_across_a_change_is_written_in_linked_parts() -> None:
    text = paragraph("حفروا بئر القرية، أمس", change(10, "القريه،", "القرية،", "kashida"))
    root = parse(written(edition(text), [WELL]))
    first, second = root.iter(name("rs"))
    assert (first.text, second.text) == ("بئر ", "القرية")
    assert first.get("next") == f"#{second.get(ID)}"
    assert second.get("prev") == f"#{first.get(ID)}"
    assert reread(written(edition(text), [WELL])) == kept(edition(text))


def test_marker_and_note_lead_to_each_other(works: Works, names: tuple[Name, ...]) -> None:
    root = parse(written(works("specimen", True), names))
    markers = {
        str(made.get(ID)): str(made.get("target")) for made in root.iter(name("ref")) if made.get("type") == "note"
    }
    notes = {
        str(made.get(ID)): str(made.get("target")).split() for made in root.iter(name("note")) if made.get("place")
    }
    assert len(notes) == 6
    assert all(f"#{marker}" in notes[target.removeprefix("#")] for marker, target in markers.items())
    assert sorted(markers) == sorted(target[1:] for targets in notes.values() for target in targets)


@pytest.mark.parametrize(
    ("before", "after", "told"),
    [
        ("</reg>", "</reg><reg/>", "line"),
        ('cert="high"', 'cert="sure"', "reg"),
        ('ana="#why-1"', 'ana="#why-9"', "#why-9 leads nowhere"),
        ('xml:id="rules"', 'xml:id="p1"', "p1 already defined"),
        ("<text ", "<tekst/><text ", "tekst"),
    ],
)
def test_what_is_not_valid_is_refused(before: str, after: str, told: str) -> None:
    data = written(edition(paragraph("بئر", change(0, "بــئر", "بئر", "kashida")))).decode()
    assert before in data
    with pytest.raises(BrokenPromiseError, match=told):
        refuse_invalid(data.replace(before, after, 1).encode(), "well-2024")


def test_the_header_says_what_it_must(works: Works, names: tuple[Name, ...]) -> None:
    item = works("specimen", True)
    root = parse(written(item, names))
    head = etree.tostring(root[0], encoding="unicode")
    for fact in (
        item.work.source.sha256,
        item.work.title["ar"],
        item.work.title["en"],
        item.work.rights["en"],
        "CC BY 4.0",
    ):
        assert fact in head
    rules = {str(made.get("n")) for made in root.iter(name("category"))}
    assert {*DAMAGE, "line-end", "stale"} <= rules


def emended(*corrections: Emendation) -> WorkEdition:
    """A paragraph that editors emended at its first word."""
    made = replace(change(0, "بر", "بئر", RULE, kind="emendation"), emendations=corrections)
    return edition(paragraph("بئر القرية", made))


def test_an_emendation_names_its_editor_its_kind_and_its_evidence() -> None:
    first = Emendation("p1", "بر", "بئر", "letters", "it is so", "certain", "Salma Nasser", "the title, <p1>")
    second = replace(first, kind="marks", who="Matn editors", evidence="")
    item = emended(first, second)
    root = parse(written(item))
    (corr,) = root.iter(name("corr"))
    assert corr.get("resp") == "#editor-1 #editors"
    assert corr.get("ana") == "#why-1 #kind-letters #kind-marks"
    assert corr.get("source") == "#evidence-1"
    named = {str(made.get(ID)): "".join(made.find(name("name")).itertext()) for made in root.iter(name("respStmt"))}
    assert named["editor-1"] == "Salma Nasser"
    told = {str(made.get(ID)): "".join(made.itertext()) for made in root.iter(name("bibl"), name("category"))}
    assert told["evidence-1"] == "the title, <p1>"
    assert told["kind-letters"] == "Letters misread or lost."
    assert reread(written(item)) == kept(item)


def test_the_change_log_tells_of_published_wordings() -> None:
    history = {
        "p1": History(("a1b2c3", "d4e5f6"), (Change("a1b2c3", "d4e5f6", (("بر", "بئر"), ("", "قديمة")), 2),)),
        "p7": History(("0a0a0a",)),
    }
    root = parse(written(replace(edition(paragraph("بئر قديمة")), history=history)))
    (told,) = [made for made in root.iter(name("change")) if made.get("type") == "wording"]
    assert told.get("target") == "#p1"
    assert told.text == "p1 ~a1b2c3 became ~d4e5f6: بر → بئر; (nothing) → قديمة; 2 places more."


def test_lists_in_one_item_may_come_back_a_level() -> None:
    levels = [(1, "p1"), (3, "p2"), (2, "p3"), (1, "p4")]
    items = [Paragraph(key, BlockKind.LIST_ITEM, level, received=key, reading=key) for level, key in levels]
    assert reread(written(edition(*items))) == kept(edition(*items))
