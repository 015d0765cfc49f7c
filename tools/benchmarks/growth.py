"""How search grows: generated corpora of 200 to 1,000,000 paragraphs, in three ways of keeping an index.

- *whole*: the index of today's site, fetched at once (``index.py``);
- *shards*: the same words in shards with routes to them (``shards.py``);
- *Pagefind*: its command line fed records that our stemmer has stemmed, in a language for which it has no stemmer.

Run as ``make bench-growth``, or ``python -m benchmarks.growth [--size N]... [--way NAME]...`` at the root. Prints a
table: bytes fetched for a first query (script, index, the texts of ten results; compressed), time a query, processor
time, memory and disk of the build. Every build runs in a process of its own, so that its memory is its own.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median, quantiles

import click
from playwright.sync_api import Browser

from benchmarks.browsing import chromium, fresh
from benchmarks.corpus import queries
from benchmarks.growing import WAYS
from benchmarks.serving import Served, serving

KINDS = ("frequent", "common", "rare", "prefixed", "two")
FIRST, TIMED = 3, 40
"""Queries of each kind that are asked first in a fresh page, and one after the other in one page."""


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the table; bytes are compressed, those of a first query for ten results with their texts."""

    way: str
    size: int
    first: Sequence[int]
    taken: Sequence[float]
    seconds: int
    memory: int
    files: int
    disk: int

    def __str__(self) -> str:
        first = f"{median(self.first) / 1000:.0f} | {max(self.first) / 1000:.0f}"
        taken = f"{median(self.taken):.1f} | {quantiles(self.taken, n=20)[-1]:.1f}"
        build = f"{self.seconds} | {self.memory / 1e6:.0f} | {self.files:,} | {self.disk / 1e6:.0f}"
        return f"| {self.way} | {self.size:,} | {first} | {taken} | {build} |"


COLUMNS = (
    "index", "paragraphs", "KB for a first query, median", "most", "ms a query, median", "95 % under",
    "build, s of one core", "its memory, MB", "files", "MB on disk",
)  # fmt: skip
HEAD = f"| {' | '.join(COLUMNS)} |\n|{' --- |' * len(COLUMNS)}"


def measured(way: str, size: int, browser: Browser) -> Row:
    """Build an index of *size* paragraphs in a process of its own, and ask it."""
    with tempfile.TemporaryDirectory() as there:
        command = [sys.executable, "-m", "benchmarks.growing", way, str(size), there]
        done = subprocess.run(command, check=True, capture_output=True, text=True)
        told = json.loads(done.stdout)
        with serving(Path(there)) as served:
            first = [_first(browser, served, query) for kind in KINDS for query in queries(kind, FIRST)]
            taken = _taken(browser, served, [query for kind in KINDS for query in queries(kind, TIMED)])
        return Row(way, size, first, taken, told["seconds"], told["memory"], told["files"], told["disk"])


def _first(browser: Browser, served: Served, query: str) -> int:
    """The bytes that a fresh page fetches for one query, the page itself left out."""
    with fresh(browser) as page:
        page.goto(served.address, wait_until="load")
        page.evaluate("(query) => start().then(() => ask(query))", query)
    return sum(length for path, length in served.taken() if path not in {"/", "/favicon.ico"})


def _taken(browser: Browser, served: Served, asked: Sequence[str]) -> list[float]:
    """The milliseconds of queries one after the other; what they fetch comes from this machine, so it hardly counts."""
    with fresh(browser) as page:
        page.goto(served.address, wait_until="load")
        page.evaluate("() => start()")
        script = "async (asked) => { const all = []; for (const one of asked) all.push(await timed(one)); return all }"
        found: list[float] = page.evaluate(script, list(asked))
    served.taken()
    return found


@click.command()
@click.option("--size", "sizes", multiple=True, type=int, default=(200, 2_000, 20_000, 1_000_000))
@click.option("--way", "ways", multiple=True, type=click.Choice(sorted(WAYS)), default=tuple(WAYS))
def main(sizes: tuple[int, ...], ways: tuple[str, ...]) -> None:
    """Measure, and print a table."""
    click.echo(HEAD)
    with chromium() as browser:
        for way in ways:
            for size in sizes:
                if size <= WAYS[way].most:
                    click.echo(str(measured(way, size, browser)))


if __name__ == "__main__":
    sys.exit(main())
