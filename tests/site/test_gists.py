"""English summaries on the reading page: beside the text, in its place where it is absent, stale ones told."""

from __future__ import annotations

from dataclasses import replace

import markdown
import pytest
from bs4 import BeautifulSoup, Tag

from matn.edition.model import WorkEdition
from matn.site.contents import contents, outline
from matn.site.pages import work_page
from matn.site.words import Words


def rows(item: WorkEdition, language: str = "ar") -> BeautifulSoup:
    text = work_page(item, Words(language)).split("---\n", 2)[2]
    return BeautifulSoup(markdown.markdown(text, extensions=["md_in_html", "attr_list"]), "html.parser")


def one(page: BeautifulSoup, selector: str) -> Tag:
    (found,) = page.select(selector)
    return found


def test_a_summary_stands_in_its_paragraphs_row(whole: WorkEdition) -> None:
    gist = one(rows(whole), "#p5 > .gist")
    assert (gist["lang"], gist["dir"]) == ("en", "ltr")
    assert one(rows(whole), "#p5 > .gist > p[class!=stale]").get_text() == (
        "Nine members met in May; the word متن is kept."
    )
    assert [call["href"] for call in rows(whole).select("#p5 > .calls a")] == ["#n1", "#n2"]
    assert one(rows(whole), "#p5 > .gist bdi").get_text() == "متن"


def test_only_the_stale_one_is_badged(whole: WorkEdition) -> None:
    badge = one(rows(whole), ".stale")
    assert badge.find_parent(id="p5")
    assert badge["lang"] == "ar"
    assert one(rows(whole, "en"), ".stale").get_text() == "written for an earlier wording"


def test_where_none_is_wanted_nothing_stands(whole: WorkEdition) -> None:
    page = rows(whole)
    assert page.select("#p2 .gist, #p12 .gist, #p8 .gist, #p8 .no-gist") == []
    assert one(page, "#p2 .no-gist").get_text() == "the byline"


def test_a_heading_shows_its_translation_once(whole: WorkEdition) -> None:
    page = rows(whole)
    assert one(page, ".row:has(> #p3) > .gist > p").get_text() == "The <em>source</em>"
    assert len(page.select(".body :is(h2, h3)")) == 2


def test_a_hostile_summary_is_inert(whole: WorkEdition) -> None:
    page = rows(whole)
    assert page.select("script:not(#reading-data), .gist em") == []
    assert one(page, "#p4 > .gist p").get_text() == 'He said <script>alert(4)</script> & "quoted" *star*.'


def test_without_the_text_the_english_carries_the_page(bare: WorkEdition) -> None:
    page = rows(bare)
    heading = one(page, "h2#p3")
    assert (heading.get_text(), heading.find_parent(class_="gist")["lang"]) == ("The <em>source</em>", "en")  # type: ignore[index]
    assert one(page, "h3#p6")["class"] == ["cell"]
    assert one(page, "#p5 > .cell").get_text().startswith("فقرة")
    notice = one(page, ".missing .twin")
    assert (notice["lang"], "belongs to its publisher" in notice.get_text()) == ("en", True)


def test_without_the_text_a_missing_summary_gives_its_reason(bare: WorkEdition) -> None:
    page = rows(bare)
    assert one(page, "#p12 > .gist-none").get_text().strip() == "the paragraph is in English"
    assert page.select("#p8 .gist") == []


def test_without_the_text_contents_are_in_english(bare: WorkEdition) -> None:
    assert [(entry.id, entry.language) for entry in contents(bare)] == [("p3", "en")]
    assert outline(bare, Words("ar"))[0]["name"] == "\u2066The &lt;em&gt;source&lt;/em&gt;\u2069"


@pytest.mark.parametrize("language", ["ar", "en"])
def test_a_work_without_summaries_keeps_one_column(whole: WorkEdition, language: str) -> None:
    page = rows(replace(whole, summaries={}), language)
    assert page.select(".work-summed, .columns .of-gist, .gist") == []
