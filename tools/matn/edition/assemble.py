"""The whole pipeline: from the files of an edition to :class:`Edition`, work by work."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from dataclasses import replace
from importlib.metadata import version
from pathlib import Path

from matn.edition.anchors import ANCHORS_FILE, Ledger, Matching, State, load_ledger, match
from matn.edition.anchors.notes import labelled, match_notes
from matn.edition.chronology import CHRONOLOGY_FILE, load_chronology
from matn.edition.load import (
    EMENDATIONS_FILE,
    check_work,
    load_emendations,
    load_work,
    load_works,
    work_folders,
    works_folder,
)
from matn.edition.model import Edition, History, Note, NoteMarker, Paragraph, Tombstone, Work, WorkEdition
from matn.edition.names import NAMES_FILE, load_names
from matn.edition.prepare import Prepared, Progress, block_texts, note_texts, prepare, quiet
from matn.edition.publish import Ids, publish
from matn.edition.references import load_references, with_references
from matn.edition.schema import refuse
from matn.edition.summaries import load_summaries
from matn.errors import BadInputError, BrokenPromiseError
from matn.source.find import Found, SourceFile, index, refuse_changed, source_folder
from matn.source.find import match as match_files
from matn.structure.model import BlockKind, Document

OWN_SOURCE = "source"
"""Folder in a work's own folder where its source may lie, if its text may be published with the project."""


def assemble(root: Path, sources: Path | None = None, progress: Progress = quiet) -> Edition:
    """Assemble the edition at *root*, with the source texts found in *sources* (or where they usually are).

    Raises:
        BadInputError: A file of the edition or a source is not what it must be.
        BrokenPromiseError: A rule or the character account broke what we promise.
    """
    works = load_works(root)
    found = locate(works, source_folder(root, sources, os.environ))
    whole = tuple(work_edition(work, found.get(work.id), progress) for work in works)
    shared = works_folder(root)
    return Edition(whole, version("matn"), load_names(shared / NAMES_FILE), load_chronology(shared / CHRONOLOGY_FILE))


def assemble_work(root: Path, folder: Path, sources: Path | None = None, progress: Progress = quiet) -> WorkEdition:
    """Assemble the one work in *folder*; the others need not be in order.

    Raises:
        BadInputError: A file of the work or its source is not what it must be.
        BrokenPromiseError: A rule or the character account broke what we promise.
    """
    work = load_work(folder)
    source = source_of(root, work, sources)
    if source is None:
        refuse_changed(Found({}, (work.id,), strangers(root, sources)), {work.id: work.source.sha256})
    return work_edition(work, source, progress)


def strangers(root: Path, sources: Path | None) -> tuple[SourceFile, ...]:
    """Return the files among the sources that no work knows; none while a work's description cannot be read."""
    works = [check_work(folder)[0] for folder in work_folders(root)]
    known = [work for work in works if work is not None]
    return find_sources(known, source_folder(root, sources, os.environ)).strangers if len(known) == len(works) else ()


def source_of(root: Path, work: Work, sources: Path | None) -> Path | None:
    """Return the source of *work* if it is there."""
    return find_sources([work], source_folder(root, sources, os.environ)).files.get(work.id)


def locate(works: Sequence[Work], folder: Path | None) -> Mapping[str, Path]:
    """Return the source of each of *works* that has one, from its own folder or from *folder*.

    Raises:
        BadInputError: A work has none, while a text lies in *folder* that no work knows.
    """
    found = find_sources(works, folder)
    refuse_changed(found, {work.id: work.source.sha256 for work in works})
    return found.files


def find_sources(works: Sequence[Work], folder: Path | None) -> Found:
    """Look for the sources of *works* in their own folders and in *folder*; judge nothing."""
    pins = {work.id: work.source.sha256 for work in works}
    own = {w.id: match_files({w.id: w.source.sha256}, index(w.folder / OWN_SOURCE)) for w in works if _has_own(w)}
    settled = {name: path for found in own.values() for name, path in found.files.items()}
    given = match_files(pins, index(folder) if folder else ())
    missing = tuple(name for name in given.missing if name not in settled)
    return Found({**given.files, **settled}, missing, given.strangers)


def _has_own(work: Work) -> bool:
    return (work.folder / OWN_SOURCE).is_dir()


def work_edition(work: Work, source: Path | None, progress: Progress = quiet) -> WorkEdition:
    """Return *work* as published: whole from its *source*, or the grid of its anchors without.

    Raises:
        BadInputError: The ledger does not fit the text, or an emendation does not find its place.
        BrokenPromiseError: A rule or the character account broke what we promise.
    """
    ledger = ledger_of(work, required=source is not None)
    emendations, references = load_emendations(work.folder), load_references(work.folder)
    whole = WorkEdition(
        work,
        (),
        (),
        tombstones(ledger),
        summaries=load_summaries(work.folder),
        emendations=emendations,
        history={entry.id: History(entry.versions, entry.changes) for entry in ledger.entries},
    )
    if source is None:
        return replace(
            whole, paragraphs=grid(ledger), notes=with_references(bare_notes(ledger), references, present=False)
        )
    prepared = prepare(work, source, progress)
    progress(work.id, "publishing")
    published = publish(prepared, settled_ids(prepared, ledger), emendations)
    refuse(work.folder / EMENDATIONS_FILE, published.problems)
    notes = with_references(published.notes, references, present=True)
    return replace(whole, paragraphs=published.paragraphs, notes=notes, account=published.account)


def ledger_of(work: Work, *, required: bool) -> Ledger:
    """Return the ledger of *work*, an empty one if there is none yet.

    Raises:
        BadInputError: It has mistakes, or is *required* and not there.
    """
    path = work.folder / ANCHORS_FILE
    if path.exists():
        return load_ledger(path)
    if required:
        hint = f"give the paragraphs of the source their ids: matn anchors {work.id} --accept"
        raise BadInputError("expected the ledger of paragraph ids, found none", path=path, hint=hint)
    return Ledger()


def settled_ids(prepared: Prepared, ledger: Ledger) -> Ids:
    """Return the ids that *ledger* has for the blocks and notes of *prepared*.

    Raises:
        BadInputError: An editor must decide first.
    """
    matching = match(ledger, block_texts(prepared.document), note_texts(prepared.document))
    path = prepared.work.folder / ANCHORS_FILE
    if matching.stops:
        told = "".join(f"\n  {stop.message}" + (f" ({stop.hint})" if stop.hint else "") for stop in matching.stops)
        hint = f"look at it with `matn anchors {prepared.work.id} --diff`, then --accept"
        raise BadInputError(f"the source and the ledger do not agree:{told}", path=path, hint=hint)
    return ids_of(matching, ledger, prepared)


def ids_of(matching: Matching, ledger: Ledger, prepared: Prepared) -> Ids:
    """Return the ids of *prepared* from a *matching* without stops.

    Raises:
        BrokenPromiseError: Something has no id after all.
    """
    document, names = prepared.document, tuple(filter(None, matching.ids))
    if len(names) != len(document.blocks):
        raise BrokenPromiseError("a paragraph has no id though nothing keeps the ledger from fitting")
    return Ids(names, note_ids(document, names, ledger))


def note_ids(document: Document, names: Sequence[str], ledger: Ledger) -> Mapping[str, str]:
    """Return the id of each note of *document* by its label; *names* are the ids of its blocks.

    Raises:
        BrokenPromiseError: The ledger does not know a note.
    """
    texts = note_texts(document)
    found = match_notes(ledger, [labelled(note, names) for note in texts])
    ids = {note.label: name for note, name in zip(texts, found, strict=True) if name}
    if len(ids) != len(texts):
        raise BrokenPromiseError("a note has no id of its own though nothing keeps the ledger from fitting")
    return ids


def grid(ledger: Ledger) -> tuple[Paragraph, ...]:
    """Return the paragraphs of a work without its source: every anchor with its markers, and no Arabic text."""
    calls = {entry.id: [n for n in ledger.notes if entry.id in n.paragraphs] for entry in ledger.live}
    return tuple(
        Paragraph(
            id=entry.id,
            kind=BlockKind(entry.kind),
            level=entry.level,
            content_hash=entry.versions[-1],
            markers=tuple(NoteMarker(note.id, note.label, 0) for note in calls[entry.id]),
        )
        for entry in ledger.live
    )


def bare_notes(ledger: Ledger) -> tuple[Note, ...]:
    """Return the notes of a work as far as its ledger knows them."""
    live = (note for note in ledger.notes if note.state is State.LIVE)
    return tuple(Note(note.id, note.label, "present", paragraphs=note.paragraphs) for note in live)


def tombstones(ledger: Ledger) -> tuple[Tombstone, ...]:
    """Return the ids of *ledger* that were published and are no paragraphs any more."""
    gone = [entry for entry in ledger.entries if entry.state is not State.LIVE]
    return tuple(Tombstone(entry.id, entry.state, entry.successors, entry.reason) for entry in gone)
