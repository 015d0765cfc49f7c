"""The data of the edition as one set: described as a Frictionless Data Package, with checksums, and as a zip.

After Data Package 2.0 (https://datapackage.org/standard/data-package/). The descriptor and the checksums lie in
``downloads/`` and name what is below it; those in the zip name what is in the zip.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping

from matn.edition.model import Edition, WorkEdition
from matn.export.archive import zipped
from matn.export.offer import FOLDER, Download, Setting, place

DESCRIPTOR, SUMS = "datapackage.json", "SHA256SUMS"
ZIP = Download(place("", "zip"), "dataset", "both", "application/zip")
_INSIDE = "matn-edition"
_NOT_DATA = frozenset({"pdf", "epub"})
"""Formats to read from; the set is of those that programs take."""
_OURS = frozenset({"bib", "ris", "csl", "references", "names", "chronology", "schema"})
"""Families of formats that hold nothing of a paper's text."""
EDITORIAL = {
    "name": "CC-BY-4.0",
    "path": "https://creativecommons.org/licenses/by/4.0/",
    "title": "What the editors made: Creative Commons Attribution 4.0",
}
_CLOSED = "other-closed"
"""Licence id of Open Definition for what is not open; it is not ours to license."""


def files(
    edition: Edition, setting: Setting, every: Mapping[str, Download], made: Mapping[str, bytes]
) -> dict[str, bytes]:
    """Return the zip, then the descriptor and the checksums of all downloads, by path from the site's root.

    Args:
        edition: The edition.
        setting: How it is cited, and the words.
        every: All downloads by their paths.
        made: The bytes of the others by their paths.
    """
    data = {path: made[path] for path, each in every.items() if each.format not in _NOT_DATA and path in made}
    inside = {
        DESCRIPTOR: describe(edition, setting, every, data),
        SUMS: sums(data),
        "README.txt": _readme(setting),
        **{_below(path): content for path, content in data.items()},
    }
    whole = {**made, ZIP.path: zipped({f"{_INSIDE}/{name}": content for name, content in inside.items()})}
    return {
        ZIP.path: whole[ZIP.path],
        f"{FOLDER}/{DESCRIPTOR}": describe(edition, setting, every, whole),
        f"{FOLDER}/{SUMS}": sums(whole),
    }


def sums(made: Mapping[str, bytes]) -> bytes:
    """Return the checksums of *made* as ``sha256sum -c`` reads them, from the folder of downloads."""
    lines = (f"{digest(data)}  {_below(path)}\n" for path, data in sorted(made.items()))
    return "".join(lines).encode()


def digest(data: bytes) -> str:
    """Return the SHA-256 of *data* in hexadecimal."""
    return hashlib.sha256(data).hexdigest()


def _below(path: str) -> str:
    return path.removeprefix(f"{FOLDER}/")


def describe(edition: Edition, setting: Setting, every: Mapping[str, Download], made: Mapping[str, bytes]) -> bytes:
    """Return the descriptor of what was *made*, with size, checksum and licence of every file."""
    told = setting.site.imprint
    works = {item.work.id: item for item in edition.works}
    package = {
        "$schema": "https://datapackage.org/profiles/2.0/datapackage.json",
        "name": _INSIDE,
        "title": told.title["en"],
        "description": cited(setting, "en"),
        "description_ar": cited(setting, "ar"),
        "version": told.version,
        **({"homepage": setting.site.address} if setting.site.address else {}),
        "licenses": [EDITORIAL],
        "contributors": [{"title": told.editors["en"], "roles": ["editor"]}],
        "keywords": ["Arabic", "digital edition", "text repair"],
        "resources": [
            _resource(every[path], data, licences(every[path], works.get(every[path].work), setting))
            for path, data in made.items()
            if path in every
        ],
    }
    return (json.dumps(package, ensure_ascii=False, indent=1) + "\n").encode("utf-8", "backslashreplace")


def _resource(download: Download, data: bytes, held: Iterable[Mapping[str, str]]) -> dict[str, object]:
    path = _below(download.path)
    return {
        "name": path.rpartition("/")[2].lower(),
        "path": path,
        "format": path.rpartition(".")[2],
        "mediatype": download.media_type,
        "bytes": len(data),
        "hash": f"sha256:{digest(data)}",
        "licenses": list(held),
    }


def licences(download: Download, item: WorkEdition | None, setting: Setting) -> list[Mapping[str, str]]:
    """Return who licenses what in *download*: the editors' part, and the text of the work *item* where it is there.

    The volumes of the edition hold what their works hold.
    """
    if download.format.partition("-")[0] in _OURS:
        return [EDITORIAL]
    if item is None:
        return [EDITORIAL, _closed("The texts of the papers are their owners'")]
    if not item.has_source or item.work.publisher == setting.site.imprint.publisher:
        return [EDITORIAL]
    held = _closed(item.work.rights.get("en") or "The text is its author's and publisher's")
    return [held] if download.format == "txt" else [EDITORIAL, held]


def _closed(title: str) -> Mapping[str, str]:
    return {"name": _CLOSED, "title": title}


def cited(setting: Setting, language: str) -> str:
    """Return how to cite the set in *language*."""
    told, say = setting.site.imprint, setting.words(language)
    return say(
        "dataset-citation",
        editors=told.editors[language],
        year=told.date[:4],
        title=told.title[language],
        version=told.version,
        publisher=told.publisher[language],
        address=setting.site.address,
    ).strip()


def _readme(setting: Setting) -> bytes:
    parts = [part for language in ("en", "ar") for part in _told(setting, language)]
    return ("\n\n".join([*parts, f"sha256sum -c {SUMS}"]) + "\n").encode("utf-8", "replace")


def _told(setting: Setting, language: str) -> tuple[str, ...]:
    say = setting.words(language)
    return cited(setting, language), say("licence-told"), say("dataset-lead")
