"""What is taken away from the edition. Made from its data, never from its site."""

from __future__ import annotations
