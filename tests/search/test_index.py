"""The packed index: every word of the records is in it at its places, and the script unpacks what Python packed."""

from __future__ import annotations

import json
import re
import subprocess
from collections import defaultdict
from pathlib import Path

import pytest
from tests.conftest import ROOT
from tests.search.test_records import edition

from matn.errors import MissingToolError
from matn.site.search import published, records
from matn.site.search.files import language
from matn.site.search.index import FIELDS, Reader, index
from matn.site.search.script import library, script
from matn.text.search import stems, tokens

UNPACK = """
const folder = process.argv[1]
const { folded } = require(`${folder}/arabic.js`)
const { unpack, places } = require(`${folder}/shard.js`)
const { forms, ...rest } = unpack(JSON.parse(require("fs").readFileSync(0, "utf8")), folded)
console.log(JSON.stringify({ ...rest, forms: forms.map((form) => ({ ...form, posts: places(form.posts) })) }))
"""


def test_the_script_unpacks_what_was_packed(node: str) -> None:
    own, known = records(edition())["nahr"], language(edition().names)
    done = subprocess.run(
        [node, "-e", UNPACK, str(ROOT / "overrides" / "assets" / "search")],
        input=json.dumps(index(own, known)), capture_output=True, text=True, check=True,
    )  # fmt: skip
    shard = json.loads(done.stdout)
    assert shard["ids"] == [record.id for record in own]
    assert [[shard["ids"][at] for at in above] for above in shard["heads"]] == [list(record.heads) for record in own]
    reader = Reader(known)
    wanted: dict[str, dict[tuple[int, int], int]] = defaultdict(dict)
    for number, record in enumerate(own):
        for field, words in enumerate(reader.fields(record)):
            wanted |= {form: wanted[form] | {(field, number): count} for form, count in words.counts.items()}
    found = {
        form["term"]: {(field, at): count for field, places in enumerate(form["posts"]) for at, count in places}
        for form in shard["forms"]
    }
    assert found == wanted
    keys = {form["term"]: tuple(form["keys"]) for form in shard["forms"]}
    assert keys == {form: (form[1:],) if form[0] == "+" else stems(form, known) for form in wanted}


def test_every_word_of_a_text_is_in_the_index() -> None:
    own, known = records(edition())["nahr"], language(edition().names)
    reader = Reader(known)
    for record in own:
        fields = dict(zip(FIELDS, reader.fields(record), strict=True))
        assert {reader.printed(token.surface) for token in tokens(record.text)} <= fields["text"].counts.keys()
        assert fields["gist"].length == len(tokens(record.gist, known))


def test_a_name_is_indexed_only_where_it_is_not_said() -> None:
    own, known = records(edition())["nahr"], language(edition().names)
    names = Reader(known).fields(own[1])[FIELDS.index("names")]
    assert set(names.counts) == {"سلمى", "salma", "al", "warraq"}  # الوراق stands in the text


def test_files_are_named_by_their_content() -> None:
    once, again = published(edition(), ROOT), published(edition(), ROOT)
    assert once == again
    manifest = json.loads(once.files["search/manifest.js"].partition("=")[2].partition("=")[2])
    assert [work["id"] for work in manifest["works"]] == ["nahr"]
    for work in manifest["works"]:
        assert {f"search/{work['index']}", f"search/{work['texts']}"} < once.files.keys()
    hashed = [path for path in once.files if path != "search/manifest.js"]
    assert all(re.search(r"-[0-9a-f]{10}\.js$", path) for path in hashed)


def test_a_text_cannot_end_the_script_that_holds_it() -> None:
    assert all("</" not in content for path, content in published(edition(), ROOT).files.items() if "texts" in path)


def test_the_script_holds_every_part_and_every_licence() -> None:
    whole = script(ROOT) + library(ROOT)
    for name in ("matnSearch", "MiniSearch", "matnParse", "matnEngine", "matnMarks", "matnWorker"):
        assert name in whole
    assert "Luca Ongaro" in whole
    assert "eilvelia" in whole


def test_without_the_library_it_is_said_how_to_get_it(tmp_path: Path) -> None:
    with pytest.raises(MissingToolError, match="make assets"):
        library(tmp_path)
