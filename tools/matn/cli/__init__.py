"""The ``matn`` command: parse, call, report. The only place that prints."""

from __future__ import annotations
