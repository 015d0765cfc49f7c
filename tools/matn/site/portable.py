"""The whole site as one zip, to be unpacked and read from a folder: the same site gives the same bytes."""

from __future__ import annotations

from pathlib import Path

from matn.export.archive import zipped
from matn.export.offer import FOLDER, Download
from matn.site.addresses import folder
from matn.site.shelf import Shelf
from matn.site.takeaway import PATH, ZIP_PLACE, Line, lines
from matn.site.templates import environment
from matn.site.words import LANGUAGES, Words

DOWNLOAD = Download(f"{FOLDER}/matn-site.zip", "site", "both", "application/zip")
INSIDE = "matn"
"""Folder in the zip that holds all of it."""
_ONLY_ON_A_HOST = frozenset({"sitemap.xml", "sitemap.xml.gz", DOWNLOAD.path})
"""Files that mean nothing in a folder; a sitemap has the day of the build, too."""


def pack(site: Path) -> bytes:
    """Return the *site* (a folder) as a zip; hidden files are left out. Its page of downloads says what it is."""
    found = {path.relative_to(site).as_posix(): path for path in sorted(site.rglob("*")) if path.is_file()}
    kept = {name: path for name, path in found.items() if name not in _ONLY_ON_A_HOST and not _hidden(name)}
    files = {f"{INSIDE}/{name}": path.read_bytes() for name, path in kept.items()}
    for language in LANGUAGES:
        name = f"{INSIDE}/{_page(language)}"
        files[name] = _filled(files[name], Line("site", ()), Words(language))
    return zipped(files)


def offer(site: Path, data: bytes) -> None:
    """Put the zip *data* into the *site*, and tell of it, with its size, on its pages of downloads."""
    (site / DOWNLOAD.path).write_bytes(data)
    shelf = Shelf((DOWNLOAD,), {DOWNLOAD.path: len(data)})
    for language in LANGUAGES:
        page, say = site / _page(language), Words(language)
        (line,) = lines(shelf.downloads, shelf, say, "../" * _page(language).count("/"))
        page.write_bytes(_filled(page.read_bytes(), line, say))


def _page(language: str) -> str:
    return folder(language) + PATH.replace(".md", ".html")


def _hidden(name: str) -> bool:
    return any(part.startswith(".") for part in name.split("/"))


def _filled(page: bytes, line: Line, say: Words) -> bytes:
    """Return *page* with *line* in the place that was left for it."""
    row = environment().get_template("downloads-row.html").render(line=line, say=say)
    return page.replace(ZIP_PLACE.encode(), row.encode())
