"""The figures of the repair: counted from the edition, told in plots and tables that agree, in both languages."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from bs4 import BeautifulSoup, Tag
from tests.site.conftest import change

from matn.edition.emend import KINDS, Emendation
from matn.edition.model import Edition, Note, Paragraph, WorkEdition
from matn.repair.ruleset import RULES
from matn.site.pages import outlines, pages
from matn.site.statistics.damage import CLASSES, OTHER, class_of, gaps, places_by_class, places_by_rule
from matn.site.statistics.drawing import Plot, described, draw
from matn.site.statistics.figures import figures
from matn.site.statistics.plots import labels
from matn.site.statistics.signs import after, before
from matn.site.words import Words
from matn.structure.model import BlockKind

LANGUAGES = ["ar", "en"]


def emended(kind: str, certainty: str) -> Emendation:
    return Emendation("p1", "ا", "أ", kind, "why", certainty, "who")


@pytest.fixture(scope="module")
def rich(whole: WorkEdition, bare: WorkEdition) -> Edition:
    """The work with its text and some emendations, and the same without its text."""
    corrections = (emended("letters", "certain"), emended("letters", "conjecture"), emended("marks", "probable"))
    second = replace(bare, work=replace(bare.work, id="nahr-2020", date="2020", author={"ar": "ليلى", "en": "Layla"}))
    return Edition((replace(whole, emendations=corrections), second), "test")


def page(of: Edition, language: str = "en") -> BeautifulSoup:
    made = pages(of, language)["statistics.md"]
    assert isinstance(made, str)
    return BeautifulSoup(made.split("---\n", 2)[2], "html.parser")


def table(of: Edition, key: str, language: str = "en") -> dict[str, list[str]]:
    lines = page(of, language).select(f"section[aria-labelledby={key}] tbody tr")
    return {str(line.th and line.th.get_text()): [cell.get_text() for cell in line.select("td")] for line in lines}


def test_every_rule_has_one_class_of_damage() -> None:
    named = [rule for rules in CLASSES.values() for rule in rules]
    assert len(named) == len(set(named))
    assert {rule.name for rule in RULES} | {"emendation", "line-end"} == set(named)
    assert class_of("of-tomorrow") == OTHER


def test_places_are_counted_by_class(whole: WorkEdition) -> None:
    assert places_by_class(whole) == {"strokes": 1, "numbers": 1, "editor": 1}
    assert gaps(whole) == 1


def test_two_rules_of_a_class_change_one_place_and_a_gap_inside_is_its_own(whole: WorkEdition) -> None:
    text = "عُقد الاجتماع في […] مايو."
    outer = change(
        text, "الاجتماع في […] مايو", "في مايو الاجتماع", rules=("visual-order", "word-order", "lost-digits")
    )
    inner = change(text, "[…]", "", rules=("lost-digits",), kind="gap")
    item = replace(whole, paragraphs=(Paragraph("p1", BlockKind.PARAGRAPH, alterations=(outer, inner)),), notes=())
    assert places_by_class(item) == {"order": 1, "numbers": 1}
    assert places_by_rule(item) == {"visual-order": 1, "word-order": 1, "lost-digits": 1}


def test_signs_are_counted_in_both_layers(whole: WorkEdition) -> None:
    block = Paragraph(
        "p1",
        BlockKind.PARAGRAPH,
        received="كتـــاب مدررسة قالّّ\N{REPLACEMENT CHARACTER} هـ",
        reading="كتاب مدرسة قالّ هـ",
    )
    english = Paragraph("p2", BlockKind.PARAGRAPH, language="en", received="xx", reading="xx")
    note = Note("n1", "1", "present", received="غغغغظ", text="غغغغظ")
    item = replace(whole, paragraphs=(block, english), notes=(note,))
    was, now = before(item), after(item)
    assert was
    assert now
    assert (was.strokes, was.losses, was.doubled, was.unknown, was.words) == (1, 1, 1, 3, 5)
    assert (now.strokes, now.losses, now.doubled, now.unknown, now.words) == (0, 0, 0, 2, 5)


def test_without_its_text_a_work_has_no_signs_and_no_account(rich: Edition) -> None:
    (_, absent) = figures(rich)
    assert (absent.account, absent.before, absent.after, absent.rate("strokes")) == (None, None, None, 0.0)
    assert (absent.paragraphs, dict(absent.notes)) == (12, {"present": 2, "lost": 1, "marker-lost": 1})


def test_summaries_are_counted_by_state(rich: Edition) -> None:
    assert dict(figures(rich)[0].summaries) == {"lacking": 7, "fresh": 2, "stale": 1, "none": 2}


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_page_is_sound(rich: Edition, language: str) -> None:
    made = page(rich, language)
    assert made.select("script, b, i, [style], [onload]") == []
    ids = [str(tag["id"]) for tag in made.select("[id]")]
    assert len(ids) == len(set(ids))
    for reference in made.select("[aria-labelledby], [aria-describedby]"):
        assert {
            reference.get("aria-labelledby"),
            reference.get("aria-describedby", reference["aria-labelledby"]),
        } <= set(ids)
    assert [int(tag.name[1]) for tag in made.select("h1, h2, h3")] == [1, *[2] * 7]
    assert {str(token["id"]) for token in outlines(rich, language)["statistics.md"]} == {
        str(h["id"]) for h in made.select("h2")
    }
    assert page(rich, language) == made


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_plot_is_named_described_and_has_its_table(rich: Edition, language: str) -> None:
    made = page(rich, language)
    assert len(made.select("svg")) == 4  # one text is there: its damage, and three over all works
    for picture in made.select("svg"):
        assert picture["role"] == "img"
        assert picture.title
        assert picture.title.get_text(strip=True)
        assert picture.find("desc") is not None
    for section in made.select("section:has(svg)"):
        assert section.select("table caption, figcaption")
        assert len(section.select("figcaption")) == 1


def test_tables_say_what_was_counted(rich: Edition) -> None:
    assert table(rich, "damage")["strokes"] == ["1 (0.8)"]
    assert table(rich, "characters")["in the source file"] == ["1,234"]
    assert table(rich, "characters")["unaccounted for"] == ["0"]
    assert table(rich, "emendations") == {"letters": ["1", "0", "1", "2"], "vowel marks": ["0", "1", "0", "1"]}
    assert table(rich, "apparatus")["gaps shown in the text"] == ["1", "–"]
    assert table(rich, "apparatus")["notes whose text is lost"] == ["1", "1"]


def test_the_page_says_what_is_not_counted(rich: Edition, bare: WorkEdition) -> None:
    assert "lacks the text of one work" in page(rich).get_text()
    nothing = Edition((bare,), "test")
    made = page(nothing)
    assert made.select("#damage + p")
    assert made.select("svg") == []
    assert table(nothing, "apparatus")["notes whose text is there"] == ["2"]


def test_captions_compare_only_where_there_is_more_than_one(rich: Edition, whole: WorkEdition) -> None:
    alone = page(rich).select_one("section[aria-labelledby=damage] figcaption")
    assert alone
    assert re.fullmatch(
        r"The commonest class: \w+, with 33.3% of 3 places changed\. In al-Warraq, 2.4 were .+", alone.get_text()
    )
    second = replace(whole, work=replace(whole.work, id="b-2020"), paragraphs=whole.paragraphs[:4], notes=())
    both = page(Edition((rich.works[0], second), "test")).select_one("section[aria-labelledby=damage] figcaption")
    assert both
    assert "Most were changed in al-Warraq" in both.get_text()
    assert "fewest in al-Warraq" in both.get_text()


def test_an_edition_without_works_has_a_page_too() -> None:
    assert page(Edition((), "test")).select("svg, table") == []


def test_labels_tell_authors_of_one_name_apart(whole: WorkEdition) -> None:
    work = whole.work
    assert labels([work, replace(work, date="2019")], Words("en")) == ["al-Warraq 2021", "al-Warraq 2019"]
    assert labels([replace(work, id="specimen"), work], Words("en")) == ["specimen", "al-Warraq"]


PLOT = Plot("x", "A <b>", ["one & two", "three"], {"before": [100.5, 3.0], "after": [4.0, 0.0]}, lambda v: f"{v:.1f}")


def bars(picture: Tag) -> list[tuple[float, float]]:
    return [(float(str(r["x"])), float(str(r.get("width", 0)))) for r in picture.select("rect")]


def test_bars_are_as_long_as_their_values() -> None:
    picture = BeautifulSoup(draw(PLOT, Words("en")), "html.parser")
    widths = sorted(width for _, width in bars(picture))
    assert [round(width / widths[-1], 2) for width in widths] == [0.03, 0.04, 1.0]
    assert described(PLOT) == "one & two: before 100.5, after 4.0; three: before 3.0, after 0.0"
    assert picture.find("desc").get_text() == described(PLOT)  # type: ignore[union-attr]
    assert picture.select("b, style, script") == []


def test_the_picture_is_mirrored_for_arabic_and_its_words_are_not() -> None:
    plain, mirrored = (BeautifulSoup(draw(PLOT, Words(language)), "html.parser") for language in ("en", "ar"))
    assert bars(plain) == bars(mirrored)
    assert mirrored.svg
    turned = mirrored.svg.find("g", recursive=False)
    assert isinstance(turned, Tag)
    assert turned["transform"] == "translate(340 0) scale(-1 1)"
    for text in mirrored.select("text"):
        assert re.fullmatch(r"translate\(-?[\d.]+ 0\) scale\(-1 1\)", str(text["transform"]))
    assert not any(text.has_attr("transform") for text in plain.select("text"))


def test_the_same_figures_draw_the_same_bytes() -> None:
    assert draw(PLOT, Words("ar")) == draw(PLOT, Words("ar"))


def test_every_kind_of_emendation_has_a_name() -> None:
    for language in LANGUAGES:
        names = [Words(language)(f"emended-{kind}") for kind in KINDS]
        assert len(set(names)) == len(KINDS)
        assert not set(names) & (set(KINDS) - {"letters", "doubling", "agreement", "punctuation", "supplied", "other"})
