"""Markers and notes find each other, with the text and without."""

from __future__ import annotations

from matn.edition.model import WorkEdition
from matn.site.references import calls


def test_ids_in_reading_order(whole: WorkEdition) -> None:
    assert [(c.id, c.paragraph) for c in calls(whole)] == [
        ("n1-ref", "p5"),
        ("n2-ref", "p5"),
        ("n1-ref-2", "p7"),
        ("n3-ref", "p11"),
    ]


def test_ids_are_the_same_without_the_text(whole: WorkEdition, bare: WorkEdition) -> None:
    assert [(c.id, c.note, c.paragraph) for c in calls(bare)] == [(c.id, c.note, c.paragraph) for c in calls(whole)]
