"""What is known about Arabic script, and about edits of text. Imports nothing of the rest."""

from __future__ import annotations
