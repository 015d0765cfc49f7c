"""What the works share, and the edition as it is put together."""

from __future__ import annotations

from pathlib import Path

import pytest

from matn.edition.assemble import assemble, source_of
from matn.edition.check import findings, findings_of_whole
from matn.edition.load import work_folders
from matn.edition.names import NAMES_FILE
from matn.edition.spelling import Spellings
from matn.edition.survey import survey, survey_whole, with_texts
from matn.errors import BadInputError

from ..cli.conftest import Matn
from ..edition.small import Small

ROOT = Path(__file__).resolve().parents[2]
NAMES = """\
- {id: valley, kind: place, ar: الوادي, en: the Valley, line: {ar: واد, en: A valley}}
- {id: road, kind: place, ar: %s, en: Old Road, line: {ar: طريق, en: A road}}
"""
EVENT = "- {id: winter, date: %s, precision: year, ar: شتاء, en: Winter, refs: ['well-2024#p3']}\n"


def share(edition: Small, name: str, content: str) -> None:
    (edition.root / "docs/works" / name).write_text(content, encoding="utf-8")


def test_names_must_occur(matn: Matn, edition: Small) -> None:
    share(edition, "names.yaml", NAMES % "الطريق القديم")
    assert matn("check").code == 0
    share(edition, "names.yaml", NAMES % "الطريق الجديد")
    ran = matn("check")
    assert ran.code == 1
    assert "names.yaml:2: E642 A name in names.yaml occurs in no work. road" in ran.out
    edition.source.unlink()
    assert "E642" not in matn("check").out


def test_a_name_may_occur_in_a_note(matn: Matn, edition: Small) -> None:
    share(edition, "names.yaml", NAMES % "شيخ القرية")
    assert "E642" not in matn("check").out


def test_broken_lists_are_told(matn: Matn, edition: Small) -> None:
    share(edition, "names.yaml", "- {id: valley}\n")
    share(edition, "chronology.yaml", "- {id: winter}\n")
    out = matn("check").out
    assert "names.yaml:1: E641" in out
    assert "chronology.yaml:1: E651" in out
    with pytest.raises(BadInputError, match="missing: kind"):
        assemble(edition.root)


def test_events_need_their_date_in_the_text(matn: Matn, edition: Small) -> None:
    share(edition, "chronology.yaml", EVENT % "2021")
    assert "chronology.yaml:1: E652" in matn("check").out
    edition.source.write_text(
        edition.source.read_text(encoding="utf-8").replace("ثم جاء الشتاء", "ثم جاء شتاء عام 2021"), encoding="utf-8"
    )
    edition.describe()
    assert "E652" not in matn("check").out


def test_one_work_alone_is_not_the_whole(matn: Matn, edition: Small) -> None:
    share(edition, "names.yaml", NAMES % "الطريق الجديد")
    other = edition.root / "docs/works/river-2024"
    other.mkdir()
    (other / "work.yaml").write_text((edition.work / "work.yaml").read_text(encoding="utf-8"), encoding="utf-8")
    assert "E642" not in matn("check", "well-2024").out


def test_the_edition_has_what_editors_wrote(edition: Small) -> None:
    share(edition, "names.yaml", NAMES % "الطريق القديم")
    share(edition, "chronology.yaml", EVENT % "2021")
    for sources in (None, edition.root / "docs"):
        whole = assemble(edition.root, sources)
        (work,) = whole.works
        assert work.has_source is (sources is None)
        assert [name.id for name in whole.names] == ["valley", "road"]
        assert [event.id for event in whole.chronology] == ["winter"]
        assert work.summaries["p1"].text == "The Village Well"
        assert work.summaries["p2"].reason == "the byline"
        assert [(note.status, note.reference is not None) for note in work.notes] == [("present", True), ("lost", True)]
        assert work.notes[0].received == ("حديث مع شيخ القرية في بيته." if sources is None else None)


def test_a_broken_file_stops_the_build(edition: Small) -> None:
    edition.write("notes.yaml", "- {id: n1}\n")
    with pytest.raises(BadInputError, match="missing: status") as caught:
        assemble(edition.root)
    assert (caught.value.path, caught.value.line) == (edition.work / "notes.yaml", 1)


FORMS = {"E101", "E102", "E201", "E601", "E603", "E621", "E623", "E641", "E651", "E661", "E671"}
"""Codes of files that are not well formed, or do not fit the ledger."""


def test_the_files_of_the_edition_are_well_formed() -> None:
    whole = survey_whole(ROOT)
    subjects = [survey(folder, lambda work: None) for folder in work_folders(ROOT)]
    found = [finding for subject in subjects for finding in findings(subject)]
    found += findings_of_whole(with_texts(whole, subjects, complete=True))
    assert [finding for finding in found if finding.code in FORMS] == []


@pytest.mark.sources
def test_what_the_edition_says_stands_in_the_sources(sources: Path) -> None:
    """Notes have the status and addresses of the text, and names occur."""
    whole = survey_whole(ROOT)
    assert whole.problems[NAMES_FILE] == ()
    spellings = Spellings(whole.names)
    subjects = [
        survey(folder, lambda work: source_of(ROOT, work, sources), (), spellings) for folder in work_folders(ROOT)
    ]
    assert all(subject.read for subject in subjects)
    told = [finding for subject in subjects for finding in findings(subject)]
    told += findings_of_whole(with_texts(whole, subjects, complete=True))
    assert [finding for finding in told if finding.code in {"E623", "E624", "E625", "E642", "E652", "E662"}] == []
