"""The reading texts of an edition by work and paragraph, as the indexes over all works want them."""

from __future__ import annotations

from collections.abc import Mapping

from matn.edition.model import Edition

Readings = Mapping[str, Mapping[str, str | None]]
"""Reading text by work id and paragraph id, in order; None where the source is absent."""


def readings(edition: Edition, *, notes: bool = False) -> Readings:
    """Return the reading texts of *edition*, with those of its *notes* if asked for."""
    return {
        whole.work.id: {
            **{paragraph.id: paragraph.reading for paragraph in whole.paragraphs},
            **{note.id: note.text for note in whole.notes if notes},
        }
        for whole in edition.works
    }
