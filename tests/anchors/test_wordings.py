"""What changed between two published wordings: recorded in a few words, from wordings that prove themselves by hash."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from matn.edition.anchors import BlockText, Ledger, content_hash, dump_ledger, ledger_text, load_ledger, mint
from matn.edition.anchors.model import Change
from matn.edition.anchors.wording import PLACES, WORDS, change
from matn.edition.emend import Emendation
from matn.edition.model import Paragraph
from matn.edition.wordings import earlier, load_wordings, wordings_text
from matn.errors import BadInputError
from matn.structure.model import BlockKind

OLD, NEW = "شرب المسافر من الماء البارد", "شرب المسافرون من هذا الماء"


def emendation(sic: str, corr: str) -> Emendation:
    """A correction of p1."""
    return Emendation("p1", sic, corr, "letters", "test", "certain", "us")


def paragraph(repaired: str, reading: str) -> Paragraph:
    """p1 before and after its corrections."""
    return Paragraph("p1", BlockKind.PARAGRAPH, repaired=repaired, reading=reading, content_hash=content_hash(reading))


def test_a_change_is_told_word_by_word() -> None:
    told = change(OLD, NEW)
    assert (told.before, told.after) == (content_hash(OLD), content_hash(NEW))
    assert told.words == (("المسافر", "المسافرون"), ("", "هذا"), ("البارد", ""))
    assert told.more == 0


words = st.lists(st.sampled_from("ا ب ت ث ج ح خ د".split()), max_size=60).map(" ".join)


@given(words, words)
def test_a_change_never_holds_more_than_a_few_words(before: str, after: str) -> None:
    told = change(before, after)
    sides = [side.split() for pair in told.words for side in pair]
    assert all(len(side) <= WORDS + 1 for side in sides)
    assert len(told.words) <= PLACES
    assert bool(told.words) == (before != after)


def test_an_earlier_wording_is_found_without_the_corrections_that_came_since() -> None:
    repaired = "شرب المسافر من الماء البارذ في الوداي"
    first, second = emendation("البارذ", "البارد"), emendation("الوداي", "الوادي")
    now = paragraph(repaired, "شرب المسافر من الماء البارد في الوادي")
    for was in (repaired, "شرب المسافر من الماء البارد في الوداي", "شرب المسافر من الماء البارذ في الوادي"):
        assert earlier(now, content_hash(was), [first, second], {}) == was
    assert earlier(now, content_hash("غيره"), [first, second], {}) is None


def test_a_kept_wording_must_have_the_hash_it_is_kept_under() -> None:
    now = paragraph(NEW, NEW)
    assert earlier(now, content_hash(OLD), [], {content_hash(OLD): OLD}) == OLD
    assert earlier(now, content_hash(OLD), [], {content_hash(OLD): "غيره"}) is None


def test_wordings_are_kept_and_read_again(tmp_path: Path) -> None:
    path = tmp_path / "work.json"
    assert load_wordings(path) == {}
    path.write_text(wordings_text({content_hash(OLD): OLD}, [paragraph(NEW, NEW)]), encoding="utf-8")
    assert load_wordings(path) == {content_hash(OLD): OLD, content_hash(NEW): NEW}
    for damaged in ("[", "[1]", '"x"'):
        path.write_text(damaged, encoding="utf-8")
        assert load_wordings(path) == {}


def changed() -> Ledger:
    """A ledger whose one paragraph has two wordings and what lies between them."""
    (entry,) = mint([BlockText("paragraph", 0, NEW)]).entries
    told = replace(change(OLD, NEW), more=2)
    return Ledger((replace(entry, versions=(told.before, told.after), changes=(told,)),))


def test_the_ledger_keeps_changes(tmp_path: Path) -> None:
    path = tmp_path / "anchors.yaml"
    dump_ledger(changed(), path)
    assert load_ledger(path) == changed()
    assert "scheme: 1\n" in path.read_text("utf-8")  # old readers' files and ours are of one scheme


def test_a_ledger_without_changes_is_written_as_before() -> None:
    assert "changes: [" not in ledger_text(mint([BlockText("paragraph", 0, NEW)]))


@pytest.mark.parametrize(
    ("was", "instead", "told"),
    [
        ('["", "هذا"]', '["", ""]', "expected [before, after]"),
        ('["", "هذا"]', '["هذا"]', "expected [before, after]"),
        ("more: 2", "more: -2", "a whole number, 0 or more"),
        (f'to: "{content_hash(NEW)}"', 'to: "abcdef"', "do not follow each other in its versions"),
        ("words:", "werds:", "werds"),
    ],
)
def test_mistakes_in_changes_are_told(tmp_path: Path, was: str, instead: str, told: str) -> None:
    path = tmp_path / "anchors.yaml"
    text = ledger_text(changed())
    assert was in text
    path.write_text(text.replace(was, instead), encoding="utf-8")
    with pytest.raises(BadInputError) as error:
        load_ledger(path)
    assert told in str(error.value)
    assert json.dumps(str(path))[1:-1] in json.dumps(str(error.value))


def test_a_change_between_two_hashes_is_a_value() -> None:
    assert Change("a" * 6, "b" * 6) == Change("a" * 6, "b" * 6, (), 0)
