"""``matn text``: a work's paragraphs as plain text, for reading, counting and comparing."""

from __future__ import annotations

from pathlib import Path

import click

from matn.cli.options import edition_options, edition_root, sources_of, work_folder
from matn.edition.assemble import assemble_work
from matn.edition.model import WorkEdition
from matn.export.plain import laid_out, paragraphs

LAYERS = ("received", "repaired", "reading")


@click.command()
@click.argument("work")
@click.option("--layer", type=click.Choice(LAYERS), default="reading", show_default=True, help="Which text.")
@edition_options
def text(work: str, layer: str, root: Path | None, sources: Path | None) -> None:
    """Print the paragraphs of WORK, one a line, with a blank line between.

    The label of a list item stands before it.

    received: as the source has it; repaired: after the rules; reading: after the editor's corrections.
    """
    place = edition_root(root)
    edition = assemble_work(place, work_folder(place, work), sources_of(place, sources))
    click.echo(as_text(edition, layer).encode("utf-8"), nl=False)  # bytes: the terminal's locale has no say


def as_text(edition: WorkEdition, layer: str) -> str:
    """Return the paragraphs of *edition* in *layer*, one a line.

    Raises:
        BadInputError: The source is absent.
    """
    return laid_out(paragraphs(edition, layer))
