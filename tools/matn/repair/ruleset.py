"""The rules in their order. Nothing registers itself; a reader sees the whole chain here."""

from __future__ import annotations

from matn.repair.model import Rule
from matn.repair.rules import (
    displaced_pieces,
    doubled_letters,
    doubled_marks,
    kashida,
    lam_alef,
    lost_ligatures,
    mark_order,
    replacement_characters,
    visual_order,
    word_order,
)

RULES: tuple[Rule, ...] = (
    # Order of runs first: kashidas, lost glyphs and wide gaps are its evidence.
    visual_order.RULE,
    word_order.RULE,
    displaced_pieces.RULE,
    doubled_marks.RULE,  # after the order: pieces that meet may each bring the same mark
    replacement_characters.RULE,  # before the kashidas, which show where a stroke may stand
    kashida.RULE,
    # Letters: words are whole now.
    mark_order.RULE,
    doubled_letters.RULE,
    lam_alef.RULE,
    lost_ligatures.RULE,  # last of the letters: other repairs make words that tell the font
)
