"""The sharded index gives what a plain search through all records gives, however small its parts are."""

from __future__ import annotations

import json
import random
import shutil
import subprocess
from collections import Counter
from pathlib import Path

import pytest

from matn.site.search import Record, shards
from matn.site.search.index import FIELDS, index
from matn.site.search.packing import base36, steps
from matn.site.search.shards import Shards, keys
from matn.text.search import stems
from matn.text.search.names import NONE

SCRIPT = Path(__file__).with_name("router.js")
OPENED = Path(__file__).with_name("opened.js")
WHOLE = """
const { engine } = require(process.argv[1]).open(process.argv[2])
const queries = JSON.parse(require("fs").readFileSync(0, "utf8"))
console.log(JSON.stringify(queries.map((query) => engine.query(query, { strict: true }).hits.map(({ id }) => id))))
"""
SEARCH = Path(__file__).resolve().parents[2] / "overrides" / "assets" / "search"
WORDS = "نهر النهر والنهر أنهار جسر الجسور بالجسر قارب قوارب ميناء الموانئ سوق الأسواق للسوق مدينة المدن من في إلى"
QUERIES = [
    "نهر", "الأنهار", "جسر", "والسوق", "قوارب", "مدينه", "نهر جسر", "في السوق", "ميناء النهر", "زرافة", "مدن جبل",
]  # fmt: skip


def made(count: int) -> list[list[str]]:
    """Invented paragraphs: words that are often met, and one in each that few have."""
    dice = random.Random(7)
    known = WORDS.split()
    return [[*dice.choices(known, k=dice.randint(2, 9)), f"كلمة{at % 97}"] for at in range(count)]


def written(folder: Path, paragraphs: list[list[str]]) -> Shards:
    writer = Shards(folder)
    for at, words in enumerate(paragraphs):
        writer.add({"id": f"p{at}"}, Counter(words))
    writer.finish()
    return writer


def plainly(paragraphs: list[list[str]], query: str) -> set[int]:
    """The records that have, for every word of *query*, a word with one of its keys."""
    asked = [set(stems(word)) for word in query.split() if keys(word)]
    have = [[{key for word in words for key in keys(word)}] for words in paragraphs]
    return {at for at, (known,) in enumerate(have) if all(wanted & known for wanted in asked)}


def routed(folder: Path, most: int) -> list[dict]:
    node = shutil.which("node")
    if node is None:
        pytest.skip("node is not here: install Node.js 18 or later to test the JavaScript of search")
    given = json.dumps({"folder": str(folder), "search": str(SEARCH), "queries": QUERIES, "most": most})
    done = subprocess.run([node, str(SCRIPT)], input=given, capture_output=True, text=True, check=False, timeout=60)
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


@pytest.fixture
def tiny(monkeypatch: pytest.MonkeyPatch) -> None:
    """Parts so small that a few hundred records fill trees, blocks and runs."""
    for name, value in {"RUN": 900, "SHARD": 150, "LONG": 25, "FAN": 3, "CHUNK": 4}.items():
        monkeypatch.setattr(shards, name, value)


def test_all_places_are_found(tiny: None, tmp_path: Path) -> None:
    paragraphs = made(600)
    written(tmp_path, paragraphs)
    assert not list(tmp_path.glob("*.tmp"))
    assert len(list(tmp_path.rglob("block/*/*.js"))) > 10
    assert len(list(tmp_path.rglob("route/2/*.js"))) > 1
    for query, answer in zip(QUERIES, routed(tmp_path, 10_000), strict=True):
        expected = plainly(paragraphs, query)
        assert {hit["number"] for hit in answer["hits"]} == expected, query
        assert answer["total"] == len(expected)
        assert all(hit["id"] == f"p{hit['number']}" for hit in answer["hits"])
        ranks = [hit["rank"] for hit in answer["hits"]]
        assert ranks == sorted(ranks, reverse=True)


def test_a_word_is_found_where_the_whole_index_finds_it(tiny: None, tmp_path: Path, node: str) -> None:
    paragraphs = made(300)
    written(tmp_path / "shards", paragraphs)
    words = [query for query in QUERIES if " " not in query]
    routes = dict(zip(QUERIES, routed(tmp_path / "shards", 10_000), strict=True))
    for word, hits in zip(words, in_whole_index(tmp_path / "whole", paragraphs, words, node), strict=True):
        assert {hit["number"] for hit in routes[word]["hits"]} == set(hits), word
    assert any(routes[word]["hits"] for word in words)


def in_whole_index(folder: Path, paragraphs: list[list[str]], queries: list[str], node: str) -> list[list[int]]:
    """The records that the engine of the site finds with the index of one work."""
    own = [Record("w", f"p{at}", "paragraph", "ar", " ".join(words)) for at, words in enumerate(paragraphs)]
    works = [{"id": "w", "title": {}, "author": {}, "year": "2026", "size": len(own)}]
    manifest = {"fields": FIELDS, "works": works, "names": {"spelt": {}, "heard": {}, "phrases": {}}}
    folder.mkdir()
    for number, (name, data) in enumerate({"manifest": manifest, "index/w": index(own, NONE)}.items()):
        content = f"(self.matnSearchFiles??={{}})[{json.dumps(name)}]={json.dumps(data)}"
        (folder / f"{number}.js").write_text(content, "utf-8")
    done = subprocess.run(
        [node, "-e", WHOLE, str(OPENED), str(folder)],
        input=json.dumps(queries), capture_output=True, text=True, check=True,
    )  # fmt: skip
    return [[int(id[1:]) for id in ids] for ids in json.loads(done.stdout)]


def test_a_first_page_needs_few_files(tiny: None, tmp_path: Path) -> None:
    paragraphs = made(600)
    files = written(tmp_path, paragraphs).files
    for query, answer in zip(QUERIES, routed(tmp_path, 5), strict=True):
        expected = plainly(paragraphs, query)
        found = {hit["number"] for hit in answer["hits"]}
        assert found <= expected, query
        assert len(found) == min(5, len(expected)), query
        assert len(answer["fetched"]) < files / 8, query


def test_what_a_first_page_fetches_does_not_grow_with_the_index(tiny: None, tmp_path: Path) -> None:
    most = {}
    for count in (300, 3_000):
        folder = tmp_path / str(count)
        written(folder, made(count))
        weight = {
            path.relative_to(folder).with_suffix("").as_posix(): path.stat().st_size for path in folder.rglob("*.js")
        }
        most[count] = max(sum(weight[name] for name in answer["fetched"]) for answer in routed(folder, 5))
    assert most[3_000] < 3 * most[300]  # ten times the records


def test_the_same_records_give_the_same_files(tmp_path: Path) -> None:
    for name in ("one", "two"):
        written(tmp_path / name, made(300))
    one, two = (
        {path.relative_to(tmp_path / name): path.read_bytes() for path in (tmp_path / name).rglob("*.js")}
        for name in ("one", "two")
    )
    assert one == two


def test_an_exact_word_comes_before_another_form(tmp_path: Path) -> None:
    written(tmp_path, [["الأنهار"], ["نهر"], ["والنهر"]])
    (first, *_) = routed(tmp_path, 10)
    assert first["hits"][0]["number"] == 1
    assert len(first["hits"]) == 3


def test_packing() -> None:
    assert [base36(number) for number in (0, 35, 36, 1295, 1296)] == ["0", "z", "10", "zz", "100"]
    assert steps([3 << 4 | 4, 4 << 4 | 9, 5000 << 4 | 4]) == "3,0*9,3ur"
    assert steps([]) == "-"
