"""Options that the commands share, and how they find the edition and its works."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import click

from matn.edition.load import WORK_FILE, work_folders
from matn.edition.schema import suggestion
from matn.errors import BadInputError
from matn.source.find import source_folder

_Command = Callable[..., Any]


def edition_options(command: _Command) -> _Command:
    """Add ``--root`` and ``--sources``."""
    root = click.option(
        "--root", type=click.Path(path_type=Path), help="Folder of the edition [the nearest one with docs/works]."
    )
    sources = click.option(
        "--sources", type=click.Path(path_type=Path), help="Folder of the source texts [SOURCES, sources/]."
    )
    return root(sources(command))


def edition_root(named: Path | None) -> Path:
    """Return the folder of the edition: *named*, else the nearest one upwards with ``docs/works``.

    Raises:
        BadInputError: There is none.
    """
    if named is not None:
        if not (named / "docs" / "works").is_dir():
            raise BadInputError("expected the folder of an edition, found no docs/works in it", path=named)
        return named
    here = Path.cwd()
    root = next((place for place in (here, *here.parents) if (place / "docs" / "works").is_dir()), None)
    if root is None:
        hint = "run matn in the folder of the edition, or name it with --root"
        raise BadInputError("expected an edition here or above, found no docs/works", path=here, hint=hint)
    return root


def sources_of(root: Path, named: Path | None) -> Path | None:
    """Return the folder of sources for the edition at *root*, if there is one.

    Raises:
        BadInputError: The folder that was named is not there.
    """
    return source_folder(root, named, os.environ)


def work_folder(root: Path, name: str) -> Path:
    """Return the folder of the work *name*.

    Raises:
        BadInputError: There is no such work; the hint names the nearest, or all.
    """
    folder = root / "docs" / "works" / name
    if name and Path(name).name == name and (folder / WORK_FILE).is_file():
        return folder
    known = [place.name for place in work_folders(root)]
    hint = suggestion(name, known) or f"the works are: {', '.join(known)}"
    raise BadInputError(f"there is no work {name!r}", hint=hint)
