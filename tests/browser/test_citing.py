"""Citing in a real browser: the dialog says what the command says, quotations are what is read, old links explain."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Literal

import pytest
from bs4 import BeautifulSoup
from playwright.sync_api import Browser, Page, expect
from tests.browser.axe import violations
from tests.browser.serving import PREFIX
from tests.browser.watching import IN_FULL, Site, Watched

from matn.edition.model import WorkEdition
from matn.export.cite import ALL_STYLES, LANGUAGES, Of, cite, load_imprint
from matn.export.cite import Site as Citing
from matn.site.addresses import folder

pytestmark = [pytest.mark.browser, IN_FULL]

ROOT = Path(__file__).resolve().parents[2]
ADDRESS = f"https://example.org{PREFIX}"
MENU, DIALOG = "#cite-actions:popover-open", "#cite-dialog[open]"
# Chooses what is cited and how, one after the other, and returns what the dialog shows.
READ = """(wanted) => wanted.map(([of, style, language]) => {
  const form = document.querySelector("#cite-dialog form")
  form.elements["cite-of"].value = of
  form.elements["cite-style"].value = style
  form.elements["cite-language"].value = language
  form.dispatchEvent(new Event("change"))
  const shown = name => form.querySelector(`[data-slot=${name}]`)
  const told = name => shown(name).closest("[hidden]") ? null : shown(name).textContent
  return told("entry") === null ? told("record") : `${told("entry")}\\n\\n${told("pointer")}\\n`
})"""
WAYS = [(of.value, style, language) for of in Of for style in ALL_STYLES for language in LANGUAGES]
WORDS = """() => [...document.querySelectorAll(".work .body .row")].map(row => {
  const range = document.createRange(), cell = row.querySelector(":scope > .cell")
  range.selectNodeContents(cell)
  const found = matn.quoted(range)
  return [matn.paragraph(row).id, found && found.words]
})"""


@pytest.fixture
def reader(browser: Browser) -> Iterator[Page]:
    """A page that may use the clipboard."""
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    page = context.new_page()
    page.on("pageerror", lambda error: pytest.fail(str(error)))
    yield page
    context.close()


def citing() -> Citing:
    """The edition as the test site cites it."""
    return Citing(load_imprint(ROOT), ADDRESS)


def go(page: Page, address: str) -> None:
    """Open *address*, its scripts done."""
    page.goto("about:blank")  # else another fragment of the same page is no visit
    page.goto(address, wait_until="domcontentloaded")


def work(site: Site, name: str) -> WorkEdition:
    return next(item for item in site.edition.works if item.work.id == name)


def act(page: Page, anchor: str) -> str:
    """The selector of the button by the number of *anchor*."""
    return f".row:is(#{anchor}, :has(> #{anchor}, > .gist > #{anchor})) > .act"


def open_dialog(page: Page, anchor: str) -> None:
    page.locator(act(page, anchor)).click()
    page.locator(f"{MENU} [data-do=cite]").click()
    page.locator(DIALOG).wait_for()


def test_the_dialog_says_what_the_command_says(site: Site, reader: Page) -> None:
    """Of two works, one an article and one a report; that the patterns of all are right is tested without a browser."""
    for number, item in enumerate((work(site, "ghunaimi-2024"), work(site, "qashta-2025"))):
        language, anchor = LANGUAGES[number], item.paragraphs[-1 - number].id
        go(reader, f"{site.address}{folder(language)}works/{item.work.id}.html#{anchor}")
        open_dialog(reader, anchor)
        for (of, style, tongue), shown in zip(WAYS, reader.evaluate(READ, WAYS), strict=True):
            cited = None if of == Of.PAPER else anchor
            assert shown == cite(item, cited, style, tongue, citing(), Of(of)), (item.work.id, of, style)
        link = reader.locator("#cite-link").input_value()
        wording = next(p.content_hash for p in item.paragraphs if p.id == anchor)
        assert link == f"{ADDRESS}{folder(language)}works/{item.work.id}.html?v={wording}#{anchor}"
        reader.keyboard.press("Escape")
        reader.locator("[data-cite-work]").click()
        reader.locator(DIALOG).wait_for()
        own = [way for way in WAYS if way[0] == Of.EDITION]
        for (_, style, tongue), shown in zip(own, reader.evaluate(READ, own), strict=True):
            assert shown == cite(item, None, style, tongue, citing()), (item.work.id, style)


def test_author_editors_and_publisher_are_told_apart(site: Site, reader: Page) -> None:
    go(reader, f"{site.address}en/works/ghunaimi-2024.html")
    reader.locator("[data-cite-work]").click()
    reader.locator(DIALOG).wait_for()
    facts = "#cite-dialog [data-fact]"
    read = "all => Object.fromEntries(all.filter(e => e.offsetParent).map(e => [e.dataset.fact, e.textContent]))"
    imprint, paper = load_imprint(ROOT), work(site, "ghunaimi-2024").work
    edition = reader.eval_on_selector_all(facts, read)
    assert edition == {
        "author": paper.author["en"],
        "title": imprint.title["en"],
        "editors": imprint.editors["en"],
        "publisher": imprint.publisher["en"],
        "version": imprint.version,
        "date": "November 2026",
    }
    reader.get_by_label("The paper as published").check(force=True)
    assert reader.eval_on_selector_all(facts, read) == {
        "author": paper.author["en"],
        "title": paper.container["en"],
        "publisher": paper.publisher["en"],
        "date": "October 2024",
    }
    assert not reader.locator("#cite-link").is_visible()  # the paper has no paragraphs of ours to link to


def test_copy_and_download_give_what_is_shown(site: Site, reader: Page) -> None:
    go(reader, f"{site.address}works/specimen.html#p12")
    open_dialog(reader, "p12")
    copied = "navigator.clipboard.readText()"
    for what in ("entry", "pointer"):
        reader.locator(f'{DIALOG} [data-copy="{what}"]').click()
        reader.locator(f'{DIALOG} [data-copy="{what}"].cite-done').wait_for()
        assert reader.evaluate(copied) == reader.locator(f'{DIALOG} [data-slot="{what}"]').text_content()
    assert reader.locator(f"{DIALOG} [data-live]").text_content()
    reader.locator(f'{DIALOG} [data-copy="link"]').click()
    reader.locator(f'{DIALOG} [data-copy="link"].cite-done').wait_for()
    assert reader.evaluate(copied) == reader.locator("#cite-link").input_value()
    for style, ending in (("bibtex", "bib"), ("ris", "ris"), ("csl-json", "csl.json")):
        reader.locator(f'{DIALOG} input[value="{style}"]').check(force=True)
        with reader.expect_download() as download:
            reader.locator(f"{DIALOG} [data-slot=download]").click()
        assert download.value.suggested_filename == f"specimen-p12.{ending}"
        text = Path(download.value.path()).read_bytes().decode("utf-8")
        assert text == cite(work(site, "specimen"), "p12", style, "ar", citing())


def test_the_keyboard_does_it_all_and_focus_comes_back(site: Site, reader: Page) -> None:
    go(reader, f"{site.address}works/specimen.html")
    reader.locator("#p4 > .num").focus()
    reader.keyboard.press("Tab")
    assert reader.evaluate("document.activeElement.matches('#p4 > .act')")
    reader.keyboard.press("Enter")
    reader.locator(MENU).wait_for()
    assert reader.evaluate("document.activeElement.dataset.do") == "copy"
    reader.keyboard.press("Escape")
    assert reader.evaluate("document.activeElement.matches('#p4 > .act[aria-expanded=false]')")
    reader.keyboard.press("Enter")
    reader.keyboard.press("Tab")
    reader.keyboard.press("Enter")
    reader.locator(DIALOG).wait_for()
    assert reader.evaluate("document.activeElement.id") == "cite-title"
    label = reader.locator(DIALOG).get_attribute("aria-labelledby")
    assert "4" in str(reader.locator(f"#{label}").text_content())
    for _ in range(25):
        reader.keyboard.press("Tab")
        assert reader.evaluate("document.activeElement === document.body || !!document.activeElement.closest('dialog')")
    reader.keyboard.press("Escape")
    assert not reader.locator(DIALOG).count()
    assert reader.evaluate("document.activeElement.matches('#p4 > .act')")


@pytest.mark.parametrize(
    ("language", "scheme", "width"), [("ar", "light", 1280), ("en", "dark", 390)], ids=["light", "dark"]
)
def test_nothing_that_opens_shuts_anybody_out(
    site: Site, browser: Browser, language: str, scheme: Literal["light", "dark"], width: int
) -> None:
    context = browser.new_context(
        viewport={"width": width, "height": 900}, color_scheme=scheme, reduced_motion="reduce"
    )
    page, address = context.new_page(), f"{site.address}{folder(language)}works/specimen.html"
    found = []
    go(page, f"{address}?v=000000#p20")
    page.locator(".notice-never").wait_for()
    page.locator(act(page, "p20")).click()
    page.locator(MENU).wait_for()
    found += violations(page, "#p20") + violations(page, ".notice")
    page.locator(f"{MENU} [data-do=cite]").click()
    page.locator(DIALOG).wait_for()
    page.locator(f'{DIALOG} input[value="ris"]').check(force=True)
    found += violations(page, "#cite-dialog")
    page.keyboard.press("Escape")
    page.locator("#p20 > .cell").dblclick(position={"x": 40, "y": 14})
    page.locator("#cite-words").wait_for()
    found += violations(page, "#cite-words")
    page.locator("#cite-words").click()
    page.locator(f'{DIALOG} input[value="apa"]').check(force=True)
    found += violations(page, "#cite-dialog")
    for other in ("#p999", f"?v={work(site, 'specimen').history['p18'].versions[0]}#p18"):
        go(page, address + other)
        page.locator(".notice").wait_for()
        found += violations(page, ".notice")
    context.close()
    assert found == []


def test_the_link_is_copied(site: Site, reader: Page) -> None:
    for language in LANGUAGES:
        go(reader, f"{site.address}{folder(language)}works/specimen.html")
        reader.locator(act(reader, "p6")).click()
        reader.locator(f"{MENU} [data-do=copy]").click()
        reader.locator(f"{MENU} .cite-done").wait_for()
        wording = next(p.content_hash for p in work(site, "specimen").paragraphs if p.id == "p6")
        link = f"{ADDRESS}{folder(language)}works/specimen.html?v={wording}#p6"
        assert reader.evaluate("navigator.clipboard.readText()") == link


def test_the_number_is_a_link_and_opens_the_same(site: Site, reader: Page) -> None:
    go(reader, f"{site.address}works/specimen.html")
    reader.locator("#p4 > .num").click()
    reader.locator(MENU).wait_for()
    assert reader.url.endswith("#p4")
    for button in ("#p4 > .act", "#p4 > .num"):  # the same again closes it
        reader.locator(button).click()
        expect(reader.locator(MENU)).to_have_count(0)
        reader.wait_for_timeout(100)
        assert not reader.locator(MENU).count()
        reader.locator(button).click()
        reader.locator(MENU).wait_for()
    reader.locator("h1").click()
    assert not reader.locator(MENU).count()


@pytest.mark.parametrize("language", LANGUAGES)
def test_narrow_screens_and_fingers(site: Site, browser: Browser, language: str) -> None:
    context = browser.new_context(viewport={"width": 320, "height": 600}, has_touch=True, is_mobile=True)
    page = context.new_page()
    go(page, f"{site.address}{folder(language)}works/specimen.html#p12")
    page.locator(act(page, "p12")).tap()
    page.locator(f"{MENU} [data-do=cite]").tap()
    page.locator(DIALOG).wait_for()
    for style in ("chicago", "csl-json"):
        page.locator(f'{DIALOG} input[value="{style}"]').check(force=True)
        assert page.evaluate("(d => d.scrollWidth - d.clientWidth)(document.querySelector('#cite-dialog'))") <= 0
        outside = """all => all.filter(e => e.offsetParent).map(e => e.getBoundingClientRect())
          .filter(b => b.left < 0 || b.right > innerWidth || b.height < 20).length"""
        assert page.eval_on_selector_all(f"{DIALOG} :is(button, label, .cite-text)", outside) == 0
    page.locator(f"{DIALOG} .cite-close").tap()
    assert page.evaluate("document.documentElement.scrollWidth") == 320
    context.close()


def test_it_works_from_a_folder(site: Site, reader: Page) -> None:
    for language in LANGUAGES:
        go(reader, (site.folder / f"{folder(language)}works/specimen.html").as_uri() + "#p12")
        open_dialog(reader, "p12")
        assert "specimen" in reader.locator("#cite-link").input_value()
        (shown,) = reader.evaluate(READ, [["edition", "apa", language]])
        assert shown == cite(work(site, "specimen"), "p12", "apa", language, citing())


def test_without_scripts_the_citations_are_a_page(site: Site, browser: Browser) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    for language in LANGUAGES:
        page.goto(f"{site.address}{folder(language)}works/qashta-2025.html#p999")
        assert page.locator(".work h1").is_visible()
        assert page.locator(".act, .notice").count() == 0
        page.locator("[data-cite-work]").click()
        item, text = work(site, "qashta-2025"), page.locator(".cite-page")
        shown = " ".join(str(text.text_content()).split())
        for of, style, tongue in WAYS:
            for part in cite(item, None, style, tongue, citing(), Of(of)).strip().split("\n\n"):
                assert " ".join(part.split()) in shown, (of, style, tongue)
    context.close()


# Selected words


def test_words_are_quoted_as_they_are_read(site: Site, reader: Page) -> None:
    for item in site.edition.works:
        go(reader, f"{site.address}works/{item.work.id}.html")
        quoted = dict(reader.evaluate(WORDS))
        texts = {p.id: " ".join(p.reading.split()) for p in item.paragraphs if p.reading}
        gaps = {p.id for p in item.paragraphs for a in p.alterations if a.kind == "gap" and a.start == a.end}
        wrong = [name for name, text in texts.items() if quoted[name] != text and name not in gaps]
        assert wrong == [], item.work.id
        for name in gaps:  # what is lost is shown where it was, in the quotation too
            assert quoted[name].replace("[…]", "").split() == texts[name].replace("[…]", "").split()
        assert all(quoted[p.id] is None for p in item.paragraphs if p.reading is None)


@pytest.mark.parametrize("language", LANGUAGES)
def test_selected_words_are_cited(site: Site, reader: Page, language: str) -> None:
    go(reader, f"{site.address}{folder(language)}works/specimen.html#p20")
    for part, marks in ((".cell", "«»"), (".gist p", "“”")):
        reader.locator(f"#p20 > {part}").first.dblclick(position={"x": 40, "y": 14})
        reader.locator("#cite-words").wait_for()
        chosen = reader.evaluate("getSelection().toString().trim()")
        reader.keyboard.press("Tab")  # the keyboard gets there too
        assert reader.evaluate("document.activeElement.id") == "cite-words"
        reader.keyboard.press("Enter")
        reader.locator(DIALOG).wait_for()
        reader.locator(f'{DIALOG} input[value="apa"]').check(force=True)
        reader.locator(f'{DIALOG} [data-copy="quotation"]').click()
        reader.locator(f'{DIALOG} [data-copy="quotation"].cite-done').wait_for()
        first, second, link = reader.evaluate("navigator.clipboard.readText()").split("\n")
        assert first.startswith(f"{marks[0]}{chosen}{marks[1]}")
        whose = {"ar": "خلاصة إنجليزية بقلم المحررين", "en": "English summary by the editors"}[language]
        assert (whose in first) == (part != ".cell")  # the summaries are not the author's words
        assert second == cite(work(site, "specimen"), "p20", "apa", language, citing()).split("\n\n")[1].strip()
        assert link.endswith("#p20")
        reader.keyboard.press("Escape")
        reader.evaluate("getSelection().removeAllRanges()")


def test_plain_copying_stays_plain(site: Site, reader: Page) -> None:
    go(reader, f"{site.address}works/specimen.html#p20")
    reader.locator("#p20 > .cell").dblclick(position={"x": 60, "y": 14})
    reader.locator("#cite-words").wait_for()
    reader.keyboard.press("Control+c")
    assert reader.evaluate("navigator.clipboard.readText()") == reader.evaluate("getSelection().toString()")


def test_words_of_two_paragraphs_are_not_offered(site: Site, reader: Page) -> None:
    go(reader, f"{site.address}works/specimen.html")
    reader.evaluate("""() => {
      const range = document.createRange()
      range.setStart(document.querySelector("#p3 .cell"), 0)
      range.setEnd(document.querySelector("#p4 .cell"), 1)
      getSelection().addRange(range)
    }""")
    assert reader.evaluate("matn.quoted(getSelection().getRangeAt(0))") is None


# Links


def changed(site: Site) -> tuple[WorkEdition, str]:
    """A work and an id in it whose wording changed, with a record of how."""
    return next(
        (item, name)
        for item in site.edition.works
        for name, known in item.history.items()
        if known.changes and any(p.id == name for p in item.paragraphs)
    )


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_link_to_an_older_wording_says_what_changed(site: Site, watched: Watched, language: str) -> None:
    item, name = changed(site)
    page, known = watched.page, item.history[name]
    address = f"{site.address}{folder(language)}works/{item.work.id}.html"
    go(page, f"{address}?v={known.changes[0].before}#{name}")
    notice = page.locator(".notice-changed")
    notice.wait_for()
    told = str(notice.text_content())
    assert f"~{known.changes[0].before}" in told
    for before, after in known.changes[0].words:
        assert before in told
        assert after in told
    above = """name => {
      const row = document.getElementById(name).closest(".row").getBoundingClientRect()
      const notice = document.querySelector(".notice").getBoundingClientRect()
      return notice.top >= 0 && notice.bottom <= row.top + 1 && row.top < innerHeight
    }"""
    assert page.evaluate(above, name)
    notice.get_by_role("button").click()
    assert not page.locator(".notice").count()
    assert watched.complaints == []


def test_other_hashes(site: Site, reader: Page) -> None:
    item = work(site, "specimen")
    unknown = next(n for n, h in item.history.items() if len(h.versions) > 1 and not h.changes)
    go(reader, f"{site.address}en/works/specimen.html?v={item.history[unknown].versions[0]}#{unknown}")
    assert "not recorded" in str(reader.locator(".notice-changed").text_content())
    for wrong in ("000000", "nothash"):
        go(reader, f"{site.address}en/works/specimen.html?v={wrong}#p3")
        assert "never had a wording" in str(reader.locator(".notice-never").text_content())
    current = next(p.content_hash for p in item.paragraphs if p.id == "p3")
    go(reader, f"{site.address}en/works/specimen.html?v={current}#p3")
    reader.locator("#p3.as-cited").wait_for()
    assert not reader.locator(".notice").count()


def test_an_unknown_id_is_answered(site: Site, reader: Page) -> None:
    near = {"p999": "p34", "n77": "n6", "P3": "p3", "12": "p12", "p١٢": "p12", "foo": None, "%E0%A4%A": None}
    go(reader, f"{site.address}works/specimen.html#nowhere")
    for asked, wanted in near.items():
        reader.evaluate("asked => { location.hash = asked }", asked)
        notice = reader.locator(".notice-unknown")
        expect(reader.locator(".notice bdi").first).to_have_text(asked)
        assert notice.evaluate("e => e.getBoundingClientRect().bottom < innerHeight")
        links = notice.locator("a").evaluate_all("all => all.map(a => a.getAttribute('href'))")
        assert links[:-1] == ([f"#{wanted}"] if wanted else []), asked
        assert "34" in str(notice.text_content())
    notice.locator("a").last.click()
    expect(reader.locator(".notice")).to_have_count(0)
    expect(reader.locator(":target")).to_have_count(1)


def test_lost_readers_are_led_to_what_they_meant(site: Site, reader: Page) -> None:
    meant = {
        "works/qashta.html#p12": "works/qashta-2025.html#p12",
        "qashta-2025#p12": "works/qashta-2025.html#p12",
        "works/sarray-2024/p3": "works/sarray-2024.html#p3",
        "nothing/like/it.html": None,
        "works/qashta-2025/#p12": "works/qashta-2025.html#p12",
        "en/works/qasta-2025.html?v=abcdef#p12": "works/qashta-2025.html?v=abcdef#p12",
    }
    for path, led in meant.items():
        go(reader, site.address + path)
        for language in LANGUAGES:
            links = reader.locator(f"[data-lost={language}] a").evaluate_all("all => all.map(a => a.href)")
            assert links == ([f"{site.address}{folder(language)}{led}"] if led else []), path
        first = reader.locator("[data-tongue]").first
        assert first.get_attribute("lang") == ("en" if path.startswith("en/") else "ar")
    reader.locator("[data-lost] a").first.click()
    reader.wait_for_url("**/works/*")
    assert reader.locator(".matn.work .row:target, .row:has(> :target)").count() == 1


def test_every_page_describes_itself(site: Site) -> None:
    """Of every page of the site: tags, JSON-LD and the way to itself are there and agree."""
    listed = (site.folder / "sitemap.xml").read_text("utf-8")
    for name in site.pages:
        html = (site.folder / name).read_text("utf-8")
        soup = BeautifulSoup(html, "html.parser")
        if name.endswith("404.html"):
            assert soup.select_one('meta[name="robots"][content="noindex"]'), name
            continue
        told = {str(tag.get("name") or tag.get("property")): str(tag.get("content")) for tag in soup.find_all("meta")}
        (canonical,) = soup.select('link[rel="canonical"]')
        assert str(canonical["href"]) == f"{ADDRESS}{name}"
        assert told["og:url"] == told["DC.identifier"] == canonical["href"], name
        assert f"<loc>{canonical['href']}</loc>" in listed, name
        (script,) = soup.select('script[type="application/ld+json"]')
        assert json.loads(str(script.string))["url"] == canonical["href"]
        assert (site.folder / told["og:image"].removeprefix(ADDRESS)).is_file()
        assert ("citation_title" in told) == ("/works/" in f"/{name}")
        for link in soup.select("link[rel~=enclosure]"):
            assert (site.folder / str(link["href"]).removeprefix(ADDRESS)).is_file()
        pdf = told.get("citation_pdf_url")
        assert pdf is None or (site.folder / pdf.removeprefix(ADDRESS)).is_file()


def test_the_scripts_data_are_light(site: Site) -> None:
    for item in site.edition.works:
        path = site.folder / "works" / f"{item.work.id}.cite.js"
        data = path.read_text("utf-8")
        assert len(data.encode("utf-8")) < 40_000
        inner: dict[str, Any] = json.loads(data[data.index(", {") + 2 : data.rindex(")")])
        assert set(inner) == {item.work.id}
