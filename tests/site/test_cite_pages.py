"""The citations of a work as a page and as a script's data, of the hand-made edition whose texts mean harm."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import markdown
import pytest
from bs4 import BeautifulSoup

from matn.edition.anchors.model import Change
from matn.edition.model import Edition, History, WorkEdition
from matn.export.cite import LANGUAGES, Imprint, Of, Site, cite
from matn.site.cite_data import Citations, data_path
from matn.site.cite_page import cite_pages, cite_path
from matn.site.words import Words

IMPRINT = Imprint({"ar": "متن", "en": "Matn"}, {"ar": "فريق", "en": "Team"}, {"ar": "دار", "en": "House"}, "2", "2030")
STYLES = ("chicago", "mla", "apa")


def citations(edition: Edition, address: str = "https://example.org/") -> Citations:
    return Citations(edition, Site(IMPRINT, address))


def page(edition: Edition, item: WorkEdition, language: str, address: str = "https://example.org/") -> BeautifulSoup:
    """The page of *item* as Python-Markdown leaves it."""
    made = str(cite_pages(citations(edition, address), Words(language))[cite_path(item.work.id)])
    body = made.split("---\n", 2)[2]
    return BeautifulSoup(markdown.markdown(body, extensions=["md_in_html", "tables", "attr_list"]), "html.parser")


def data(edition: Edition, item: WorkEdition) -> dict[str, Any]:
    """What the script of *item* puts into the page."""
    text = citations(edition).files()[data_path(item.work.id)].decode("utf-8")
    made: dict[str, Any] = json.loads(text[text.index("{}, ") + 4 : text.rindex(")")])
    found: dict[str, Any] = made[item.work.id]
    return found


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_page_has_every_citation_as_the_command_prints_it(
    edition: Edition, whole: WorkEdition, language: str
) -> None:
    shown = page(edition, whole, language)
    site = Site(IMPRINT, "https://example.org/")
    texts = [" ".join(tag.get_text().split()) for tag in shown.select("p.cite-text")]
    for of in Of:
        for tongue in LANGUAGES:
            for style in STYLES:
                for part in cite(whole, None, style, tongue, site, of).strip().split("\n\n"):
                    assert " ".join(part.split()) in texts
    records = [tag.get_text() for tag in shown.select("pre")]
    assert cite(whole, None, "bibtex", language, site) in records
    assert not shown.find_all("b")  # a title is no markup
    assert shown.select_one(f'.lead a[href="../works/{whole.work.id}.html"]')


def test_a_local_copy_says_so(edition: Edition, whole: WorkEdition) -> None:
    assert Words("en")("cite-page-local") in page(edition, whole, "en", "").get_text()
    assert Words("en")("cite-page-local") not in page(edition, whole, "en").get_text()


def test_the_script_knows_who_is_who_and_what_changed(edition: Edition, whole: WorkEdition) -> None:
    told = data(edition, whole)
    assert told["facts"]["en"]["edition"] == {
        "author": "Salma al-Warraq",
        "title": "Matn",
        "editors": "Team",
        "publisher": "House",
        "version": "2",
        "date": "2030",
    }
    assert told["facts"]["en"]["paper"]["date"] == "[May 2021]"  # supplied
    assert (told["address"], told["folders"]) == ("https://example.org/", {"ar": "", "en": "en/"})
    assert told["history"] == {}


def test_only_paragraphs_that_changed_have_a_history(edition: Edition, whole: WorkEdition) -> None:
    steps = (Change("aaaaaa", "bbbbbb", (("كان", "كانت"),), 2),)
    known = {"p4": History(("aaaaaa", "bbbbbb"), steps), "p5": History(("cccccc",))}
    item = replace(whole, history=known)
    told = data(replace(edition, works=(item,)), item)["history"]
    change = {"from": "aaaaaa", "to": "bbbbbb", "words": [["كان", "كانت"]], "more": 2}
    assert told == {"p4": {"versions": ["aaaaaa", "bbbbbb"], "changes": [change]}}
