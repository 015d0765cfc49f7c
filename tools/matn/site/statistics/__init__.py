"""The page that counts: what was damaged, what was mended and how, what is left; with plots and their tables."""

from __future__ import annotations

from matn.site.statistics.page import files, outlines

__all__ = ["files", "outlines"]
