"""``matn export``: a work in a format that others read."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from importlib.metadata import version
from pathlib import Path

import click

from matn.cli.files import write
from matn.cli.options import edition_options, edition_root, sources_of, work_folder
from matn.edition.assemble import assemble_work
from matn.edition.load import works_folder
from matn.edition.model import WorkEdition
from matn.edition.names import NAMES_FILE, load_names
from matn.repair.ruleset import RULES

Export = Callable[[WorkEdition, Path], bytes]


def _tei(item: WorkEdition, root: Path) -> bytes:
    from matn.export.tei import tei  # here: the other formats need no XML

    rules = {rule.name: rule.damage for rule in RULES}
    return tei(item, load_names(works_folder(root) / NAMES_FILE), version("matn"), rules)


def _json(item: WorkEdition, _: Path) -> bytes:
    from matn.export.json_work import work_json

    return work_json(item, version("matn"))


def _txt(item: WorkEdition, _: Path) -> bytes:
    from matn.export.plain import plain

    return plain(item)


FORMATS: Mapping[str, Export] = {"tei": _tei, "json": _json, "txt": _txt}


@click.command()
@click.argument("work")
@click.option("--format", "kind", type=click.Choice(tuple(FORMATS)), required=True, help="Which format.")
@click.option("--output", default="-", show_default=True, help="File to write, - for standard output.")
@edition_options
def export(work: str, kind: str, output: str, root: Path | None, sources: Path | None) -> None:
    """Write WORK in a format that others read.

    tei: TEI P5 with every change, notes, names and summaries; json: the same as data; txt: the reading text
    with the notes at its end. Without the source of WORK, tei and json have all but its text.
    """
    place = edition_root(root)
    edition = assemble_work(place, work_folder(place, work), sources_of(place, sources))
    data = FORMATS[kind](edition, place)
    if output == "-":
        click.echo(data, nl=False)
        return
    write(Path(output), data.decode("utf-8"))
    click.echo(f"{work} as {kind}: {output}", err=True)
