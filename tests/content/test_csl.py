"""References as CSL-JSON: by the rules of ``csl-data.json`` (CSL 1.0.2), with nothing added and nothing lost."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest

from matn.edition.bibliography import PrintedDate, Reference
from matn.edition.csl import bibliography, csl
from matn.edition.references import load_references

ROOT = Path(__file__).resolve().parents[2]
FULL = Reference(
    "n4",
    "present",
    "source",
    "fa",
    "فارس الخيام",
    "عنوان المقال",
    "جريدة",
    "2019-04-06",
    "2024-09",
    "ص 3",
    "https://short.example/a",
    opaque=True,
    calendar=PrintedDate("jalali", "17 فروردین 1398", "2019-04-06"),
    remark={"ar": "خبر", "en": "A report"},
)
TEXTS = {"id", "type", "title", "publisher", "page", "language", "URL", "note"}
"""The string variables of the schema that we use."""


def broken_rules(item: dict[str, Any]) -> list[str]:
    """What the schema would say against *item* (it allows no variable that it does not know)."""
    wrong = [key for key in item if key not in {*TEXTS, "author", "issued", "accessed", "custom"}]
    wrong += [key for key in TEXTS & item.keys() if not isinstance(item[key], str) or not item[key]]
    wrong += [key for key in ("id", "type") if key not in item]
    wrong += ["type"] * (item["type"] not in {"webpage", "document"})
    wrong += ["author" for author in item.get("author", ()) if set(author) != {"literal"} or not author["literal"]]
    for key in {"issued", "accessed"} & item.keys():
        (parts,) = item[key]["date-parts"]
        wrong += [key] * (set(item[key]) != {"date-parts"} or not 1 <= len(parts) <= 3)
        wrong += [key for part in parts if type(part) is not int]
    return wrong + ["custom"] * (not isinstance(item.get("custom", {}), dict))


def test_field_for_field() -> None:
    assert csl(FULL, "well-2024") == {
        "id": "well-2024#n4",
        "type": "webpage",
        "title": "عنوان المقال",
        "publisher": "جريدة",
        "page": "ص 3",
        "language": "fa",
        "author": [{"literal": "فارس الخيام"}],
        "issued": {"date-parts": [[2019, 4, 6]]},
        "accessed": {"date-parts": [[2024, 9]]},
        "URL": "https://short.example/a",
        "note": "A report",
        "custom": {"short-link": True},
    }
    assert broken_rules(csl(FULL)) == []


def test_what_is_not_known_is_left_out() -> None:
    assert csl(Reference("n1", "present", "source", "ar", title="ع")) == {
        "id": "n1",
        "type": "document",
        "title": "ع",
        "language": "ar",
    }


def test_the_date_may_come_from_another_calendar() -> None:
    calendar = PrintedDate("jalali", "10/2/1402", "2023-04-30")
    item = csl(Reference("n1", "present", "source", "fa", title="ع", calendar=calendar))
    assert item["issued"] == {"date-parts": [[2023, 4, 30]]}


def test_a_mended_address_is_linked_and_the_printed_one_kept() -> None:
    item = csl(Reference("n1", "present", "source", url_printed="x/ https://a.example/", url="https://a.example/x"))
    assert item["URL"] == "https://a.example/x"
    assert item["custom"] == {"url-printed": "x/ https://a.example/"}


def test_a_broken_address_is_no_link() -> None:
    item = csl(Reference("n1", "present", "source", url_printed="/only/a/path"))
    assert "URL" not in item
    assert (item["type"], item["custom"]) == ("document", {"url-printed": "/only/a/path"})


def test_only_sources_are_references() -> None:
    kinds = [Reference(f"n{at}", "present", kind) for at, kind in enumerate(("source", "comment", "ibid", ""), 1)]
    assert [item["id"] for item in bibliography(kinds)] == ["n1"]


@pytest.mark.parametrize("path", sorted(ROOT.glob("docs/works/*/notes.yaml")), ids=lambda path: path.parent.name)
def test_the_notes_of_the_edition(path: Path) -> None:
    references = load_references(path.parent)
    items = bibliography(references, path.parent.name)
    assert len(items) == sum(reference.kind == "source" for reference in references)
    assert len({item["id"] for item in items}) == len(items)
    for item in items:
        assert broken_rules(item) == [], item["id"]
        assert re.fullmatch(r"https?://\S+", str(item.get("URL", "http://x")))
    assert json.loads(json.dumps(items, ensure_ascii=False)) == items
