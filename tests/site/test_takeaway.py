"""What can be taken away, on its pages: every file once, with what it is, how large it is and what it is for."""

from __future__ import annotations

import pytest
from bs4 import BeautifulSoup

from matn.edition.model import Edition
from matn.export.downloads import listing
from matn.site.pages import pages
from matn.site.shelf import Shelf
from matn.site.takeaway import size_of
from matn.site.words import LANGUAGES, Words


def shelf(edition: Edition) -> Shelf:
    """All downloads, each of a size of its own."""
    listed = listing(edition)
    return Shelf(listed, {each.path: 1000 * number for number, each in enumerate(listed, 1)})


def page(edition: Edition, name: str, language: str) -> BeautifulSoup:
    return BeautifulSoup(str(pages(edition, language, shelf(edition))[name]), "html.parser")


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_page_has_every_file_with_its_size(edition: Edition, language: str) -> None:
    root, on = {"ar": "", "en": "../"}[language], shelf(edition)
    links = page(edition, "downloads.md", language).select("table.downloads a")
    citing = {"bib", "ris", "csl"}
    wanted = [each for each in on.downloads if each.format not in citing or each.language == language]
    assert sorted(str(link["href"]) for link in links) == sorted(root + each.path for each in wanted)
    by_path = {each.path: each for each in wanted}
    for link in links:
        found = by_path[str(link["href"]).removeprefix("../")]
        assert link["type"] == found.media_type
        assert link.get("hreflang") == (found.language if found.language != "both" else None)
        size = link.find_next_sibling("bdi")
        assert size is not None
        assert size.get_text() == size_of(on.sizes[found.path], Words(language))


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_format_is_explained(edition: Edition, language: str) -> None:
    made = page(edition, "downloads.md", language)
    rows = made.select("table.downloads tbody tr:not([hidden])")
    assert len(rows) > 8
    for row in rows:
        name, told = row.select_one("th"), row.select_one(".for")
        assert name is not None
        assert told is not None
        assert len(told.get_text()) > len(name.get_text()) > 2


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_work_offers_its_own_files(edition: Edition, language: str) -> None:
    for item in edition.works:
        made = page(edition, f"works/{item.work.id}.md", language)
        hrefs = [str(link["href"]) for link in made.select("details.taking table a")]
        root = {"ar": "../", "en": "../../"}[language]
        assert hrefs
        assert all(href.startswith(f"{root}downloads/{item.work.id}/") for href in hrefs)
        assert any(href.endswith(".txt") for href in hrefs) is item.has_source


def test_the_page_says_where_a_text_is_missing(edition: Edition) -> None:
    made = page(edition, "downloads.md", "en")
    missing = [str(section["aria-labelledby"]) for section in made.select("section") if section.select(".aside")]
    assert missing == ["nahr-2020"]


def test_without_sizes_none_is_told(edition: Edition) -> None:
    made = BeautifulSoup(str(pages(edition)["downloads.md"]), "html.parser")
    assert made.select("table.downloads a")
    assert not made.select(".size")
