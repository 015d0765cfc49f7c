"""``matn account``: where every character of the sources went."""

from __future__ import annotations

from pathlib import Path

import click

from matn.cli.options import edition_options, edition_root, sources_of, work_folder
from matn.cli.progress import Told
from matn.edition.assemble import assemble, assemble_work
from matn.edition.balance import details, summary


@click.command()
@click.argument("work", required=False)
@edition_options
def account(work: str | None, root: Path | None, sources: Path | None) -> None:
    """Print the character account of the edition, or of WORK in detail."""
    place = edition_root(root)
    folder = sources_of(place, sources)
    with Told() as told:
        if work is None:
            table = summary(assemble(place, folder, told).works)
        else:
            table = details(assemble_work(place, work_folder(place, work), folder, told))
    click.echo(table, nl=False)
