"""Other searches, each fed the records that ours has: one entry a paragraph, with all that readers see of it.

Every peer is a folder to serve, a page to open in it, and a script that defines ``ask(query)``: a promise of the
addresses (``work#pN``) of all results, best first, and the milliseconds until they, or the ten that a list shows first,
were there.
"""

from __future__ import annotations

import html
import json
import shutil
import subprocess
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import yaml

from matn.site.search import Record

HERE = Path(__file__).parent
ROOT = HERE.parents[1]


@dataclass(frozen=True, slots=True)
class Peer:
    """A search to measure.

    Attributes:
        name: What the table calls it.
        build: Makes its files of the records in a folder.
        page: The page to open.
        before: Script for before the page's own.
        ask: Script that, in the open page, defines ``ask``.
    """

    name: str
    build: Callable[[Sequence[Record], Path], None]
    page: str
    ask: str
    before: str = ""


def whole(record: Record) -> str:
    """All texts of *record* in one."""
    names = [form for pair in record.names for form in pair]
    return "\n".join([record.text, record.gist, *(note.text for note in record.notes), " ".join(names)])


def address(record: Record) -> str:
    """Return ``work#pN``."""
    return f"{record.work}#{record.id}"


def page(title: str, language: str, head: str = "", body: str = "") -> str:
    """Return an HTML page."""
    start = f'<!doctype html><html lang="{language}"><meta charset="utf-8"><title>{title}</title>'
    return f"{start}{head}<body>{body}</body></html>"


# ---- Material for MkDocs, with the search it comes with


def material(records: Sequence[Record], folder: Path) -> None:
    """Build a site of MkDocs-Material: one page a work, one heading a paragraph, its own plugin for both languages."""
    source = folder.with_name(folder.name + "-source")
    (source / "docs").mkdir(parents=True)
    pages: dict[str, list[str]] = {"index": ["# search"]}
    for record in records:
        body = "".join(f"<p>{html.escape(line)}</p>\n" for line in whole(record).split("\n") if line.strip())
        pages.setdefault(record.work, [f"# {record.work}"]).append(f'<h2 id="{record.id}">{record.id}</h2>\n{body}')
    for name, parts in pages.items():
        (source / "docs" / f"{name}.md").write_text("\n\n".join(parts), "utf-8")
    config = {
        "site_name": "search",
        "use_directory_urls": False,
        "theme": {"name": "material", "language": "ar", "font": False},
        "plugins": [{"search": {"lang": ["ar", "en"]}}],
    }
    (source / "mkdocs.yml").write_text(yaml.safe_dump(config), "utf-8")
    command = [shutil.which("mkdocs") or "mkdocs", "build", "--quiet", "--site-dir", str(folder.absolute())]
    subprocess.run(command, cwd=source, check=True, capture_output=True)


# The theme's own script types what it types and shows what it shows; what its worker answers is read on the way.
LISTEN = """
  const Plain = window.Worker
  window.Worker = function (...args) {
    const worker = new Plain(...args)
    worker.addEventListener("message", ({ data }) => { if (data.type === 3) window.answered?.(data.data) })
    worker.addEventListener("message", ({ data }) => { if (data.type === 1) window.ready = true })
    return worker
  }
"""
MATERIAL = """async () => {
  const input = document.querySelector(".md-search__input")
  document.querySelector("[data-md-toggle=search]").checked || document.querySelector("[data-md-toggle=search]").click()
  input.focus()
  while (!window.ready) await new Promise((done) => setTimeout(done, 20))
  window.ask = async (query) => {
    const before = performance.now()
    const answer = new Promise((done) => { window.answered = done })
    input.value = query
    input.dispatchEvent(new InputEvent("input", { bubbles: true }))
    input.dispatchEvent(new KeyboardEvent("keyup", { bubbles: true }))
    const waited = new Promise((done) => setTimeout(() => done({ items: [] }), 3000))
    const { items } = await Promise.race([answer, waited])
    const took = performance.now() - before
    const places = items.flat().map(({ location }) => location).filter((location) => location.includes("#"))
    return [places.map((place) => place.replace(".html", "")), took]
  }
}"""


# ---- Pagefind


def pagefind(records: Sequence[Record], folder: Path) -> None:
    """Write one HTML file a record and have Pagefind index them as Arabic."""
    folder.mkdir(parents=True)
    for record in records:
        lines = "".join(f"<p>{html.escape(line)}</p>" for line in whole(record).split("\n") if line.strip())
        meta = f'<span data-pagefind-meta="address:{html.escape(address(record))}"></span>'
        path = folder / "records" / record.work / f"{record.id}.html"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(page(record.id, "ar", "", meta + lines), "utf-8")
    run_pagefind(folder)
    (folder / "index.html").write_text(page("search", "ar"), "utf-8")


def run_pagefind(folder: Path) -> None:
    """Index the HTML files below *folder*."""
    program = HERE / "node_modules" / ".bin" / "pagefind"
    subprocess.run([str(program), "--site", str(folder), "--quiet"], check=True, capture_output=True)


PAGEFIND = """async () => {
  const pagefind = await import(new URL("pagefind/pagefind.js", location.href))
  await pagefind.init()
  window.ask = async (query) => {
    const before = performance.now()
    const { results } = await pagefind.search(query)
    const shown = await Promise.all(results.slice(0, 10).map((result) => result.data()))
    const took = performance.now() - before
    if (window.firstOnly) return [shown.map(({ meta }) => meta.address ?? ""), took]
    const all = await Promise.all(results.map((result) => result.data()))
    return [all.map(({ meta }) => meta.address), took]
  }
}"""


# ---- MiniSearch as it comes


MAKE_MINISEARCH = """
  const MiniSearch = require(process.argv[1])
  const records = JSON.parse(require("fs").readFileSync(0, "utf8"))
  const index = new MiniSearch({ fields: ["text"], storeFields: ["text"] })
  index.addAll(records)
  process.stdout.write(JSON.stringify(index))
"""


def minisearch(records: Sequence[Record], folder: Path) -> None:
    """Write MiniSearch and an index made with its own tokenizer and no other settings."""
    folder.mkdir(parents=True)
    library = ROOT / "overrides" / "assets" / "search" / "minisearch.js"
    shutil.copy(library, folder / "minisearch.js")
    texts = json.dumps([{"id": address(record), "text": whole(record)} for record in records])
    command = ["node", "-e", MAKE_MINISEARCH, str(library.absolute())]
    done = subprocess.run(command, input=texts, capture_output=True, text=True, check=True)
    (folder / "index.json").write_text(done.stdout, "utf-8")
    (folder / "index.html").write_text(page("search", "ar", '<script src="minisearch.js"></script>'), "utf-8")


MINISEARCH = """async () => {
  const index = await (await fetch("index.json")).text()
  const search = MiniSearch.loadJSON(index, { fields: ["text"], storeFields: ["text"] })
  window.ask = async (query) => {
    const before = performance.now()
    const found = search.search(query, { combineWith: "AND", prefix: true })
    return [found.map(({ id }) => id), performance.now() - before]
  }
}"""

PEERS = (
    Peer("Material, its own search", material, "index.html", MATERIAL, LISTEN),
    Peer("Pagefind, lang ar", pagefind, "index.html", PAGEFIND),
    Peer("MiniSearch, its own tokenizer", minisearch, "index.html", MINISEARCH),
)
