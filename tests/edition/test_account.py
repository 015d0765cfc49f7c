"""The character account balances for any edits and any structure, and every breach is caught."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from matn.edition.account import Emended, account
from matn.errors import BrokenPromiseError, ExitCode
from matn.repair.model import Repaired, Stage
from matn.structure.model import Block, BlockKind, Document, Passage, Piece, Removal
from matn.text.edits import Alignment, Edit, apply

from .randomly import documents, passes, repairs

SOURCE = "الصفحة 1\nبـاب المدينة القديمة\nمفتوح (1) دائما\n"
EDIT = Edit(10, 11, "ـ", "", "kashida")


def repaired(source: str = SOURCE, edits: tuple[Edit, ...] = (EDIT,)) -> Repaired:
    return Repaired(source, apply(source, edits), (Stage("kashida", edits),), Alignment().then(edits), ())


def pieces(base: str) -> tuple[Piece, ...]:
    first, second, marker = base.index("باب"), base.index("مفتوح"), base.index("(1)")
    end = base.index("\n", second)
    return (
        Piece(first, second - 1, base[first : second - 1]),
        Piece(second - 1, second, " ", "line-end"),
        Piece(second, marker - 1, base[second : marker - 1]),
        Piece(marker - 1, marker + 3, "", "note-marker"),
        Piece(marker + 3, end, base[marker + 3 : end]),
    )


def document(base: str, parts: tuple[Piece, ...] | None = None, removed: tuple[Removal, ...] | None = None) -> Document:
    removals = (Removal(0, base.index("\n"), "page-number"),) if removed is None else removed
    block = Block(BlockKind.PARAGRAPH, Passage(pieces(base) if parts is None else parts))
    return Document(base, (block,), (), removals)


def published(doc: Document) -> list[Emended]:
    return [Emended(block.passage, (), block.passage.text) for block in doc.blocks]


def test_every_character_has_its_bag() -> None:
    done = repaired()
    doc = document(done.text)
    result = account(done, doc, published(doc))
    assert result.total == len(SOURCE)
    assert dict(result.edited) == {"kashida": 1}
    assert dict(result.removed) == {"page-number": 8, "note-marker": 4}
    assert result.blank == 3
    assert result.kept == len(doc.blocks[0].passage.text) - 1  # the space for the line end is not the source's
    assert result.unaccounted == 0


def test_an_emendation_is_accounted_for() -> None:
    done = repaired()
    doc = document(done.text)
    passage = doc.blocks[0].passage
    at = passage.text.index("القديمة")
    edits = (Edit(at, at + 7, "القديمة", "القديم", "emendation"),)
    result = account(done, doc, [Emended(passage, edits, apply(passage.text, edits))])
    assert result.edited["emendation"] == 1
    assert result.unaccounted == 0


def breach(done: Repaired, doc: Document, out: list[Emended]) -> str:
    with pytest.raises(BrokenPromiseError) as caught:
        account(done, doc, out)
    assert caught.value.code is ExitCode.BROKEN_PROMISE
    return caught.value.message


def test_a_lost_word_is_caught() -> None:
    done = repaired()
    doc = document(done.text, removed=())
    assert "unaccounted for" in breach(done, doc, published(doc))


def test_a_text_read_twice_is_caught() -> None:
    done = repaired()
    doc = document(done.text, removed=(Removal(0, 12, "furniture"),))
    assert "read twice" in breach(done, doc, published(doc))


def test_a_paragraph_published_twice_is_caught() -> None:
    done = repaired()
    doc = document(done.text)
    assert "passages" in breach(done, doc, published(doc) * 2)
    assert "read twice" in breach(done, replace(doc, blocks=doc.blocks * 2), published(doc) * 2)


def test_a_paragraph_not_published_is_caught() -> None:
    done = repaired()
    assert "passages" in breach(done, document(done.text), [])


def test_a_reading_text_that_says_something_else_is_caught() -> None:
    done = repaired()
    doc = document(done.text)
    out = [replace(published(doc)[0], reading=doc.blocks[0].passage.text + " حقا")]
    assert "reading text" in breach(done, doc, out)


@pytest.mark.parametrize("reason", ["", "line-end"])
def test_structure_may_not_write(reason: str) -> None:
    done = repaired()
    parts = pieces(done.text)
    forged = (replace(parts[0], text="باب المدينة الجديدة", reason=reason), *parts[1:])
    doc = document(done.text, forged)
    assert "structure wrote" in breach(done, doc, published(doc))


def test_an_edit_that_was_not_done_is_caught() -> None:
    done = repaired()
    wrong = replace(done, stages=(Stage("kashida", (replace(EDIT, before="x"),)),))
    doc = document(done.text)
    assert "does not fit" in breach(wrong, doc, published(doc))


def test_a_text_changed_behind_the_record_is_caught() -> None:
    done = repaired()
    other = replace(done, text=done.text.replace("القديمة", "الجديدة"))
    doc = document(other.text)
    assert "the repaired text" in breach(other, doc, published(doc))


@given(st.data())
def test_any_edits_and_any_structure_balance(data: st.DataObject) -> None:
    done = data.draw(repairs())
    doc = data.draw(documents(done.text))
    passages = [b.passage for b in doc.blocks] + [n.passage for n in doc.notes if n.passage]
    out = []
    for passage in passages:
        edits = data.draw(passes(passage.text, "emendation"))
        out.append(Emended(passage, edits, apply(passage.text, edits)))
    result = account(done, doc, out)
    assert result.unaccounted == 0
    assert result.total == len(done.source)
    assert min((result.kept, result.blank, *result.edited.values(), *result.removed.values())) >= 0


@given(st.data())
def test_a_character_dropped_by_structure_is_always_caught(data: st.DataObject) -> None:
    done = data.draw(repairs().filter(lambda r: r.text.strip() != ""))
    at = data.draw(st.sampled_from([i for i, char in enumerate(done.text) if not char.isspace()]))
    parts = [Piece(s, e, done.text[s:e]) for s, e in ((0, at), (at + 1, len(done.text))) if s < e]
    doc = document(done.text, tuple(parts), ())
    assert "unaccounted for" in breach(done, doc, published(doc))
