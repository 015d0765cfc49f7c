"""A tour of every control by the Tab key alone: each is reached, in sight, and marked when it is."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page
from tests.browser.watching import IN_FULL, Site, Watched

pytestmark = [pytest.mark.browser, IN_FULL]

# What a reader can work by hand, as it stands now. Of a group of radio buttons the keyboard stops at one.
CONTROLS = """() => {
  const all = [...document.querySelectorAll("a[href], button, input, select, textarea, summary, [tabindex='0']")]
  const seen = each => each.checkVisibility({visibilityProperty: true, opacityProperty: true})
    && each.getBoundingClientRect().width > 1
  const works = all.filter(each => seen(each) && !each.disabled && each.tabIndex >= 0 && !each.closest("[inert]"))
  const groups = new Set()
  const stops = works.filter(each => each.type !== "radio" || (!groups.has(each.name) && groups.add(each.name)))
  stops.forEach((each, at) => { each.dataset.stop = at })
  return stops.map(each => each.outerHTML.slice(0, 120))
}"""
# Where the keyboard is: the number of the stop, and what is wrong with it there.
HERE = """() => {
  const at = document.activeElement, box = at.getBoundingClientRect()
  const group = at.type === "radio" && document.querySelector(`[name="${at.name}"][data-stop]`)
  const near = [at, at.parentElement, at.nextElementSibling, at.labels?.[0]].filter(Boolean)
  const marked = near.map(each => getComputedStyle(each)).some(each =>
    (each.outlineStyle !== "none" && parseFloat(each.outlineWidth) > 0)
    || each.boxShadow !== "none")
  const inSight = box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth
  return {
    stop: (group || at).dataset?.stop ?? null, end: at === document.body,
    faults: [marked ? "" : "no mark of focus", inSight ? "" : "out of sight"].filter(Boolean),
    html: at.outerHTML.slice(0, 120),
  }
}"""


def tour(page: Page, most: int) -> tuple[set[int], list[str]]:
    """Press Tab until the tour ends; return the stops that were reached, and what was wrong at them."""
    reached: set[int] = set()
    faults: list[str] = []
    for _ in range(most):
        page.keyboard.press("Tab")
        here = page.evaluate(HERE)
        if here["end"] and reached:
            break
        if here["stop"] is not None:
            if int(here["stop"]) in reached:
                break
            reached.add(int(here["stop"]))
        faults += [f"{fault}: {here['html']}" for fault in here["faults"] if not here["end"]]
    return reached, faults


@pytest.mark.parametrize(
    "name", ["index.html", "works/specimen.html", "notes.html", "downloads.html", "statistics.html"]
)
@pytest.mark.parametrize("interface", ["", "en/"], ids=["ar", "en"])
def test_every_control_is_reached_and_seen(site: Site, watched: Watched, interface: str, name: str) -> None:
    page = watched.page
    page.emulate_media(reduced_motion="reduce")
    page.goto(f"{site.address}{interface}{name}", wait_until="load")
    controls = page.evaluate(CONTROLS)
    reached, faults = tour(page, 3 * len(controls))  # some show themselves when the keyboard comes near
    assert [html for at, html in enumerate(controls) if at not in reached] == []
    assert faults == []


def test_the_first_stop_leads_to_the_text(site: Site, watched: Watched) -> None:
    page = watched.page
    page.goto(f"{site.address}works/specimen.html", wait_until="load")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.matches('.md-skip')")
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('.md-content') !== null")
