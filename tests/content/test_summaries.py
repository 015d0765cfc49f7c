"""Summaries held to their paragraphs: what they state, whom they name, how long they are, what they were made from."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import yaml

from matn.edition.anchors.fingerprint import content_hash
from matn.edition.checks.summaries import count

from .composing import WORK, messages, name, subject, told, unpinned

HERE = Path(__file__).parent
NAMES = (
    name("baghdad", "بغداد", "Baghdad"),
    name("iraq", "العراق", "Iraq"),
    name("syria", "سوريا", "Syria"),
    name("israel", "إسرائيل", "Israel"),
    name("kirkuk", "كركوك", "Kirkuk"),
    name("mosul", "الموصل", "Mosul"),
    name("embassy", "السفارة البريطانية في بغداد", "British embassy in Baghdad", "organisation"),
    name("sadr", "مقتدى الصدر", "Muqtada al-Sadr", "person", en_variants=["al-Sadr"]),
    name("salma", "سلمى ناصر", "Salma Nasser", "person", en_variants=["Nasser"]),
    name("nasser-ali", "ناصر العلي", "Nasser al-Ali", "person", en_variants=["Ali"]),
    name("hasan-ali", "حسن العلي", "Hasan al-Ali", "person", en_variants=["Ali"]),
)


def cases(file: str) -> list[Any]:
    rows = yaml.safe_load((HERE / file).read_text(encoding="utf-8"))
    return [pytest.param(row, id=row["label"]) for row in rows]


@pytest.mark.parametrize("case", cases("facts.yaml"))
def test_facts(case: dict[str, Any]) -> None:
    made = subject({"p1": case["ar"]}, {"p1": case["en"]})
    assert told(made, "E605", "E606", "E610") == [f"{code} p1" for code in case["found"]]


@pytest.mark.parametrize("case", cases("names.yaml"))
def test_names(case: dict[str, Any]) -> None:
    texts = {"p1": case.get("before", "كلام."), "p2": case.get("heading", "كلام"), "p3": case["ar"]}
    made = subject(texts, {"p3": case["en"]}, NAMES, {"p2": "heading"})
    assert told(made, "E607", "W608", "E609") == [f"{code} p3" for code in case["found"]]


def test_a_summary_missing_and_one_left_over() -> None:
    made = subject({"p1": "أول.", "p2": "ثان."}, {"p1": "One.", "p9": "Nine."})
    assert told(made, "E602") == ["E602 p2"]
    assert [message.rpartition(". ")[2] for message in messages(made, "E603")] == ["p9 (never published)"]


def test_no_summaries_at_all_is_one_finding() -> None:
    assert told(subject({"p1": "أول.", "p2": "ثان."}), "E602") == ["E602 well-2024/summaries.md"]


def test_a_reason_is_a_summary_too() -> None:
    made = subject({"p1": "أول."}, {"p1": ""})
    stated = {"p1": replace(made.summaries["p1"], reason="a byline")}
    assert told(replace(made, summaries=stated), "E602", "E604") == []


def test_a_stale_summary_and_one_not_pinned() -> None:
    made = subject({"p1": "أول."}, {"p1": "One."})
    assert told(made, "E604") == []
    assert messages(unpinned(made, "abcdef"), "E604")[0].endswith(f"expected ~{content_hash('أول.')}, found ~abcdef")
    assert messages(unpinned(made, ""), "E604")[0].endswith("found no hash")


def test_without_the_text_only_the_hash_is_checked() -> None:
    made = subject({"p1": "عاد 5 جنود."}, {"p1": "In 1999, 77 soldiers came to Baghdad."}, NAMES)
    assert told(made, "E604", "E605", "E606", "E607") == ["E605 p1", "E606 p1", "E607 p1"]
    bare = replace(made, paragraphs=tuple(replace(p, reading=None) for p in made.paragraphs))
    assert told(bare, "E604", "E605", "E606", "E607") == []
    assert told(unpinned(bare, "abcdef"), "E604") == ["E604 p1"]


@pytest.mark.parametrize("kind", ["title", "heading", "caption"])
def test_a_translated_heading_may_be_long(kind: str) -> None:
    long = "What remained of the water in the well after the hot summer of that year"
    assert told(subject({"p1": "ما بقي"}, {"p1": long}, kinds={"p1": kind}), "E610") == []
    assert told(subject({"p1": "ما بقي"}, {"p1": long}), "E610") == ["E610 p1"]


def test_a_label_counts_with_its_paragraph() -> None:
    made = subject({"p1": "عاد الجنود."}, {"p1": "7. The soldiers came back."})
    assert told(made, "E605") == ["E605 p1"]
    labelled = tuple(replace(p, label="7.") for p in made.paragraphs)
    assert told(replace(made, paragraphs=labelled), "E605") == []


def test_the_order_of_summaries() -> None:
    texts = {"p1": "أول.", "p2": "ثان.", "p3": "ثالث."}
    assert told(subject(texts, {"p1": "One.", "p2": "Two.", "p3": "Three."}), "W611") == []
    assert len(told(subject(texts, {"p1": "One.", "p3": "Three.", "p2": "Two."}), "W611")) == 1


def test_words_are_counted_without_loose_signs() -> None:
    assert count("The well – so they say – is dry.") == 7
    assert count("بئر ، ماء « 5 »") == 3


@pytest.mark.parametrize(("words", "found"), [(119, 1), (120, 0), (180, 0), (181, 1)])
def test_the_length_of_abstracts(words: int, found: int) -> None:
    work = replace(WORK, abstract={"ar": " ".join(["ماء"] * words), "en": " ".join(["water"] * 150)})
    made = replace(subject({"p1": "أول."}), work=work)
    assert len(told(made, "E632")) == found
    assert told(made, "E631") == []
    assert len(told(replace(made, work=WORK), "E631")) == 1
