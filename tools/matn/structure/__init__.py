"""From repaired text to blocks and notes: furniture out, paragraphs rejoined, markers found."""

from __future__ import annotations
