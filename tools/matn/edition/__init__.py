"""The edition: works, their paragraphs under stable ids, notes, apparatus and character account."""

from __future__ import annotations
