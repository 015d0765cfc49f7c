"""The search box in a real browser: keys, links to it, choices, marks on the page, from a folder, without scripts."""

from __future__ import annotations

import gzip
import re
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Browser, Locator, Page, expect
from tests.browser.axe import violations
from tests.browser.watching import IN_FULL, Site, Watched

from benchmarks.browsing import slowed
from benchmarks.slow import READY, SLOWER
from matn.site.words import Words

pytestmark = [pytest.mark.browser, IN_FULL]

SPECIMEN = "works/specimen.html"
BUDGET = 55_000  # bytes, where 60 KB were asked
SLOW_MS = 1000
"""No query takes so long on a slowed processor, be the machine ever so busy; ``benchmarks.slow`` has true figures."""
MOST_TEXTS, MOST_TERMS, MOST_COMPARED = 30, 40, 1 / 50
"""What one query may cost: texts whose words are read, terms that the index is searched for, words compared in spelling
(of all that there are)."""
COSTLY = 'حرف|الحروف|letters|"النص العربي"|النص العربي|الكشيذة|كشيدة زرافة|زقنبوط|ال|ا'.split("|")
LINKS = ".md-search-result__link"
# Whether the element in focus is the one that the selector names, at the number given.
FOCUSED = "([selector, number]) => document.activeElement === document.querySelectorAll(selector)[number]"
IN_SIGHT = "e => { const b = e.getBoundingClientRect(); return b.bottom > 0 && b.top < innerHeight }"


def interfaces(page: str = SPECIMEN) -> list[tuple[str, str]]:
    """The page in both interfaces, with its language."""
    return [("ar", page), ("en", f"en/{page}")]


def box(page: Page) -> Locator:
    return page.locator(".matn-search .md-search__input")


def found(page: Page, text: str) -> list[str]:
    """Type *text* into the open box in the place of what is there; the addresses that come, as the list has them."""
    page.evaluate("document.querySelector('.matn-search').dataset.kind = 'asked'")
    box(page).fill(text)
    page.wait_for_selector(".matn-search:not([data-kind=asked])")
    return listed(page)


def listed(page: Page) -> list[str]:
    return list(page.eval_on_selector_all("li[data-work]", "all => all.map(e => `${e.dataset.work}#${e.dataset.id}`)"))


def test_the_keys_of_the_theme_work_and_the_best_result_opens_marked(site: Site, watched: Watched) -> None:
    for language, name in interfaces():
        page = watched.page
        page.goto(site.address + name, wait_until="domcontentloaded")
        assert not any("/search/engine" in url for url in watched.requests), "fetched before the box was used"
        for key in ("/", "s", "f"):
            page.keyboard.press(key)
            expect(box(page)).to_be_focused()
            assert box(page).input_value() == ""
            page.keyboard.press("Escape")
            expect(box(page)).not_to_be_focused()
        page.evaluate("window.dispatchEvent(new KeyboardEvent('keydown', {key: 'س', code: 'KeyS', cancelable: true}))")
        expect(box(page)).to_be_focused()
        page.keyboard.type("الحروف")
        page.locator(LINKS).first.wait_for()
        first = listed(page)[0]
        page.keyboard.press("ArrowDown")
        assert page.evaluate(FOCUSED, [LINKS, 0])
        page.keyboard.press("ArrowDown")
        assert page.evaluate(FOCUSED, [LINKS, 1])
        for _ in range(2):
            page.keyboard.press("ArrowUp")
        expect(box(page)).to_be_focused()
        page.keyboard.press("Enter")
        page.wait_for_url(re.compile(r"\?h="))
        assert page.url.startswith(site.address + ("" if language == "ar" else "en/") + "works/")
        assert page.url.endswith("#" + first.split("#")[1])
        page.locator(":target mark.matn-hit, :target ~ .cell mark.matn-hit").first.wait_for()
        assert page.locator(":target").evaluate(IN_SIGHT)
        watched.requests.clear()
    assert watched.complaints == []


def test_marks_lie_on_the_words_of_both_languages_and_can_be_taken_away(site: Site, watched: Watched) -> None:
    page = watched.page
    page.goto(f"{site.address}{SPECIMEN}?view=both&h=حرف letters#p9", wait_until="domcontentloaded")
    before = page.locator(".matn.work .body").inner_text()
    page.wait_for_selector(".matn.work[data-marked]")
    marked = set(page.eval_on_selector_all("mark.matn-hit", "all => all.map(e => e.textContent)"))
    assert {"الحروف", "letters", "letter"} <= marked
    assert all("حر" in word or word.lower().startswith("letter") for word in marked)
    assert page.locator(".body").inner_text() == before
    bar = page.get_by_role("group", name="الكلمات المميَّزة: حرف letters")
    bar.get_by_role("button", name="الكلمة التالية").click()
    assert page.locator("mark.matn-hit-now").evaluate(IN_SIGHT)
    bar.get_by_role("button", name="أزل التمييز").click()
    assert page.locator("mark.matn-hit").count() == 0
    assert "h" not in parse_qs(urlsplit(page.url).query)
    assert page.url.endswith("#p9")


def test_a_link_leads_to_a_search(site: Site, watched: Watched) -> None:
    page = watched.page
    for _, name in interfaces():
        page.goto(f"{site.address}{name}?q=حرف&work=specimen", wait_until="domcontentloaded")
        page.locator(LINKS).first.wait_for()
        assert box(page).input_value() == "حرف"
        assert {address.split("#")[0] for address in listed(page)} == {"specimen"}
        assert page.locator('.matn-chip[data-work="specimen"]').get_attribute("aria-pressed") == "true"
        page.keyboard.press("Escape")
        page.wait_for_url(lambda url: "q=" not in url)


def test_the_number_found_is_spoken_in_the_language_of_the_interface(site: Site, watched: Watched) -> None:
    page = watched.page
    for language, name in interfaces():
        say = Words(language)
        page.goto(site.address + name, wait_until="domcontentloaded")
        page.keyboard.press("/")
        for query in ("حرف work:specimen", "كشيدة work:specimen", "زرافة work:specimen"):
            found(page, query)
            size = sum(map(int, page.locator(".matn-work .matn-count").all_inner_texts()))
            said = f"{say.count('search-paragraphs', size)} {say.count('search-papers', 1)}" if size else query
            expect(page.locator(".matn-spoken[role=status]")).to_contain_text(said)


def test_works_are_chosen_phrases_kept_and_words_left_out(site: Site, watched: Watched) -> None:
    page = watched.page
    page.goto(site.address + "index.html", wait_until="domcontentloaded")
    page.keyboard.press("/")
    everywhere = found(page, "نص")
    assert everywhere
    chip = page.locator('.matn-chip[data-work="specimen"]')
    chip.focus()
    page.keyboard.press("Space")
    expect(chip).to_have_attribute("aria-pressed", "true")
    expect(page.locator('li[data-work]:not([data-work="specimen"])')).to_have_count(0)
    while (more := page.locator(".matn-more")).count():
        more.first.click()
        page.wait_for_timeout(50)
    whole = set(listed(page))
    assert whole
    assert whole == {address for address in whole if address.startswith("specimen#")}
    phrase = set(found(page, '"النص العربي"'))
    assert phrase
    assert phrase < set(found(page, "النص العربي")) | whole
    assert set(found(page, "النص -العربي")).isdisjoint(phrase)
    assert found(page, "author:Matn حرف")
    assert found(page, "year:1999 حرف") == []
    found(page, "الحر")
    suggestion = page.locator(".matn-suggestions .matn-chip").first
    word = suggestion.inner_text()
    suggestion.click()
    expect(box(page)).to_have_value(f"{word} ")
    assert word.startswith("الحر")


def test_what_is_not_found_is_helped_and_labelled(site: Site, watched: Watched) -> None:
    page = watched.page
    page.goto(site.address + "en/index.html", wait_until="domcontentloaded")
    page.keyboard.press("/")
    meta = page.locator(".md-search-result__meta")
    assert found(page, "الكشيذة")
    assert "Did you mean" in meta.inner_text()
    assert found(page, "كشيدة زرافة")
    assert meta.inner_text() == Words("en")("search-nearest")
    assert found(page, "زقنبوط") == []
    assert "No paragraph has" in meta.inner_text()


def test_from_a_folder_search_is_the_same(site: Site, watched: Watched) -> None:
    page = watched.page
    page.goto((site.folder / "en" / SPECIMEN).as_uri(), wait_until="domcontentloaded")
    page.keyboard.press("/")
    addresses = found(page, "kashida")
    assert addresses
    page.keyboard.press("Enter")
    page.wait_for_selector(":target mark.matn-hit")
    assert page.url.startswith((site.folder / "en" / "works").as_uri())
    assert watched.complaints == []


def test_without_scripts_the_index_of_names_stands_in_its_place(site: Site, browser: Browser) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    for language, name in interfaces():
        page.goto(site.address + name)
        assert not page.locator(".matn-search").is_visible()
        page.get_by_role("link", name=Words(language)("search-none"), exact=True).click()
        assert page.url.endswith("names.html")
    context.close()


def test_little_is_fetched_before_the_first_key(site: Site, watched: Watched) -> None:
    page = watched.page
    page.goto(site.address + SPECIMEN, wait_until="load")
    mine = [url for url in watched.requests if re.search(r"/(scripts|styles)/search", url)]
    watched.requests.clear()
    page.keyboard.press("/")
    page.locator(".matn-works .matn-chip").first.wait_for()
    page.wait_for_timeout(300)
    fetched = [*mine, *(url for url in watched.requests if url.startswith(site.address))]
    assert any("engine" in url for url in fetched)
    sizes = {url: len(gzip.compress(file(site, url).read_bytes())) for url in fetched}
    assert sum(sizes.values()) <= BUDGET, sizes
    served = {path.name for path in (site.folder / "search").iterdir()}
    assert "search_index.json" not in served
    assert not (site.folder / "assets" / "javascripts" / "lunr").exists()


def test_a_query_costs_little(site: Site, watched: Watched) -> None:
    page = watched.page
    page.goto(site.address + SPECIMEN, wait_until="load")
    slowed(page, SLOWER)
    page.evaluate(READY)
    before = page.evaluate("timed('النص')")["work"]
    texts = " ".join(path.read_text("utf-8") for path in site.folder.glob("search/*-texts-*"))
    words = len(set(re.findall(r"\w+", texts)))
    for query in COSTLY:
        taken, after = page.evaluate("(query) => timed(query)", query).values()
        spent = {name: after[name] - before[name] for name in ("texts", "compared")}
        assert taken < SLOW_MS, f"{query}: {taken:.0f} ms"
        assert spent["texts"] <= MOST_TEXTS, f"{query}: {spent}"
        assert spent["compared"] <= MOST_COMPARED * words, f"{query}: {spent} of {words}"
        assert after["searched"] <= MOST_TERMS, f"{query}: {after}"
        before = after


def file(site: Site, url: str) -> Path:
    return site.folder / urlsplit(url.removeprefix(site.address)).path


def test_the_open_box_shuts_nobody_out(site: Site, browser: Browser) -> None:
    found_wrong = []
    for scheme, (language, name) in zip(("light", "dark"), interfaces(), strict=True):
        context = browser.new_context(color_scheme=scheme, reduced_motion="reduce")  # type: ignore[arg-type]
        page = context.new_page()
        page.goto(f"{site.address}{name}?q=حرف", wait_until="domcontentloaded")
        page.locator(LINKS).first.wait_for()
        page.wait_for_timeout(400)
        found_wrong += [f"{language}: {each}" for each in violations(page, ".matn-search")]
        context.close()
    assert found_wrong == []
