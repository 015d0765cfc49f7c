"""How well the engine answers, in seconds and without a browser: ``python -m tests.retrieval [--FILE] [--misses]``.

FILE is the name of a query file, ``tuning`` where none is given. It prints figures, and what is missed and what is
wrong; of the file that is still closed the figures alone, unless ``--misses`` is given. It reads the working copy:
sources where the tests find them, the site's files made anew.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from pathlib import Path

from tests.conftest import source_folder
from tests.retrieval.box import Answer, results
from tests.retrieval.gold import CLOSED, FILES, asked, records
from tests.retrieval.score import figures, misses, table

from matn.edition.assemble import assemble
from matn.edition.model import Edition
from matn.site.search import published

ROOT = Path(__file__).resolve().parents[2]
SCRIPT = Path(__file__).with_name("engine.js")


def answers(edition: Edition, queries: list[str]) -> dict[str, Answer]:
    """Ask the engine, in node, with the files that the site of *edition* would have."""
    with tempfile.TemporaryDirectory() as there:
        for name, text in published(edition, ROOT).files.items():
            path = Path(there) / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, "utf-8")
        done = subprocess.run(
            ["node", str(SCRIPT), there], input=json.dumps(queries), capture_output=True, text=True, check=True
        )
    given = json.loads(done.stdout)
    return {
        query: Answer(kind, tuple(hits), tuple(hits), took)
        for query, (kind, hits, took) in zip(queries, given, strict=True)
    }


def main() -> None:
    split = next((split for split in FILES if f"--{split}" in sys.argv), "tuning")
    edition = assemble(ROOT, source_folder() or Path("nowhere"))
    side = asked(split, records(edition))
    found = results(side, answers(edition, [one.text for one in side]))
    sys.stdout.write(table(figures(side, found)) + "\n")
    if split != CLOSED or "--misses" in sys.argv:
        sys.stdout.write("\n".join(misses(side, found)) + "\n")


if __name__ == "__main__":
    main()
