"""The first page's pieces: the works compared, the specimen apart, the ways in; and every page in both languages."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest
from bs4 import BeautifulSoup, Tag

from matn.edition.load import load_works
from matn.edition.model import Edition, WorkEdition
from matn.site.home import pieces
from matn.site.words import Words

ROOT = Path(__file__).resolve().parents[2]
STANCE = {"ar": "النهر لأهله <b>", "en": "The river is its people's & theirs"}


@pytest.fixture(scope="module")
def three(whole: WorkEdition, bare: WorkEdition) -> Edition:
    """A paper with its text, one without, and the specimen."""
    first = replace(whole, work=replace(whole.work, stance=STANCE))
    second = replace(bare, work=replace(bare.work, id="nahr-2020", date="2020", date_evidence={}, publisher={}))
    return Edition((replace(whole, work=replace(whole.work, id="specimen")), first, second), "test")


def piece(of: Edition, name: str, language: str = "en", prefix: str = "") -> BeautifulSoup:
    return BeautifulSoup(pieces(of, Words(language), prefix)[name], "html.parser")


def rows(of: Edition, language: str = "en") -> list[Tag]:
    return piece(of, "works", language).select("tbody tr")


def test_the_specimen_stands_apart(three: Edition) -> None:
    assert [row["id"] for row in rows(three)] == ["work-nahr-2021", "work-nahr-2020"]
    assert [a["href"] for a in piece(three, "specimen", prefix="../").select("a")] == ["../works/specimen.html"]


def test_who_when_where_length_stance_and_state(three: Edition) -> None:
    whole, bare = (row.get_text(" ", strip=True) for row in rows(three))
    assert "Salma al-Warraq" in whole
    assert re.search(r"Published Riverbank House \[May 2021\]", whole)
    assert STANCE["en"] in whole
    assert re.search(r"12 paragraphs \d\d words 4 notes", whole)
    assert re.search(r"Full text here 3 places changed one gap text of one note lost", whole)
    assert "publisher not named 2020" in bare
    assert "12 paragraphs 4 notes" in bare
    assert "the text is not supplied text of one note lost" in bare


@pytest.mark.parametrize("language", ["ar", "en"])
def test_every_cell_has_a_head(three: Edition, language: str) -> None:
    page = piece(three, "works", language)
    heads = [head.get_text() for head in page.select("thead th")]
    assert len(heads) == 5
    for row in page.select("tbody tr"):
        said = [cell.select_one(".what") for cell in row.select("td")]
        assert [tag.get_text() for tag in said if tag] == heads[1:]
    assert {tag["role"] for tag in page.select("table, thead, tbody, tr, th, td")} == {
        "table", "rowgroup", "row", "columnheader", "rowheader", "cell",
    }  # fmt: skip
    assert page.select("script, b, i") == []


def test_both_titles_are_told_each_in_its_language(three: Edition) -> None:
    titles = {
        tag["lang"]: tag.get_text() for tag in rows(three, "ar")[0].select("th [lang]") if "byline" not in str(tag)
    }
    assert titles["ar"].startswith("النهر & أهله <b>") or "سلمى" in titles["ar"]
    assert titles["en"] == 'The River and "Its" People'


def test_ways_in(three: Edition) -> None:
    links = [str(a["href"]) for a in piece(three, "begin", prefix="../").select("a")]
    assert links == [
        "../works/nahr-2021.html?view=ar",
        "../works/nahr-2021.html?view=en",
        "../works/specimen.html?view=received",
    ]


def test_the_first_way_leads_to_a_text_that_is_there(three: Edition) -> None:
    papers = Edition((three.works[2], three.works[1], three.works[0]), "test")
    assert "nahr-2021" in str(piece(papers, "begin").select_one("a"))
    absent = Edition((three.works[2],), "test")
    assert "nahr-2020" in str(piece(absent, "begin").select_one("a"))
    assert piece(Edition((), "test"), "begin").select("a") == []


def test_every_work_says_what_it_holds_in_one_line() -> None:
    for work in load_works(ROOT):
        assert set(work.stance) == {"ar", "en"}, work.id
        for line in work.stance.values():
            assert "\n" not in line
            assert 8 <= len(line.split()) <= 30, (work.id, line)


def test_every_page_that_people_write_is_there_in_both_languages() -> None:
    docs = ROOT / "docs"
    arabic, english = ({path.name for path in folder.glob("*.md")} for folder in (docs, docs / "en"))
    assert arabic == english


@pytest.mark.parametrize("name", sorted(path.name for path in (ROOT / "docs").glob("*.md")))
def test_both_languages_have_the_same_parts(name: str) -> None:
    arabic, english = ((ROOT / "docs" / place / name).read_text("utf-8") for place in ("", "en"))
    pieces_of = re.compile(r"<!-- matn:\w+ -->")
    assert pieces_of.findall(arabic) == pieces_of.findall(english)
    code = re.compile(r"^```.*?^```", re.MULTILINE | re.DOTALL)
    if name not in {"changelog.md", "data.md", "cite.md", "search.md"}:  # the English pages say more
        levels = [re.findall(r"^#+", code.sub("", text), re.MULTILINE) for text in (arabic, english)]
        assert levels[0] == levels[1]


def test_the_arabic_changelog_has_every_version() -> None:
    versions = re.compile(r"^## \[([^\]]+)\]", re.MULTILINE)
    arabic = versions.findall((ROOT / "docs" / "changelog.md").read_text("utf-8"))
    assert arabic == versions.findall((ROOT / "CHANGELOG.md").read_text("utf-8"))
