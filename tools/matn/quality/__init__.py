"""How good and how fast the repair is: measured, not claimed."""

from __future__ import annotations
