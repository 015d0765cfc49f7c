"""What the edition knows over all its works, as files of JSON: names and dated events, each with its places."""

from __future__ import annotations

from matn.edition.model import Edition
from matn.export.indexes import chronology, names
from matn.export.indexes.envelope import document


def names_json(edition: Edition) -> str:
    """Return ``names.json``."""
    return document("names", edition, names.data(edition))


def chronology_json(edition: Edition) -> str:
    """Return ``chronology.json``.

    Raises:
        BadInputError: An event refers to something that is not there.
    """
    return document("chronology", edition, chronology.data(edition))
