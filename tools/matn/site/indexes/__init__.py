"""The pages over all works: names, chronology, notes, shared passages; and what this project wrote, as JSON."""

from __future__ import annotations

from matn.site.indexes.files import data, doors, outlines, pages

__all__ = ["data", "doors", "outlines", "pages"]
