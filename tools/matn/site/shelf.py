"""The files that the site hands out: made before its pages, so that these can say how large each is."""

from __future__ import annotations

import json
import os
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from matn.edition.model import Edition
from matn.export.cite import Site, load_imprint, site_address
from matn.export.dataset import DESCRIPTOR
from matn.export.downloads import files, listing
from matn.export.offer import FOLDER, Download, Setting
from matn.site.words import Words


@dataclass(frozen=True, slots=True)
class Shelf:
    """What is handed out, the size of each file in bytes by its path, and how the data describe themselves.

    Sizes and the *package* (``datapackage.json``) are known only of what is made.
    """

    downloads: tuple[Download, ...] = ()
    sizes: Mapping[str, int] = field(default_factory=dict)
    package: Mapping[str, Any] = field(default_factory=dict)

    def of(self, work: str) -> tuple[Download, ...]:
        """Return the files of *work*, or of the whole edition if that is empty."""
        return tuple(each for each in self.downloads if each.work == work)


def setting(root: Path) -> Setting:
    """Return what the files of the edition at *root* are made with.

    Raises:
        BadInputError: The edition has no imprint, or its site's address is none.
    """
    return Setting(root, Site(load_imprint(root), site_address(root, os.environ)), Words)


def make(root: Path, edition: Edition, without: Collection[str] = ()) -> Mapping[str, bytes]:
    """Return every file that the site of *edition* hands out, by its path from its root, *without* some formats.

    Raises:
        BadInputError: As for :func:`setting`.
        BrokenPromiseError: A file is not valid in its own format.
    """
    return files(edition, setting(root), without)


def listed(edition: Edition) -> Shelf:
    """Return the listing of *edition*, of which nothing is made yet."""
    return Shelf(listing(edition))


def shelf(edition: Edition, made: Mapping[str, bytes]) -> Shelf:
    """Return the listing of *edition* with the sizes of what was *made*, and its description."""
    package = json.loads(made[f"{FOLDER}/{DESCRIPTOR}"])
    known = tuple(each for each in listing(edition) if each.path in made)
    return Shelf(known, {path: len(data) for path, data in made.items()}, package)


def put(made: Mapping[str, bytes], folder: Path) -> None:
    """Write what was *made* into *folder*, which is fresh."""
    for parent in sorted({(folder / path).parent for path in made}):
        parent.mkdir(parents=True, exist_ok=True)
    for path, data in made.items():
        (folder / path).write_bytes(data)
