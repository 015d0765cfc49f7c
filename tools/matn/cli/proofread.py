"""``matn proofread``: the editor's worklist for a work."""

from __future__ import annotations

from collections.abc import Container, Iterator, Sequence
from itertools import groupby
from pathlib import Path

import click

from matn.cli.options import edition_options, edition_root, sources_of, work_folder
from matn.cli.progress import Told
from matn.edition.assemble import assemble_work
from matn.edition.load import works_folder
from matn.edition.names import NAMES_FILE, load_names
from matn.edition.proofs import READINGS_FILE, load_marks
from matn.edition.spelling import Spellings
from matn.edition.worklist import Place, Worklist, worklist
from matn.errors import BadInputError


@click.command()
@click.argument("work")
@click.option("--unread", is_flag=True, help="Leave out places in paragraphs that readings.yaml says were read twice.")
@edition_options
def proofread(work: str, unread: bool, root: Path | None, sources: Path | None) -> None:
    """Print what is left to look at in WORK, in the order of the text.

    First the paragraphs that nobody has read, by readings.yaml, and those read once. Then the places: words that no
    lexicon and no name of the edition knows, with likely readings; questions and suggestions of the rules; edits by
    the rules that are not sure. Decisions go into emendations.yaml.
    """
    place = edition_root(root)
    folder = work_folder(place, work)
    with Told() as told:
        edition = assemble_work(place, folder, sources_of(place, sources), told)
    if not edition.has_source:
        message = f"the source of {edition.work.id} is not here (SHA-256 {edition.work.source.sha256})"
        raise BadInputError(message, hint="put the file into sources/ or name its folder with --sources DIR")
    names = load_names(works_folder(place) / NAMES_FILE)
    left = worklist(edition, load_marks(folder), Spellings(names))
    skipped = {p.id for p in edition.paragraphs} - {*left.unread, *left.once} if unread else set()
    order = [p.id for p in edition.paragraphs] + [n.id for n in edition.notes]
    click.echo("\n".join(lines(left, order, skipped)))


def lines(left: Worklist, order: Sequence[str], skipped: Container[str] = ()) -> Iterator[str]:
    """Yield the lines of the worklist *left*.

    Args:
        left: What is left.
        order: The ids of paragraphs and notes, in reading order.
        skipped: Ids whose places are left out.
    """
    yield f"not read: {_spans(left.unread, order) or 'nothing'}"
    yield f"read once: {_spans(left.once, order) or 'nothing'}"
    yield f"({READINGS_FILE} tells what was read)"
    kinds = {"word": left.strange, "query": left.queries, "edit": left.doubtful}
    spots = [(spot, kind) for kind, places in kinds.items() for spot in places if spot.at not in skipped]
    for spot, kind in sorted(spots, key=lambda item: order.index(item[0].at)):
        yield ""
        yield from _place(kind, spot)
    yield ""
    yield ", ".join(f"{len(places)} {kind}{'s' if len(places) != 1 else ''}" for kind, places in _plural(kinds))


def _plural(kinds: dict[str, tuple[Place, ...]]) -> Iterator[tuple[str, tuple[Place, ...]]]:
    said = {"word": "unknown word", "query": "open question", "edit": "doubtful edit"}
    return ((said[kind], places) for kind, places in kinds.items())


def _place(kind: str, spot: Place) -> Iterator[str]:
    yield f"{spot.at}  {kind}  {spot.context}"
    if spot.perhaps:
        yield f"      perhaps {', '.join(spot.perhaps)}"
    if kind != "word":
        yield f"      {spot.why}"


def _spans(ids: Sequence[str], order: Sequence[str]) -> str:
    """Return *ids* with neighbours joined: ``p1-p12 p14``."""
    at = {anchor: number for number, anchor in enumerate(order)}
    runs = groupby(enumerate(ids), key=lambda item: (item[1][0], at[item[1]] - item[0]))
    ends = [(run[0][1], run[-1][1]) for run in (list(run) for _, run in runs)]
    return " ".join(first if first == last else f"{first}-{last}" for first, last in ends)
