"""``matn build``: the whole edition as a site."""

from __future__ import annotations

import logging
from pathlib import Path

import click

from matn.cli.files import fresh_folder
from matn.cli.options import edition_options, edition_root, sources_of
from matn.cli.progress import Told
from matn.edition.assemble import assemble
from matn.edition.balance import summary
from matn.errors import BadInputError

MARK = ".matn-site"
"""File in every site that this command made: only such a folder may be replaced by the next."""


@click.command()
@click.option(
    "--site-dir", type=click.Path(path_type=Path, file_okay=False), help="Where to put the site [site/ in the edition]."
)
@click.option("--zip", "zipped", is_flag=True, help="Put the whole site as one zip beside the other downloads.")
@click.option("--no-pdf", is_flag=True, help="Leave out the PDFs, which take longest; for a quick look.")
@edition_options
def build(site_dir: Path | None, zipped: bool, no_pdf: bool, root: Path | None, sources: Path | None) -> None:
    """Build the site of the edition, with all that it offers for download, and print the character account.

    With --zip the site offers itself, too: to be unpacked and read from a folder, by a double click on index.html.
    """
    # Imported here: the other commands need no site generator.
    from matn.site import portable
    from matn.site.build import build as build_site

    place = edition_root(root)
    target = (site_dir or place / "site").resolve()
    refuse_foreign(place, target)
    show_warnings()
    with Told() as told, fresh_folder(target) as folder:
        edition = assemble(place, sources_of(place, sources), told)
        told("site", "building")
        build_site(place, edition, folder, without=("pdf",) if no_pdf else ())
        if zipped:
            told("site", "zip")
            portable.offer(folder, portable.pack(folder))
        (folder / MARK).write_text("matn build made this folder and replaces it as a whole.\n", encoding="utf-8")
    click.echo(summary(edition.works), nl=False)
    for absent in (each.work.id for each in edition.works if not each.has_source):
        click.echo(f"{absent}: published without its Arabic text, the source is not here", err=True)
    click.echo(f"the site is in {target}", err=True)


def refuse_foreign(root: Path, target: Path) -> None:
    """Keep a build from replacing a folder that is no site.

    Raises:
        BadInputError: *target* holds the edition, or files that no build put there.
    """
    hint = "name an empty folder, a new one, or that of an earlier build with --site-dir"
    if root.resolve().is_relative_to(target):
        raise BadInputError("expected a folder for the site, found the edition in it", path=target, hint=hint)
    if target.exists() and not target.is_dir():
        raise BadInputError("expected a folder for the site, found a file", path=target, hint=hint)
    if target.is_dir() and any(target.iterdir()) and not _ours(root, target):
        raise BadInputError("expected a folder for the site, found other files in it", path=target, hint=hint)


def _ours(root: Path, target: Path) -> bool:
    """Tell whether a build made *target*; the edition's own ``site/``, which git ignores, needs no mark."""
    own = target == (root / "site").resolve() and (target / "index.html").is_file()
    return own or (target / MARK).is_file()


def show_warnings() -> None:
    """Let the site generator say what it warns of: its error only counts the warnings."""
    logger = logging.getLogger("mkdocs")
    if not logger.handlers:
        logger.addHandler(logging.StreamHandler())
