"""What the benchmarks of PDF have in common: the edition, and its volumes as files."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from pathlib import Path

from matn.cli.options import sources_of
from matn.edition.assemble import assemble
from matn.edition.model import Edition
from matn.export.cite import Site, load_imprint
from matn.export.offer import Setting, place
from matn.export.pdf import volumes
from matn.site.words import Words

ROOT = Path(__file__).resolve().parents[2]


def edition() -> Edition:
    """Return the edition of this project, with the sources that are there."""
    named = os.environ.get("SOURCES")
    return assemble(ROOT, sources_of(ROOT, Path(named) if named else None), lambda *_: None)


def setting() -> Setting:
    """Return what volumes are made with; the address is made up, so that all of a volume is there."""
    return Setting(ROOT, Site(load_imprint(ROOT), "https://example.org/matn/"), Words)


def volume_files(whole: Edition, made_with: Setting, folder: Path, names: Sequence[str]) -> Mapping[str, Path]:
    """Write the Arabic volumes of the works *names* (all if empty) to *folder*; return their paths by work."""
    folder.mkdir(parents=True, exist_ok=True)
    wanted = list(names) or [item.work.id for item in whole.works]
    made = volumes(whole, made_with, wanted)
    files = {}
    for name in wanted:
        files[name] = folder / f"{name}.pdf"
        files[name].write_bytes(made[place(name, "ar.pdf")])
    return files
