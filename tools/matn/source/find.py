"""Find the source of each work: by the SHA-256 of its bytes, whatever the file is called."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from matn.errors import BadInputError
from matn.source.read import MAX_BYTES, content, read

PLACES = ("sources", "../shared/sources")
"""Folders looked into, relative to the root of the edition, when none is named."""


@dataclass(frozen=True, slots=True)
class SourceFile:
    """A file that may be a source; *sha256* is empty where it is too large to be one."""

    path: Path
    sha256: str


@dataclass(frozen=True, slots=True)
class Found:
    """Which work has its source where; which have none; which files no work knows."""

    files: Mapping[str, Path]
    missing: tuple[str, ...]
    strangers: tuple[SourceFile, ...]


def source_folder(root: Path, named: Path | None, environ: Mapping[str, str]) -> Path | None:
    """Return the folder of sources: *named*, else ``SOURCES``, else the first of :data:`PLACES` there is.

    Raises:
        BadInputError: The folder that was named is not there, or is no folder.
    """
    variable = environ.get("SOURCES", "")
    wanted = named or (Path(variable) if variable else None)
    if wanted is None:
        return next((root / place for place in PLACES if (root / place).is_dir()), None)
    if not wanted.is_dir():
        what = "a file" if wanted.exists() else "nothing"
        who = "--sources" if named else "SOURCES"
        raise BadInputError(f"expected a folder of source texts ({who}), found {what}", path=wanted)
    return wanted


def index(folder: Path) -> tuple[SourceFile, ...]:
    """Hash the files in *folder* (not in its sub-folders; hidden files left out), by name.

    Raises:
        BadInputError: The folder or a file in it cannot be read.
    """
    try:
        files = sorted(path for path in folder.iterdir() if path.is_file() and not path.name.startswith("."))
    except OSError as error:
        why = f"expected a readable folder of source texts: {error.strerror or error}"
        raise BadInputError(why, path=folder, hint="check its permissions") from error
    return tuple(SourceFile(path, fingerprint(path)) for path in files)


def fingerprint(path: Path) -> str:
    """Return the SHA-256 of *path* in hexadecimal, empty if it is too large to be a source."""
    return "" if path.stat().st_size > MAX_BYTES else hashlib.sha256(content(path)).hexdigest()


def match(pins: Mapping[str, str], files: Iterable[SourceFile]) -> Found:
    """Match works to *files*; *pins* maps the id of a work to the SHA-256 of its source."""
    listed = tuple(files)
    by_hash = {file.sha256: file.path for file in reversed(listed) if file.sha256}
    found = {work: by_hash[pin] for work, pin in pins.items() if pin in by_hash}
    known = set(pins.values())
    return Found(
        found,
        tuple(work for work in pins if work not in found),
        tuple(file for file in listed if file.sha256 not in known),
    )


def refuse_changed(found: Found, pins: Mapping[str, str]) -> None:
    """Complain if a work has no source while a file lies there that no work knows and that may be meant for it.

    That is an Arabic text, or a file called ``.txt`` that is none: empty, cut, binary, too large. Other
    files (a list, an image, the PDF) are no one's source and are passed over.

    Raises:
        BadInputError: There is such a file; of Arabic texts the message names all hashes.
    """
    if not found.missing:
        return
    for file in found.strangers:
        if file.path.suffix == ".txt":
            _refuse_broken(file.path, found.missing)
    _refuse_unknown(texts_among(found.strangers), {work: pins[work] for work in found.missing})


def _refuse_unknown(texts: Sequence[SourceFile], pins: Mapping[str, str]) -> None:
    if texts:
        wanted = "".join(f"\n    {work}: expected {pin}" for work, pin in pins.items())
        got = "".join(f"\n    {file.path.name}: found {file.sha256}" for file in texts)
        raise BadInputError(
            f"a source is not the file that its work.yaml describes (SHA-256):{wanted}{got}",
            path=texts[0].path.parent,
            hint="put the right file there; or, if the file is a new version of the source, run "
            f"`matn anchors {next(iter(pins))} --accept-source FILE`; or take it out of the folder",
        )


def _refuse_broken(path: Path, missing: Sequence[str]) -> None:
    try:
        read(path)
    except BadInputError as error:
        what = f"{error.message}; without a source: {', '.join(missing)}"
        hint = f"{error.hint or 'put the right file there'}; or take it out of the folder"
        raise BadInputError(what, path=path, line=error.line, hint=hint) from error


def texts_among(files: Iterable[SourceFile]) -> list[SourceFile]:
    """Return those of *files* that are Arabic text: a changed source may be among them."""
    return [file for file in files if file.sha256 and _is_text(file.path)]


def candidates(files: Iterable[SourceFile]) -> list[SourceFile]:
    """Return those of *files* that may be meant as a source: Arabic texts, and whatever is called ``.txt``."""
    listed = list(files)
    texts = texts_among(listed)
    return [file for file in listed if file in texts or file.path.suffix == ".txt"]


def _is_text(path: Path) -> bool:
    try:
        read(path)
    except BadInputError:
        return False
    return True
