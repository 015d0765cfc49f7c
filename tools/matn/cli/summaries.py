"""``matn summaries``: pin the English summaries of a work to the Arabic as it is published today."""

from __future__ import annotations

from pathlib import Path

import click

from matn.cli.files import diff, write
from matn.cli.options import edition_options, edition_root, sources_of, work_folder
from matn.cli.progress import Told
from matn.edition.assemble import assemble_work
from matn.edition.model import WorkEdition
from matn.edition.summaries import SUMMARIES_FILE, pin, stale
from matn.errors import BadInputError, ExitCode


@click.command()
@click.argument("work")
@click.option("--pin", "pinning", is_flag=True, help="Write today's content hash into every heading.")
@click.option("--check", is_flag=True, help="Write nothing; exit code 1 if --pin would change something.")
@click.option("--diff", "show", is_flag=True, help="Print what --pin changes.")
@edition_options
def summaries(work: str, pinning: bool, check: bool, show: bool, root: Path | None, sources: Path | None) -> int:
    """Say which summaries of WORK are missing, orphaned or stale; --pin pins all of them.

    A summary says with the content hash in its heading from which wording it was written. Pin it after you have
    read it beside the Arabic as it is now. Without the source the last published wording counts.
    """
    if pinning and check:
        raise click.UsageError("--pin writes and --check does not: give one of them")
    place = edition_root(root)
    with Told() as told:
        edition = assemble_work(place, work_folder(place, work), sources_of(place, sources), told)
    path = edition.work.folder / SUMMARIES_FILE
    old = _read(path)
    new = pin(old, {paragraph.id: paragraph.content_hash for paragraph in edition.paragraphs})
    click.echo(status(edition), nl=False)
    if show:
        click.echo(diff(path, old, new), nl=False)
    if pinning and new != old:
        write(path, new)
        click.echo(f"  wrote {path}")
    return ExitCode.FINDINGS if check and new != old else ExitCode.DONE


def _read(path: Path) -> str:
    """Return the summaries as they stand in *path*.

    Raises:
        BadInputError: There are none.
    """
    if not path.exists():
        hint = "write one entry for each paragraph: '## p12', and the summary under it"
        raise BadInputError("expected the summaries of the work, found none", path=path, hint=hint)
    with path.open(encoding="utf-8", newline="") as file:
        return file.read()


def status(edition: WorkEdition) -> str:
    """Return how the summaries of *edition* stand to its paragraphs, a line each for what is amiss."""
    known = {paragraph.id: paragraph for paragraph in edition.paragraphs}
    have = edition.summaries
    lines = {
        "missing": [anchor for anchor in known if anchor not in have],
        "orphaned": [anchor for anchor in have if anchor not in known],
        "not pinned": [s.id for s in have.values() if s.id in known and not s.pinned],
        "stale": [s.id for s in have.values() if s.id in known and s.pinned and stale(s, known[s.id])],
    }
    told = "".join(f"  {name}: {' '.join(anchors)}\n" for name, anchors in lines.items() if anchors)
    return f"{edition.work.id}: {len(have)} summaries, {len(known)} paragraphs\n{told}"
