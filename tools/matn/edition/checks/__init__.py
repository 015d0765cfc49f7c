"""The rules that an edition is held to, by what they look at; :mod:`matn.edition.check` has them by code."""

from __future__ import annotations
