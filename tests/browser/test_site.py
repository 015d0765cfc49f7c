"""The built site in a real browser: pages open clean, links and anchors land, notes lead there and back."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from urllib.parse import unquote, urljoin, urlsplit

import pytest
from lxml import html
from playwright.sync_api import Browser, Page, expect
from tests.browser.serving import PREFIX
from tests.browser.watching import Site, Watched

from matn.edition.model import WorkEdition
from matn.site.words import Words

pytestmark = pytest.mark.browser

LANGUAGES = ("ar", "en")
WIDTHS, MORE_WIDTHS = (320, 1280), (768,)
SETTLED = "Promise.allSettled(document.getAnimations().map(each => each.finished))"
# Moves to each id in turn and returns those that do not come to stand, visible, below the header.
LAND = """(ids) => {
  const strays = []
  for (const id of ids) {
    location.hash = id
    const target = document.getElementById(id), box = target?.getBoundingClientRect()
    const header = document.querySelector(".md-header").getBoundingClientRect().bottom
    const bottom = scrollY + innerHeight >= document.documentElement.scrollHeight - 2
    const seen = box && box.height > 0 && box.top >= header - 1 && box.top < innerHeight
    if (!seen || !(bottom || box.top < header + 120)) strays.push(`${id}: ${box?.top}`)
  }
  return strays
}"""


@dataclass
class Visits:
    """What was seen on one walk through the pages."""

    wide: list[tuple[str, int, int]] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)
    foreign: list[str] = field(default_factory=list)


@pytest.fixture(scope="module")
def visits(site: Site, browser: Browser) -> Visits:
    """Every page of both interfaces, drawn narrow and wide; one of each kind between, too.

    Where no text is there one page of a kind stands for the others.
    """
    context = browser.new_context(viewport={"width": WIDTHS[0], "height": 900}, reduced_motion="reduce")
    watched, seen, kinds = Watched(context.new_page()), Visits(), set(site.kinds)
    whole = all(item.has_source for item in site.edition.works)
    for name in site.pages if whole else site.kinds:
        watched.page.goto(site.address + name, wait_until="load")
        for width in (*WIDTHS, *(MORE_WIDTHS if name in kinds else ())):
            watched.page.set_viewport_size({"width": width, "height": 900})
            watched.page.evaluate(SETTLED)  # the theme moves its menu when the width changes
            if (found := watched.page.evaluate("document.documentElement.scrollWidth")) > width:
                seen.wide.append((name, width, found))
    seen.complaints = watched.complaints
    seen.foreign = [url for url in watched.requests if not url.startswith((site.address, "blob:", "data:"))]
    context.close()
    return seen


def test_every_page_opens_clean(site: Site, visits: Visits) -> None:
    assert len(site.pages) >= 2 * (len(site.works) + 9)
    assert (visits.complaints, visits.foreign) == ([], [])


def test_nothing_is_wider_than_the_screen(visits: Visits) -> None:
    assert visits.wide == []


def test_every_link_inside_the_site_lands(site: Site) -> None:
    trees = {name: html.parse(str(site.folder / name)).getroot() for name in site.pages}
    ids = {name: set(tree.xpath("//@id")) for name, tree in trees.items()}
    hrefs = {(name, urljoin(PREFIX + name, href)) for name, tree in trees.items() for href in tree.xpath("//a/@href")}
    links = {(name, *urlsplit(href)[2::2]) for name, href in hrefs if not urlsplit(href).scheme}
    assert len(links) > 1000
    assert [link for link in links if not _lands(site, ids, *link)] == []


def _lands(site: Site, ids: Mapping[str, set[str]], name: str, path: str, fragment: str) -> bool:
    file = unquote(path).removeprefix(PREFIX) or "index.html"
    there = path.startswith(PREFIX) and (site.folder / file).is_file()
    return there and (not fragment or unquote(fragment) in ids.get(file, ()))


def test_every_note_has_its_way_there_and_back(site: Site) -> None:
    for language in LANGUAGES:
        for item, name in zip(site.edition.works, site.works_in(language), strict=True):
            page = html.parse(str(site.folder / name)).getroot()
            calls = page.xpath("//*[contains(concat(' ', @class, ' '), ' call ')]//a[@id]")
            markers = [(f"#{link.get('id')}", link.get("href")) for link in calls]
            notes = page.xpath("//li[contains(concat(' ', @class, ' '), ' note ')]")
            back = ".//*[contains(concat(' ', @class, ' '), ' back ')]//a"
            backs = {(link.get("href"), f"#{note.get('id')}") for note in notes for link in note.xpath(back)}
            assert sorted(note for _, note in markers) == sorted(f"#{note}" for note in expected(item)), name
            assert [marker for marker in markers if marker not in backs] == [], name


def expected(item: WorkEdition) -> list[str]:
    """A note id for every marker that the edition knows of a work."""
    placed = [marker.note for paragraph in item.paragraphs for marker in paragraph.markers]
    return placed or [note.id for note in item.notes for _ in note.paragraphs]


def test_every_kind_of_page_opens_from_a_folder(site: Site, watched: Watched) -> None:
    for name in site.kinds:
        if not name.endswith("404.html"):  # a host serves it at any depth, so its links begin at the host's root
            watched.page.goto((site.folder / name).as_uri(), wait_until="load")
    foreign = [url for url in watched.requests if not url.startswith(("file:", "blob:", "data:"))]
    assert (watched.complaints, foreign) == ([], [])


def test_every_anchor_lands_in_sight(site: Site, watched: Watched) -> None:
    for item, name in read(site):
        ids = [each.id for each in (*item.paragraphs, *item.notes, *item.tombstones)]
        assert ids, name
        watched.page.goto(site.address + name, wait_until="load")
        assert watched.page.evaluate(LAND, ids) == [], name


def read(site: Site) -> Iterator[tuple[WorkEdition, str]]:
    """Every work with its page in the Arabic interface, the specimen in the English one too: its rows are the same."""
    for language in LANGUAGES:
        for item, name in zip(site.edition.works, site.works_in(language), strict=True):
            if language == "ar" or name in site.kinds:
                yield item, name


def landed(page: Page) -> str:
    """The fragment the page is at, once its target is in sight."""
    page.locator(":target").wait_for(state="visible")
    assert page.evaluate(
        "(b => b.bottom > 0 && b.top < innerHeight)(document.querySelector(':target').getBoundingClientRect())"
    )
    return "#" + page.url.partition("#")[2]


def test_reading_needs_no_script(site: Site, browser: Browser) -> None:
    context = browser.new_context(java_script_enabled=False, viewport={"width": 1280, "height": 900})
    page = context.new_page()
    for item, name in read(site):
        page.goto(f"{site.address}{name}#{item.paragraphs[-1].id}", wait_until="domcontentloaded")
        assert page.locator(".work .row").count() >= len(item.paragraphs) + len(item.notes)
        assert page.locator(f'[id="{item.paragraphs[-1].id}"]').is_visible()
        if page.locator(".why:visible").count():
            page.locator(".why:visible").first.click()
            assert page.locator(".apparatus:popover-open").is_visible()
            page.keyboard.press("Escape")
        follow(page, name)
    context.close()


def follow(page: Page, name: str) -> None:
    """Follow the first and the last marker of a work to its note and back."""
    markers = page.locator(".call a")
    for number in {0, markers.count() - 1} if markers.count() else ():
        marker = str(markers.nth(number).get_attribute("id"))
        note = markers.nth(number).get_attribute("href")
        markers.nth(number).click()
        assert landed(page) == note, f"{name}#{marker}"
        page.locator(f'{note} .back a[href="#{marker}"]').click()
        assert landed(page) == f"#{marker}", f"{name}#{marker}"


def test_the_dark_scheme_can_be_chosen_for_both_interfaces(site: Site, watched: Watched) -> None:
    page = watched.page
    page.goto(site.address + "index.html", wait_until="load")
    light = page.evaluate("getComputedStyle(document.body).backgroundColor")
    page.locator("label.md-header__button[for^=__palette]:visible").click()
    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", "slate")
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") != light
    page.goto(site.address + "en/index.html", wait_until="load")
    assert page.evaluate("document.body.dataset.mdColorScheme") == "slate"


def test_typefaces_are_the_sites_own(site: Site, watched: Watched) -> None:
    watched.page.goto(site.address + site.works_in("en")[0], wait_until="load")
    watched.page.evaluate("document.fonts.ready")
    assert watched.page.evaluate("document.fonts.check('16px Matn Naskh', 'متن')")
    assert site.address + "assets/fonts/naskh-400.woff2" in watched.requests


@pytest.mark.parametrize(("language", "foreign"), [("ar", "[A-Za-z]"), ("en", "[ء-ي]")])
def test_the_account_speaks_the_language_of_the_interface(site: Site, language: str, foreign: str) -> None:
    for name in site.works_in(language):
        heads = html.parse(str(site.folder / name)).xpath("//table[contains(@class, 'account')]//th")
        assert [text for head in heads if re.search(foreign, text := head.text_content())] == [], name


def test_an_unknown_address_is_helped(site: Site, watched: Watched) -> None:
    watched.page.goto(site.address + "works/no-such-paper.html", wait_until="load")
    watched.page.get_by_role("link", name=Words("ar")("lost-home")).first.click()
    assert re.fullmatch(re.escape(site.address) + r"index\.html", watched.page.url)
