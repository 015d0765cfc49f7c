"""The files of search: a list of the works, and for every work its index and its texts.

Each is a script that hands over data, since a page opened from a folder may load scripts and nothing else. Names
carry a hash of the content, so that no browser keeps an old one.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from matn.edition.model import Edition, WorkEdition
from matn.edition.names import Name
from matn.site.search.index import FIELDS, index
from matn.site.search.records import Record, records
from matn.text.search import Names, names
from matn.text.search.script import names_data

VERSION = 1
"""Rises when a script of before cannot read these files."""

FOLDER = "search"


@dataclass(frozen=True, slots=True)
class Published:
    """The files of search, by path from the site's root, and the one that leads to all others."""

    files: Mapping[str, str]
    manifest: str


def published(edition: Edition) -> Published:
    """Return the files of search of *edition*; the same edition gives the same bytes."""
    known = language(edition.names)
    files: dict[str, str] = {}
    works = []
    for item, own in zip(edition.works, records(edition).values(), strict=True):
        parts = {"index": index(own, known), "texts": {"records": [_texts(record) for record in own]}}
        paths = {
            kind: _add(files, f"{item.work.id}-{kind}", f"{kind}/{item.work.id}", data) for kind, data in parts.items()
        }
        works.append(_work(item, own) | paths)
    manifest = {"version": VERSION, "fields": FIELDS, "works": works, "names": json.loads(names_data(known))}
    return Published(files, _add(files, "manifest", "manifest", manifest))


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
        "notes": [[note.id, note.label, note.language, note.text] for note in record.notes],
        "names": [list(pair) for pair in record.names],
    }
    return {key: value for key, value in whole.items() if value}


def _add(files: dict[str, str], name: str, key: str, data: object) -> str:
    """Put *data* into *files* and return its path from the folder of search."""
    value = json.dumps(data, ensure_ascii=False, separators=(",", ":")).replace("</", "<\\/")
    script = f"(self.matnSearchFiles??={{}})[{json.dumps(key)}]={value}\n"
    path = f"{name}-{hashlib.sha256(script.encode()).hexdigest()[:10]}.js"
    files[f"{FOLDER}/{path}"] = script
    return path
