"""Damage a page by a class, repair it, count: what the property tests and the floors share."""

from __future__ import annotations

import re
import textwrap
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from random import Random

from tests.damage import simulate
from tests.damage.measure import SENTENCES, by_line, by_word, page
from tests.damage.simulate import Damage, Damaged

from matn.errors import BrokenPromiseError
from matn.repair.engine import repair
from matn.repair.ruleset import RULES
from matn.text.lexicon import Lexicon

PRESENT = frozenset(rule.name for rule in RULES)


@dataclass(frozen=True)
class Class:
    """A class of damage: what makes it, by what unit it counts, the rules that undo it, the page's stretch."""

    damage: Damage
    unit: Callable[[Damage, int, Lexicon], Counter[str]]
    rules: frozenset[str]

    @property
    def missing(self) -> frozenset[str]:
        return self.rules - PRESENT


def lines(damage: Damage, seed: int, lexicon: Lexicon) -> Counter[str]:
    """Damage two lines in five of a stretched page by *damage*; count lines."""
    rng = Random(seed)
    clean, received, hurt = page(rng), [], set()
    for number, line in enumerate(clean):
        result = damage(line, rng) if rng.random() < 0.4 else Damaged(line, ())
        if result.done and result.text != line:
            hurt.add(number)
            received.append(result.text)
        else:
            strokes = 1 if damage is simulate.pieces_end else 2
            received.append(simulate.kashidas(line, rng, strokes=strokes).text)
    return by_line(clean, received, hurt, repair("\n".join(received), RULES, lexicon))


def words(damage: Damage, seed: int, lexicon: Lexicon) -> Counter[str]:
    """Damage a page's words by *damage* and stretch it; count words."""
    rng = Random(seed)
    clean = page(rng)
    hurt = [damage(line, rng).text for line in clean]
    stretched = "\n".join(simulate.kashidas(line, rng).text for line in hurt)
    return by_word(clean, hurt, repair(stretched, RULES, lexicon))


def whole(damage: Damage, seed: int, lexicon: Lexicon) -> Counter[str]:
    """Damage a page all over; count lines."""
    rng = Random(seed)
    clean = page(rng)
    received = damage("\n".join(clean), rng).text
    result = repair(received, RULES, lexicon)
    return by_line(clean, received.split("\n"), set(range(len(clean))), result)


def notes(damage: Damage, seed: int, lexicon: Lexicon) -> Counter[str]:
    """Glue seven note numbers of a stretched page; count markers set where they stood, and others as wrong."""
    rng = Random(seed)
    text = " ".join(page(rng))
    words_after = rng.sample([found.end() for found in _NOTED.finditer(text)], 7)
    for number, at in zip(range(7, 0, -1), sorted(words_after, reverse=True), strict=True):
        text = f"{text[:at]}<sup>({number})</sup>{text[at:]}"
    clean = textwrap.fill(text, 92, break_on_hyphens=False)
    received = simulate.kashidas(damage(clean, rng).text, rng).text
    return _compared(clean, repair(received, RULES, lexicon).text, r"<sup>\(\d+\)</sup>")


def holes(damage: Damage, seed: int, lexicon: Lexicon) -> Counter[str]:
    """Drop the numbers of a page that names months; count gaps shown where they stood, and others as wrong."""
    rng = Random(seed)
    dated = [sentence for sentence in SENTENCES if "يونيو" in sentence or "مارس" in sentence]
    clean = textwrap.fill(" ".join([*rng.sample(SENTENCES, 8), *dated]), 92)
    received = simulate.kashidas(damage(clean, rng).text, rng).text
    gaps = re.sub(r"\d+(?:\.\d+)?", "[…]", clean)
    return _compared(gaps, repair(received, RULES, lexicon).text, r"\[…\]")


_NOTED = re.compile(r"[\u0621-\u064a]{3,}(?=[.،])")


def _compared(right: str, repaired: str, sign: str) -> Counter[str]:
    wanted, found = _contexts(right, sign), _contexts(repaired, sign)
    restored = (wanted & found).total()
    return Counter(restored=restored, left=wanted.total() - restored, wrong=(found - wanted).total())


def _contexts(text: str, sign: str) -> Counter[str]:
    """Each *sign* with the six letters before it, which tell the place."""
    flat = re.sub(r"\s+", " ", text)
    return Counter(re.sub(r"\W", "", flat[: m.start()])[-6:] + m[0] for m in re.finditer(sign, flat))


_ORDER = frozenset({"visual-order", "word-order", "displaced-pieces", "kashida"})
CLASSES = {
    "kashidas": Class(simulate.kashidas, whole, frozenset({"kashida"})),
    "doubled-marks": Class(simulate.doubled_marks, whole, frozenset({"doubled-marks"})),
    "lost-glyphs": Class(simulate.lost_glyphs, whole, frozenset({"replacement-characters"})),
    "pieces-begin": Class(simulate.pieces_begin, lines, _ORDER),
    "pieces-end": Class(simulate.pieces_end, lines, _ORDER),
    "rotated": Class(simulate.rotated, lines, _ORDER),
    "reversed-words": Class(simulate.reversed_words, lines, _ORDER),
    "displaced": Class(simulate.displaced, lines, _ORDER),
    "lam-alef": Class(simulate.lam_alef, words, frozenset({"lam-alef", "kashida"})),
    "turned-lam-alef": Class(simulate.turned_lam_alef, words, frozenset({"lam-alef", "kashida"})),
    "lost-ligatures": Class(simulate.lost_ligatures, words, frozenset({"lost-ligatures", "kashida"})),
    "stray-tanwin": Class(simulate.stray_tanwin, words, frozenset({"mark-order", "doubled-letters", "kashida"})),
    "mirrored": Class(simulate.mirrored, whole, frozenset({"mirrored-signs"})),
    "presentation-forms": Class(simulate.presentation_forms, whole, frozenset({"presentation-forms"})),
    "controls": Class(simulate.controls, whole, frozenset({"controls"})),
    "glued-notes": Class(simulate.glued_notes, notes, frozenset({"glued-note-numbers", "kashida"})),
    "dropped-digits": Class(simulate.dropped_digits, holes, frozenset({"lost-digits", "kashida"})),
    "combined": Class(simulate.combined, whole, _ORDER | {"doubled-marks", "mirrored-signs", "mark-order"}),
}


def counted(name: str, seeds: int, lexicon: Lexicon) -> Counter[str]:
    """Add up what became of damage of class *name* on *seeds* pages; ``unstable`` counts pages the engine refused."""
    kind = CLASSES[name]
    total: Counter[str] = Counter()
    for seed in range(seeds):
        try:
            total += kind.unit(kind.damage, seed, lexicon)
        except BrokenPromiseError:
            total["unstable"] += 1
    return total
