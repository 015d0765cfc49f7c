"""``matn text``: a work's paragraphs as plain text, for reading, counting and comparing."""

from __future__ import annotations

from pathlib import Path

import click

from matn.cli.options import edition_options, edition_root, sources_of, work_folder
from matn.edition.assemble import assemble_work
from matn.edition.model import Paragraph, WorkEdition
from matn.errors import BadInputError

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
    if not edition.has_source:
        message = f"the source of {edition.work.id} is not here (SHA-256 {edition.work.source.sha256})"
        raise BadInputError(message, hint="put the file into sources/ or name its folder with --sources DIR")
    lines = (_line(paragraph, layer) for paragraph in edition.paragraphs)
    return "\n".join(f"{line}\n" for line in lines if line)


def _line(paragraph: Paragraph, layer: str) -> str:
    whole = {"received": paragraph.received, "repaired": paragraph.repaired, "reading": paragraph.reading}[layer]
    line = " ".join((whole or "").splitlines()).strip()
    return f"{paragraph.label} {line}" if paragraph.label and line else line
