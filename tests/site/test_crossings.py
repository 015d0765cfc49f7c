"""What leads from a text elsewhere: names, dated events, passages that another work has too."""

from __future__ import annotations

from dataclasses import replace

from bs4 import BeautifulSoup
from markupsafe import Markup
from tests.site.indexed import EVENTS, edition, page

from matn.edition.model import WorkEdition
from matn.site.crossings import clear_of, crossings
from matn.site.inline import Span, render


def links(page: BeautifulSoup, selector: str) -> list[tuple[str, str]]:
    found = page.select(f"{selector} a[data-n], {selector} a[data-d]")
    return [(str(tag.get("data-n") or tag.get("data-d")), tag.get_text()) for tag in found]


def test_names_are_marked_in_both_languages_and_link_to_nothing_yet(whole: WorkEdition) -> None:
    made = page(edition(whole), "works/a-2021")
    assert links(made, "#p1 .cell") == [("salma", "سلمى الوراق"), ("wadi", "الوادي الأخضر")]
    assert links(made, "#p1 .gist")[1:] == [("wadi", "the Green Valley")]
    assert made.select("a[data-n][href]") == []


def test_a_form_of_two_names_is_marked_once_and_as_doubtful(whole: WorkEdition) -> None:
    (link,) = page(edition(whole), "works/a-2021").select("#p2 .cell a[data-n]")
    assert (link["data-n"], link["class"]) == ("wadi", ["doubtful"])


def test_a_date_is_marked_where_an_event_is_told(whole: WorkEdition) -> None:
    of = edition(whole)
    first = of.works[0]
    texts = ("في 10 يونيو 2014 فاض النهر، وفي عام 2019 جف.", "في 10 يونيو 2014 أيضًا.")
    told = tuple(replace(p, reading=text, received=text) for p, text in zip(first.paragraphs, texts, strict=True))
    events = (replace(EVENTS[0], refs=("a-2021#p1",)), replace(EVENTS[1], refs=("a-2021#p1",)))
    made = crossings(replace(of, works=(replace(first, paragraphs=told),), chronology=events), "ar")
    spans = [span for span in made.reading["a-2021#p1"] if "data-d" in span.attributes]
    assert [(texts[0][span.start : span.end], span.attributes["data-d"]) for span in spans] == [
        ("10 يونيو 2014", "flood")
    ]
    assert [span for span in made.reading["a-2021#p2"] if "data-d" in span.attributes] == []


def test_shared_passages_lead_to_each_other_and_to_their_comparison(whole: WorkEdition) -> None:
    of = edition(whole)
    one, other = (page(of, f"works/{name}") for name in ("a-2021", "b-2020"))
    compared = {tag["id"] for tag in page(of, "shared").select(".pair")}
    for made, target in ((one, "b-2020.html#p1"), (other, "a-2021.html#p1")):
        twin, comparison = made.select("#p1 .twins a")
        assert twin["href"] == target
        assert str(comparison["href"]).removeprefix("../shared.html#") in compared


def test_no_link_stands_in_another() -> None:
    call = Markup('<sup><a href="#n1">1</a></sup>')
    html = render("الوادي الأخضر", (), (), {6: call}, [Span(0, 13, "a", {"data-n": "wadi"})])
    assert html == f'<a data-n="wadi">الوادي</a>{call}<a data-n="wadi"> الأخضر</a>'
    url = Span(3, 9, "a", {"href": "https://example.org"})
    assert clear_of([Span(0, 3, "a"), Span(8, 10, "a")], [url]) == [Span(0, 3, "a")]


def test_without_the_text_its_english_is_linked(whole: WorkEdition) -> None:
    made = page(edition(whole, present=False), "works/a-2021")
    assert ("wadi", "the Green Valley") in links(made, "#p1 .gist")
