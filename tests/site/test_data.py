"""The data: every key is told to readers, every place is real, and no text of a work is in them."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from tests.site.indexed import data, edition

from matn.edition.assemble import assemble
from matn.edition.model import Edition, WorkEdition
from matn.export.indexes.places import anchors
from matn.site.pages import pages
from matn.text.plain import words

ROOT = Path(__file__).parents[2]
TOLD = (ROOT / "docs" / "en" / "data.md").read_text("utf-8")
FILES = ("names.json", "chronology.json", "notes.json", "shared.json", "works.json", "works/a-2021.json")


@pytest.fixture(scope="module")
def rich(whole: WorkEdition) -> Edition:
    return edition(whole)


def keys(value: Any) -> Iterator[str]:
    """Every key in *value*, those of CSL-JSON aside, which has a schema of its own."""
    if isinstance(value, dict):
        for key, inner in value.items():
            yield key
            if key != "csl":
                yield from keys(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from keys(inner)


def refs(value: Any) -> Iterator[tuple[str, str]]:
    """Every ``ref`` in *value* with its ``url``."""
    if isinstance(value, dict):
        if "ref" in value:
            yield value["ref"], value["url"]
        for inner in value.values():
            yield from refs(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from refs(inner)


@pytest.mark.parametrize("name", FILES)
def test_every_key_is_told(rich: Edition, name: str) -> None:
    told = set(re.findall(r'`"?(\w+)"?`', TOLD)) | {"ar", "en"}
    found = set(keys(data(rich, name)))
    assert len(found) > 5
    assert found - told == set()


@pytest.mark.parametrize("name", FILES)
def test_the_envelope(rich: Edition, name: str) -> None:
    made = data(rich, name)
    kind = name.removesuffix(".json") if "/" not in name else "work"
    head = {key: made[key] for key in ("format", "format_version", "licence")}
    assert head == {"format": f"matn-{kind}", "format_version": 1, "licence": "CC-BY-4.0"}


@pytest.mark.parametrize("name", FILES)
def test_every_place_is_real(rich: Edition, name: str) -> None:
    for ref, url in refs(data(rich, name)):
        assert ref in anchors(rich)
        assert url == f"works/{ref.replace('#', '.html#')}"


def runs(of: Edition, length: int) -> set[str]:
    """Every run of *length* words in a paragraph of *of*, folded."""
    taken = [[word.folded for word in words(p.reading or "")] for item in of.works for p in item.paragraphs]
    return {" ".join(text[at : at + length]) for text in taken for at in range(len(text) - length + 1)}


def told(content: str | bytes) -> list[str]:
    """The words of a file of data, folded."""
    return [word.folded for word in words(json.dumps(json.loads(content), ensure_ascii=False))]


def common(of: Edition, length: int) -> list[tuple[str, str]]:
    """What data of *of* have in common with its paragraphs: file and run of words."""
    taken = runs(of, length)
    assert taken
    return [
        (path, run)
        for path, content in pages(of).items()
        if path.endswith(".json")
        for found in [told(content)]
        for run in {" ".join(found[at : at + length]) for at in range(len(found))} & taken
    ]


def test_no_file_holds_text_of_a_work(rich: Edition) -> None:
    assert common(rich, 4) == []


@pytest.mark.sources
def test_no_file_holds_text_of_the_real_works(sources: Path) -> None:
    """Titles and names in full are as long; what is longer would be text."""
    assert common(assemble(ROOT, sources), 12) == []


def test_ranges_are_of_the_reading_text(rich: Edition) -> None:
    (salma,) = (name for name in data(rich, "names.json")["names"] if name["id"] == "salma")
    place = salma["places"][0]
    start, end = place["at"][0]
    assert (place["ref"], place["in"]) == ("a-2021#p1", "reading")
    assert (rich.works[0].paragraphs[0].reading or "")[start:end] == "سلمى الوراق"


def test_shared_steps_cover_both_places(rich: Edition) -> None:
    (passage,) = data(rich, "shared.json")["passages"]
    for side in ("left", "right"):
        edges = [step[side] for step in passage["steps"]]
        assert [edges[0][0], edges[-1][1]] == passage[side]["at"]
    assert passage["words"] == 10


def test_references_as_csl(rich: Edition) -> None:
    listed = data(rich, "notes-csl.json")
    assert [item["id"] for item in listed] == ["a-2021#n1", "a-2021#n3", "a-2021#n4"]
    by_ref = {note["ref"]: note for note in data(rich, "notes.json")["notes"]}
    assert by_ref["a-2021#n1"]["csl"] == listed[0]
    assert "csl" not in by_ref["a-2021#n2"]
    assert by_ref["a-2021#n3"]["reference"]["opaque"] is True
    assert by_ref["a-2021#n5"]["repeats"] == "a-2021#n1"


def test_a_work_tells_summaries_and_their_freshness(whole: WorkEdition) -> None:
    made = data(Edition((whole,), "test"), "works/nahr-2021.json")
    by_id = {paragraph["id"]: paragraph for paragraph in made["paragraphs"]}
    assert by_id["p5"]["stale"] is True
    assert "stale" not in by_id["p4"]
    assert by_id["p12"]["no_summary"] == "the paragraph is in English"
    assert by_id["p5"]["notes"] == ["n1", "n2"]
    assert [stone["id"] for stone in made["retired"]] == ["p13", "p14"]


def test_the_same_files_without_the_texts(whole: WorkEdition, rich: Edition) -> None:
    poor = edition(whole, present=False)
    assert set(pages(poor)) == set(pages(rich))
    for name in ("chronology.json", "works.json"):
        assert pages(poor)[name] == pages(rich)[name]
    assert data(poor, "shared.json")["passages"] == []
    assert data(poor, "shared.json")["works_without_text"] == ["a-2021", "b-2020"]
    (salma,) = (name for name in data(poor, "names.json")["names"] if name["id"] == "salma")
    assert [(place["ref"], place["in"]) for place in salma["places"]] == [("a-2021#p1", "summary")]
