"""BibTeX, RIS and CSL-JSON, read back by programs of others."""

from __future__ import annotations

import json
from typing import Any

import bibtexparser
import pytest
import rispy

from matn.export.cite import LANGUAGES, Item, Of, cite, csl_item
from matn.export.cite.bibtex import escaped

from .make import ADDRESS, ROOT, SITE, edition, real

WORKS = sorted(path.parent.name for path in ROOT.glob("docs/works/*/work.yaml"))
EVERY = [(name, language, of) for name in WORKS for language in LANGUAGES for of in Of]
HARD = "50 % of A&B_C #1 {x} ~ ^ $5 \\cite"
VARIABLES = {
    "texts": {
        *("id", "type", "title", "container-title", "collection-title", "edition", "publisher", "volume", "issue"),
        *("page", "URL", "language", "note", "original-publisher", "original-title"),
    },
    "names": {"author", "editor"},
    "dates": {"issued", "original-date"},
}
"""The variables of ``csl-data.json`` that we use, by what the schema says of them."""


def read_bibtex(text: str) -> tuple[str, str, dict[str, str]]:
    """Type, key and fields of the one entry, by bibtexparser."""
    library = bibtexparser.parse_string(text)
    assert library.failed_blocks == []
    (entry,) = library.entries
    assert len(library.blocks) == 1
    return entry.entry_type, entry.key, {field.key: field.value for field in entry.fields}


def read_ris(text: str) -> dict[str, Any]:
    """The one record, by rispy."""
    (record,) = rispy.loads(text)
    assert "unknown_tag" not in record
    return dict(record)


def broken_rules(item: Item) -> list[str]:
    """What the schema would say against *item* (it allows no variable that it does not know)."""
    wrong = [key for key in item if key not in {"custom"}.union(*VARIABLES.values())]
    wrong += [key for key in VARIABLES["texts"] & item.keys() if not isinstance(item[key], str) or not item[key]]
    for key in VARIABLES["names"] & item.keys():
        wrong += [key for name in item[key] if set(name) not in ({"literal"}, {"family", "given"})]
    for key in VARIABLES["dates"] & item.keys():
        (parts,) = item[key]["date-parts"]
        wrong += [key] * (not 1 <= len(parts) <= 3) + [key for part in parts if type(part) is not int]
    return wrong + ["type"] * (item["type"] not in {"chapter", "article-journal", "report", "document"})


@pytest.mark.parametrize(("name", "language", "of"), EVERY)
def test_csl_json_is_as_the_schema_wants_it(name: str, language: str, of: Of) -> None:
    (item,) = json.loads(cite(real(name), None, "csl-json", language, SITE, of))
    assert broken_rules(item) == []
    assert item == csl_item(real(name), None, language, SITE, of)


def test_csl_json_of_a_paragraph() -> None:
    text = cite(edition(), "p2", "csl-json", "ar", SITE)
    assert "بئر القرية" in text  # letters, not escapes
    (item,) = json.loads(text)
    assert item == {
        "id": "well-2024#p2",
        "type": "chapter",
        "title": "بئر القرية",
        "author": [{"family": "ناصر", "given": "سلمى"}],
        "container-title": "متن",
        "editor": [{"literal": "فريق متن"}],
        "edition": "الإصدار 1.2.0",
        "publisher": "مشروع متن",
        "issued": {"date-parts": [[2030, 3]]},
        "original-date": {"date-parts": [[2024, 5]]},
        "original-publisher": "دار الضفة",
        "URL": f"{ADDRESS}works/well-2024.html?v=a00002#p2",
        "language": "ar",
        "note": "¶ 2 ~a00002",
    }


def test_a_supplied_date_is_said_to_be_supplied() -> None:
    item = csl_item(edition(date_evidence={"ar": "من النص", "en": "by the text"}), "p2", "en", SITE)
    assert item["custom"] == {"supplied": "original-date"}
    assert item["note"] == "¶ 2 ~a00002. Date of the paper, [2024-05], supplied by the editors"
    assert item["original-date"] == {"date-parts": [[2024, 5]]}


@pytest.mark.parametrize(("name", "language", "of"), EVERY)
def test_bibtex_is_read_back(name: str, language: str, of: Of) -> None:
    item = csl_item(real(name), None, language, SITE, of)
    kind, key, fields = read_bibtex(cite(real(name), None, "bibtex", language, SITE, of))
    assert kind in {"incollection", "article", "techreport", "misc"}
    assert key.isascii()
    assert fields["title"] == "{" + escaped(item["title"]) + "}"
    assert fields["langid"] == {"ar": "arabic", "en": "english"}[language]
    assert fields["language"] == "arabic"
    assert fields["year"].strip("[]") == str(item["issued"]["date-parts"][0][0])
    assert fields.get("url", "") == item.get("URL", "")


def test_bibtex_of_a_paragraph() -> None:
    kind, key, fields = read_bibtex(cite(edition(), "p2", "bibtex", "en", SITE))
    assert (kind, key) == ("incollection", "well-2024-p2")
    assert fields == {
        "author": "Nasser, Salma",
        "editor": "{Matn editors}",
        "title": "{The Village Well}",
        "booktitle": "{Matn}",
        "origtitle": "{بئر القرية}",
        "edition": "version 1.2.0",
        "origpublisher": "Riverbank House",
        "publisher": "The Matn project",
        "year": "2030",
        "month": "mar",
        "origdate": "2024-05",
        "url": f"{ADDRESS}en/works/well-2024.html?v=a00002#p2",
        "language": "arabic",
        "langid": "english",
        "note": r"¶ 2 \textasciitilde{}a00002",
    }


def test_nothing_in_a_title_is_a_command_to_tex() -> None:
    _, _, fields = read_bibtex(cite(edition(title={"ar": "أ", "en": HARD}), None, "bibtex", "en", SITE))
    told = r"50 \% of A\&B\_C \#1 \{x\} \textasciitilde{} \textasciicircum{} \$5 \textbackslash{}cite"
    assert fields["title"] == "{" + told + "}"


@pytest.mark.parametrize(("name", "language", "of"), EVERY)
def test_ris_is_read_back(name: str, language: str, of: Of) -> None:
    item = csl_item(real(name), None, language, SITE, of)
    text = cite(real(name), None, "ris", language, SITE, of)
    assert all(line.endswith("\r\n") for line in text.splitlines(keepends=True))
    record = read_ris(text)
    assert record["title"] == item["title"]
    assert record["year"] == str(item["issued"]["date-parts"][0][0])
    assert record["language"] == "ar"
    assert record.get("urls", [""]) == [item.get("URL", "")]


def test_ris_of_a_paragraph() -> None:
    assert read_ris(cite(edition(), "p2", "ris", "en", SITE)) == {
        "type_of_reference": "CHAP",
        "id": "well-2024-p2",
        "authors": ["Nasser, Salma"],
        "secondary_authors": ["Matn editors"],
        "title": "The Village Well",
        "secondary_title": "Matn",
        "edition": "version 1.2.0",
        "publisher": "The Matn project",
        "urls": [f"{ADDRESS}en/works/well-2024.html?v=a00002#p2"],
        "language": "ar",
        "notes": ["¶ 2 ~a00002"],
        "year": "2030",
        "date": "2030/03//",
        "original_publication": "بئر القرية, Riverbank House, 2024-05",
    }


def test_a_journal_has_volume_and_issue() -> None:
    paper = edition(container={"ar": "مجلة", "en": "Journal"}, issue="8 (20)", pages="3–9")
    item = csl_item(paper, None, "en", SITE, Of.PAPER)
    assert (item["type"], item["volume"], item["issue"], item["page"]) == ("article-journal", "8", "20", "3–9")
    kind, _, fields = read_bibtex(cite(paper, None, "bibtex", "en", SITE, Of.PAPER))
    assert (kind, fields["journal"], fields["volume"], fields["number"]) == ("article", "{Journal}", "8", "20")
    odd = csl_item(edition(container={"ar": "مجلة", "en": "Journal"}, issue="شتاء"), None, "ar", SITE, Of.PAPER)
    assert "volume" not in odd
    assert odd["issue"] == "شتاء"
