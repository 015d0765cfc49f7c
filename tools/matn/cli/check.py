"""``matn check``: hold the edition to all its rules and list what breaks them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path

import click

from matn.cli.options import edition_options, edition_root, sources_of, work_folder
from matn.cli.progress import Told
from matn.edition.assemble import source_of, strangers
from matn.edition.check import MESSAGES, findings, findings_of_whole
from matn.edition.checks.model import Finding
from matn.edition.load import work_folders
from matn.edition.names import NAMES_FILE
from matn.edition.spelling import Spellings
from matn.edition.survey import survey, survey_whole, with_texts
from matn.errors import ExitCode
from matn.source.find import candidates


@click.command()
@click.argument("works", metavar="[WORK]...", nargs=-1)
@click.option("--all", "everything", is_flag=True, help="List the doubtful places (R) too, not only their number.")
@click.option("--codes", is_flag=True, help="List the rules and do nothing.")
@edition_options
def check(works: tuple[str, ...], everything: bool, codes: bool, root: Path | None, sources: Path | None) -> int:
    """Check the edition, or the WORKs named. Exit code 1 if there is an error (E)."""
    if codes:
        click.echo("".join(f"{code}  {message}\n" for code, message in MESSAGES.items()), nl=False)
        return ExitCode.DONE
    place = edition_root(root)
    folders = [work_folder(place, work) for work in works] or list(work_folders(place))
    found = _look(place, folders, sources_of(place, sources))
    for finding in found:
        if everything or not finding.code.startswith("R"):
            click.echo(f"{finding.where}: {finding.code} {finding.message}")
    click.echo(summary(found), err=True)
    return ExitCode.FINDINGS if any(finding.code.startswith("E") for finding in found) else ExitCode.DONE


def _look(root: Path, folders: Sequence[Path], sources: Path | None) -> list[Finding]:
    """Return what is found in the works in *folders*, and, if those are all, in what the works share."""
    whole = survey_whole(root)
    spellings = None if whole.problems[NAMES_FILE] else Spellings(whole.names)
    unknown = candidates(strangers(root, sources))
    with Told() as told:
        subjects = [
            survey(folder, lambda work: source_of(root, work, sources), unknown, spellings, told) for folder in folders
        ]
    found = [finding for subject in subjects for finding in findings(subject)]
    complete = set(folders) == set(work_folders(root))
    return [*found, *findings_of_whole(with_texts(whole, subjects, complete=complete))]


def summary(found: Iterable[Finding]) -> str:
    """Return how many findings of each sort there are, in words."""
    counts = Counter(finding.code[0] for finding in found)
    words = {"E": "error", "W": "warning", "R": "doubtful place"}
    told = (f"{counts[sort]} {word}{'s' if counts[sort] != 1 else ''}" for sort, word in words.items())
    return f"{', '.join(told)} for the editor (--all)"
