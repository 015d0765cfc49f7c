"""The earlier wording of a paragraph, found again for the one moment in which its change is recorded.

The ledger knows an earlier wording by its hash alone. Two places may still have it: the machine on which it was
accepted (a file in ``.cache/``, which git ignores), and the paragraph itself without the corrections that came since.
Either must give the very hash, else it is not taken.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations
from pathlib import Path

from matn.edition.anchors.fingerprint import content_hash
from matn.edition.emend import Emendation, edits_for
from matn.edition.model import Paragraph
from matn.text.edits import apply

CACHE = Path(".cache") / "matn" / "wordings"
"""Folder in the edition's root where a work's wordings are kept, ``WORK.json``."""
_TRIES = 2_000
"""Wordings that are tried for one paragraph. A hash of 24 bits is met by chance once in 8,000 such searches."""

Earlier = Mapping[str, str]
"""Wordings by their content hash."""


def earlier(paragraph: Paragraph, wanted: str, emendations: Iterable[Emendation], kept: Earlier) -> str | None:
    """Return the wording of *paragraph* with the content hash *wanted*; None if it is found nowhere.

    It is looked for in *kept*, then among the wordings that *paragraph* has with some of its *emendations* left out.
    """
    if content_hash(kept.get(wanted, "")) == wanted:
        return kept[wanted]
    own = [emendation for emendation in emendations if emendation.at == paragraph.id]
    tried = zip(range(_TRIES), _with_fewer(paragraph.repaired or "", own), strict=False)
    return next((text for _, text in tried if content_hash(text) == wanted), None)


def _with_fewer(repaired: str, emendations: Sequence[Emendation]) -> Iterator[str]:
    """Yield *repaired* with all of its *emendations*, with all but one, and so on down to none."""
    for number in range(len(emendations) + 1):
        for left_out in combinations(range(len(emendations)), number):
            edits, problems = edits_for(repaired, [e for at, e in enumerate(emendations) if at not in left_out])
            if not problems:
                yield apply(repaired, edits)


def load_wordings(path: Path) -> Earlier:
    """Return the wordings that this machine has kept in *path*; none if it kept none or they cannot be read."""
    try:
        found = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return {str(key): str(text) for key, text in found.items()} if isinstance(found, dict) else {}


def wordings_text(kept: Earlier, paragraphs: Iterable[Paragraph]) -> str:
    """Return the file that keeps *kept* and the wordings of *paragraphs*."""
    now = {p.content_hash: p.reading for p in paragraphs if p.reading is not None}
    return json.dumps({**kept, **now}, ensure_ascii=False, indent=0, sort_keys=True) + "\n"
