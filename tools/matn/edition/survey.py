"""Find out as much about a work as its faults allow, so that one run of ``matn check`` tells them all."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

from matn.edition.anchors import Ledger, match
from matn.edition.assemble import ids_of, ledger_of
from matn.edition.check import Subject
from matn.edition.load import check_emendations, check_work
from matn.edition.model import Work
from matn.edition.prepare import Prepared, Progress, block_texts, note_texts, prepare, quiet
from matn.edition.publish import publish
from matn.edition.schema import Problem
from matn.errors import MatnError
from matn.source.find import SourceFile


def survey(
    folder: Path,
    find_source: Callable[[Work], Path | None],
    strangers: Sequence[SourceFile] = (),
    progress: Progress = quiet,
) -> Subject:
    """Run the pipeline on the work in *folder* as far as it goes; what stops it is recorded.

    Args:
        folder: The work's folder.
        find_source: Where the source of a work is.
        strangers: Texts among the sources that no work knows.
        progress: Told each step.
    """
    faults: list[tuple[str, MatnError]] = []
    subject = Subject(folder, strangers=tuple(strangers))
    with _Noted("E101", faults):
        work, problems = check_work(folder)
        subject = replace(subject, work=work, work_problems=problems)
    with _Noted("E102", faults):
        emendations, problems = check_emendations(folder)
        subject = replace(subject, emendations=emendations, emendation_problems=problems)
    work = subject.work
    if work is not None:
        subject = _with_source(replace(subject, source=find_source(work)), work, faults, progress)
    return replace(
        subject,
        work_problems=subject.work_problems + _problems("E101", faults),
        emendation_problems=subject.emendation_problems + _problems("E102", faults),
        faults=tuple(faults),
    )


def _problems(code: str, faults: list[tuple[str, MatnError]]) -> tuple[Problem, ...]:
    return tuple(Problem(error.line or 1, error.message, error.hint) for belongs, error in faults if belongs == code)


def _with_source(subject: Subject, work: Work, faults: list[tuple[str, MatnError]], progress: Progress) -> Subject:
    ledger = prepared = None
    with _Noted("E201", faults):
        ledger = ledger_of(work, required=subject.source is not None)
    with _Noted("E110", faults):
        prepared = prepare(work, subject.source, progress) if subject.source else None
    subject = replace(subject, ledger=ledger, prepared=prepared)
    return subject if ledger is None or prepared is None else _with_ids(subject, ledger, prepared, faults)


def _with_ids(subject: Subject, ledger: Ledger, prepared: Prepared, faults: list[tuple[str, MatnError]]) -> Subject:
    matching = match(ledger, block_texts(prepared.document), note_texts(prepared.document))
    if matching.stops:
        return replace(subject, stops=matching.stops)
    done = None
    with _Noted("E303", faults):
        done = publish(prepared, ids_of(matching, ledger, prepared), subject.emendations)
    if done is None:
        return subject
    problems = (*subject.emendation_problems, *done.problems)
    return replace(subject, paragraphs=done.paragraphs, notes=done.notes, emendation_problems=problems)


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
