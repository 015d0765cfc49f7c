"""The engine through its worker: what is found, in what order, and what it says when it finds nothing."""

from __future__ import annotations

import json
import re
import subprocess
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest
import yaml
from tests.conftest import ROOT

from matn.edition.model import Edition, Note, NoteMarker, Paragraph, SourcePin, Summary, Work, WorkEdition
from matn.edition.names import Kind, Name
from matn.site.search import published
from matn.structure.model import BlockKind

HERE = Path(__file__).parent
RAW: Mapping[str, Any] = yaml.safe_load((HERE / "engine.yaml").read_text("utf-8"))
SETUP, READY, QUERY, RESULT = range(4)
CASES = [(name, case) for name, cases in RAW["cases"].items() for case in cases]


def edition() -> Edition:
    """The works of ``engine.yaml``."""
    names = tuple(
        Name(each["en"], Kind.PERSON, each["ar"], each["en"], {"ar": "", "en": ""}, tuple(each["variants"]))
        for each in RAW["names"]
    )
    return Edition(tuple(_work(id, raw) for id, raw in RAW["works"].items()), "test", names)


def _work(id: str, raw: Mapping[str, Any]) -> WorkEdition:
    given = {key: raw[key] for key in ("title", "author", "date")}
    work = Work(id, None, publisher={}, source=SourcePin("ab" * 32, "text", 9), **given)  # type: ignore[arg-type]
    notes = tuple(
        Note(note, note[1:], "present", text=text, paragraphs=(key,))
        for key, each in raw["paragraphs"].items()
        for note, text in each.get("notes", {}).items()
    )
    summaries = {key: Summary(key, each["en"], "") for key, each in raw["paragraphs"].items()}
    return WorkEdition(work, tuple(_paragraphs(raw["paragraphs"])), notes, summaries=summaries)


def _paragraphs(raw: Mapping[str, Any]) -> Iterator[Paragraph]:
    for key, each in raw.items():
        kind = BlockKind.HEADING if "head" in each else BlockKind.PARAGRAPH
        markers = tuple(NoteMarker(note, note[1:], 0) for note in each.get("notes", {}))
        yield Paragraph(key, kind, each.get("head", 0), reading=each.get("ar"), markers=markers)


Asking = Callable[..., list[dict[str, Any]]]


@pytest.fixture(scope="module")
def ask(node: str, tmp_path_factory: pytest.TempPathFactory) -> Asking:
    """Send messages to a fresh worker."""
    folder = tmp_path_factory.mktemp("files")
    for path, content in published(edition(), ROOT).files.items():
        (folder / Path(path).name).write_text(content, "utf-8")

    def send(*messages: object) -> list[dict[str, Any]]:
        done = subprocess.run(
            [node, str(HERE / "ask.js"), str(folder)],
            input=json.dumps(messages), capture_output=True, text=True, check=False, timeout=60,
        )  # fmt: skip
        assert done.returncode == 0, done.stderr
        return list(json.loads(done.stdout))

    return send


def setup(language: str = "ar") -> dict[str, object]:
    return {"type": SETUP, "data": {"config": {"language": language}, "docs": [], "options": {"suggest": True}}}


def query(text: str, **more: object) -> dict[str, object]:
    return {"type": QUERY, "data": text, "open": list(RAW["works"]), **more}


def hits(answer: Mapping[str, Any]) -> list[str]:
    """The addresses of the results of all works, best first."""
    found = [item for items in answer["data"]["items"] for item in items[:-1]]
    return [f"{item['work']}#{item['id']}" for item in sorted(found, key=lambda item: -item["score"])]


@pytest.fixture(scope="module")
def answers(ask: Asking) -> list[dict[str, Any]]:
    return ask(setup(), *(query(case["ask"]) for _, case in CASES))[1:]


@pytest.mark.parametrize("number", range(len(CASES)), ids=[f"{name}: {case['ask']}" for name, case in CASES])
def test_query(number: int, answers: list[dict[str, Any]]) -> None:
    case, answer = CASES[number][1], answers[number]
    found, (first, last) = hits(answer), case.get("any", (0, 0))
    assert answer["data"]["kind"] == case.get("kind", "found")
    assert sorted(found) == sorted(case["hits"])
    for part in (slice(0, first), slice(last, None)):
        assert found[part] == case["hits"][part]


def test_strict_search_finds_what_is_there_and_nothing_else(ask: Asking) -> None:
    given = ask(setup(), *(query(case["ask"], strict=True) for case in RAW["strict"]))[1:]
    assert [hits(answer) for answer in given] == [case["hits"] for case in RAW["strict"]]


def test_results_have_the_shape_of_the_themes_own(ask: Asking) -> None:
    ready, answer = ask(
        {"type": SETUP, "data": {"config": {"lang": ["ar"], "separator": "x"}, "docs": []}}, query("الجسر")
    )
    assert ready["type"] == READY
    assert answer["type"] == RESULT
    (items,) = answer["data"]["items"]
    for item in items:
        assert {"location", "title", "text", "score", "terms"} <= item.keys()
    hit, article = items
    assert (hit["location"], article["location"]) == ("works/nahr-2021.html#p5", "works/nahr-2021.html")
    assert (hit["title"], hit["terms"]) == ("¶ 5 · ثانيًا: المصب", {"الجسر": True})
    assert article["score"] < hit["score"]


def test_files_are_loaded_when_they_are_needed(ask: Asking) -> None:
    given = ask(setup(), query(""), query("السمك"), query("بيت"))
    names = [[re.sub(r"-[0-9a-f]{10}\.js|\.js\?.*", "", name) for name in answer["loaded"]] for answer in given]
    indexes = ["nahr-2021-index", "bahr-1999-index", "darb-2010-index"]
    assert names == [["manifest.js"], [], ["minisearch", *indexes, "bahr-1999-texts"], ["nahr-2021-texts"]]


def test_an_excerpt_shows_the_language_that_matched_with_its_words_marked(ask: Asking) -> None:
    _, arabic, english, note, name = ask(setup(), *map(query, ("الجسر", "bridges", "كتاب", "Qasem")))
    first = [answer["data"]["items"][0][0] for answer in (arabic, english, note)]
    assert [(item["where"], item["language"]) for item in first] == [("text", "ar"), ("gist", "en"), ("notes", "ar")]
    assert "<mark>الجسور</mark>، ولا عن <mark>الجسر</mark>" in first[0]["text"]
    assert first[1]["text"] == "Nobody is responsible for mending <mark>bridges</mark> &lt;b&gt;."
    assert (first[2]["text"], first[2]["location"]) == ("<mark>كتاب</mark> الحجارة، ص 12", "works/nahr-2021.html#n1")
    said = {item["id"]: item["text"] for item in name["data"]["items"][0][:-1]}
    assert "<mark>Qasim</mark>" in said["p3"] or "<mark>قاسم</mark>" in said["p3"]
    assert said["p6"] == "<mark>Qasim</mark> al-Najjar" or said["p6"] == "<mark>قاسم</mark> النجار"


def test_the_interface_has_its_language(ask: Asking) -> None:
    _, answer = ask(setup("en"), query("الجسر"))
    hit, article = answer["data"]["items"][0]
    assert hit["head"] == {"text": "The mouth", "language": "en"}
    assert article["label"] == {"title": "The River and Its People", "author": "Salma al-Warraq", "year": "2021"}


def test_works_that_are_chosen_hide_the_others_but_all_are_counted(ask: Asking) -> None:
    _, answer = ask(setup(), query("بيت", works=["bahr-1999"]))
    assert hits(answer) == ["bahr-1999#p1"]
    assert answer["data"]["counts"] == {"nahr-2021": 3, "bahr-1999": 1}


def test_of_a_work_that_is_not_unfolded_the_best_are_shown(ask: Asking) -> None:
    _, answer = ask(setup(), {"type": QUERY, "data": "work:nahr-2021"})
    (items,) = answer["data"]["items"]
    assert [item["id"] for item in items[:-1]] == ["p1", "p2", "p3", "p4"]
    assert (items[-1]["size"], answer["data"]["total"]) == (6, 6)


def test_suggestions_complete_the_last_word(ask: Asking) -> None:
    _, one, two, done = ask(setup(), query("بيت الجس"), query("moun"), query("بيت "))
    assert one["data"]["suggest"] == ["بيت الجسر", "بيت الجسور"]
    assert two["data"]["suggest"] == ["mountain"]
    assert done["data"]["suggest"] == []


def test_near_spellings_say_what_was_meant(ask: Asking) -> None:
    _, answer = ask(setup(), query("السكم"))
    assert answer["data"]["spelling"] == [{"from": "السكم", "to": "السمك"}]


def test_who_finds_little_is_asked_for_the_word_that_many_have(ask: Asking) -> None:
    _, little, exact = ask(setup(), query("walling"), query("wall"))
    assert (hits(little), hits(exact)) == (["darb-2010#p1"], ["darb-2010#p1"])
    assert little["data"]["hint"] == {"from": "walling", "to": "walking", "text": "walking"}
    assert exact["data"]["hint"] is None


def test_what_goes_wrong_is_told_and_the_next_question_answered(ask: Asking) -> None:
    failed, ready, answer = ask(query("بيت"), setup(), query("بيت"))
    assert failed["data"]["kind"] == "failed"
    assert (ready["type"], len(hits(answer))) == (READY, 4)
