"""``matn explain``: of one paragraph, what stood in the source and why it reads otherwise now."""

from __future__ import annotations

from pathlib import Path

import click

from matn.cli.options import edition_options, edition_root, sources_of, work_folder
from matn.edition.assemble import assemble_work
from matn.edition.explain import explain as explained


@click.command()
@click.argument("place", metavar="WORK#ID")
@edition_options
def explain(place: str, root: Path | None, sources: Path | None) -> None:
    """Say what stood in the source at WORK#ID (qashta-2025#p12), what each rule changed, why, how sure."""
    work, _, anchor = place.partition("#")
    if not work or not anchor:
        raise click.UsageError(f"expected WORK#ID such as qashta-2025#p12, found {place!r}")
    home = edition_root(root)
    edition = assemble_work(home, work_folder(home, work), sources_of(home, sources))
    click.echo(explained(edition, anchor.partition("~")[0]), nl=False)
