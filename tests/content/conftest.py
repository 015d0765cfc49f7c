"""The small edition with all that editors write, and a way to run commands in it."""

from __future__ import annotations

from ..cli.conftest import edition, matn

__all__ = ["edition", "matn"]
