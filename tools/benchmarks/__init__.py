"""Measurements of what the project makes, beside a peer where there is one; run by hand, never timed in a test."""

from __future__ import annotations
