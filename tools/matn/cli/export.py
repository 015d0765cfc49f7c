"""``matn export``: a work in a format that others read."""

from __future__ import annotations

import os
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path

import click

from matn.cli.files import write_bytes
from matn.cli.options import edition_options, edition_root, sources_of, work_folder
from matn.edition.assemble import assemble, assemble_work
from matn.edition.load import works_folder
from matn.edition.model import Edition
from matn.edition.names import NAMES_FILE, load_names
from matn.errors import BadInputError
from matn.export.offer import WHOLE


@dataclass(frozen=True, slots=True)
class Kind:
    """What ``--format`` names: a format of the downloads, in one language where it has several."""

    format: str
    language: str = ""


FORMATS = {
    **{name: Kind(name) for name in ("epub", "tei", "json", "txt")},
    **{f"pdf-{language}": Kind("pdf", language) for language in ("ar", "both", "en")},
    **{f"{name}-{language}": Kind(name, language) for name in ("bib", "ris", "csl") for language in ("ar", "en")},
}


@click.command()
@click.argument("work")
@click.option("--format", "kind", type=click.Choice(tuple(FORMATS)), required=True, help="Which format.")
@click.option("--output", default="-", show_default=True, help="File to write, - for standard output.")
@edition_options
def export(work: str, kind: str, output: str, root: Path | None, sources: Path | None) -> None:
    """Write WORK, or the whole edition, in a format that others read, as the site offers it for download.

    pdf: pages to print, in Arabic, English or both; epub: a book in EPUB 3; tei: TEI P5 with every change, notes, names
    and summaries; json: the same as data; txt: the reading text with the notes at its end; bib, ris, csl: how to cite
    it in Arabic or English. Without the source of WORK there is no txt, and the others have all but its text. Say
    "edition" for WORK to have all works in one file.
    """
    place = edition_root(root)
    data = _made(place, work, FORMATS[kind], sources_of(place, sources))
    if output == "-":
        click.echo(data, nl=False)
        return
    write_bytes(Path(output), data)
    click.echo(f"{work} as {kind}: {output}", err=True)


def _edition(root: Path, work: str, sources: Path | None) -> Edition:
    """Return the edition, or one of *work* alone, for which the other works need not be in order."""
    if work == WHOLE:
        return assemble(root, sources)
    item = assemble_work(root, work_folder(root, work), sources)
    return Edition((item,), version("matn"), load_names(works_folder(root) / NAMES_FILE))


def _made(root: Path, work: str, kind: Kind, sources: Path | None) -> bytes:
    """Return *work* as *kind*.

    Raises:
        BadInputError: It cannot be had without the source.
    """
    # Imported here: the other commands need nothing of what makes files.
    from matn.export.cite import Site, load_imprint, site_address
    from matn.export.downloads import offers
    from matn.export.offer import Setting
    from matn.export.plain import plain
    from matn.site.words import Words

    edition = _edition(root, work, sources)
    if kind.format == "txt" and work != WHOLE:
        return plain(edition.works[0])
    for offer in offers(edition):
        told = offer.download
        if (told.work or WHOLE, told.format) == (work, kind.format) and kind.language in ("", told.language):
            return offer.make(Setting(root, Site(load_imprint(root), site_address(root, os.environ)), Words))
    raise BadInputError(f"there is no {kind.format} of {work}")
