"""What can be taken away, as pages tell it: by format, with languages, sizes and what each is for."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import groupby
from typing import Any, Literal

from babel.units import format_unit

from matn.edition.model import Edition, WorkEdition
from matn.export.offer import FOLDER, WHOLE, Download
from matn.site.addresses import up
from matn.site.front import front_matter
from matn.site.indexes.places import label
from matn.site.shelf import Shelf
from matn.site.templates import environment
from matn.site.words import Words

PATH, DATASET = "downloads.md", "dataset.md"
ZIP_PLACE = '<tr class="site-zip" hidden></tr>'
"""Where the page leaves a row for the zip of the whole site, whose size is known only after the pages are made."""
_CITATIONS = {"bib": "BibTeX", "ris": "RIS", "csl": "CSL-JSON"}
_NAMED = {**_CITATIONS, **{f"references-{kind}": name for kind, name in _CITATIONS.items()}}
"""Formats whose links are told apart by their name; the others are by language."""
_SHOWN = frozenset({"pdf", "txt"})
"""Formats that browsers show; the others are saved."""
_MILLION, _THOUSAND = 1_000_000, 1000


@dataclass(frozen=True, slots=True)
class Link:
    """One file: what its link says, where it leads, how large the file is, whether it is saved and not shown."""

    text: str
    href: str
    size: str
    download: Download
    saved: bool


@dataclass(frozen=True, slots=True)
class Line:
    """The files of one format, or of the formats that serve one end."""

    key: str
    links: tuple[Link, ...]


def lines(downloads: Iterable[Download], shelf: Shelf, say: Words, root: str) -> list[Line]:
    """Return *downloads* by what they are for; of citations those in the language of the interface alone."""
    told = [each for each in downloads if each.format not in _CITATIONS or each.language == say.language]
    groups = groupby(told, key=lambda each: _family(each.format))
    return [Line(key, tuple(_link(each, shelf, say, root) for each in group)) for key, group in groups]


def _family(kind: str) -> str:
    return "citation" if kind in _CITATIONS else kind.partition("-")[0]


def _link(download: Download, shelf: Shelf, say: Words, root: str) -> Link:
    family, _, what = download.format.partition("-")
    other = say(f"schema-{what}") if family == "schema" else say(f"language-{download.language}")
    text = _NAMED.get(download.format, other)
    size = size_of(shelf.sizes[download.path], say) if download.path in shelf.sizes else ""
    return Link(text, root + download.path, size, download, download.format not in _SHOWN)


def size_of(size: int, say: Words) -> str:
    """Return a *size* in bytes as readers know it, in steps of 1000.

    >>> size_of(1_234_567, Words("en")), size_of(217_400, Words("en")), size_of(80, Words("en"))
    ('1.2 MB', '217 kB', '1 kB')
    """
    if size >= _MILLION:
        # In Arabic the one unit has a short form that nobody would know beside the other, which has none.
        length: Literal["long", "short"] = "long" if say.language == "ar" else "short"
        return format_unit(round(size / _MILLION, 1), "digital-megabyte", length, locale=say.language)
    return format_unit(max(1, round(size / _THOUSAND)), "digital-kilobyte", "short", locale=say.language)


def of_work(item: WorkEdition, shelf: Shelf, say: Words, root: str) -> list[Line]:
    """Return the files of one work for its reading page."""
    return lines(shelf.of(item.work.id), shelf, say, root)


def pages(edition: Edition, shelf: Shelf, say: Words) -> dict[str, str | bytes]:
    """Return the page of everything that can be taken away, and that of the data as a set."""
    return {PATH: _downloads(edition, shelf, say), DATASET: _dataset(edition, shelf, say)}


def _downloads(edition: Edition, shelf: Shelf, say: Words) -> str:
    root = up(PATH, say.language)
    works = [(item, label(item.work, say.language), of_work(item, shelf, say, root)) for item in edition.works]
    whole = lines(shelf.of(""), shelf, say, root)
    html = (
        environment()
        .get_template("downloads-page.html")
        .render(whole=whole, works=works, say=say, root=root, zip_place=ZIP_PLACE)
    )
    return f"{front_matter(say('downloads'), say('downloads-lead'), index='downloads')}\n{html}\n"


def _dataset(edition: Edition, shelf: Shelf, say: Words) -> str:
    names = {item.work.id: label(item.work, say.language) for item in edition.works} | {WHOLE: say("downloads-whole")}
    resources = sorted(shelf.package.get("resources", ()), key=lambda each: list(names).index(_work(each)))
    groups = [(names[work], [_resource(each, say) for each in group]) for work, group in groupby(resources, key=_work)]
    root = up(DATASET, say.language)
    body = {"groups": groups, "package": shelf.package, "root": f"{root}{FOLDER}/", "say": say}
    html = environment().get_template("dataset-page.html").render(body)
    return f"{front_matter(say('dataset'), say('dataset-lead'), index='dataset')}\n{html}\n"


def _work(resource: Mapping[str, Any]) -> str:
    return str(resource["path"]).partition("/")[0]


def _resource(resource: Mapping[str, Any], say: Words) -> dict[str, object]:
    digest = str(resource["hash"]).removeprefix("sha256:")
    held = [each["name"] for each in resource["licenses"]]
    return {**resource, "size": size_of(resource["bytes"], say), "digest": digest, "held": held}
