"""Find out as much about a work as its faults allow, so that one run of ``matn check`` tells them all."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from matn.edition.anchors import Ledger, match
from matn.edition.assemble import bare_notes, grid, ids_of, ledger_of
from matn.edition.check import EXEMPTABLE
from matn.edition.checks.model import Subject, Whole
from matn.edition.chronology import CHRONOLOGY_FILE, check_chronology, reconcile
from matn.edition.exceptions import EXCEPTIONS_FILE, check_exceptions
from matn.edition.load import EMENDATIONS_FILE, WORK_FILE, check_emendations, check_work, works_folder
from matn.edition.model import Work
from matn.edition.names import NAMES_FILE, check_names
from matn.edition.prepare import Prepared, Progress, block_texts, note_texts, prepare, quiet
from matn.edition.proofs import READINGS_FILE, check_marks
from matn.edition.publish import publish
from matn.edition.references import NOTES_FILE, check_references, with_references
from matn.edition.spelling import Spellings
from matn.edition.summaries import SUMMARIES_FILE, check_summaries
from matn.errors import MatnError
from matn.source.find import SourceFile


def survey(
    folder: Path,
    find_source: Callable[[Work], Path | None],
    strangers: Sequence[SourceFile] = (),
    spellings: Spellings | None = None,
    progress: Progress = quiet,
) -> Subject:
    """Run the pipeline on the work in *folder* as far as it goes; what stops it is recorded.

    Args:
        folder: The work's folder.
        find_source: Where the source of a work is.
        strangers: Texts among the sources that no work knows.
        spellings: The names of the edition.
        progress: Told each step.
    """
    faults: list[tuple[str, MatnError]] = []
    subject = replace(_files(folder), strangers=tuple(strangers), spellings=spellings)
    if subject.work is not None:
        subject = _with_source(replace(subject, source=find_source(subject.work)), subject.work, faults, progress)
    notes = with_references(subject.notes, subject.references, present=subject.read)
    return replace(subject, notes=notes, faults=tuple(faults))


def survey_whole(root: Path) -> Whole:
    """Read what the works of the edition at *root* share; their texts are not in it yet."""
    folder = works_folder(root)
    names, wrong = check_names(folder / NAMES_FILE)
    events, mistaken = check_chronology(folder / CHRONOLOGY_FILE)
    return Whole(folder, names, events, {NAMES_FILE: wrong, CHRONOLOGY_FILE: mistaken})


def with_texts(whole: Whole, subjects: Iterable[Subject], *, complete: bool) -> Whole:
    """Return *whole* with the texts of *subjects*; *complete* says whether these are all works.

    A note whose body is lost has no text to be absent; it is left out.
    """
    texts: dict[str, Mapping[str, str | None]] = {
        subject.folder.name: {
            **{paragraph.id: paragraph.reading for paragraph in subject.paragraphs},
            **{note.id: note.text for note in subject.notes if note.status != "lost"},
        }
        for subject in subjects
    }
    complete = complete and all(texts.values())
    reconciled = reconcile(whole.events, texts) if complete and whole.events else whole.reconciled
    return replace(whole, texts=texts, reconciled=reconciled, complete=complete)


def _files(folder: Path) -> Subject:
    """Read all that editors wrote in *folder*."""
    work, work_problems = check_work(folder)
    emendations, emendation_problems = check_emendations(folder)
    summaries, summary_problems = check_summaries(folder)
    references, reference_problems = check_references(folder)
    exemptions, exception_problems = check_exceptions(folder, EXEMPTABLE)
    marks, mark_problems = check_marks(folder)
    problems = {
        WORK_FILE: work_problems,
        EMENDATIONS_FILE: emendation_problems,
        SUMMARIES_FILE: summary_problems,
        NOTES_FILE: reference_problems,
        EXCEPTIONS_FILE: exception_problems,
        READINGS_FILE: mark_problems,
    }
    return Subject(
        folder,
        work,
        problems,
        emendations,
        summaries=summaries,
        references=references,
        exemptions=exemptions,
        marks=marks,
    )


def _with_source(subject: Subject, work: Work, faults: list[tuple[str, MatnError]], progress: Progress) -> Subject:
    ledger = prepared = None
    with _Noted("E201", faults):
        ledger = ledger_of(work, required=subject.source is not None)
    with _Noted("E110", faults):
        prepared = prepare(work, subject.source, progress) if subject.source else None
    subject = replace(subject, ledger=ledger, prepared=prepared)
    if ledger is None or (prepared is None and subject.source):
        return subject
    if prepared is None:
        return replace(subject, paragraphs=grid(ledger), notes=bare_notes(ledger))
    return _with_ids(subject, ledger, prepared, faults)


def _with_ids(subject: Subject, ledger: Ledger, prepared: Prepared, faults: list[tuple[str, MatnError]]) -> Subject:
    matching = match(ledger, block_texts(prepared.document), note_texts(prepared.document))
    if matching.stops:
        return replace(subject, stops=matching.stops)
    done = None
    with _Noted("E303", faults):
        done = publish(prepared, ids_of(matching, ledger, prepared), subject.emendations)
    if done is None:
        return subject
    wrong = (*subject.problems[EMENDATIONS_FILE], *done.problems)
    problems = {**subject.problems, EMENDATIONS_FILE: wrong}
    return replace(subject, paragraphs=done.paragraphs, notes=done.notes, problems=problems)


class _Noted:
    """Takes note of an error of ours inside a ``with`` block and goes on after it."""

    def __init__(self, code: str, faults: list[tuple[str, MatnError]]) -> None:
        self._code, self._faults = code, faults

    def __enter__(self) -> None:
        pass

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: object) -> bool:
        if isinstance(error, MatnError):
            self._faults.append((self._code, error))
        return isinstance(error, MatnError)
