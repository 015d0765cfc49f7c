"""What the head of a page tells machines: search engines, reference managers, programs that show a link."""

from __future__ import annotations

from matn.site.meta.equipping import equip
from matn.site.meta.head import head
from matn.site.meta.page import Described, described
from matn.site.meta.picture import pictures

__all__ = ["Described", "described", "equip", "head", "pictures"]
