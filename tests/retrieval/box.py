"""The search box in a browser: type, read the list of results, unfold it, read it again."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from playwright.sync_api import Page
from tests.retrieval.gold import Asked

# For each query: what kind of answer it got, the list as it first stands, the list with all of every work unfolded,
# and the milliseconds until the list stood there.
ASK = """async (queries) => {
  const box = document.querySelector(".matn-search")
  const input = box.querySelector("input[type=search]")
  const shown = async (act) => {
    box.dataset.kind = "asked"
    const changed = new Promise((done) => {
      const seen = new MutationObserver(() => { if (box.dataset.kind !== "asked") { seen.disconnect(); done() } })
      seen.observe(box, { attributes: true, attributeFilter: ["data-kind"] })
    })
    act()
    await changed
  }
  const type = (text) => shown(() => {
    input.value = text
    input.dispatchEvent(new InputEvent("input", { bubbles: true, data: text }))
  })
  const list = () => [...box.querySelectorAll("li[data-work]")].map((each) => `${each.dataset.work}#${each.dataset.id}`)
  const answers = []
  for (const query of queries) {
    const start = performance.now()
    await type(query)
    const milliseconds = performance.now() - start
    const first = list()
    const more = [...box.querySelectorAll(".matn-more")]
    if (more.length) await shown(() => more.forEach((button) => button.click()))
    if (box.querySelector(".matn-more")) throw new Error(`${query}: not all of every work is shown`)
    answers.push([box.dataset.kind, first, list(), milliseconds])
  }
  return answers
}"""


@dataclass(frozen=True, slots=True)
class Answer:
    """What the box shows for a query: *kind* is ``found`` where every word is there, else how it helps itself."""

    kind: str
    first: tuple[str, ...]
    all: tuple[str, ...]
    milliseconds: float

    @property
    def ordered(self) -> tuple[str, ...]:
        """All results: those that are shown at once, then those that a reader unfolds."""
        return (*self.first, *(address for address in self.all if address not in self.first))


def open_box(page: Page, address: str) -> None:
    """Open a page of the site and its search box, by keyboard as a reader may, and wait for the first answer."""
    page.goto(address, wait_until="domcontentloaded")
    page.keyboard.press("/")
    page.locator(".matn-search input[type=search]").wait_for(state="visible")


def ask(page: Page, queries: Sequence[str]) -> dict[str, Answer]:
    """Type each query into the open box of *page*."""
    given = page.evaluate(ASK, list(queries))
    return {
        query: Answer(kind, tuple(first), tuple(every), took)
        for query, (kind, first, every, took) in zip(queries, given, strict=True)
    }


def results(asked: Sequence[Asked], given: dict[str, Answer]) -> dict[str, tuple[str, ...]]:
    """The results that count: what is labelled as a near spelling counts where a typing error was asked, only there."""
    return {
        one.text: given[one.text].ordered if one.kind == "typo" or given[one.text].kind == "found" else ()
        for one in asked
    }
