"""How long a query takes on a processor four times slower: every query of the retrieval set, with its excerpts.

Run as ``python -m benchmarks.slow SITE`` in ``tools/`` (or with it on ``PYTHONPATH``), SITE being a built site. Prints
the time from a query to its results, when it is asked for the first time and the best of three, after the index has
been loaded. Exit code 1 if a query misses the bound.

Chromium slows the thread of a page and no worker (measured: a loop takes as long there as before), so the engine runs
in the page, as it does from a folder. Nor does it slow by just four: a loop is timed both ways, the times are scaled.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median, quantiles

import click
from playwright.sync_api import Browser
from tests.conftest import source_folder
from tests.retrieval.gold import FILES, asked, records

from benchmarks.browsing import chromium, fresh, slowed
from benchmarks.serving import serving
from matn.edition.assemble import assemble

ROOT = Path(__file__).resolve().parents[2]
SLOWER, BOUND_MS = 4, 50
LOOP = """() => {
  const taken = []
  for (let turn = 0; turn < 9; turn++) {
    const before = performance.now()
    for (let at = 0, sum = 0; at < 3e7; at++) sum ^= at * 7
    taken.push(performance.now() - before)
  }
  return taken.sort((one, two) => one - two)[4]
}"""
READY = """async () => {
  const config = JSON.parse(document.getElementById("__config").textContent)
  const engine = new URL(config.search, document.baseURI)
  const load = (urls) => Promise.all(urls.map((src) => new Promise((onload, onerror) =>
    document.head.append(Object.assign(document.createElement("script"), { src, async: false, onload, onerror })))))
  await load([engine.href])
  const answer = window.matnWorker.create(load, new URL("./", engine).href)
  const version = document.querySelector(".matn-search").dataset.version
  await answer({ type: 0, data: { config: { language: "ar", version }, docs: [], options: {} } })
  window.timed = async (data) => {
    const before = performance.now()
    const { data: { work } } = await answer({ type: 2, data })
    return { taken: performance.now() - before, work }
  }
}"""
ASK = """async (queries) => {
  const first = [], best = []
  for (const query of queries) {
    const taken = []
    for (let turn = 0; turn < 3; turn++) taken.push((await timed(query)).taken)
    first.push(taken[0])
    best.push(Math.min(...taken))
  }
  return { first, best }
}"""
LOADING = ("انسحاب", "لبنان", "Iraq", "النص")
"""Queries that load all files; what they take is told apart."""


@dataclass(frozen=True, slots=True)
class Slow:
    """Milliseconds: of the queries that load the files, of every query when first asked, of its best of three."""

    loading: Sequence[float]
    first: Sequence[float]
    best: Sequence[float]

    def __str__(self) -> str:
        lines = [f"loading, the first queries: {', '.join(f'{each:.0f}' for each in self.loading)} ms"]
        for name, taken in (("first time", self.first), ("best of three", self.best)):
            over = sum(each > BOUND_MS for each in taken)
            high = quantiles(taken, n=20)[-1]
            told = f"median {median(taken):.1f} ms, 95 % under {high:.1f} ms, the slowest {max(taken):.1f} ms"
            lines.append(f"{name}: {told}; {over} of {len(taken)} over {BOUND_MS} ms")
        return "\n".join(lines)


def slow(browser: Browser, address: str, queries: Sequence[str]) -> Slow:
    """Time *queries* in a page at *address* whose processor is slowed."""
    with fresh(browser) as page:
        page.goto(address, wait_until="load")
        plain = page.evaluate(LOOP)
        slowed(page, SLOWER)
        scale = SLOWER * plain / page.evaluate(LOOP)
        page.evaluate(READY)
        loading = [page.evaluate("(query) => timed(query)", query)["taken"] for query in LOADING]
        page.wait_for_timeout(2000)  # what is prepared when nobody types
        taken = page.evaluate(ASK, list(queries))
    scaled = ([scale * each for each in part] for part in (loading, taken["first"], taken["best"]))
    return Slow(*scaled)


@click.command()
@click.argument("site", type=click.Path(exists=True, file_okay=False, path_type=Path))
def main(site: Path) -> None:
    """Measure, and print."""
    found = records(assemble(ROOT, source_folder() or Path("nowhere")))
    queries = list(dict.fromkeys(one.text for side in FILES for one in asked(side, found)))
    with serving(site) as served, chromium() as browser:
        told = slow(browser, served.address + "index.html", queries)
    click.echo(str(told))
    sys.exit(max(told.best) > BOUND_MS)


if __name__ == "__main__":
    main()
