"""Matn: damaged Arabic text, repaired, aligned, annotated and published as a citable edition."""

from __future__ import annotations

__version__ = "0.1.0"
__all__ = ["__version__"]
