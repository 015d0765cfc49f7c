"""What a citation says of the edition as a whole: ``docs/works/edition.yaml``; where its site is."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, cast

import yaml
from yaml import Node, ScalarNode, SequenceNode

from matn.edition.load import bilingual, iso_date, works_folder
from matn.edition.model import Bilingual
from matn.edition.schema import Check, Key, Problem, matching, parse, record, refuse
from matn.errors import BadInputError

IMPRINT_FILE = "edition.yaml"
SITE_FILE = "mkdocs.yml"
_SITE_URL = "SITE_URL"
_IMPRINT: Check = record(
    {
        "title": Key(bilingual, required=True),
        "editors": Key(bilingual, required=True),
        "publisher": Key(bilingual, required=True),
        "version": Key(matching(r"\d+(\.\d+)*\S*", "a version such as 0.1.0"), required=True),
        "date": Key(iso_date, required=True),
    }
)


@dataclass(frozen=True, slots=True)
class Imprint:
    """Title, editors and publisher of the edition; its version, and that version's date (ISO 8601)."""

    title: Bilingual
    editors: Bilingual
    publisher: Bilingual
    version: str
    date: str


@dataclass(frozen=True, slots=True)
class Site:
    """The edition as one can reach it; *address* ends with ``/``, or is empty where the site has none yet."""

    imprint: Imprint
    address: str = ""


def load_imprint(root: Path) -> Imprint:
    """Return the imprint of the edition at *root*.

    Raises:
        BadInputError: There is none, or it has mistakes; the message tells them all.
    """
    path = works_folder(root) / IMPRINT_FILE
    if not path.exists():
        hint = "a citation needs: title, editors, publisher (each {ar: …, en: …}), version, date"
        raise BadInputError("expected a description of the edition, found none", path=path, hint=hint)
    value, problems = parse(path, _IMPRINT)
    if value is None and not problems:
        problems = (Problem(1, "expected a description of the edition, found an empty file"),)
    refuse(path, problems)
    fields = cast("dict[str, Any]", value)
    return Imprint(**{key: text for key, text in fields.items() if key != "line"})


def site_address(root: Path, environment: Mapping[str, str]) -> str:
    """Return the address of the site of the edition at *root*, empty if it has none.

    It is ``SITE_URL`` of *environment*, else ``site_url`` in ``mkdocs.yml``.

    Raises:
        BadInputError: It is no web address.
    """
    path = root / SITE_FILE
    address = environment.get(_SITE_URL, "") or (_configured(path, environment) if path.exists() else "")
    if address and not address.startswith(("http://", "https://")):
        hint = f"correct site_url in {SITE_FILE}, or {_SITE_URL}"
        raise BadInputError(f"expected the site's address to begin with https://, found {address!r}", hint=hint)
    return address.rstrip("/") + "/" if address else ""


def _configured(path: Path, environment: Mapping[str, str]) -> str:
    """Read one key and no more: the file has tags that only the site generator understands."""
    try:
        node = yaml.compose(path.read_text(encoding="utf-8"), Loader=yaml.SafeLoader)
    except (OSError, UnicodeDecodeError, yaml.YAMLError) as error:
        raise BadInputError(f"cannot be read: {error}", path=path) from error
    pairs = node.value if isinstance(node, yaml.MappingNode) else ()
    return next((_value(value, environment) for key, value in pairs if key.value == "site_url"), "")


def _value(node: Node, environment: Mapping[str, str]) -> str:
    """Return a scalar, or what ``!ENV NAME`` and ``!ENV [NAME, …, default]`` stand for."""
    if isinstance(node, ScalarNode):
        return environment.get(node.value, "") if node.tag == "!ENV" else str(node.value)
    if not isinstance(node, SequenceNode) or not node.value:
        return ""
    *names, default = [str(part.value) for part in node.value]
    return next((environment[name] for name in names if environment.get(name)), default)
