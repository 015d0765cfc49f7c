"""What the edition knows over all its works, as files of JSON: names and dated events, each with its places."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial

from matn.edition.model import Edition
from matn.export.indexes import chronology, names
from matn.export.indexes.envelope import document
from matn.export.offer import Download, Offer, Setting, place


def names_json(edition: Edition) -> str:
    """Return ``names.json``."""
    return document("names", edition, names.data(edition))


def chronology_json(edition: Edition) -> str:
    """Return ``chronology.json``.

    Raises:
        BadInputError: An event refers to something that is not there.
    """
    return document("chronology", edition, chronology.data(edition))


def offers(edition: Edition) -> Iterator[Offer]:
    """Yield both files, of what the edition has."""
    if edition.names:
        yield _offer("names", names_json, edition)
    if edition.chronology:
        yield _offer("chronology", chronology_json, edition)


def _offer(kind: str, make: Callable[[Edition], str], edition: Edition) -> Offer:
    return Offer(Download(place("", f"{kind}.json"), kind, "both", "application/json"), partial(_made, make, edition))


def _made(make: Callable[[Edition], str], edition: Edition, _: Setting) -> bytes:
    return make(edition).encode("utf-8", "backslashreplace")
