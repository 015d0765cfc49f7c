"""Dated events in order, each as precise as the texts make it, as data."""

from __future__ import annotations

from matn.edition.chronology import CHRONOLOGY_FILE, Event
from matn.edition.model import Edition
from matn.errors import BadInputError
from matn.export.indexes.places import Place, anchors


def ordered(edition: Edition) -> list[Event]:
    """Return the events by date; those dated less precisely come before the rest of their year or month."""
    return sorted(edition.chronology, key=lambda event: event.date)


def places(event: Event, edition: Edition) -> list[Place]:
    """Return what *event* refers to.

    Raises:
        BadInputError: Something is not there.
    """
    there = anchors(edition)
    if strays := [ref for ref in event.refs if ref not in there]:
        file = edition.works[0].work.folder.parent / CHRONOLOGY_FILE if edition.works else None
        message = f"{event.id} refers to {strays[0]}, and there is no such paragraph or note"
        raise BadInputError(message, path=file, line=event.row, hint="see the ids with `matn anchors`")
    parts = (ref.partition("#") for ref in event.refs)
    return [Place(work, anchor) for work, _, anchor in parts]


def data(edition: Edition) -> dict[str, object]:
    """Return the events, for ``chronology.json``."""
    return {"events": [_record(event, edition) for event in ordered(edition)]}


def _record(event: Event, edition: Edition) -> dict[str, object]:
    told = {"id": event.id, "date": event.date, "precision": str(event.precision), "ar": event.ar, "en": event.en}
    return told | {"places": [{"ref": place.ref, "url": place.href} for place in places(event, edition)]}
