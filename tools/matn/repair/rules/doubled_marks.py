r"""doubled-marks: the same vowel sign printed twice stands once.

Fixes: fonts that draw a mark in two passes leave it twice in the text layer (``\u064b\u064b``).
Leaves alone: two different marks on one letter (shadda with a vowel), in whatever order.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from matn.repair.model import Evidence, Rule
from matn.text.edits import Edit
from matn.text.tables import MARK_CLASS, MARKS

_CLUSTER = re.compile(f"[{MARK_CLASS}]{{2,}}")
# The same two marks twice (shadda, damma, shadda, damma) are one pair printed in two passes.
_TWICE = re.compile(f"([{MARK_CLASS}]{{1,2}}?)\\1+")


def propose(text: str, evidence: Evidence) -> Iterator[Edit]:
    """Yield one edit a cluster with repeated marks; lossless, so always applied."""
    for found in _CLUSTER.finditer(text):
        once = _collapse(found[0])
        if once != found[0]:
            yield Edit(*found.span(), found[0], once, RULE.name, 1.0, "the same mark stands twice on one letter")


def _collapse(cluster: str) -> str:
    once = _TWICE.sub(r"\1", cluster)
    return once if once == cluster else _collapse(once)


RULE = Rule(
    name="doubled-marks",
    damage="Vowel signs that the page's font printed twice.",
    propose=propose,
    owns=MARKS,
)
