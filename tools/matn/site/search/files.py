"""The files of search: the engine, its library, a list of the works, and for every work its index and its texts.

All are scripts, which hand over data, since a page opened from a folder may load scripts and nothing else. Names
carry a hash of the content, so that no browser keeps an old one; ``manifest.js`` is asked for with its own.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from matn.edition.model import Edition, WorkEdition
from matn.edition.names import Name
from matn.site.search.index import FIELDS, index
from matn.site.search.records import Record, records
from matn.site.search.script import LIBRARY, library, script
from matn.text.search import Names, names
from matn.text.search.script import names_data

VERSION = 2
"""Rises when a script of before cannot read these files."""

FOLDER = "search"


@dataclass(frozen=True, slots=True)
class Published:
    """The files of search by path from the site's root, the path of its script, and a version of its data."""

    files: Mapping[str, str]
    engine: str
    version: str


_last: list[tuple[Edition, Path, Published]] = []


def published(edition: Edition, root: Path) -> Published:
    """Return the files of search of *edition*, with the script of the project in *root*.

    The same edition gives the same bytes. What was made last is remembered, since every interface asks for it.

    Raises:
        MissingToolError: The library of search has not been fetched.
    """
    if not (_last and _last[0][0] is edition and _last[0][1] == root):
        _last[:] = [(edition, root, _published(edition, script(root), library(root)))]
    return _last[0][2]


def _published(edition: Edition, code: str, tool: str) -> Published:
    known = language(edition.names)
    files: dict[str, str] = {}
    tool_path = _put(files, LIBRARY, tool)
    works = []
    for item, own in zip(edition.works, records(edition).values(), strict=True):
        parts = {"index": index(own, known), "texts": {"records": [_texts(record) for record in own]}}
        paths = {
            kind: _add(files, f"{item.work.id}-{kind}", f"{kind}/{item.work.id}", data) for kind, data in parts.items()
        }
        works.append(_work(item, own) | paths)
    head = {"version": VERSION, "library": tool_path, "fields": FIELDS}
    manifest = _data("manifest", head | {"works": works, "names": json.loads(names_data(known))})
    files[f"{FOLDER}/manifest.js"] = manifest
    engine = f"{FOLDER}/{_put(files, 'engine', code)}"
    return Published(files, engine, _hash(manifest))


def language(known: Sequence[Name]) -> Names:
    """Return the spellings in two scripts of the names of an edition."""
    return names((name.forms, name.en_forms) for name in known)


def _work(item: WorkEdition, own: Sequence[Record]) -> dict[str, object]:
    work = item.work
    head = {"id": work.id, "title": dict(work.title), "author": dict(work.author), "year": work.date[:4]}
    return {**head, "size": len(own)}


def _texts(record: Record) -> dict[str, object]:
    """Return what results show of *record*; an absent part is an absent key."""
    whole = {
        "id": record.id,
        "language": record.language,
        "text": record.text,
        "gist": record.gist,
        "heads": list(record.heads),
        "notes": [[note.id, note.label, note.language, note.text] for note in record.notes],
        "names": [list(pair) for pair in record.names],
    }
    return {key: value for key, value in whole.items() if value}


def _add(files: dict[str, str], name: str, key: str, data: object) -> str:
    """Put *data* into *files* and return its path from the folder of search."""
    return _put(files, name, _data(key, data))


def _put(files: dict[str, str], name: str, content: str) -> str:
    """Put a script into *files* under a name of its content, and return its path from the folder of search."""
    path = f"{name}-{_hash(content)}.js"
    files[f"{FOLDER}/{path}"] = content
    return path


def _data(key: str, data: object) -> str:
    value = json.dumps(data, ensure_ascii=False, separators=(",", ":")).replace("</", "<\\/")
    return f"(self.matnSearchFiles??={{}})[{json.dumps(key)}]={value}\n"


def _hash(content: str) -> str:
    return hashlib.sha256(content.encode()).hexdigest()[:10]
