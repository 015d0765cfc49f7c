"""From bytes to text: which file a work comes from, and how its bytes are to be read."""

from __future__ import annotations
