"""`matn anchors --accept` says in the ledger what changed, as long as the wording before can be had."""

from __future__ import annotations

import shutil

from tests.cli.conftest import Matn
from tests.edition.small import Small

from matn.edition.anchors import Entry, load_ledger

EMENDATION = """\
- at: p3
  sic: القديم
  corr: العتيق
  kind: letters
  why: كذا في الأصل
  certainty: certain
  who: المحرر
"""


def entry(edition: Small) -> Entry:
    """What the ledger has of p3."""
    return load_ledger(edition.work / "anchors.yaml").by_id["p3"]


def accept(matn: Matn, edition: Small, emendations: str) -> Entry:
    (edition.work / "emendations.yaml").write_text(emendations, encoding="utf-8")
    assert matn("anchors", "--accept").code == 0
    assert matn("anchors", "--check").code == 0
    return entry(edition)


def test_a_correction_is_recorded_and_its_withdrawal_too(matn: Matn, edition: Small) -> None:
    first = entry(edition).versions
    mended = accept(matn, edition, EMENDATION)
    assert mended.versions == (*first, mended.versions[-1])
    assert [(change.before, change.after) for change in mended.changes] == [mended.versions]
    (words,) = mended.changes[0].words
    assert "القديم" in words[0]
    assert "العتيق" in words[1]
    undone = accept(matn, edition, "[]\n")
    assert undone.versions == (*first, mended.versions[-1], *first)
    assert undone.changes[1].words == (words[::-1],)


def test_another_machine_finds_the_wording_without_the_correction(matn: Matn, edition: Small) -> None:
    shutil.rmtree(edition.root / ".cache")
    assert len(accept(matn, edition, EMENDATION).changes) == 1


def test_what_cannot_be_known_is_not_made_up(matn: Matn, edition: Small) -> None:
    accept(matn, edition, EMENDATION)
    shutil.rmtree(edition.root / ".cache")
    undone = accept(matn, edition, "[]\n")  # which correction there was, nobody here can tell
    assert (len(undone.versions), len(undone.changes)) == (3, 1)
