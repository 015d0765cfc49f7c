"""From the bytes an editor received to decoded text, known by its SHA-256."""

from __future__ import annotations
