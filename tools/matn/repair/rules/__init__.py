"""One damage class, one module, one ``RULE``; their order stands in ``matn.repair.ruleset``."""

from __future__ import annotations
