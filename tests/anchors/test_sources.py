"""On the real papers: paragraphs as blank lines part them, changed as a new source or repair might."""

from __future__ import annotations

from pathlib import Path
from random import Random

import pytest
from tests.anchors.composing import Change, Part, blocks, combined, damage, delete, emend, merge, move, split
from tests.anchors.scoring import score

from matn.edition.anchors import BlockText, match, mint

pytestmark = pytest.mark.sources
CHANGES: dict[str, tuple[Change, float]] = {
    "unchanged": (combined([]), 1.0),
    "deleted": (combined([delete] * 5), 1.0),
    "emended": (combined([emend] * 5), 0.95),
    "moved": (combined([move] * 5), 1.0),
    "split": (combined([split] * 5), 0.95),
    "merged": (combined([merge] * 5), 0.85),
    "damage-5": (damage(0.05), 0.9),
    "damage-20": (damage(0.2), 0.75),
}


@pytest.mark.parametrize("name", CHANGES)
def test_never_wrong_and_mostly_found(sources: Path, name: str) -> None:
    change, least = CHANGES[name]
    for path in sorted(sources.glob("*.txt")):
        rng = Random(f"{name} {path.stem}")
        texts = [text for text in path.read_text("utf-8", errors="replace").split("\n\n") if text.strip()]
        first = [Part(BlockText("paragraph", 0, text), frozenset({at})) for at, text in enumerate(texts)]
        now = change(first, rng)
        count = score(blocks(first), now, match(mint(blocks(first)), blocks(now)))
        assert count["wrong"] == 0, path.name
        there = count.total() - count["gone"]
        assert (count["right"] + count["twin"] + count["part"]) / there >= least, (path.name, count)
