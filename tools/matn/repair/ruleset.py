"""The rules in their order. Nothing registers itself; a reader sees the whole chain here."""

from __future__ import annotations

from matn.repair.model import Rule
from matn.repair.rules import doubled_marks

RULES: tuple[Rule, ...] = (
    doubled_marks.RULE,
)
