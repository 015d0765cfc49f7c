"""The pages over all works, with the texts and without: what stands where, what is linked, nothing that runs."""

from __future__ import annotations

from dataclasses import replace

import pytest
from bs4 import BeautifulSoup, Tag
from tests.site.indexed import SAID, edition, page

from matn.edition.model import Edition, WorkEdition
from matn.errors import BadInputError
from matn.export.indexes.places import anchors
from matn.site.addresses import up
from matn.site.pages import fragments, outlines, pages
from matn.site.words import Words

KEYS = {"notes": "bibliography"}
PAGES = ("names", "chronology", "notes", "shared")


@pytest.fixture(scope="module")
def rich(whole: WorkEdition) -> Edition:
    return edition(whole)


@pytest.fixture(scope="module")
def poor(whole: WorkEdition) -> Edition:
    return edition(whole, present=False)


def one(of: BeautifulSoup, selector: str) -> Tag:
    (found,) = of.select(selector)
    return found


def links(of: Tag) -> list[str]:
    return [str(tag["href"]) for tag in of.select("a[href]")]


@pytest.mark.parametrize("name", PAGES)
@pytest.mark.parametrize("state", ["rich", "poor"])
@pytest.mark.parametrize("language", ["ar", "en"])
def test_a_page_is_sound(name: str, state: str, language: str, request: pytest.FixtureRequest) -> None:
    of: Edition = request.getfixturevalue(state)
    made = page(of, name, language)
    assert made.select("script, i, b, u, [onerror]") == []
    ids = [str(tag["id"]) for tag in made.select("[id]")]
    assert len(ids) == len(set(ids))
    targets = {f"works/{anchor.replace('#', '.html#')}" for anchor in anchors(of)}
    data = {up("names.md", language) + path for path in pages(of) if path.endswith(".json")}
    files = {path.replace(".md", ".html") for path in pages(of, language)} | {"data.html"} | data
    for href in links(made):
        assert href.startswith("https://") or href in targets | files or href.removeprefix("#") in ids or (
            href.endswith(".html#notes")
        ), href  # fmt: skip
    assert made.h1
    assert one(made, ".masthead .lead").get_text() == Words(language)(f"{KEYS.get(name, name)}-lead")


@pytest.mark.parametrize("name", ["names", "chronology", "notes"])
def test_contents_lead_to_headings(rich: Edition, name: str) -> None:
    ids = {str(tag["id"]) for tag in page(rich, name).select("h2[id]")}
    assert {str(token["id"]) for token in outlines(rich)[f"{name}.md"]} == ids


def test_a_name_has_both_spellings_and_lines(rich: Edition) -> None:
    entry = one(page(rich, "names"), "#salma")
    spellings = [(tag["lang"], tag.get_text()) for tag in entry.select("h3 span")]
    assert spellings == [("ar", "سلمى الوراق"), ("en", "Salma <i>al-Warraq</i>")]
    assert [tag.get_text() for tag in entry.select(".beside > p")] == ["كاتبة <b>", "A writer & more"]
    assert links(entry) == ["https://www.wikidata.org/wiki/Q42", "works/a-2021.html#p1"]


def test_names_stand_by_kind(rich: Edition) -> None:
    order = [str(tag["id"]) for tag in page(rich, "names").select("h2[id], article[id]")]
    wanted = ["kind-person", "salma", "nobody", "kind-organisation", "wadi-party", "kind-place", "wadi", "english"]
    assert order == wanted
    english = [tag.get_text() for tag in page(rich, "names").select(".alphabet a")]
    assert english == ["the Green Valley", "Never There", "Salma <i>al-Warraq</i>", "Valley Party"]


def test_names_stand_in_the_order_of_the_interface(rich: Edition) -> None:
    made = page(rich, "names", "en")
    entries = [tag.select_one("h3 span").get_text() for tag in made.select(".entry")]  # type: ignore[union-attr]
    assert entries == ["Never There", "Salma <i>al-Warraq</i>", "Valley Party", "the Green Valley"]
    assert [tag.get_text() for tag in made.select("#arabic + .alphabet a")] == [
        "حزب الوادي", "سلمى الوراق", "لا يرد أبدًا", "الوادي الأخضر",
    ]  # fmt: skip
    assert "؟" not in made.get_text()


def test_a_doubtful_place_is_marked_and_the_rival_named(rich: Edition) -> None:
    entry = one(page(rich, "names"), "#wadi")
    doubtful = [tag.find_parent("a")["href"] for tag in entry.select(".doubtful")]  # type: ignore[index]
    assert doubtful == ["works/a-2021.html#p2"]
    assert "#wadi-party" in links(entry)
    assert {"works/a-2021.html#p1", "works/b-2020.html#p1"} <= set(links(entry))


def test_a_name_found_nowhere_says_so(rich: Edition) -> None:
    assert "لم يوجد" in one(page(rich, "names"), "#nobody").get_text()


def test_without_texts_names_are_found_in_summaries(poor: Edition) -> None:
    made = page(poor, "names")
    assert "works/a-2021.html#p1" in links(one(made, "#salma"))
    assert "الإنجليزية" in one(made, ".nothing").get_text()


def test_events_are_in_order_and_say_how_sure(rich: Edition) -> None:
    made = page(rich, "chronology")
    assert [tag["id"] for tag in made.select(".event")] == ["late", "year", "month", "flood"]
    assert [tag["id"] for tag in made.select("h2")] == ["y2013", "y2014"]
    said = {str(tag["id"]): [s.get_text() for s in tag.select(".when > span")] for tag in made.select(".event")}
    assert said["flood"] == ["10 يونيو 2014", "10 June 2014"]
    assert said["month"] == ["يونيو 2014 اليوم غير مذكور", "June 2014 day not stated"]
    assert said["year"] == ["2014 الشهر غير مذكور", "2014 month not stated"]
    assert said["late"] == ["2013 على التقريب، كما في النص", "2013 roughly, as the text has it"]


def test_an_event_links_its_paragraphs(rich: Edition) -> None:
    assert links(one(page(rich, "chronology"), "#flood")) == ["works/a-2021.html#p2", "works/b-2020.html#p1"]
    assert links(one(page(rich, "chronology"), "#month")) == ["works/a-2021.html#n1"]


def test_an_event_that_leads_nowhere_is_refused(rich: Edition) -> None:
    stray = replace(rich.chronology[0], refs=("a-2021#p99",), row=7)
    with pytest.raises(BadInputError, match=r"chronology\.yaml:7: flood refers to a-2021#p99"):
        pages(replace(rich, chronology=(stray,)))


@pytest.mark.parametrize("state", ["rich", "poor"])
def test_a_reference_is_told_whole(state: str, request: pytest.FixtureRequest) -> None:
    note = one(page(request.getfixturevalue(state), "notes"), "#a-2021-n1")
    assert one(note, ".cited").get_text() == "كاتب <b>، «عنوان»، دار، يونيو 2014، ص 3"
    assert {"works/a-2021.html#n1", "https://example.org/x", "works/a-2021.html#p1", "works/a-2021.html#p2"} == set(
        links(note)
    )
    assert [tag.get_text() for tag in note.select("bdi.url")] == ["https://exam ple.org/x"]
    assert "The pieces, joined <u>." in note.get_text()
    assert [tag.get_text() for tag in note.select(".remark p")] == ["ملاحظة", "A remark"]
    assert "2 يناير 2020" in note.get_text()


@pytest.mark.parametrize(("language", "said"), [("ar", "نصها مفقود من المصدر"), ("en", "lost from the source")])
def test_a_lost_note_says_so(rich: Edition, language: str, said: str) -> None:
    assert one(page(rich, "notes", language), "#a-2021-n2 .status-lost").get_text() == said


def test_a_short_link_is_said_to_be_opaque(rich: Edition) -> None:
    note = one(page(rich, "notes"), "#a-2021-n3")
    assert "مختصر" in one(note, ".opaque").get_text()
    assert "https://s.example/abc" in links(note)
    assert "17 فروردین 1398 (تقويم إيراني) = 6 أبريل 2019" in note.get_text()
    assert (one(note, ".cited")["lang"], one(note, ".cited")["dir"]) == ("fa", "rtl")


def test_a_broken_link_is_shown_and_not_linked(rich: Edition) -> None:
    note = one(page(rich, "notes"), "#a-2021-n4")
    assert links(note) == ["works/a-2021.html#n4"]
    assert [tag.get_text() for tag in note.select("bdi.url")] == ["javascript:alert(1)", "-broken/https://"]


def test_an_ibid_leads_to_what_it_repeats(rich: Edition) -> None:
    assert "#a-2021-n1" in links(one(page(rich, "notes"), "#a-2021-n5"))
    assert "لم يصفها" in one(page(rich, "notes"), "#a-2021-n6").get_text()


def test_notes_are_counted(rich: Edition) -> None:
    assert [tag.get_text() for tag in page(rich, "notes").select("table.counts td")[1:]] == ["6", "1", "1", "3", "1"]


def test_shared_words_stand_side_by_side_with_differences_marked(rich: Edition) -> None:
    made = page(rich, "shared")
    left, right = made.select(".excerpt blockquote")
    assert left.get_text() in SAID
    assert [tag.get_text() for tag in left.select("mark")] == ["نحو", "الرمان"]
    assert [tag.get_text() for tag in right.select("mark")] == ["صوب", "التفاح"]
    assert links(one(made, ".pair h2")) == ["works/a-2021.html#p1", "works/b-2020.html#p1"]


def test_without_texts_nothing_is_compared_and_that_is_said(poor: Edition) -> None:
    made = page(poor, "shared")
    assert made.select(".pair") == []
    assert len(made.select("p.nothing")) == 1
    assert "(2021)" in one(made, ".absentees").get_text()


def test_an_edition_without_content_says_so(rich: Edition) -> None:
    nothing = Edition((), "test")
    for name in PAGES:
        assert len(page(nothing, name).select("p.nothing")) == 1, name
    assert [outlines(nothing)[f"{name}.md"] for name in ("names", "chronology", "notes")] == [[], [], []]


def test_home_has_a_door_to_each(rich: Edition) -> None:
    doors = BeautifulSoup(fragments(rich, "en", "../")["indexes"], "html.parser")
    assert links(doors) == [f"../{name}.html" for name in PAGES]
    assert [tag.get_text() for tag in doors.select(".size")] == ["4 names", "4 events", "6 notes", ""]


def test_a_reading_page_without_text_shows_its_references(poor: Edition) -> None:
    made = page(poor, "works/a-2021")
    assert one(made, "#n1 .cell > p[lang]").get_text().startswith("كاتب <b>، «عنوان»")
    assert [tag["lang"] for tag in made.select("#n2 .remark p")] == ["ar", "en"]
    assert "غير مرفق" in one(made, "#n6 .cell").get_text()
