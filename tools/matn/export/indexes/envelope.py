"""What this project wrote, as JSON: the envelope of every file, and its writing.

The shape of each file is told to readers in ``docs/data.md`` and ``docs/en/data.md``. Keys are added, never
renamed or given another meaning, unless :data:`VERSION` rises. No file holds running text of a work: places
are given as ranges of code points of the reading text, which is the publishers'.
"""

from __future__ import annotations

import json
from collections.abc import Mapping

from matn.edition.model import Edition

VERSION = 1
LICENCE = "CC-BY-4.0"


def document(kind: str, edition: Edition, body: Mapping[str, object]) -> str:
    """Return the JSON file *kind* of *edition* with *body* in the common envelope."""
    head = {"format": f"matn-{kind}", "format_version": VERSION, "matn": edition.version, "licence": LICENCE}
    return written(head | dict(body))


def written(value: object) -> str:
    """Return *value* as JSON that diffs well."""
    return json.dumps(value, ensure_ascii=False, indent=1) + "\n"


def known(**facts: object) -> dict[str, object]:
    """Return *facts* without those that are empty: an absent fact is an absent key."""
    return {key: value for key, value in facts.items() if value not in ("", None, (), [], {})}
