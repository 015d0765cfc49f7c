"""Build one index of a generated corpus, in one of three ways: ``python -m benchmarks.growing WAY SIZE FOLDER``.

Every way writes a page ``index.html`` that defines ``start()``, ``ask(query)`` (ten results with their texts) and
``timed(query)`` (its milliseconds). Prints, as JSON, the files and bytes on disk, the most memory that was held,
and the seconds of processor time.
"""

from __future__ import annotations

import json
import resource
import shutil
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from benchmarks.corpus import paragraphs
from benchmarks.peers import page, run_pagefind
from matn.site.search import Record
from matn.site.search.index import FIELDS, index
from matn.site.search.script import LIBRARY, PARTS, lean
from matn.site.search.shards import Shards, keys
from matn.text.search.names import NONE

ROOT = Path(__file__).resolve().parents[2]
WORK = 100
"""Paragraphs of a work: the index of today is one file a work."""
COMMON = """
const run = (src) => new Promise((onload, onerror) =>
  document.head.append(Object.assign(document.createElement("script"), { src, onload, onerror })))
const timed = async (query) => { const before = performance.now(); await ask(query); return performance.now() - before }
"""
WHOLE_PAGE = """
let engine
const load = async (names) => {
  await Promise.all(names.map((name) => run(`${name}.js`)))
  for (const name of names) engine.add(name, matnSearchFiles[name])
}
const start = async () => {
  await run("manifest.js")
  const search = matnSearch
  engine = matnEngine.createEngine({ search, MiniSearch, manifest: matnSearchFiles.manifest })
}
const ask = async (query) => {
  const { hits } = await engine.ask(query, {}, load)
  const shown = hits.slice(0, 10)
  await load(engine.lacking("texts", new Set(shown.map(({ work }) => work))))
  return shown.map(({ work, id }) => engine.record(work, id).text)
}
"""
SHARDS_PAGE = """
let router
const load = async (names) => {
  await Promise.all(names.map((name) => run(`${name}.js`)))
  return Object.fromEntries(names.map((name) => [name, matnSearchFiles[name]]))
}
const start = async () => {
  await run("manifest.js")
  router = matnRouter.createRouter({ search: matnSearch, manifest: matnSearchFiles.manifest, load })
}
const ask = async (query) => (await router.ask(query, 10)).hits.map(({ record }) => record.text)
"""
PAGEFIND_PAGE = """
let pagefind
const start = async () => {
  pagefind = await import(new URL("pagefind/pagefind.js", location.href))
  await pagefind.init()
}
const ask = async (query) => {
  const stems = matnSearch.tokens(query).map(({ keys }) => keys[0]).join(" ")
  const { results } = await pagefind.search(stems)
  const shown = await Promise.all(results.slice(0, 10).map((result) => result.data()))
  return shown.map(({ meta }) => meta.text)
}
"""


@dataclass(frozen=True, slots=True)
class Way:
    """A way of keeping an index: what builds it, and for how many paragraphs it is meant at most."""

    build: Callable[[int, Path], None]
    most: int


def whole(size: int, folder: Path) -> None:
    """The index of today's site: a file for every work."""
    works = []
    for number, records in enumerate(_works(size)):
        work = f"w{number}"
        _script(folder, f"index/{work}", index(records, NONE))
        _script(folder, f"texts/{work}", {"records": [{"id": record.id, "text": record.text} for record in records]})
        works.append({"id": work, "title": {}, "author": {}, "year": "2026", "size": len(records)})
    names: dict[str, object] = {"spelt": {}, "heard": {}, "phrases": {}}
    _script(folder, "manifest", {"version": 1, "fields": FIELDS, "works": works, "names": names})
    _page(folder, (LIBRARY, *PARTS), WHOLE_PAGE)


def _works(size: int) -> Iterator[list[Record]]:
    made: list[Record] = []
    for number, words in enumerate(paragraphs(size)):
        made.append(Record(f"w{number // WORK}", f"p{number % WORK}", "paragraph", "ar", " ".join(words)))
        if len(made) == WORK:
            yield made
            made = []
    if made:
        yield made


def shards(size: int, folder: Path) -> None:
    """Shards with routes to them."""
    writer = Shards(folder)
    for number, words in enumerate(paragraphs(size)):
        writer.add({"id": f"p{number}", "text": " ".join(words)}, Counter(words))
    writer.finish()
    _page(folder, ("arabic", "router"), SHARDS_PAGE)


def pagefind(size: int, folder: Path) -> None:
    """Pagefind, fed stems: an HTML file for every paragraph, in a language for which Pagefind has no stemmer."""
    stem: dict[str, str] = {}
    for number, words in enumerate(paragraphs(size)):
        stemmed = " ".join(stem.setdefault(word, (keys(word) or (word,))[0]) for word in words)
        meta = f'<span data-pagefind-meta="text:{" ".join(words)}"></span>'
        path = folder / "records" / str(number // 1000) / f"{number}.html"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(page(str(number), "fa", "", f"{meta}<p>{stemmed}</p>"), "utf-8")
    run_pagefind(folder)
    shutil.rmtree(folder / "records")
    _page(folder, ("arabic",), PAGEFIND_PAGE)


def _script(folder: Path, name: str, data: object) -> None:
    path = folder / f"{name}.js"
    path.parent.mkdir(parents=True, exist_ok=True)
    value = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    path.write_text(f"(self.matnSearchFiles??={{}})[{json.dumps(name)}]={value}\n", "utf-8")


def _page(folder: Path, parts: tuple[str, ...], script: str) -> None:
    for part in parts:
        (folder / f"{part}.js").write_text(lean(ROOT, part), "utf-8")
    head = "".join(f'<script src="{part}.js"></script>' for part in parts)
    (folder / "index.html").write_text(page("search", "ar", f"{head}<script>{COMMON}{script}</script>"), "utf-8")


WAYS = {"whole": Way(whole, 20_000), "shards": Way(shards, 1_000_000), "Pagefind": Way(pagefind, 20_000)}


def _told(folder: Path) -> dict[str, int]:
    sizes = [path.stat().st_size for path in folder.rglob("*") if path.is_file()]
    used = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    seconds = sum(each.ru_utime + each.ru_stime for each in used)
    held = max(each.ru_maxrss for each in used) * 1024
    return {"files": len(sizes), "disk": sum(sizes), "memory": held, "seconds": round(seconds)}


if __name__ == "__main__":
    way, size, place = sys.argv[1:]
    WAYS[way].build(int(size), Path(place))
    sys.stdout.write(json.dumps(_told(Path(place))))
