"""Two interfaces of one site: every page in both, the switch between them, languages and directions, digits."""

from __future__ import annotations

from pathlib import Path

import pytest
from lxml import etree, html
from playwright.sync_api import Browser, Page
from tests.browser.axe import violations
from tests.browser.serving import PREFIX
from tests.browser.tongues import strays
from tests.browser.watching import IN_FULL, Site, Watched

pytestmark = [pytest.mark.browser, IN_FULL]

DIRECTIONS = {"ar": "rtl", "en": "ltr"}
ADDRESS = f"https://example.org{PREFIX}"
SPECIMEN = "works/specimen.html"
XHTML, MAP = "{http://www.w3.org/1999/xhtml}", "{http://www.sitemaps.org/schemas/sitemap/0.9}"
STANDS = """id => { const box = document.getElementById(id).getBoundingClientRect()
  return box.bottom > 0 && box.top < innerHeight / 2 }"""
SHIFT = """() => new Promise(done => { let sum = 0
  new PerformanceObserver(list => { for (const each of list.getEntries()) sum += each.value })
    .observe({type: "layout-shift", buffered: true})
  requestAnimationFrame(() => setTimeout(() => done(sum), 100)) })"""
SCROLLED = """() => new Promise(done => {
  const look = () => scrollY > 500 ? done() : requestAnimationFrame(look)
  look() })"""
TEXTS = """() => [...document.querySelectorAll(".cell[lang=ar], .hash, .url, .gist, h1")].map(each => {
  const copy = each.cloneNode(true)
  for (const call of copy.querySelectorAll(".call, .back, .aside")) call.remove()
  return copy.textContent }).join("\\n")"""
NUMBERS = '[...document.querySelectorAll(".num, .call")].map(each => each.textContent)'


def pages(site: Site) -> list[tuple[str, str, Path]]:
    """Language, path within the interface, and file of every page."""
    found = ((name.startswith("en/"), name.removeprefix("en/"), site.folder / name) for name in site.pages)
    return [("en" if english else "ar", name, path) for english, name, path in found]


def test_every_page_has_its_twin_and_says_its_language(site: Site) -> None:
    names = {language: {name for tongue, name, _ in pages(site) if tongue == language} for language in DIRECTIONS}
    assert names["ar"] == names["en"]
    assert len(names["ar"]) > 15
    for language, name, path in pages(site):
        page = html.parse(str(path)).getroot()
        (body,) = page.xpath("body")
        assert (page.get("lang"), body.get("dir")) == (language, DIRECTIONS[language]), path
        (switch,) = page.xpath("//a[contains(@class, 'matn-language')]")
        if name != "404.html":  # a host serves it at any depth: it is led to from the host's root
            there = site.folder / ("" if language == "en" else "en") / name
            assert (path.parent / switch.get("href")).resolve() == there.resolve(), path


def test_search_engines_are_told_of_both(site: Site) -> None:
    for language, name, path in pages(site):
        if name == "404.html":
            continue
        head = html.parse(str(path)).getroot().find("head")
        alternates = {
            link.get("hreflang"): link.get("href")
            for link in head.xpath("link[normalize-space(@rel)='alternate'][@hreflang]")
        }
        twins = {"ar": ADDRESS + name, "en": f"{ADDRESS}en/{name}"}
        assert alternates == twins | {"x-default": twins["ar"]}, path
        (canonical,) = head.xpath("link[@rel='canonical']/@href")
        assert canonical == twins[language], path


def test_one_sitemap_has_every_page_of_both(site: Site) -> None:
    assert not list((site.folder / "en").glob("sitemap*"))
    found = {}
    for url in etree.parse(str(site.folder / "sitemap.xml")).getroot():
        links = {link.get("hreflang"): link.get("href") for link in url.iter(f"{XHTML}link")}
        found[url.findtext(f"{MAP}loc")] = links
    there = {f"{ADDRESS}{'en/' * (language == 'en')}{name}" for language, name, _ in pages(site) if name != "404.html"}
    assert set(found) == there
    for address, links in found.items():
        assert address in {links["ar"], links["en"]}
        assert {links["ar"], links["en"]} <= there
        assert links["x-default"] == links["ar"]


def test_what_the_interfaces_share_lies_once(site: Site) -> None:
    names = {
        path.relative_to(site.folder / "en").parts[0] for path in (site.folder / "en").rglob("*") if path.is_file()
    }
    assert names & {"assets", "downloads", "dts", "search"} == set()
    assert [path for path in (site.folder / "en").rglob("*") if path.suffix not in {".html", ""}] == []


def test_every_run_of_text_has_its_language_and_direction(site: Site) -> None:
    assert [fault for _, _, path in pages(site) for fault in strays(path)] == []
    for name in ("notes.html", "en/notes.html"):
        persian = html.parse(str(site.folder / name)).xpath("//*[@lang='fa']")
        assert persian
        assert {each.get("dir") for each in persian} == {"rtl"}


@pytest.mark.parametrize("scheme", ["http", "file"])
@pytest.mark.parametrize(("start", "end"), [("", "en/"), ("en/", "")], ids=["to-english", "to-arabic"])
def test_the_switch_keeps_where_the_reader_stands(
    site: Site, watched: Watched, scheme: str, start: str, end: str
) -> None:
    page, root = watched.page, site.address if scheme == "http" else site.folder.as_uri() + "/"
    page.goto(f"{root}{start}{SPECIMEN}?view=ar&v=a1b2c3#p9", wait_until="load")
    switched(page)
    assert page.url == f"{root}{end}{SPECIMEN}?view=ar&v=a1b2c3#p9"
    page.goto(f"{root}{start}{SPECIMEN}", wait_until="load")
    switched(page)
    assert page.url == f"{root}{end}{SPECIMEN}"
    page.evaluate("document.getElementById('p20').scrollIntoView()")
    page.evaluate(SCROLLED)
    switched(page)
    place = page.url.partition("#")[2]
    assert place in {"p19", "p20", "p21"}
    assert page.evaluate(STANDS, place)
    assert watched.complaints == []


def switched(page: Page) -> None:
    """Press the switch and wait for the other page."""
    with page.expect_navigation(wait_until="load"):
        page.locator("a.matn-language").click()


def test_the_switch_is_a_plain_link_without_script(site: Site, browser: Browser) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(site.address + "names.html")
    page.locator("a.matn-language").click()
    assert page.url == site.address + "en/names.html"
    page.goto(site.address + "no/such/page.html")
    page.locator("a.matn-language").click()
    assert page.url == site.address + "en/404.html"
    context.close()


def test_digits_are_the_readers_choice(site: Site, watched: Watched) -> None:
    page = watched.page
    page.goto(site.address + SPECIMEN, wait_until="load")
    page.evaluate("document.fonts.ready")
    texts, numbers = page.evaluate(TEXTS), page.evaluate(NUMBERS)
    page.locator("[data-digits=eastern]").click()
    eastern = str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")
    assert page.evaluate(NUMBERS) == [number.translate(eastern) for number in numbers] != numbers
    assert page.evaluate(TEXTS) == texts
    assert [each for each in violations(page) if each.startswith("label-content-name-mismatch")] == []
    page.reload(wait_until="load")
    assert page.evaluate(NUMBERS) == [number.translate(eastern) for number in numbers]
    assert page.evaluate(SHIFT) <= 0.02
    page.goto(site.address + "en/" + SPECIMEN, wait_until="load")
    assert page.evaluate(NUMBERS) == numbers
    assert page.locator("[data-digits=eastern]").count() == 0
    page.goto(site.address + "statistics.html", wait_until="load")
    page.locator("[data-digits=western]").click()
    page.goto(site.address + SPECIMEN, wait_until="load")
    assert (page.evaluate(NUMBERS), page.evaluate(TEXTS)) == (numbers, texts)
