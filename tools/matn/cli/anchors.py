"""``matn anchors``: match the ledger of paragraph ids with the text; accept after review."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import click

from matn.cli.files import diff, write
from matn.cli.options import edition_options, edition_root, sources_of, work_folder
from matn.cli.progress import Told
from matn.edition.anchors import ANCHORS_FILE, Decision, Ledger, Matching, Outcome, ledger_text, match, parse_decision
from matn.edition.assemble import ledger_of, source_of
from matn.edition.load import WORK_FILE, load_emendations, load_work, work_folders
from matn.edition.model import SourcePin, Work
from matn.edition.prepare import Prepared, Progress, block_texts, note_texts, prepare
from matn.edition.publish import Published
from matn.edition.record import recorded, repinned
from matn.edition.wordings import CACHE, Earlier, load_wordings, wordings_text
from matn.errors import BadInputError, ExitCode
from matn.source.find import fingerprint


@dataclass(frozen=True, slots=True)
class Review:
    """A work's source beside its ledger: how they match, and the files as they would be accepted."""

    prepared: Prepared
    matching: Matching
    decisions: tuple[Decision, ...]
    repin: bool
    kept: Earlier
    store: Path

    def accepted(self, ledger: Ledger) -> tuple[Ledger, Published]:
        """Return *ledger* as it would be accepted, and what is published under it.

        Raises:
            BadInputError: Something is undecided, or an emendation does not find its place.
        """
        emendations = load_emendations(self.prepared.work.folder)
        return recorded(ledger, self.prepared, emendations, self.decisions, self.kept)

    def counts(self, ledger: Ledger, accepted: Ledger) -> dict[Outcome, int]:
        """Count the outcomes. Ids are matched by the repaired text; what counts as changed is what is published."""
        counts = dict(self.matching.counts)
        known = [entry for entry in accepted.live if entry.id in ledger.by_id]
        changed = sum(entry.versions != ledger.by_id[entry.id].versions for entry in known)
        both = counts.get(Outcome.SAME, 0) + counts.get(Outcome.CHANGED, 0)
        return counts | {Outcome.SAME: both - min(changed, both), Outcome.CHANGED: min(changed, both)}

    def files(self, accepted: Ledger) -> dict[Path, tuple[str, str]]:
        """Return each file that accepting would change, with its old and its new text."""
        work = self.prepared.work
        texts = {work.folder / ANCHORS_FILE: ledger_text(accepted)}
        if self.repin:
            pin = SourcePin(fingerprint(self.prepared.path), work.source.format, len(self.prepared.decoded.text))
            path = work.folder / WORK_FILE
            texts[path] = repinned(path.read_text(encoding="utf-8"), work.source, pin)
        old = {path: path.read_text(encoding="utf-8") if path.exists() else "" for path in texts}
        return {path: (old[path], new) for path, new in texts.items() if old[path] != new}

    def keep(self, published: Published) -> None:
        """Keep the wordings on this machine, so that the next change of them can be told."""
        text = wordings_text(self.kept, published.paragraphs)
        if text != wordings_text(self.kept, ()):
            self.store.parent.mkdir(parents=True, exist_ok=True)
            write(self.store, text)


@click.command()
@click.argument("work", required=False)
@click.option("--accept", is_flag=True, help="Write the ledger: ids for what is new, hashes of what changed.")
@click.option("--check", is_flag=True, help="Write nothing; exit code 1 if the ledger is not up to date.")
@click.option("--diff", "show", is_flag=True, help="Print the change to the ledger; write nothing unless --accept.")
@click.option(
    "--decide", multiple=True, metavar="DECISION", help="p12=t14, p12=t14+t15, p12=withdrawn: REASON, t14=new."
)
@click.option(
    "--accept-source",
    type=click.Path(path_type=Path),
    help="Match this new version of the source, then pin it; only shown with --check or --diff.",
)
@edition_options
def anchors(
    work: str | None,
    accept: bool,
    check: bool,
    show: bool,
    decide: tuple[str, ...],
    accept_source: Path | None,
    root: Path | None,
    sources: Path | None,
) -> int:
    """Match the ledger with the text, for WORK or for all works whose source is here.

    Exit code 1 if an editor must decide something, or if --check finds the ledger out of date.
    """
    if accept and check:
        raise click.UsageError("--accept writes and --check does not: give one of them")
    if work is None and (decide or accept_source):
        raise click.UsageError("--decide and --accept-source need a WORK")
    place = edition_root(root)
    folders = [work_folder(place, work)] if work else list(work_folders(place))
    decisions = tuple(map(parse_decision, decide))
    with Told() as told:
        reviews = [
            review
            for folder in folders
            if (review := _review(load_work(folder), _Wanted(place, sources, accept_source, decisions), told))
        ]
    writes = accept or (accept_source is not None and not (check or show))
    results = [_accept(review, writes, check, show) for review in reviews]
    return max(results, default=ExitCode.DONE)


@dataclass(frozen=True, slots=True)
class _Wanted:
    root: Path
    sources: Path | None
    new_source: Path | None
    decisions: tuple[Decision, ...]


def _review(work: Work, wanted: _Wanted, told: Progress) -> Review | None:
    source = wanted.new_source or source_of(wanted.root, work, sources_of(wanted.root, wanted.sources))
    if source is None:
        click.echo(f"{work.id}: the source is not here, nothing to match", err=True)
        return None
    prepared = prepare(work, source, told)
    ledger = ledger_of(work, required=False)
    matching = match(ledger, block_texts(prepared.document), note_texts(prepared.document))
    store = wanted.root / CACHE / f"{work.id}.json"
    return Review(prepared, matching, wanted.decisions, wanted.new_source is not None, load_wordings(store), store)


def _accept(review: Review, accept: bool, check: bool, show: bool) -> int:
    work = review.prepared.work.id
    undecided = [
        stop for stop in review.matching.stops if stop.needs_decision and not _decided(stop.ids, review.decisions)
    ]
    ledger = ledger_of(review.prepared.work, required=False)
    accepted, published = (None, None) if undecided else review.accepted(ledger)
    counts = review.counts(ledger, accepted) if accepted else dict(review.matching.counts)
    click.echo(f"{work}: {_told(counts)}")
    fresh = not ledger.entries
    for stop in () if fresh else review.matching.stops:
        click.echo(f"  {stop.message}\n    {stop.hint}")
    if accepted is None or published is None:
        if accept:
            wanting = "a decision is" if len(undecided) == 1 else f"{len(undecided)} decisions are"
            raise BadInputError(f"{work}: {wanting} wanting", hint="give them with --decide")
        return ExitCode.FINDINGS
    files = review.files(accepted)
    for path, (old, new) in files.items():
        if show:
            click.echo(diff(path, old, new), nl=False)
        if accept:
            write(path, new)
            click.echo(f"  wrote {path}")
        elif not show:
            click.echo(f"  not up to date: {path.name} (--diff shows it, --accept writes it)")
    if accept or not files:
        review.keep(published)
    return ExitCode.FINDINGS if check and files else ExitCode.DONE


def _decided(ids: Sequence[str], decisions: Sequence[Decision]) -> bool:
    return any(name in decision.ids for decision in decisions for name in ids)


def _told(counts: Mapping[Outcome, int]) -> str:
    told = [f"{count} {outcome}" for outcome, count in counts.items() if count]
    return ", ".join(told) or "no paragraphs"
