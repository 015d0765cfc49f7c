"""The index of names of the edition's volume: each name, and the numbers of its paragraphs by work."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import groupby

from matn.edition.model import Edition
from matn.edition.names import Name, index
from matn.edition.names.index import Entry
from matn.edition.names.model import Kind
from matn.edition.readings import readings
from matn.edition.remembered import remembered
from matn.export.offer import Say
from matn.export.pdf.inline import seen
from matn.text.fold import folded

_ORDER = tuple(Kind)
_SIGLA = {"ar": "أبجدهوزحطيكلمنسعفصقرشت", "en": "ABCDEFGHIJKLMNOPQRSTUVWXYZ"}


def siglum(place: int, language: str) -> str:
    """Return the letter for the work at *place* in the volume, a number when the letters are used up."""
    letters = _SIGLA[language]
    return letters[place] if place < len(letters) else str(place + 1)


@remembered
def _index(edition: Edition) -> Mapping[str, tuple[Entry, ...]]:
    """Return where each name occurs: the volumes of an edition ask for it one after the other."""
    return index(edition.names, readings(edition))


def names(edition: Edition, language: str, say: Say) -> list[dict[str, object]]:
    """Return the names that occur, by kind, in the order of the alphabet of *language*."""
    found = _index(edition)
    sigla = {item.work.id: siglum(at, language) for at, item in enumerate(edition.works)}
    occurring = [name for name in edition.names if found[name.id]]
    ordered = sorted(occurring, key=lambda name: (_ORDER.index(name.kind), _key(name, language), name.id))
    return [
        {"title": _kind(kind.value, say), "names": [_name(name, language, found[name.id], sigla) for name in group]}
        for kind, group in groupby(ordered, key=lambda name: name.kind)
    ]


def _kind(kind: str, say: Say) -> str:
    return say(f"names-{kind}")


def _key(name: Name, language: str) -> str:
    if language == "en":
        return name.en.casefold().removeprefix("the ")
    return folded(name.ar).removeprefix("ال")


def _name(name: Name, language: str, entries: tuple[Entry, ...], sigla: Mapping[str, str]) -> dict[str, object]:
    by_work = groupby(entries, key=lambda entry: entry.work)
    return {
        "name": seen(name.en if language == "en" else name.ar),
        "other": seen(name.ar if language == "en" else name.en),
        "places": [
            {"siglum": sigla[work], "numbers": [[f"{work}-{each.paragraph}", each.paragraph[1:]] for each in group]}
            for work, group in by_work
        ],
    }
