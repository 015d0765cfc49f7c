"""Repair by hypotheses with evidence: a rule proposes, the engine applies, every result is checked."""

from __future__ import annotations
