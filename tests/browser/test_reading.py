"""The reading page in a real browser: its views, notes and changes in place, names on demand, paper, and none of it."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page
from tests.browser.axe import violations
from tests.browser.watching import IN_FULL, Site, Watched

from matn.edition.model import Paragraph, WorkEdition
from matn.site.apparatus import nested

pytestmark = [pytest.mark.browser, IN_FULL]

SPECIMEN = "works/specimen.html"
VIEWS = ("ar", "both", "en", "received")
WIDE, NARROW = {"width": 1280, "height": 900}, {"width": 390, "height": 844}
# What of the text can be seen: of each kind of part, how many have a box of more than a point and are not hidden.
SHOWN = """() => Object.fromEntries(["cell", "gist", "was-text"].map(name => [name,
  [...document.querySelectorAll(`.work .body .${name}`)].filter(e => e.getClientRects().length &&
    e.getBoundingClientRect().height > 2 && getComputedStyle(e).visibility === "visible").length]))"""
TOP = "id => document.getElementById(id).closest('.row').getBoundingClientRect().top"
SHIFT = """() => { window.moved = 0
  new PerformanceObserver(list => { for (const each of list.getEntries()) moved += each.value })
    .observe({type: "layout-shift", buffered: true}) }"""
LINE = "e => (s => `${s.textDecorationStyle} ${s.textDecorationThickness} ${s.borderStyle}`)(getComputedStyle(e))"
# Of each row the text as received and the numbers of the changes that are marked in it.
RECEIVED = """() => Object.fromEntries([...document.querySelectorAll(".body .row")].map(row => [
  row.id || row.querySelector("[id]").id, [row.querySelector(".was-text")?.textContent ?? null,
  [...new Set([...row.querySelectorAll(".was-text [data-c]")].map(e => +e.dataset.c))]]]))"""
# Markers in Arabic that do not stand left of the character before them, or away from the sign after them.
ASTRAY = """() => [...document.querySelectorAll(".body .cell[dir=rtl] .call")].filter(call => {
  const box = call.getBoundingClientRect()
  const walk = document.createTreeWalker(call.closest(".cell"), NodeFilter.SHOW_TEXT)
  const texts = []; while (walk.nextNode()) texts.push(walk.currentNode)
  const at = texts.findIndex(text => call.contains(text)), before = texts[at - 1], after = texts[at + 1]
  const rect = (text, start) => { const range = new Range(); range.setStart(text, start); range.setEnd(text, start + 1)
    return range.getBoundingClientRect() }
  const word = rect(before, before.data.length - 1), line = Math.abs(word.bottom - box.bottom) < 20
  const stop = after && /^[.،؛]/.test(after.data) ? rect(after, 0) : null
  return (line && word.left < box.right - 1) ||
    (stop && Math.abs(stop.bottom - box.bottom) < 20 && Math.abs(box.left - stop.right) > 3)
}).map(call => call.textContent)"""
KINDS = ("gap", "emended", "changed", "moved", "stroke", "query")
INSIDE = "(b => b.left >= 0 && b.right <= 320 && b.top >= 0)(document.querySelector('.slip').getBoundingClientRect())"


def whole(site: Site) -> Iterator[tuple[WorkEdition, str]]:
    """The works whose text is there, with their pages."""
    pairs = zip(site.edition.works, site.works, strict=True)
    return ((item, name) for item, name in pairs if item.has_source)


def specimen(site: Site) -> WorkEdition:
    return next(item for item, name in whole(site) if name == SPECIMEN)


def counts(item: WorkEdition) -> dict[str, dict[str, int]]:
    """What each view of a work shows."""
    texts, gists = len(item.paragraphs), sum(bool(s.text) for s in item.summaries.values())
    changed = sum(p.received != p.reading for p in item.paragraphs)
    return {
        "ar": {"cell": texts, "gist": 0, "was-text": 0},
        "both": {"cell": texts, "gist": gists, "was-text": 0},
        "en": {"cell": 0, "gist": gists, "was-text": 0},
        "received": {"cell": texts, "gist": 0, "was-text": changed},
    }


def choose(page: Page, view: str) -> None:
    page.locator(f'.views [data-view="{view}"]').click()


@pytest.mark.parametrize("size", [WIDE, NARROW], ids=["wide", "narrow"])
def test_each_view_shows_its_texts_and_keeps_the_place(site: Site, browser: Browser, size: dict[str, int]) -> None:
    context = browser.new_context(viewport=size)  # type: ignore[arg-type]
    page = context.new_page()
    for language in ("", "en/"):
        page.goto(f"{site.address}{language}{SPECIMEN}", wait_until="domcontentloaded")
        wanted = counts(specimen(site))
        if size is NARROW:  # there the received text stands in the place of the one that is read
            wanted["received"]["cell"] -= wanted["received"]["was-text"]
        page.evaluate("document.getElementById('p12').scrollIntoView()")
        before = page.evaluate(TOP, "p12")
        for view in (*VIEWS, "both"):
            choose(page, view)
            assert page.evaluate(SHOWN) == wanted[view], view
            assert page.locator('.views [aria-pressed="true"]').get_attribute("data-view") == view
            assert abs(page.evaluate(TOP, "p12") - before) <= 2, view
            assert page.url.partition("?")[2] == ("" if view == "both" else f"view={view}")
    context.close()


def test_a_view_can_be_linked_and_is_remembered(site: Site, watched: Watched) -> None:
    page = watched.page
    page.goto(f"{site.address}{SPECIMEN}?view=en#p12", wait_until="domcontentloaded")
    assert page.locator("html").get_attribute("data-view") == "en"
    assert page.evaluate("localStorage.getItem('matn.view')") is None  # a link is not a choice
    choose(page, "received")
    page.goto(f"{site.address}en/{SPECIMEN}", wait_until="domcontentloaded")
    assert page.locator("html").get_attribute("data-view") == "received"
    page.goto(f"{site.address}en/{SPECIMEN}?view=ar", wait_until="domcontentloaded")
    assert page.locator('.views [aria-pressed="true"]').get_attribute("data-view") == "ar"
    page.goto(f"{site.address}{SPECIMEN}?view=nonsense", wait_until="domcontentloaded")
    assert page.locator("html").get_attribute("data-view") == "received"
    assert watched.complaints == []


@pytest.mark.parametrize("size", [WIDE, NARROW], ids=["wide", "narrow"])
def test_nothing_moves_while_a_page_loads(site: Site, browser: Browser, size: dict[str, int]) -> None:
    """Neither for the view that the address asks for nor when the typefaces come late."""
    context = browser.new_context(viewport=size)  # type: ignore[arg-type]
    page = context.new_page()
    page.route("**/*.woff2", lambda route: (page.wait_for_timeout(300), route.continue_()))
    page.add_init_script(f"({SHIFT})()")
    for view in VIEWS:
        page.goto(f"{site.address}{SPECIMEN}?view={view}", wait_until="load")
        page.evaluate("document.fonts.ready.then(() => new Promise(done => requestAnimationFrame(done)))")
        assert page.evaluate("moved") <= 0.05, view
    context.close()


def test_english_headings_are_headings_where_only_english_is_read(site: Site, watched: Watched) -> None:
    watched.page.goto(f"{site.address}{SPECIMEN}?view=en", wait_until="domcontentloaded")
    translated = watched.page.locator(".row-heading > .gist > [role=heading]")
    headings = [p for p in specimen(site).paragraphs if p.kind == "heading"]
    assert translated.count() == len(headings) > 3
    choose(watched.page, "both")
    assert translated.count() == 0


def test_notes_open_in_place(site: Site, watched: Watched) -> None:
    page = watched.page
    page.goto(site.address + SPECIMEN, wait_until="domcontentloaded")
    slip, marker = page.locator(".slip"), page.locator('.cell .call a[href="#n2"]')
    for opened in (marker.click, lambda: (marker.focus(), page.keyboard.press("Enter"))):
        opened()
        assert slip.locator(".note-body > p").first.inner_text() == page.locator("#n2 .note-text").inner_text()
        assert page.evaluate("document.querySelector('.slip').contains(document.activeElement)")
        assert page.locator("[id]").evaluate_all("all => all.length - new Set(all.map(e => e.id)).size") == 0
        page.keyboard.press("Escape")
        assert not slip.is_visible()
        assert page.evaluate("document.activeElement.hash") == "#n2"
    marker.click()
    marker.click()
    assert not slip.is_visible()  # the marker closes what it opened
    marker.click()
    page.locator(".masthead").click()
    assert not slip.is_visible()
    marker.click()
    slip.locator(".slip-foot a").last.click()
    assert page.url.endswith("#n2")
    page.locator("#n2:target").wait_for(state="visible")
    page.locator('#n2 .back a[role="doc-backlink"]').first.click()
    assert page.url.endswith("#n2-ref")
    assert watched.complaints == []


def test_a_marker_stands_after_its_word_and_before_the_stop(site: Site, watched: Watched) -> None:
    """Also after digits, which would draw it to their other side; and no gap parts it from what follows."""
    for _, name in whole(site):
        watched.page.goto(site.address + name, wait_until="domcontentloaded")
        assert watched.page.evaluate(ASTRAY) == [], name


def words(text: str) -> str:
    return " ".join(text.split())


def test_a_modifier_leaves_a_marker_a_plain_link(site: Site, watched: Watched) -> None:
    page = watched.page
    page.goto(site.address + SPECIMEN, wait_until="domcontentloaded")
    with page.context.expect_page() as opened:
        page.locator('.cell .call a[href="#n2"]').click(modifiers=["Control"])
    assert opened.value.url.endswith("#n2")
    assert page.locator(".slip").count() == 0


def test_by_touch_notes_and_changes_open_at_the_foot(site: Site, browser: Browser) -> None:
    context = browser.new_context(viewport=NARROW, has_touch=True)  # type: ignore[arg-type]
    page = context.new_page()
    page.goto(f"{site.address}{SPECIMEN}?view=received", wait_until="domcontentloaded")
    page.locator(".was-text .emended").first.tap()
    box = page.locator(".slip").bounding_box()
    assert box
    assert (box["x"], round(box["width"])) == (0, NARROW["width"])
    assert box["height"] <= NARROW["height"] * 0.56
    assert abs(box["y"] + box["height"] - NARROW["height"]) < 2
    mark = page.locator(".was-text .open").bounding_box()
    assert mark
    assert mark["y"] + mark["height"] <= box["y"]  # the slip does not cover what it is about
    page.locator(".slip-head button").tap()
    choose(page, "ar")
    page.locator('.cell .call a[href="#n3"]').tap()
    assert page.locator(".slip .note-body").is_visible()
    context.close()


def test_without_script_all_is_read_and_nothing_is_dead(site: Site, browser: Browser) -> None:
    context = browser.new_context(java_script_enabled=False, viewport=NARROW)  # type: ignore[arg-type]
    page = context.new_page()
    for language in ("", "en/"):
        page.goto(f"{site.address}{language}{SPECIMEN}", wait_until="domcontentloaded")
        assert page.evaluate(SHOWN) == counts(specimen(site))["both"]
        dead = "button:visible:not([popovertarget]):not([type=submit]):not([type=reset])"
        assert page.locator(f".matn.work {dead}").count() == 0
        page.locator(".to-contents").click()
        page.locator(".contents a").last.click()
        assert re.search(r"#p\d+$", page.url)
        page.keyboard.press("Escape")
        page.goto(f"{site.address}{language}{SPECIMEN}#n1-ref", wait_until="domcontentloaded")
        page.locator("#n1-ref").click()
        assert page.url.endswith("#n1")
        page.locator('#n1 .back a[href="#n1-ref"]').click()
        assert page.url.endswith("#n1-ref")
        changed = next(p for p in specimen(site).paragraphs if p.alterations)
        page.locator(f'[popovertarget="why-{changed.id}"].why').click()
        assert page.locator(f"#why-{changed.id} .received").inner_text().split() == (changed.received or "").split()
    context.close()


def test_the_text_as_received_is_there_whole_with_every_change_marked(site: Site, watched: Watched) -> None:
    for item, name in whole(site):
        watched.page.goto(f"{site.address}{name}?view=received", wait_until="domcontentloaded")
        told = watched.page.evaluate(RECEIVED)
        assert told == {paragraph.id: expected(paragraph) for paragraph in item.paragraphs}, name
        signs = {kind: watched.page.locator(f".was-text .{kind}:not(.nothing)").first for kind in KINDS}
        lines = [sign.evaluate(LINE) for sign in signs.values() if sign.count()]
        assert len(set(lines)) == len(lines) > 0, (name, lines)  # told apart by shape, not by colour alone
    watched.page.locator(".legend").wait_for(state="visible")
    assert watched.page.locator(".legend dt").count() == 7


def expected(paragraph: Paragraph) -> list[object]:
    """The received text of a paragraph and the changes that have a place in it."""
    if paragraph.received == paragraph.reading:
        return [None, []]
    inner = nested(paragraph.alterations)
    return [paragraph.received, [at for at in range(len(paragraph.alterations)) if at not in inner]]


def test_every_change_explains_itself_by_keyboard(site: Site, watched: Watched) -> None:
    page = watched.page
    page.goto(f"{site.address}en/{SPECIMEN}?view=received", wait_until="domcontentloaded")
    changed = next(p for p in specimen(site).paragraphs if {a.kind for a in p.alterations} == {"edit", "emendation"})
    text = page.locator(f"#{changed.id} .was-text")
    assert text.locator('[tabindex="0"]').count() == 1  # one stop for the whole paragraph
    text.locator('[tabindex="0"]').focus()
    for number, change in enumerate(changed.alterations):
        focused = page.locator(":focus")
        assert focused.get_attribute("data-c") == str(number)
        assert focused.get_attribute("role") == "button"
        page.keyboard.press("Enter")
        slip = words(page.locator(".slip").inner_text())
        assert words(change.received) in slip
        assert words(change.reading) in slip
        for emendation in change.emendations:
            assert words(emendation.why) in slip
            assert emendation.who in slip
        page.keyboard.press("Escape")
        page.keyboard.press("ArrowLeft")
    assert page.locator(".slip:visible").count() == 0
    page.keyboard.press("Home")
    assert page.locator(":focus").get_attribute("data-c") == "0"
    assert watched.complaints == []


def test_a_mark_in_the_reading_text_explains_itself_too(site: Site, watched: Watched) -> None:
    watched.page.goto(site.address + SPECIMEN, wait_until="domcontentloaded")
    mark = watched.page.locator(".cell .emended").first
    mark.click()
    assert words(mark.inner_text()) in words(watched.page.locator(".slip dl").inner_text())


def test_names_and_dates_are_linked_for_those_who_ask(site: Site, watched: Watched) -> None:
    page = watched.page
    there: set[str] = set()
    for name in ("names.html", "chronology.html"):
        page.goto(site.address + name, wait_until="domcontentloaded")
        there |= {f"../{name}#{each}" for each in page.eval_on_selector_all("[id]", "all => all.map(e => e.id)")}
    on, marks = False, ".work :is(a[data-n], a[data-d])"
    for name in site.works:
        page.goto(site.address + name, wait_until="domcontentloaded")
        toggle = page.locator(".names-toggle")
        assert bool(toggle.count()) == bool(page.locator(marks).count()), name
        if not toggle.count():
            continue
        assert toggle.get_attribute("aria-pressed") == str(on).lower()  # remembered from the page before
        if not on:
            assert page.locator(f"{marks}[href]").count() == 0
            toggle.click()
            on = True
        hrefs = page.locator(marks).evaluate_all("all => all.map(e => e.getAttribute('href'))")
        assert [href for href in hrefs if href not in there] == [], name
    assert on or not site.edition.names


def test_papers_lead_on_in_the_order_of_the_edition(site: Site, watched: Watched) -> None:
    watched.page.goto(site.address + site.works[0], wait_until="domcontentloaded")
    assert watched.page.locator(".onward .paper-before").count() == 0
    for name in site.works[1:]:
        watched.page.locator(".onward .paper-after").click()
        watched.page.wait_for_url(site.address + name)
    assert watched.page.locator(".onward .paper-after").count() == 0
    watched.page.locator(".onward .paper-before").click()
    watched.page.wait_for_url(site.address + site.works[-2])


def test_shared_passages_lead_to_their_twins_and_back(site: Site, watched: Watched) -> None:
    found = 0
    for _, name in whole(site):
        watched.page.goto(site.address + name, wait_until="domcontentloaded")
        for here, href in watched.page.eval_on_selector_all(
            ".twins a[href^='../'] ",
            "all => all.map(e => [e.closest('.row').id, e.previousElementSibling.getAttribute('href')])",
        ):
            watched.page.goto(f"{site.address}works/{href}", wait_until="domcontentloaded")
            back = f"{name.removeprefix('works/')}#{here}"
            assert watched.page.locator(f'.row:target .twins a[href="{back}"]').count() == 1
            found += 1
            watched.page.goto(site.address + name, wait_until="domcontentloaded")
    assert found % 2 == 0
    assert (found > 0) == all(item.has_source for item in site.edition.works)


@pytest.mark.parametrize("size", [WIDE, NARROW], ids=["wide", "narrow"])
def test_the_contents_mark_the_place(site: Site, browser: Browser, size: dict[str, int]) -> None:
    context = browser.new_context(viewport=size)  # type: ignore[arg-type]
    page = context.new_page()
    page.goto(site.address + SPECIMEN, wait_until="load")
    headings = [p.id for p in specimen(site).paragraphs if p.kind == "heading"]
    inside = ".md-sidebar--secondary" if size is WIDE else ".contents"
    for anchor in headings[:-1]:  # the last may stand at the foot of the page
        page.evaluate("id => { location.hash = id }", anchor)
        page.locator(f'{inside} [aria-current][href="#{anchor}"]').wait_for(state="attached")
        assert page.locator(f"{inside} [aria-current]").count() == 1
    if size is NARROW:
        page.locator(".to-contents").click()
        page.locator(f'.contents a[href="#{headings[0]}"]').click()
        assert not page.locator(".contents").is_visible()
        assert (
            page.evaluate(TOP, headings[0])
            >= page.evaluate("document.querySelector('.tools').getBoundingClientRect().bottom") - 1
        )
    context.close()


def test_text_at_twice_the_size_on_a_small_screen(site: Site, browser: Browser) -> None:
    context = browser.new_context(viewport={"width": 320, "height": 640})
    page = context.new_page()
    for language in ("", "en/"):
        for view in VIEWS:
            page.goto(f"{site.address}{language}{SPECIMEN}?view={view}", wait_until="domcontentloaded")
            page.add_style_tag(content="html { font-size: 250% !important }")
            assert page.evaluate("document.documentElement.scrollWidth") <= 320, view
            cut = """all => all.filter(e => e.getClientRects().length && e.getBoundingClientRect().height > 2 &&
                (e.getBoundingClientRect().left < -1 || e.getBoundingClientRect().right > 321)).map(e => e.className)"""
            assert (
                page.eval_on_selector_all(".work :is(.cell, .gist, .was-text, .views button, .tools > button)", cut)
                == []
            )
        page.locator(".was-text .emended").first.click()
        assert page.evaluate(INSIDE)
    context.close()


def test_colours_and_motion_of_the_readers_own(site: Site, browser: Browser) -> None:
    context = browser.new_context(viewport=WIDE, forced_colors="active", reduced_motion="reduce")  # type: ignore[arg-type]
    page = context.new_page()
    page.goto(f"{site.address}{SPECIMEN}?view=received", wait_until="domcontentloaded")
    pressed, other = page.locator('.views [aria-pressed="true"]'), page.locator('.views [aria-pressed="false"]').first
    outline = "e => getComputedStyle(e).outlineStyle"
    assert (pressed.evaluate(outline), other.evaluate(outline)) == ("solid", "none")
    assert page.locator(".was-text .emended").first.evaluate("e => getComputedStyle(e).textDecorationStyle") == "double"
    assert page.evaluate("getComputedStyle(document.querySelector('.tools'), '::after').animationName") == "none"
    context.close()


@pytest.mark.parametrize(("size", "scheme"), [(WIDE, "light"), (NARROW, "dark")], ids=["wide", "narrow"])
def test_no_view_and_no_slip_shuts_anybody_out(site: Site, browser: Browser, size: dict[str, int], scheme: str) -> None:
    context = browser.new_context(viewport=size, color_scheme=scheme, reduced_motion="reduce")  # type: ignore[arg-type]
    page = context.new_page()
    opened = {"ar": ".cell .call a", "en": ".calls a", "received": ".was-text .emended"}
    for language, (view, marker) in zip(("", "en/", ""), opened.items(), strict=True):
        page.goto(f"{site.address}{language}{SPECIMEN}?view={view}", wait_until="domcontentloaded")
        page.locator(marker).first.click()
        page.locator(".slip").wait_for(state="visible")
        assert violations(page, ".md-content") == [], view
    if size is NARROW:
        page.locator(".to-contents").click()
        assert violations(page, ".md-content") == []
    context.close()


@pytest.mark.parametrize("view", VIEWS)
def test_paper_has_the_chosen_view_numbers_notes_and_the_address(site: Site, watched: Watched, view: str) -> None:
    page = watched.page
    page.goto(f"{site.address}{SPECIMEN}?view={view}", wait_until="domcontentloaded")
    page.emulate_media(media="print")
    wanted = counts(specimen(site))[view]
    if view == "received":
        wanted["cell"] -= wanted["was-text"]
    assert page.evaluate(SHOWN) == wanted
    for shown in ("#p12 .num", "#n1 .cell", ".printed-at"):
        assert page.locator(shown).first.is_visible(), shown
    assert page.locator(".printed-at").inner_text().endswith(f"/{SPECIMEN}")
    for hidden in (".md-header", ".tools", ".onward", ".why", ".md-sidebar", ".back"):
        assert page.locator(f"{hidden}:visible").count() == 0, hidden
