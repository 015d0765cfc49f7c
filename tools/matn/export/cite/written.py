"""An item of CSL-JSON as a file of its own: a list of one, letters and not escapes."""

from __future__ import annotations

import json

from matn.export.cite.item import Item


def csl_json(item: Item) -> str:
    """Return the text of the file for *item*."""
    return json.dumps([item], ensure_ascii=False, indent=2) + "\n"
