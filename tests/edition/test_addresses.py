"""An address in notes.yaml stands whole or in two parts, which are joined."""

from __future__ import annotations

from pathlib import Path

import pytest

from matn.edition.references import NOTES_FILE, address, check_references, load_references
from matn.errors import BadInputError

ENTRY = "- {{id: n1, status: present, kind: source, language: en, {rest}}}\n"
WHOLE = "https://example.org/reports/a-long-address-of-many-words"
PARTS = "{site: https://example.org/reports/, page: a-long-address-of-many-words}"


def written(folder: Path, rest: str) -> Path:
    """Write a notes file with one note and return its *folder*."""
    (folder / NOTES_FILE).write_text(ENTRY.format(rest=rest), encoding="utf-8")
    return folder


@pytest.mark.parametrize("key", ["url", "url_printed"])
def test_parts_are_joined(tmp_path: Path, key: str) -> None:
    rest = f"title: A report, url_evidence: as printed, {key}: "
    (in_parts,) = load_references(written(tmp_path, rest + PARTS))
    (whole,) = load_references(written(tmp_path, rest + WHOLE))
    assert in_parts == whole
    assert getattr(in_parts, key) == address(in_parts) == WHOLE


@pytest.mark.parametrize(
    ("parts", "told"),
    [
        ("{site: https://example.org/reports, page: x}", "ends with /"),
        ("{site: example.org/, page: x}", "begins with http"),
        ("{site: https://example.org/, page: x y}", "without blanks"),
        ("{site: https://example.org/}", "missing: page"),
        ("{site: https://example.org/, path: x}", "unknown key path"),
    ],
)
def test_parts_that_make_no_address_are_told_at_their_line(tmp_path: Path, parts: str, told: str) -> None:
    _, problems = check_references(written(tmp_path, f"url_printed: {parts}"))
    assert any(told in problem.message and problem.line == 1 for problem in problems)


def test_a_wrong_part_stops_the_reading(tmp_path: Path) -> None:
    with pytest.raises(BadInputError, match="ends with /"):
        load_references(written(tmp_path, "url: {site: https://example.org, page: x}"))
