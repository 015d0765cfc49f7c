"""``matn catalogues``: the words of the interface, whole and in order."""

from __future__ import annotations

from pathlib import Path

import click

from matn.cli.files import write
from matn.cli.options import edition_root
from matn.errors import ExitCode


@click.command()
@click.option("--root", type=click.Path(path_type=Path), help="Root of the project [the nearest one with docs/works].")
@click.option("--prune", is_flag=True, help="Take out the words that nobody says any more.")
@click.option("--check", is_flag=True, help="Write nothing.")
def catalogues(root: Path | None, prune: bool, check: bool) -> ExitCode:
    """Gather what the interface says, put the catalogues in order and say what they lack; exit code 1 if anything.

    The template matn.pot beside them is for translators' tools; the site does not need it.
    """
    # Imported here: the other commands need no templates read.
    from matn.site import upkeep
    from matn.site.extraction import uses

    place = edition_root(root)
    found, there = uses(place), upkeep.read(place)
    pot = upkeep.template(found, there)
    if not check:
        write(place / upkeep.TEMPLATE, upkeep.written(pot))
        for language, one in there.items():
            write(place / upkeep.place(language), upkeep.tidied(one, pot, prune=prune))
        there = upkeep.read(place)
    wrong = upkeep.findings(there, found)
    for line in wrong:
        click.echo(line)
    click.echo(f"{sum(1 for _ in pot) - 1} words are said; {len(wrong)} findings", err=True)
    return ExitCode.FINDINGS if wrong else ExitCode.DONE
