"""Read what editors write: ``work.yaml`` and ``emendations.yaml``, with every mistake told at its line."""

from __future__ import annotations

import os
import re
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any, cast

from yaml import Node, ScalarNode

from matn.edition.anchors.ledger import ANCHORS_FILE
from matn.edition.emend import CERTAINTIES, KINDS, Emendation
from matn.edition.model import SourcePin, Work
from matn.edition.schema import (
    Check,
    Key,
    Problem,
    any_text,
    entries,
    items,
    line_of,
    mapping,
    matching,
    number,
    one_of,
    parse,
    record,
    refuse,
    text,
)
from matn.errors import BadInputError

WORK_FILE, EMENDATIONS_FILE = "work.yaml", "emendations.yaml"


def iso_date(node: Node, problems: list[Problem]) -> str:
    """An ISO 8601 date, as precise as known: ``2025``, ``2025-09``, ``2025-09-14``."""
    value = str(node.value) if isinstance(node, ScalarNode) else ""
    try:
        year, month, day = (re.fullmatch(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?", value) or _no_match()).groups("01")
        date(int(year), int(month), int(day))
    except ValueError:
        expected = "expected a date such as 2025, 2025-09 or 2025-09-14"
        problems.append(Problem(line_of(node), f"{expected}, found {value!r}"))
    return value


def _no_match() -> re.Match[str]:
    raise ValueError


_BILINGUAL = record({"ar": Key(text, required=True), "en": Key(text, required=True)})


def bilingual(node: Node, problems: list[Problem]) -> dict[str, str]:
    """A text in both interface languages."""
    found = cast("dict[str, Any]", _BILINGUAL(node, problems))
    return {language: found.get(language, "") for language in ("ar", "en")}


_SOURCE: Check = record(
    {
        "sha256": Key(matching("[0-9a-f]{64}", "a SHA-256 of 64 hexadecimal digits"), required=True),
        "format": Key(one_of("text", "markdown"), required=True),
        "characters": Key(number, required=True),
    }
)
_WORK: Check = record(
    {
        "id": Key(matching("[a-z][a-z0-9]*(-[a-z0-9]+)*", "an id such as name-2025"), required=True),
        "title": Key(bilingual, required=True),
        "author": Key(bilingual, required=True),
        "affiliation": Key(bilingual),
        "publisher": Key(bilingual),
        "container": Key(bilingual),
        "date": Key(iso_date, required=True),
        "date_evidence": Key(bilingual),
        "issue": Key(text),
        "pages": Key(text),
        "url": Key(matching(r"https?://\S+", "an address that begins with http:// or https://")),
        "rights": Key(bilingual),
        "damage": Key(bilingual),
        "abstract": Key(bilingual),
        "stance": Key(bilingual),
        "source": Key(_SOURCE, required=True),
        "structure": Key(mapping),
    }
)
_EMENDATIONS: Check = items(
    record(
        {
            "at": Key(matching(r"[pn]\d+[a-z]*", "the id of a paragraph or note, such as p12"), required=True),
            "sic": Key(text, required=True),
            "corr": Key(any_text, required=True),
            "kind": Key(one_of(*KINDS), required=True),
            "why": Key(text, required=True),
            "certainty": Key(one_of(*CERTAINTIES), required=True),
            "who": Key(text, required=True),
            "evidence": Key(text),
        }
    )
)


def works_folder(root: Path) -> Path:
    """Return the folder of the edition at *root* that holds its works and what they share."""
    return root / "docs" / "works"


def work_folders(root: Path) -> tuple[Path, ...]:
    """Return the folders of works in the edition at *root*, by name.

    Raises:
        BadInputError: There is no ``docs/works``, or no work in it, or a folder there has published ids
            and no ``work.yaml`` that can be read: its ids would vanish.
    """
    works = works_folder(root)
    for place in sorted(path for path in works.glob("*") if path.is_dir()):
        if not os.access(place, os.R_OK | os.X_OK) or (
            (place / ANCHORS_FILE).exists() and not (place / WORK_FILE).exists()
        ):
            hint = f"give the folder its {WORK_FILE} back: the ids it has published must not vanish"
            raise BadInputError(f"expected a readable {WORK_FILE}, found none", path=place, hint=hint)
    folders = tuple(sorted(path.parent for path in works.glob(f"*/{WORK_FILE}")))
    if not folders:
        hint = "run matn in the folder of the edition, or name it with --root"
        raise BadInputError(f"expected works (*/{WORK_FILE}), found none", path=works, hint=hint)
    return folders


def check_work(folder: Path) -> tuple[Work | None, tuple[Problem, ...]]:
    """Read the bibliography in *folder*; the work is None where there are problems."""
    value, problems = parse(folder / WORK_FILE, _WORK)
    if value is None and not problems:
        problems = (Problem(1, "expected the description of a work, found an empty file"),)
    if problems:
        return None, problems
    fields = cast("dict[str, Any]", value)
    if fields["id"] != folder.name:
        message = f"expected the folder's name {folder.name} as id, found {fields['id']}"
        return None, (Problem(fields["line"], message),)
    return _work(folder, fields), ()


def _work(folder: Path, fields: Mapping[str, Any]) -> Work:
    pin = {key: value for key, value in fields["source"].items() if key != "line"}
    rest = {key: value for key, value in fields.items() if key not in {"line", "source"}}
    return Work(**({"publisher": {}} | rest), folder=folder, source=SourcePin(**pin))


def load_work(folder: Path) -> Work:
    """Return the work described in *folder*.

    Raises:
        BadInputError: The description has mistakes; the message tells them all.
    """
    work, problems = check_work(folder)
    refuse(folder / WORK_FILE, problems)
    return cast("Work", work)


def load_works(root: Path) -> tuple[Work, ...]:
    """Return all works of the edition at *root*, newest first, then by id.

    Raises:
        BadInputError: There is none, or a description has mistakes.
    """
    works = [load_work(folder) for folder in work_folders(root)]
    return tuple(sorted(works, key=lambda work: (-int(work.date[:4]), work.id)))


def check_emendations(folder: Path) -> tuple[tuple[Emendation, ...], tuple[Problem, ...]]:
    """Read an editor's corrections in *folder*; no file means none."""
    found, problems = entries(folder / EMENDATIONS_FILE, _EMENDATIONS)
    emendations = tuple(Emendation(**fields) for fields in found)
    idle = [Problem(e.line, "sic and corr are the same") for e in emendations if e.sic == e.corr]
    return emendations, problems or tuple(idle)


def load_emendations(folder: Path) -> tuple[Emendation, ...]:
    """Return the corrections in *folder*, in the order of the file.

    Raises:
        BadInputError: The file has mistakes; the message tells them all.
    """
    emendations, problems = check_emendations(folder)
    refuse(folder / EMENDATIONS_FILE, problems)
    return emendations
