"""Pages of the hand-made edition: what stands where, in both states, and nothing that runs."""

from __future__ import annotations

import re

import markdown
import pytest
import yaml
from bs4 import BeautifulSoup, Tag

from matn.edition.model import Edition, WorkEdition
from matn.site.contents import contents, outline
from matn.site.pages import fragments, navigation, pages, work_page
from matn.site.words import Words

EXTENSIONS = ["admonition", "attr_list", "def_list", "footnotes", "md_in_html", "tables", "toc"]


def soup(item: WorkEdition, language: str = "ar") -> BeautifulSoup:
    """The page as Python-Markdown leaves it."""
    text = work_page(item, Words(language)).split("---\n", 2)[2]
    return BeautifulSoup(markdown.markdown(text, extensions=EXTENSIONS), "html.parser")


@pytest.fixture(scope="module")
def page(whole: WorkEdition) -> BeautifulSoup:
    return soup(whole)


@pytest.fixture(scope="module")
def bare_page(bare: WorkEdition) -> BeautifulSoup:
    return soup(bare)


def one(page: BeautifulSoup, selector: str) -> Tag:
    found = page.select(selector)
    assert len(found) == 1, f"{selector}: {len(found)}"
    return found[0]


def test_markdown_leaves_the_page_as_it_is(whole: WorkEdition) -> None:
    body = work_page(whole, Words("ar")).split("---\n", 2)[2]
    assert markdown.markdown(body, extensions=EXTENSIONS).strip() == body.strip()


def test_front_matter_is_yaml_and_escaped(whole: WorkEdition) -> None:
    meta = yaml.safe_load(work_page(whole, Words("en")).split("---\n")[1])
    assert meta["title"] == "The River and &#34;Its&#34; People"


def test_paths(edition: Edition) -> None:
    assert sorted(pages(edition)) == [
        "chronology.json", "chronology.md", "dataset.md", "downloads.md", "names.json", "names.md",
        "notes-csl.json", "notes.json", "notes.md", "shared.json", "shared.md", "statistics.md", "works.json",
        "works/nahr-2020.json", "works/nahr-2020.md", "works/nahr-2021.json", "works/nahr-2021.md",
    ]  # fmt: skip


@pytest.mark.parametrize("state", ["whole", "bare"])
def test_every_id_is_there_once(state: str, request: pytest.FixtureRequest) -> None:
    item: WorkEdition = request.getfixturevalue(state)
    ids = [tag["id"] for tag in soup(item).select("[id]")]
    assert len(ids) == len(set(ids))
    wanted = {*(p.id for p in item.paragraphs), *(n.id for n in item.notes), *(t.id for t in item.tombstones)}
    assert wanted <= set(ids)


@pytest.mark.parametrize("state", ["page", "bare_page"])
def test_every_link_within_the_page_lands(state: str, request: pytest.FixtureRequest) -> None:
    page: BeautifulSoup = request.getfixturevalue(state)
    ids = {tag["id"] for tag in page.select("[id]")}
    targets = [str(tag["href"])[1:] for tag in page.select('a[href^="#"]')]
    assert len(targets) > 20
    assert set(targets) <= ids
    assert {tag["popovertarget"] for tag in page.select("[popovertarget]")} <= ids


def test_the_same_anchors_without_the_text(page: BeautifulSoup, bare_page: BeautifulSoup) -> None:
    def anchors(of: BeautifulSoup) -> list[str]:
        return [i for tag in of.select("[id]") if re.fullmatch(r"[pn]\d+\w?(-ref(-\d+)?)?", i := str(tag["id"]))]

    assert anchors(bare_page) == anchors(page)


def test_hostile_text_is_inert(page: BeautifulSoup) -> None:
    assert page.select("script:not(#reading-data), img, .body em, .body b, h1 b, [onerror]") == []
    assert one(page, "#reading-data")["type"] == "application/json"  # which no browser runs
    assert not [tag for tag in page.select("[href]") if str(tag["href"]).startswith("javascript")]
    assert one(page, "#p4 p.cell").get_text() == (
        "قال <script>alert(1)</script> ثم \"نقل\" & 'سكت' <img src=x onerror=alert(2)> {{ 7*7 }} *نجم* `رمز`"
    )


def test_hostile_headings_are_escaped_for_the_theme(whole: WorkEdition, edition: Edition) -> None:
    assert outline(whole, Words("ar"))[0]["name"] == "أولًا: &lt;em&gt;المنبع&lt;/em&gt;"
    assert "<b>" not in str(navigation(edition)) + fragments(edition)["works"]


def test_both_titles_with_their_language(page: BeautifulSoup) -> None:
    assert one(page, "h1 span")["lang"] == "ar"
    twin = one(page, ".masthead .title-twin")
    assert (twin["lang"], twin["dir"], twin.get_text()) == ("en", "ltr", 'The River and "Its" People')


def test_gap_is_visible_with_its_reason(page: BeautifulSoup) -> None:
    gap = one(page, "#p5 .cell .gap")
    assert gap.get_text() == "[…]"
    assert "مسافتان موضع رقم" in gap["title"]
    assert (gap["role"], gap["aria-label"]) == ("img", "[فجوة: سقط هنا رقم]")


def test_changes_are_marked_and_told(page: BeautifulSoup) -> None:
    assert one(page, "#p5 .cell .emended").get_text() == "تسعة"
    assert one(page, "#p5 .was .emended").get_text() == "تسعه <i>"
    assert [one(page, f"#p5 .{part} .query")["data-q"] for part in ("cell", "was")] == ["0", "0"]
    assert len(page.select("#why-p5 li")) == 3
    assert "تطويل" in one(page, "#why-p5").get_text()
    assert one(page, "#why-p5 .received").get_text().startswith("عُقد الاجتمـاع")
    assert page.select("#why-p4, #p5 .cell .changed") == []


def test_notes_are_linked_both_ways(page: BeautifulSoup) -> None:
    assert one(page, "#n1-ref")["href"] == "#n1"
    assert [tag["href"] for tag in page.select("#n1 .back a")] == ["#n1-ref", "#n1-ref-2"]
    assert one(page, '#n3 .back a[href="#n1"]').get_text() == "تعيد الحاشية 1"


def test_a_note_has_its_own_language(page: BeautifulSoup) -> None:
    assert (one(page, "#n3 .cell > p[lang]")["lang"], one(page, "#n3 .cell > p[lang]")["dir"]) == ("fa", "rtl")
    assert (one(page, "#n4 .cell > p[lang]")["lang"], one(page, "#n4 .cell > p[lang]")["dir"]) == ("en", "ltr")


def test_lost_notes_are_said_plainly(page: BeautifulSoup) -> None:
    lost, loose = page.select(".plainly")
    assert [tag["href"] for tag in lost.select("a")] == ["#n2"]
    assert [tag["href"] for tag in loose.select("a")] == ["#n4"]
    assert one(page, "#n2 .gap").get_text() == "[…]"


def test_only_web_addresses_are_links(page: BeautifulSoup) -> None:
    assert one(page, "#n1 .cell > p:first-child a")["href"] == "https://example.org/ma"
    assert one(page, "#n1 .note-url bdi").get_text() == "javascript:alert(3)"


def test_foreign_runs_are_isolated_whole(page: BeautifulSoup) -> None:
    assert one(page, "#p11 bdi").get_text() == "«River Studies» vol. 3, no. 2"
    assert (one(page, "#p12 bdi")["lang"], one(page, "#p12 .cell")["dir"]) == ("ar", "ltr")


def test_list_items_stand_in_a_list(page: BeautifulSoup) -> None:
    assert [tag["id"] for tag in page.select(".body ul.rows > li")] == ["p7", "p8"]


def test_headings_have_levels_and_contents_lead_to_them(page: BeautifulSoup, whole: WorkEdition) -> None:
    assert (one(page, "h2#p3").name, one(page, "h3#p6").name) == ("h2", "h3")
    assert [entry.id for entry in contents(whole)] == ["p3", "p6"]
    assert [tag["href"] for tag in page.select("nav.contents a")] == ["#p3", "#p6"]


def test_outline_nests(whole: WorkEdition) -> None:
    tokens = outline(whole, Words("ar"))
    assert [token["id"] for token in tokens] == ["p3", "notes", "tombstones", "account"]
    assert [child["id"] for child in tokens[0]["children"]] == ["p6"]  # type: ignore[attr-defined]


def test_tombstones_lead_on(page: BeautifulSoup) -> None:
    assert [tag["href"] for tag in page.select("#p13 .cell a")] == ["#p11", "#p12"]
    assert "سُحبت" in one(page, "#p14 .cell").get_text()


def test_account_adds_up_on_the_page(page: BeautifulSoup) -> None:
    first, *bags, last = (int(row.td.get_text().replace(",", "")) for row in page.select("table.account tbody tr"))  # type: ignore[union-attr]
    assert (first, sum(bags), last) == (1234, 1234, 0)


def test_missing_text_is_said_plainly(page: BeautifulSoup, bare_page: BeautifulSoup) -> None:
    assert "ab" * 32 in one(bare_page, ".missing").get_text()
    assert len(bare_page.select(".row-absent")) == 12
    assert page.select(".missing, .row-absent") == []
    assert bare_page.select("table.account") == []


def test_english_interface_has_the_same_anchors(whole: WorkEdition, page: BeautifulSoup) -> None:
    english = soup(whole, "en")
    assert one(english, ".work")["dir"] == "ltr"
    assert [tag["id"] for tag in english.select("[id]")] == [tag["id"] for tag in page.select("[id]")]


def test_navigation_is_author_and_year(edition: Edition) -> None:
    assert navigation(edition)[0] == {"سلمى الوراق (2021)": "works/nahr-2021.md"}
