"""``matn build``: the whole edition as a site."""

from __future__ import annotations

from pathlib import Path

import click

from matn.cli.options import edition_options, edition_root, sources_of
from matn.cli.progress import Told
from matn.edition.assemble import assemble
from matn.edition.balance import summary


@click.command()
@click.option(
    "--site-dir", type=click.Path(path_type=Path, file_okay=False), help="Where to put the site [site/ in the edition]."
)
@edition_options
def build(site_dir: Path | None, root: Path | None, sources: Path | None) -> None:
    """Build the site of the edition and print the character account."""
    # Imported here: the other commands need no site generator.
    from matn.site.build import build as build_site

    place = edition_root(root)
    with Told() as told:
        edition = assemble(place, sources_of(place, sources), told)
        told("site", "building")
        target = site_dir or place / "site"
        build_site(place, edition, target)
    click.echo(summary(edition.works), nl=False)
    for absent in (each.work.id for each in edition.works if not each.has_source):
        click.echo(f"{absent}: published without its Arabic text, the source is not here", err=True)
    click.echo(f"the site is in {target}", err=True)
