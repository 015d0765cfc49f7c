"""``matn cite``: how to cite a work or a paragraph."""

from __future__ import annotations

import os
from pathlib import Path

import click

from matn.cli.options import edition_root, work_folder
from matn.edition.assemble import work_edition
from matn.edition.load import load_work
from matn.export.cite import ALL_STYLES, LANGUAGES, Of, Site, load_imprint, site_address
from matn.export.cite import cite as cited


@click.command()
@click.argument("place", metavar="WORK[#ID]")
@click.option("--style", type=click.Choice(ALL_STYLES), default="chicago", show_default=True, help="How it is written.")
@click.option(
    "--language",
    type=click.Choice(LANGUAGES),
    default="ar",
    show_default=True,
    help="Arabic, or English and Latin letters.",
)
@click.option(
    "--of",
    type=click.Choice([each.value for each in Of]),
    default=Of.EDITION.value,
    show_default=True,
    help="The paper as this edition has it, or as its publisher brought it out.",
)
@click.option(
    "--root", type=click.Path(path_type=Path), help="Folder of the edition [the nearest one with docs/works]."
)
def cite(place: str, style: str, language: str, of: str, root: Path | None) -> None:
    """Print how to cite WORK, or its paragraph ID (qashta-2025#p12).

    For chicago, mla and apa: the entry for the list of references, then the note or the reference in the text. The
    source text is not needed. The site's address is SITE_URL, else site_url in mkdocs.yml.
    """
    work, sign, anchor = place.partition("#")
    if not work or (sign and not anchor):
        raise click.UsageError(f"expected WORK or WORK#ID such as qashta-2025#p12, found {place!r}")
    home = edition_root(root)
    item = work_edition(load_work(work_folder(home, work)), None)
    site = Site(load_imprint(home), site_address(home, os.environ))
    text = cited(item, anchor or None, style, language, site, Of(of))
    click.echo(text.encode("utf-8"), nl=False)  # bytes: RIS has its own line ends
    if not site.address and of == Of.EDITION:
        click.echo("the address is relative: the site has none yet (SITE_URL, or site_url in mkdocs.yml)", err=True)
