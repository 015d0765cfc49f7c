"""Ask four searches the queries of the retrieval set, in one run: ours, Material's own, Pagefind, MiniSearch.

Run as ``make bench-search``, or ``python -m benchmarks.search [--peer NAME]`` at the root. Prints, for every class of
queries, what each finds; then bytes and milliseconds. All four run in one Chromium, from one server that compresses as
plain hosts do (gzip, level 6); each gets one entry a paragraph: text, summary, notes, names.
"""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median, quantiles

import click
from playwright.sync_api import Browser, Page
from tests.conftest import source_folder
from tests.retrieval.box import ask, open_box, results
from tests.retrieval.gold import CLASSES, FILES, Asked, asked
from tests.retrieval.gold import records as judged
from tests.retrieval.score import figures

from benchmarks.browsing import chromium, fresh
from benchmarks.peers import PEERS, Peer
from benchmarks.serving import Served, serving
from benchmarks.slow import Slow
from benchmarks.slow import slow as in_slow_page
from matn.edition.assemble import assemble
from matn.edition.model import Edition
from matn.site.build import build
from matn.site.search import records

ROOT = Path(__file__).resolve().parents[2]
FIRST = "انسحاب"
"""The query whose bytes are counted; any would do, the same for all."""
ALL = "async (queries) => { const found = []; for (const query of queries) found.push(await ask(query)); return found }"


@dataclass(frozen=True, slots=True)
class Run:
    """What one search did.

    Attributes:
        name: What it is called.
        answers: Query to its results, best first.
        before: Bytes of search until the first key can be typed: the page is there and its box is open.
        first: Bytes more until the first query is answered.
        taken: Milliseconds of each query.
    """

    name: str
    answers: Mapping[str, Sequence[str]]
    before: int
    first: int
    taken: Sequence[float]


def size(served: Served) -> int:
    """The bytes sent since last asked that are there for search alone."""
    wanted = ("search", "lunr", "pagefind", "index.json", "workers")
    return sum(length for path, length in served.taken() if any(part in path for part in wanted))


def peer_run(peer: Peer, browser: Browser, edition: Edition, folder: Path, queries: Sequence[str]) -> Run:
    """Build *peer* for *edition* and ask it."""
    every = [record for own in records(edition).values() for record in own]
    peer.build(every, folder)
    with serving(folder) as served:
        with fresh(browser) as page:
            _open(page, peer, served)
            before = size(served)
            page.evaluate("window.firstOnly = true")
            page.evaluate(ALL, [FIRST])
            first = size(served)
        with fresh(browser) as page:
            _open(page, peer, served)
            found = page.evaluate(ALL, queries)
    answers = {query: places for query, (places, _) in zip(queries, found, strict=True)}
    return Run(peer.name, answers, before, first, [taken for _, taken in found])


def _open(page: Page, peer: Peer, served: Served) -> None:
    if peer.before:
        page.add_init_script(peer.before)
    page.goto(f"{served.address}{peer.page}", wait_until="load")
    page.evaluate(peer.ask)


def our_run(browser: Browser, edition: Edition, folder: Path, asked_of: Sequence[Asked]) -> tuple[Run, Slow]:
    """Build the site of *edition*, type into its box, and time the same search in a page that is four times slower."""
    build(ROOT, edition, folder, without=("pdf",))
    queries = list(dict.fromkeys(one.text for one in asked_of))
    with serving(folder) as served:
        with fresh(browser) as page:
            open_box(page, served.address + "index.html")
            page.wait_for_load_state("networkidle")
            before = size(served)
            ask(page, [FIRST])
            first = size(served)
        with fresh(browser) as page:
            open_box(page, served.address + "index.html")
            given = ask(page, queries)
        slow = in_slow_page(browser, served.address + "index.html", queries)
    taken = [answer.milliseconds for answer in given.values()]
    return Run("ours", results(asked_of, given), before, first, taken), slow


def by_class(runs: Sequence[Run], asked_of: Sequence[Asked]) -> str:
    """Recall / precision of every run for every class, as a table in Markdown."""
    rows = {run.name: {row.kind: row for row in figures(asked_of, run.answers)} for run in runs}
    lines = ["| class | queries | " + " | ".join(rows) + " |", "| --- | --- |" + " --- |" * len(rows)]
    for kind in (*CLASSES, "all"):
        cells = [rows[name][kind] for name in rows]
        if kind == "absent":
            shown = [f"{cell.hits:.2f} hits" for cell in cells]
        else:
            shown = [f"{cell.recall:.2f} / {cell.precision:.2f}" for cell in cells]
        lines.append(f"| {kind} | {cells[0].queries} | " + " | ".join(shown) + " |")
    ranks = [f"{rows[name]['all'].rank:.2f}" for name in rows]
    return "\n".join([*lines, "| mean reciprocal rank | | " + " | ".join(ranks) + " |"])


def by_side(run: Run, sides: Mapping[str, Sequence[Asked]]) -> str:
    """Recall, precision and mean reciprocal rank of one run, for the queries of each side."""
    rows = {side: {row.kind: row for row in figures(group, run.answers)} for side, group in sides.items()}
    lines = ["| class | " + " | ".join(rows) + " |", "| --- |" + " --- |" * len(rows)]
    for kind in (*CLASSES, "all"):
        cells = [rows[side][kind] for side in rows if kind in rows[side]]
        shown = [
            f"{cell.hits:.2f} hits"
            if kind == "absent"
            else f"{cell.recall:.3f} / {cell.precision:.3f} / {cell.rank:.3f}"
            for cell in cells
        ]
        lines.append(f"| {kind} ({', '.join(str(cell.queries) for cell in cells)}) | " + " | ".join(shown) + " |")
    return "\n".join(lines)


def costs(runs: Sequence[Run]) -> str:
    """Bytes and milliseconds of every run, as a table in Markdown."""
    lines = [
        "| search | KB before the first key | KB more for a first query | ms a query, median | 95 % under |",
        "| --- | --- | --- | --- | --- |",
    ]
    for run in runs:
        kilobytes = f"{run.before / 1000:.0f} | {run.first / 1000:.0f}"
        lines.append(f"| {run.name} | {kilobytes} | {median(run.taken):.1f} | {_high(run.taken):.1f} |")
    return "\n".join(lines)


def _high(taken: Sequence[float]) -> float:
    return quantiles(taken, n=20)[-1]


@click.command()
@click.option("--peer", "only", multiple=True, help="Only peers whose name has this; ours is always there.")
@click.option("--split", type=click.Choice([*FILES, "all"]), default="all")
def main(only: tuple[str, ...], split: str) -> None:
    """Measure, and print tables."""
    edition = assemble(ROOT, source_folder() or Path("nowhere"))
    sides = FILES if split == "all" else (split,)
    found = judged(edition)
    by = {side: asked(side, found) for side in sides}
    asked_of = [one for group in by.values() for one in group]
    queries = list(dict.fromkeys(one.text for one in asked_of))
    with tempfile.TemporaryDirectory() as there, chromium() as browser:
        mine, slow = our_run(browser, edition, Path(there) / "ours", asked_of)
        chosen = [peer for peer in PEERS if not only or any(part in peer.name for part in only)]
        others = [
            peer_run(peer, browser, edition, Path(there) / f"peer{at}", queries) for at, peer in enumerate(chosen)
        ]
        version = browser.version
    click.echo(f"{len(asked_of)} queries ({split}), {len(found)} paragraphs and notes, Chromium {version}\n")
    click.echo(by_class([mine, *others], asked_of) + "\n")
    click.echo(f"ours, recall / precision / reciprocal rank\n\n{by_side(mine, by)}\n")
    click.echo(costs([mine, *others]))
    click.echo(f"\nours, excerpts and all, in a page on a 4 times slower processor:\n{slow}")


if __name__ == "__main__":
    sys.exit(main())
