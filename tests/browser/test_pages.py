"""The pages around the works, in a real browser: papers compared, ways in, plots; sound headings on every page."""

from __future__ import annotations

import re
from itertools import pairwise

import pytest
from bs4 import BeautifulSoup
from playwright.sync_api import Browser, expect
from tests.browser.watching import IN_FULL, Site, Watched

pytestmark = [pytest.mark.browser, IN_FULL]

FACES = [("", "rtl"), ("en/", "ltr")]
LEFT = "all => all.map(each => each.getBoundingClientRect().left)"
PHONE = {"width": 390, "height": 844}
# Of each plot: what sticks out of its picture, by a pixel or more.
STRAYS = """(pictures) => pictures.flatMap(picture => {
  const frame = picture.getBoundingClientRect()
  return [...picture.querySelectorAll("rect, text")].filter(each => {
    const box = each.getBoundingClientRect()
    const across = box.left < frame.left - 1 || box.right > frame.right + 1
    return across || box.top < frame.top - 1 || box.bottom > frame.bottom + 1
  }).map(each => `${picture.querySelector("title").textContent}: ${each.outerHTML}`)
})"""
# Of a plot's marks and words: the colour and what is behind it, as luminance.
CONTRASTS = """(page) => {
  const canvas = new OffscreenCanvas(1, 1).getContext("2d", {willReadFrequently: true})
  const luminance = colour => {
    canvas.fillStyle = colour
    canvas.fillRect(0, 0, 1, 1)
    const [r, g, b] = [...canvas.getImageData(0, 0, 1, 1).data].map(part => part / 255)
      .map(part => part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4)
    return 0.2126 * r + 0.7152 * g + 0.0722 * b
  }
  const ratio = (a, b) => (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05)
  const paper = luminance(getComputedStyle(document.body).backgroundColor)
  const least = (selector, property) => Math.min(...[...page.querySelectorAll(selector)]
    .map(each => ratio(luminance(getComputedStyle(each)[property]), paper)))
  const [marks, words] = [least(".plot-picture rect", "stroke"), least(".axis .label", "fill")]
  return {marks, words, lines: least(".plot-picture path:not(.guide)", "stroke")}
}"""


@pytest.mark.parametrize(("folder", "way"), FACES, ids=["ar", "en"])
def test_the_papers_are_a_table_or_cards_and_the_ways_in_open(
    site: Site, watched: Watched, folder: str, way: str
) -> None:
    page = watched.page
    page.goto(f"{site.address}{folder}index.html", wait_until="domcontentloaded")
    table = page.get_by_role("table")
    papers = [item for item in site.edition.works if item.work.id != "specimen"]
    expect(table.get_by_role("row")).to_have_count(len(papers) + 1)
    expect(table.get_by_role("columnheader")).to_have_count(5)
    heads = page.locator(".compared tbody th").evaluate_all("all => all.map(e => e.getBoundingClientRect().left)")
    cells = page.locator(".compared tbody td:last-child").evaluate_all(
        "all => all.map(e => e.getBoundingClientRect().left)"
    )
    assert all((head > cell) == (way == "rtl") for head, cell in zip(heads, cells, strict=True))
    links = page.locator(".begin a").evaluate_all("all => all.map(e => e.href)")
    assert [re.findall(r"view=(\w+)", link) for link in links] == [["ar"], ["en"], ["received"]]
    page.set_viewport_size({"width": 390, "height": 844})
    expect(table.get_by_role("cell")).to_have_count(4 * len(papers))
    assert page.locator(".compared tbody tr").first.evaluate("e => getComputedStyle(e).display") == "block"
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    for link in links:
        page.goto(link, wait_until="domcontentloaded")
        expect(page.locator(".matn.work")).to_be_visible()
    assert watched.complaints == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize(("folder", "way"), FACES, ids=["ar", "en"])
def test_plots_are_seen_by_everybody(site: Site, browser: Browser, folder: str, way: str, scheme: str) -> None:
    context = browser.new_context(viewport=PHONE, color_scheme=scheme)  # type: ignore[arg-type]
    page = context.new_page()
    page.goto(f"{site.address}{folder}statistics.html", wait_until="domcontentloaded")
    pictures = page.locator("svg.plot-picture")
    whole = sum(item.has_source for item in site.edition.works)
    expect(pictures).to_have_count(whole + 3)
    assert pictures.evaluate_all(STRAYS) == []
    found = page.locator(".statistics").evaluate(CONTRASTS)
    assert (found["marks"] >= 3, found["lines"] >= 3, found["words"] >= 4.5) == (True, True, True), found
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    axis = pictures.first.locator(".axis.y text").first.evaluate("e => e.getBoundingClientRect().left")
    bar = pictures.first.locator("rect").first.evaluate("e => e.getBoundingClientRect().left")
    assert (axis > bar) == (way == "rtl")
    named = page.locator(".statistics").get_by_role("img")
    expect(named).to_have_count(whole + 3)
    assert all(named.nth(at).get_attribute("aria-labelledby") for at in range(whole + 3))
    context.close()


def test_every_page_has_one_title_sound_headings_and_links_that_say_where(site: Site) -> None:
    for name in site.pages:
        made = BeautifulSoup((site.folder / name).read_text("utf-8"), "html.parser")
        content = made.select_one("main article")
        assert content is not None, name
        levels = [int(tag.name[1]) for tag in content.select("h1, h2, h3, h4, h5, h6")]
        assert levels.count(1) == (2 if name.endswith("404.html") else 1), name  # that one speaks both languages
        assert [pair for pair in pairwise(levels) if pair[1] > pair[0] + 1] == [], (name, levels)
        mute = [tag for tag in content.select("a[href]") if not (tag.get_text(strip=True) or tag.get("aria-label"))]
        assert mute == [], (name, mute[:3])
        vague = {"here", "more", "click here", "link", "هنا", "المزيد", "اضغط هنا"}
        assert [tag for tag in content.select("a[href]") if tag.get_text(strip=True).lower() in vague] == [], name
