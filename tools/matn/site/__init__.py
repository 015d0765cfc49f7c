"""Pages as a pure function of an edition. Imports no site generator."""

from __future__ import annotations
