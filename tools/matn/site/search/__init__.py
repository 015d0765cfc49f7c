"""What a search looks in, and the files that its script reads: one record a paragraph, one index a work."""

from __future__ import annotations

from matn.site.search.files import Published, published
from matn.site.search.records import Record, records

__all__ = ["Published", "Record", "published", "records"]
