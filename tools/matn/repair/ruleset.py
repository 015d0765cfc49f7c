"""The rules in their order. Nothing registers itself; a reader sees the whole chain here."""

from __future__ import annotations

from matn.repair.model import Rule
from matn.repair.rules import (
    controls,
    detached_marks,
    displaced_pieces,
    doubled_letters,
    doubled_marks,
    glued_note_numbers,
    kashida,
    lam_alef,
    links,
    lost_digits,
    lost_ligatures,
    mark_order,
    mirrored_signs,
    presentation_forms,
    replacement_characters,
    spacing,
    visual_order,
    word_order,
)

RULES: tuple[Rule, ...] = (
    controls.RULE,  # first: what nobody sees would stand between letters
    presentation_forms.RULE,  # before every rule that looks for letters
    # Order of runs first: kashidas, lost glyphs and wide gaps are its evidence.
    detached_marks.RULE,  # before the order: a mark at a word's head is taken for no tear, its word for none either
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
    # Signs: between whole words.
    mirrored_signs.RULE,
    glued_note_numbers.RULE,  # after the brackets: a number may follow one
    links.RULE,  # after the list labels have been turned
    lost_digits.RULE,  # before the spaces: wide gaps are its evidence
    spacing.RULE,
)
