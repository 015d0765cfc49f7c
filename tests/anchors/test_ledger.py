"""``anchors.yaml``: what is written is read again, differences are small, mistakes are told at their line."""

from __future__ import annotations

from pathlib import Path
from random import Random

import pytest
import yaml
from tests.anchors.composing import blocks, document

from matn.edition.anchors import (
    BlockText,
    Ledger,
    NoteText,
    accept,
    dump_ledger,
    ledger_text,
    load_ledger,
    match,
    mint,
    parse_decision,
)
from matn.errors import BadInputError

TEXTS = [
    BlockText("title", 0, "حكايات الميناء"),
    BlockText("heading", 1, "مقدمة"),
    BlockText("paragraph", 0, "كان الميناء القديم يستقبل السفن الشراعية من كل صوب، قبل أن تطمر الرمال مدخله."),
    BlockText("list-item", 1, "* * *"),
]
NOTES = [NoteText("*", (0,)), NoteText("1", (2,), "مذكرات ربان"), NoteText("٢", ())]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "anchors.yaml"


def grown() -> Ledger:
    """A ledger with an entry in every state."""
    ledger = mint(TEXTS, NOTES)
    words = TEXTS[2].text.split()
    parts = [BlockText("paragraph", 0, " ".join(half)) for half in (words[:7], words[7:])]
    decided = [parse_decision('p4=withdrawn: an ornament: "stars", not text'), parse_decision("p1+p2=t1")]
    now = [BlockText("title", 0, "حكايات الميناء مقدمة"), *parts]
    return accept(ledger, match(ledger, now, [NoteText("*", (0,))]), decided)


@pytest.mark.parametrize(
    "ledger", [Ledger(), mint(TEXTS), mint(TEXTS, NOTES), grown()], ids=["none", "new", "notes", "all"]
)
def test_read_as_written(path: Path, ledger: Ledger) -> None:
    dump_ledger(ledger, path)
    assert load_ledger(path) == ledger
    before = path.read_bytes()
    dump_ledger(load_ledger(path), path)
    assert path.read_bytes() == before


def test_composed_ledgers_are_read_as_written(path: Path) -> None:
    ledger = mint(blocks(document(Random("ledger"), 120)))
    dump_ledger(ledger, path)
    assert load_ledger(path) == ledger


def test_any_yaml_reader_sees_the_same(path: Path) -> None:
    dump_ledger(grown(), path)
    found = yaml.safe_load(path.read_text("utf-8"))
    assert [row["id"] for row in found["paragraphs"]] == [entry.id for entry in grown().entries]
    assert all(isinstance(version, str) for row in found["paragraphs"] for version in row["versions"])
    assert all(isinstance(row["sketch"], str) for row in found["paragraphs"])


def test_no_text_of_the_source() -> None:
    written = ledger_text(mint(TEXTS))
    assert not any("\u0600" <= char <= "\u06ff" for char in written)
    assert written.startswith("# Written by `matn anchors`")


def test_two_lines_an_entry_and_only_what_changed_differs() -> None:
    old = mint(TEXTS)
    now = [*TEXTS[:2], BlockText("paragraph", 0, TEXTS[2].text.replace("الشراعية", "الصغيرة")), TEXTS[3]]
    before, after = ledger_text(old).splitlines(), ledger_text(accept(old, match(old, now))).splitlines()
    assert len(before) == len(after)
    assert [at for at, (left, right) in enumerate(zip(before, after, strict=True)) if left != right] == [9, 10]


def test_a_failed_write_leaves_the_old_file(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    dump_ledger(mint(TEXTS), path)
    before = path.read_bytes()

    def fail(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", fail)
    with pytest.raises(BadInputError, match="cannot be written: No space left"):
        dump_ledger(Ledger(), path)
    assert path.read_bytes() == before
    assert list(path.parent.iterdir()) == [path]


ENTRY = '- {id: p1, kind: paragraph, state: live, versions: ["a1b2c3"], length: 5, sketch: "00010002"}'
OTHER = ENTRY.replace("p1", "p2")


@pytest.mark.parametrize(
    ("lines", "line", "message"),
    [
        ([], 1, "expected a ledger of paragraph ids, found an empty file"),
        (["scheme: 2", "paragraphs: []"], 1, "expected 1"),
        (["scheme: 1"], 1, "missing: paragraphs"),
        (["scheme: 1", "paragraphs:", ENTRY, OTHER.replace("kind: paragraph, ", "")], 4, "missing: kind"),
        (["scheme: 1", "paragraphs:", ENTRY.replace("state: live", "state: alive")], 3, "found 'alive'"),
        (["scheme: 1", "paragraphs:", ENTRY.replace("a1b2c3", "a1b2")], 3, "a content hash of 6 hex digits"),
        (["scheme: 1", "paragraphs:", ENTRY.replace("00010002", "0001000")], 3, "hashes of four hex digits"),
        (["scheme: 1", "paragraphs:", ENTRY.replace("00010002", "00020001")], 3, "not in rising order"),
        (["scheme: 1", "paragraphs:", ENTRY.replace("length: 5", "length: -5")], 3, "expected a whole number"),
        (["scheme: 1", "paragraphs:", ENTRY.replace("kind", "knid")], 3, "unknown key knid"),
        (["scheme: 1", "paragraphs:", ENTRY.replace("p1", "12")], 3, "expected a paragraph id such as p12 or p12a"),
        (["scheme: 1", "paragraphs:", ENTRY, ENTRY], 4, "id p1 stands twice, first in line 3"),
        (["scheme: 1", "paragraphs:", ENTRY.replace('["a1b2c3"]', "[]")], 3, "p1 has no version"),
        (["scheme: 1", "paragraphs:", ENTRY.replace("live", "split")], 3, "p1 is split and needs successors"),
        (
            ["scheme: 1", "paragraphs:", ENTRY.replace("live", "live, successors: [p2]"), OTHER],
            3,
            "p1 is live and must not have successors",
        ),
        (
            ["scheme: 1", "paragraphs:", ENTRY.replace("live", "merged, successors: [p7]")],
            3,
            "names the successor p7, which is not in the ledger",
        ),
        (
            [
                "scheme: 1",
                "paragraphs:",
                ENTRY.replace("live", "merged, successors: [p2]"),
                OTHER.replace("live", "merged, successors: [p1]"),
            ],
            3,
            "lead back to it",
        ),
        (
            ["scheme: 1", "paragraphs:", ENTRY, "notes:", '- {id: n1, label: "1", paragraphs: [p4]}'],
            5,
            "note n1 names p4, which is not in the ledger",
        ),
        (["scheme: 1", "paragraphs: [", ENTRY], 3, "not valid YAML"),
    ],
    ids=lambda value: value.split(",")[0][:30] if isinstance(value, str) else None,
)
def test_mistakes_are_told_at_their_line(path: Path, lines: list[str], line: int, message: str) -> None:
    path.write_text("\n".join(lines), encoding="utf-8")
    with pytest.raises(BadInputError) as caught:
        load_ledger(path)
    assert message in str(caught.value)
    assert f"{path}:{line}: " in str(caught.value)


def test_absent_file(path: Path) -> None:
    with pytest.raises(BadInputError, match="cannot be read"):
        load_ledger(path)
