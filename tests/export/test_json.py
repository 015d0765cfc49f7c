"""JSON of a work: as its schema says, with everything in it."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given, settings
from jsonschema import Draft202012Validator

from matn.edition.model import WorkEdition
from matn.export.json_work import schema, work_json

from .conftest import CASES
from .made import works as made_works

VALIDATOR = Draft202012Validator(schema())


def read(item: WorkEdition) -> dict[str, Any]:
    return dict(json.loads(work_json(item, "1.2.3")))


def test_the_schema_is_one() -> None:
    Draft202012Validator.check_schema(schema())


def described(part: object) -> bool:
    """Whether an object of the schema describes each of its keys by words, a list of values or a definition."""
    properties = part.get("properties", {}) if isinstance(part, dict) else {}
    return all(
        {"description", "enum", "const", "$ref", "anyOf", "items", "pattern", "type"} & set(p)
        for p in properties.values()
    )


def test_the_schema_says_what_keys_mean() -> None:
    assert all(described(part) for part in (schema(), *schema()["$defs"].values()))


@pytest.mark.parametrize(("work", "whole"), CASES)
def test_works_are_as_the_schema_says(works: Callable[[str, bool], WorkEdition], work: str, whole: bool) -> None:
    item = works(work, whole)
    data = read(item)
    assert [error.message for error in VALIDATOR.iter_errors(data)] == []
    assert data["has_text"] is whole
    assert [p["reading"] for p in data["paragraphs"]] == [p.reading for p in item.paragraphs]
    assert [p["repaired"] for p in data["paragraphs"]] == [p.repaired for p in item.paragraphs]
    assert [n["reading"] for n in data["notes"]] == [n.text for n in item.notes]
    assert work_json(item, "1.2.3") == work_json(item, "1.2.3")


@pytest.mark.parametrize("work", ["specimen"])
def test_received_text_follows_from_the_alterations(works: Callable[[str, bool], WorkEdition], work: str) -> None:
    for paragraph in read(works(work, True))["paragraphs"]:
        done, at = "", 0
        for each in (each for each in paragraph["alterations"] if each["kind"] != "gap"):
            done += paragraph["reading"][at : each["start"]] + each["received"]
            at = each["end"]
        assert done + paragraph["reading"][at:] == paragraph["received"]


@settings(max_examples=60, deadline=None)
@given(made_works())
def test_anything_comes_back_from_json(item: WorkEdition) -> None:
    data = read(item)
    assert [p["reading"] for p in data["paragraphs"]] == [p.reading for p in item.paragraphs]
    assert [p["received"] for p in data["paragraphs"]] == [p.received for p in item.paragraphs]


@pytest.mark.parametrize(
    ("key", "value"), [("format", "x"), ("has_text", True), ("paragraphs", None), ("account", {}), ("more", 1)]
)
def test_the_schema_refuses(works: Callable[[str, bool], WorkEdition], key: str, value: object) -> None:
    data = read(works("taie-2020", False)) | {key: value}
    assert not VALIDATOR.is_valid(data)
