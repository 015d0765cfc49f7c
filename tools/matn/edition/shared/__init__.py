"""Passages that two works share, word for word or nearly."""

from __future__ import annotations

from matn.edition.shared.find import shared_passages
from matn.edition.shared.model import Difference, Limits, Place, Shared

__all__ = ["Difference", "Limits", "Place", "Shared", "shared_passages"]
