"""Whoever types a name in any of its spellings finds every paragraph that the index of names has for it."""

from __future__ import annotations

import json
import subprocess
from collections import defaultdict
from pathlib import Path

from tests.conftest import ROOT

from matn.edition.assemble import assemble
from matn.edition.model import Edition
from matn.export.indexes.names import entries
from matn.site.search import published, records

ASK = """
const { engine } = require(process.argv[1]).open(process.argv[2])
const queries = JSON.parse(require("fs").readFileSync(0, "utf8"))
const found = (answer) => answer.kind === "found" ? answer.hits.map((hit) => `${hit.work}#${hit.id}`) : []
console.log(JSON.stringify(queries.map((query) => found(engine.query(query)))))
"""


def test_every_spelling_of_a_name_finds_its_places(node: str, tmp_path: Path) -> None:
    nothing, files = tmp_path / "no-sources", tmp_path / "files"
    nothing.mkdir()
    files.mkdir()
    edition = assemble(ROOT, nothing)  # the summaries of every work, and the specimen whole
    for path, content in published(edition, ROOT).files.items():
        (files / Path(path).name).write_text(content, "utf-8")
    wanted: dict[str, set[str]] = defaultdict(set)
    carriers = _carriers(edition)
    for entry in entries(edition):
        places = {ref for found in entry.found for ref in carriers.get(found.place.ref, [found.place.ref])}
        for form in (*entry.name.forms, *entry.name.en_forms):
            wanted[form] |= places
    done = subprocess.run(
        [node, "-e", ASK, str(Path(__file__).with_name("opened.js")), str(files)],
        input=json.dumps(list(wanted)), capture_output=True, text=True, check=True, timeout=120,
    )  # fmt: skip
    missed = {
        form: sorted(places - set(found))
        for (form, places), found in zip(wanted.items(), json.loads(done.stdout), strict=True)
    }
    assert len(wanted) > 400
    assert {form: places for form, places in missed.items() if places} == {}


def _carriers(edition: Edition) -> dict[str, list[str]]:
    """For every note the paragraphs that call it."""
    found: dict[str, list[str]] = defaultdict(list)
    for work, own in records(edition).items():
        for record in own:
            for note in record.notes:
                found[f"{work}#{note.id}"].append(f"{work}#{record.id}")
    return found
