"""Which marker calls which note, as :mod:`matn.edition.calls` has it."""

from __future__ import annotations

from matn.edition.calls import Call, by_note, by_paragraph, calls

__all__ = ["Call", "by_note", "by_paragraph", "calls"]
