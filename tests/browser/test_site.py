"""The built site in a real browser: pages open clean, anchors land, notes lead there and back."""

from __future__ import annotations

import re
from urllib.parse import unquote

import pytest
from playwright.sync_api import Browser, Page
from tests.browser.watching import Site, Watched

pytestmark = pytest.mark.browser

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


def test_every_page_opens_clean(site: Site, watched: Watched) -> None:
    assert len(site.pages) >= len(site.works) + 9
    for name in site.pages:
        watched.page.goto(site.address + name, wait_until="networkidle")
    foreign = [url for url in watched.requests if not url.startswith((site.address, "blob:", "data:"))]
    assert (watched.complaints, foreign) == ([], [])


def test_every_page_opens_from_a_folder(site: Site, watched: Watched) -> None:
    for name in site.pages:
        if name != "404.html":  # a host serves it at any depth, so its links begin at the host's root
            watched.page.goto((site.folder / name).as_uri(), wait_until="networkidle")
    foreign = [url for url in watched.requests if not url.startswith(("file:", "blob:", "data:"))]
    assert (watched.complaints, foreign) == ([], [])


def test_every_link_inside_the_site_lands(site: Site, watched: Watched) -> None:
    ids: dict[str, set[str]] = {}
    links: set[tuple[str, str, str]] = set()
    for name in site.pages:
        watched.page.goto(site.address + name)
        ids[name] = set(watched.page.eval_on_selector_all("[id]", "all => all.map(e => e.id)"))
        for href in watched.page.eval_on_selector_all("a[href]", "all => all.map(e => e.href)"):
            if href.startswith(site.address):
                path, _, fragment = href.removeprefix(site.address).partition("#")
                links.add((name, path or "index.html", unquote(fragment)))
    broken = [
        link
        for link in links
        if (link[2] and link[2] not in ids.get(link[1], ())) or not (site.folder / link[1]).is_file()
    ]
    assert len(links) > 100
    assert broken == []


def test_every_anchor_lands_in_sight(site: Site, watched: Watched) -> None:
    for item, name in zip(site.edition.works, site.works, strict=True):
        ids = [each.id for each in (*item.paragraphs, *item.notes, *item.tombstones)]
        assert ids, name
        watched.page.goto(site.address + name)
        assert watched.page.evaluate(LAND, ids) == [], name


def test_every_note_is_followed_there_and_back(site: Site, watched: Watched) -> None:
    followed = 0
    for name in site.works:
        watched.page.goto(site.address + name)
        for marker in watched.page.eval_on_selector_all(".call a", "all => all.map(e => e.id)"):
            note = watched.page.locator(f'[id="{marker}"]').get_attribute("href")
            watched.page.locator(f'[id="{marker}"]').click()
            assert landed(watched.page) == note, f"{name}#{marker}"
            watched.page.locator(f'{note} .back a[href="#{marker}"]').click()
            assert landed(watched.page) == f"#{marker}", f"{name}#{marker}"
            followed += 1
    assert followed == sum(len(item_markers) for item_markers in expected_markers(site))


def expected_markers(site: Site) -> list[list[str]]:
    """Per work, a note id for every marker that the edition knows."""
    works = site.edition.works
    placed = [[marker.note for p in item.paragraphs for marker in p.markers] for item in works]
    told = [[note.id for note in item.notes for _ in note.paragraphs] for item in works]
    return [at or by for at, by in zip(placed, told, strict=True)]


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
    for item, name in zip(site.edition.works, site.works, strict=True):
        page.goto(f"{site.address}{name}#{item.paragraphs[-1].id}")
        assert page.locator(".work .row").count() >= len(item.paragraphs) + len(item.notes)
        assert page.locator(f'[id="{item.paragraphs[-1].id}"]').is_visible()
        if page.locator(".why").count():
            page.locator(".why").first.click()
            assert page.locator(".apparatus:popover-open").is_visible()
    context.close()


def test_nothing_is_wider_than_the_screen(site: Site, watched: Watched) -> None:
    too_wide = []
    for name in site.pages:
        watched.page.goto(site.address + name)
        for width in (320, 390, 768, 1280, 1920):
            watched.page.set_viewport_size({"width": width, "height": 900})
            watched.page.evaluate(SETTLED)  # the theme moves its menu when the width changes
            if (found := watched.page.evaluate("document.documentElement.scrollWidth")) > width:
                too_wide.append((name, width, found))
    assert too_wide == []


def test_the_dark_scheme_can_be_chosen(site: Site, watched: Watched) -> None:
    watched.page.goto(site.address + "index.html")
    light = watched.page.evaluate("getComputedStyle(document.body).backgroundColor")
    watched.page.locator("label.md-header__button[for^=__palette]:visible").click()
    watched.page.wait_for_function("document.body.dataset.mdColorScheme === 'slate'")
    assert watched.page.evaluate("getComputedStyle(document.body).backgroundColor") != light


def test_typefaces_are_the_sites_own(site: Site, watched: Watched) -> None:
    watched.page.goto(site.address + site.works[0], wait_until="networkidle")
    assert watched.page.evaluate("document.fonts.check('16px \"Matn Naskh\"', 'متن')")
    assert any(url.endswith("naskh-400.woff2") for url in watched.requests)


def test_the_account_speaks_the_language_of_the_interface(site: Site, watched: Watched) -> None:
    for name in site.works:
        watched.page.goto(site.address + name)
        heads = watched.page.eval_on_selector_all("table.account th", "all => all.map(e => e.textContent)")
        assert [head for head in heads if re.search("[A-Za-z]", head)] == [], name


def test_an_unknown_address_is_helped(site: Site, watched: Watched) -> None:
    watched.page.goto(site.address + "works/no-such-paper.html")
    watched.page.get_by_role("link", name="كل الأوراق في صفحة البداية").click()
    assert re.fullmatch(re.escape(site.address) + r"index\.html", watched.page.url)
