"""The edition's content in a real browser: English beside or under the Arabic, indexes that lead where they say."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser
from tests.browser.watching import Site, Watched

from matn.export.indexes.places import anchors

pytestmark = pytest.mark.browser

INDEXES = ("names.html", "chronology.html", "notes.html", "shared.html")
# Boxes of the Arabic and the English of every row that has both, with the text itself, not its cell, measured.
BOXES = """() => [...document.querySelectorAll(".work .body .row:has(> .gist)")].map(row => {
  const box = (of) => { const r = of.getBoundingClientRect(); return [r.left, r.top, r.right, r.bottom] }
  return {id: row.id, text: box(row.querySelector(".cell")), gist: box(row.querySelector(".gist"))}
})"""


def summed(site: Site) -> list[str]:
    """Pages of the works that have summaries."""
    pairs = zip(site.edition.works, site.works, strict=True)
    return [name for item, name in pairs if any(summary.text for summary in item.summaries.values())]


def test_english_stands_beside_the_arabic_where_there_is_room(site: Site, watched: Watched) -> None:
    assert summed(site)
    for name in summed(site):
        watched.page.goto(site.address + name)
        watched.page.set_viewport_size({"width": 1280, "height": 900})
        wide = watched.page.evaluate(BOXES)
        assert [row["id"] for row in wide if row["gist"][2] > row["text"][0] or row["gist"][1] >= row["text"][3]] == []
        watched.page.set_viewport_size({"width": 390, "height": 900})
        narrow = watched.page.evaluate(BOXES)
        assert [row["id"] for row in narrow if row["gist"][1] < row["text"][3] - 1] == []
        assert len(wide) == len(narrow) > 5


def test_every_summary_is_read_without_script(site: Site, browser: Browser) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    for item, name in zip(site.edition.works, site.works, strict=True):
        page.goto(site.address + name)
        wanted = [" ".join(s.text.split()) for p in item.paragraphs if (s := item.summaries.get(p.id)) and s.text]
        shown = page.locator('.gist:not(.gist-none) > :not([class="stale"])').all_text_contents()
        assert [" ".join(text.split()) for text in shown] == wanted, name
    context.close()


@pytest.mark.parametrize("name", [*INDEXES, *(f"en/{name}" for name in INDEXES)])
def test_every_entry_of_an_index_can_be_linked(site: Site, watched: Watched, name: str) -> None:
    watched.page.goto(site.address + name)
    for entry in watched.page.eval_on_selector_all(".index .entry[id]", "all => all.map(e => e.id)")[::7]:
        watched.page.evaluate("id => { location.hash = id }", entry)
        top = watched.page.evaluate("id => document.getElementById(id).getBoundingClientRect().top", entry)
        end = watched.page.evaluate("scrollY + innerHeight >= document.documentElement.scrollHeight - 2")
        assert end or 40 <= top < 200, f"{name}#{entry}"


def test_a_paragraph_of_an_index_is_reached_by_a_click(site: Site, watched: Watched) -> None:
    for name in (*INDEXES, "en/names.html"):
        watched.page.goto(site.address + name)
        visible = watched.page.locator('.index .entry a[href^="works/"]:visible')
        if not visible.count():
            assert name == "shared.html", name
            continue
        target = str(visible.last.get_attribute("href"))
        visible.last.click()
        watched.page.wait_for_url(f"**/{target}", wait_until="domcontentloaded")
        watched.page.locator(":target").wait_for(state="visible")


def test_long_lists_of_places_open_without_script(site: Site, browser: Browser) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(site.address + "names.html")
    folded = page.locator(".index details")
    for number in range(min(3, folded.count())):
        folded.nth(number).locator("summary").click()
        assert folded.nth(number).locator("a").first.is_visible()
    context.close()


def refs(value: Any) -> Iterator[str]:
    """Every place that *value* names."""
    if isinstance(value, dict):
        yield from ([value["ref"]] if "ref" in value else [])
        yield from (ref for inner in value.values() for ref in refs(inner))
    elif isinstance(value, list):
        yield from (ref for inner in value for ref in refs(inner))


def test_data_lie_beside_the_pages_and_name_real_places(site: Site) -> None:
    known = anchors(site.edition)
    for path in sorted(site.folder.rglob("*.json")):
        if path.relative_to(site.folder).parts[0] not in {"search", "downloads", "dts"}:
            made = json.loads(path.read_text("utf-8"))
            assert set(refs(made)) <= known, path.name
    for name in INDEXES:
        assert (site.folder / name).with_suffix(".json").is_file()


def test_shared_passages_are_shown_where_both_texts_are_there(site: Site, watched: Watched) -> None:
    watched.page.goto(site.address + "shared.html")
    pairs, plain = watched.page.locator(".pair").count(), watched.page.locator(".nothing").count()
    assert (pairs > 0, plain) == ((True, 0) if all(item.has_source for item in site.edition.works) else (False, 1))
