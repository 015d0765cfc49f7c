"""The whole pipeline on a small edition: with its source, without it, and with a ledger that does not fit."""

from __future__ import annotations

from pathlib import Path

import pytest

from matn.edition.anchors import ANCHORS_FILE, dump_ledger, load_ledger
from matn.edition.assemble import assemble, assemble_work, ledger_of
from matn.edition.load import load_emendations, load_work
from matn.edition.prepare import prepare
from matn.edition.record import recorded, repinned
from matn.errors import BadInputError
from matn.structure.model import BlockKind

from .small import TEXT, Small, small

EMENDATION = """\
- {at: p3, sic: حفر أهل, corr: حفرَ أهل, kind: marks, why: a reader may stumble, certainty: probable, who: S. N.}
- {at: n1, sic: شيخ, corr: الشيخ, kind: other, why: the article is wanting, certainty: certain, who: S. N.}
"""


@pytest.fixture
def parts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Small:
    monkeypatch.delenv("SOURCES", raising=False)
    made = small(tmp_path)
    record(made)
    return made


def record(parts: Small) -> None:
    work = load_work(parts.work)
    ledger = ledger_of(work, required=False)
    done, _ = recorded(ledger, prepare(work, parts.source), load_emendations(parts.work))
    dump_ledger(done, parts.work / ANCHORS_FILE)


def test_a_work_with_its_source(parts: Small) -> None:
    (edition,) = assemble(parts.root).works
    assert edition.has_source
    kinds = [(p.id, p.kind) for p in edition.paragraphs]
    assert kinds[:4] == [
        ("p1", BlockKind.TITLE),
        ("p2", BlockKind.BYLINE),
        ("p3", BlockKind.PARAGRAPH),
        ("p4", BlockKind.HEADING),
    ]
    third = edition.paragraphs[2]
    assert third.reading is not None
    assert third.received is not None
    assert third.reading.startswith("حفر أهل القرية")
    assert "<sup>" not in third.reading
    assert [a.reading for a in third.alterations] == ["عذباً"]
    assert third.received.replace("عذباًً", "عذباً") == third.reading
    assert edition.account is not None
    assert edition.account.unaccounted == 0
    assert edition.account.total == len(TEXT)


def test_notes_and_their_markers(parts: Small) -> None:
    (edition,) = assemble(parts.root).works
    first, second = edition.notes
    assert (first.id, first.status, first.text, first.paragraphs) == (
        "n1",
        "present",
        "حديث مع شيخ القرية في بيته.",
        ("p3",),
    )
    assert (second.id, second.status, second.text, second.paragraphs) == ("n2", "lost", None, ("p6",))
    (marker,) = edition.paragraphs[2].markers
    reading = edition.paragraphs[2].reading or ""
    assert marker.note == "n1"
    assert reading[: marker.offset].endswith("وبارداً")


def test_without_its_source_a_work_keeps_its_anchors(parts: Small, tmp_path: Path) -> None:
    whole = assemble(parts.root).works[0]
    empty = tmp_path / "empty"
    empty.mkdir()
    (grid,) = assemble(parts.root, empty).works
    assert not grid.has_source
    assert [(p.id, p.kind, p.level, p.content_hash) for p in grid.paragraphs] == [
        (p.id, p.kind, p.level, p.content_hash) for p in whole.paragraphs
    ]
    assert [(n.id, n.paragraphs) for n in grid.notes] == [(n.id, n.paragraphs) for n in whole.notes]
    assert [[m.note for m in p.markers] for p in grid.paragraphs] == [
        [m.note for m in p.markers] for p in whole.paragraphs
    ]
    assert {p.reading for p in grid.paragraphs} == {None}
    assert {n.text for n in grid.notes} == {None}


def test_a_source_in_the_works_own_folder_is_always_there(parts: Small, tmp_path: Path) -> None:
    (parts.work / "source").mkdir()
    parts.source.rename(parts.work / "source" / "any-name.txt")
    assert assemble(parts.root).works[0].has_source
    assert assemble_work(parts.root, parts.work).has_source


def test_emendations_are_done_and_move_the_markers(parts: Small) -> None:
    before = assemble(parts.root).works[0]
    parts.write("emendations.yaml", EMENDATION)
    after = assemble(parts.root).works[0]
    third, note = after.paragraphs[2], after.notes[0]
    assert (third.reading or "").startswith("حفرَ أهل")
    assert third.repaired == before.paragraphs[2].reading
    assert third.markers[0].offset == before.paragraphs[2].markers[0].offset + 1
    assert third.content_hash != before.paragraphs[2].content_hash
    assert (third.alterations[0].kind, third.alterations[0].certainty) == ("emendation", 0.8)
    assert third.alterations[0].emendations == tuple(each for each in after.emendations if each.at == third.id)
    assert [each.at for change in note.alterations for each in change.emendations] == [note.id]
    assert note.text == "حديث مع الشيخ القرية في بيته."
    assert after.account is not None
    assert after.account.unaccounted == 0


def test_an_emendation_without_a_place_stops_the_build(parts: Small) -> None:
    parts.write("emendations.yaml", "\n" + EMENDATION.replace("حفر أهل,", "حفر ناس,"))
    with pytest.raises(BadInputError, match="found it 0 times") as caught:
        assemble(parts.root)
    assert caught.value.path == parts.work / "emendations.yaml"
    assert caught.value.line == 2


@pytest.mark.parametrize(("anchor", "hint"), [("p33", "did you mean p3"), ("n2", "")])
def test_an_emendation_of_nothing_stops_the_build(parts: Small, anchor: str, hint: str) -> None:
    parts.write("emendations.yaml", EMENDATION.replace("at: p3", f"at: {anchor}"))
    with pytest.raises(BadInputError, match=f"there is no {anchor}") as caught:
        assemble(parts.root)
    assert hint in caught.value.hint


def test_a_source_without_a_ledger(parts: Small) -> None:
    (parts.work / ANCHORS_FILE).unlink()
    with pytest.raises(BadInputError, match="found none") as caught:
        assemble(parts.root)
    assert "matn anchors well-2024 --accept" in caught.value.hint


def test_no_source_and_no_ledger_is_an_empty_grid(parts: Small) -> None:
    (parts.work / ANCHORS_FILE).unlink()
    parts.source.unlink()
    assert assemble(parts.root).works[0].paragraphs == ()


def test_a_ledger_that_does_not_fit_stops_the_build(parts: Small) -> None:
    parts.source.write_text(
        TEXT.replace("لم يسأل أحدٌٌ عن عمقها قبل ذلك اليوم، ولا عن الذي حفرها أول مرة.\n", ""), encoding="utf-8"
    )
    parts.describe()
    with pytest.raises(BadInputError, match="do not agree") as caught:
        assemble(parts.root)
    assert "p7" in caught.value.message
    assert caught.value.path == parts.work / ANCHORS_FILE


def test_a_changed_source_is_refused(parts: Small) -> None:
    parts.source.write_text(TEXT + "\nسطر جديد في آخر الورقة.\n", encoding="utf-8")
    with pytest.raises(BadInputError, match="is not the file") as caught:
        assemble(parts.root)
    assert load_work(parts.work).source.sha256 in caught.value.message


def test_a_changed_source_is_refused_when_one_work_is_asked_for(parts: Small) -> None:
    parts.source.write_text(TEXT + "\nسطر جديد في آخر الورقة.\n", encoding="utf-8")
    with pytest.raises(BadInputError, match="is not the file") as caught:
        assemble_work(parts.root, parts.work)
    assert load_work(parts.work).source.sha256 in caught.value.message


def test_recording_again_changes_nothing(parts: Small) -> None:
    path = parts.work / ANCHORS_FILE
    before = path.read_text(encoding="utf-8")
    record(parts)
    assert path.read_text(encoding="utf-8") == before


def test_recording_an_emendation_adds_a_version(parts: Small) -> None:
    path = parts.work / ANCHORS_FILE
    old = load_ledger(path).by_id["p3"].versions
    parts.write("emendations.yaml", EMENDATION)
    record(parts)
    new = load_ledger(path).by_id["p3"].versions
    assert new[: len(old)] == old
    assert new[len(old) :] == (assemble(parts.root).works[0].paragraphs[2].content_hash,)


def test_bad_structure_hints_name_the_file(parts: Small) -> None:
    path = parts.work / "work.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("layout:", "layuot:"), encoding="utf-8")
    with pytest.raises(BadInputError, match="layuot") as caught:
        assemble(parts.root)
    assert caught.value.path == path


def test_repinning_touches_the_pin_only(parts: Small) -> None:
    work = load_work(parts.work)
    text = (parts.work / "work.yaml").read_text(encoding="utf-8")
    new = type(work.source)("f" * 64, "markdown", 7)
    done = repinned("# a comment\n" + text, work.source, new)
    assert done == "# a comment\n" + text.replace(work.source.sha256, "f" * 64).replace(
        f"characters: {work.source.characters}", "characters: 7"
    )


def test_real_sources_are_accounted_for(sources: Path) -> None:
    root = Path(__file__).parents[2]
    for folder in sorted((root / "docs/works").glob("*-20*")):
        if not (folder / ANCHORS_FILE).exists():
            continue
        edition = assemble_work(root, folder, sources)
        assert edition.account is not None, folder.name
        assert edition.account.unaccounted == 0
        assert edition.account.total == edition.work.source.characters
