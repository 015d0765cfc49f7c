"""Paragraphs that nobody wrote: Arabic words by how often they are used, with particles, and now and then a new word.

The same number gives the same paragraph every time. Words and frequencies are wordfreq's; no text of the edition is
used.
"""

from __future__ import annotations

import random
import re
from collections.abc import Iterator
from functools import cache
from itertools import accumulate

import wordfreq

PARTICLES = (("و", 0.07), ("ال", 0.06), ("وال", 0.03), ("ب", 0.02), ("ل", 0.02), ("لل", 0.01), ("بال", 0.01))
"""What may be written before a word, and how often it is, of the times that the word is met without it."""
INVENTED = 0.004
"""Of a thousand words four are met nowhere else: names, misprints."""
LOTS = 2**20
_LETTERS = "ابتثجحخدذرزسشصضطظعغفقكلمنهوي"
_WORD = re.compile("[\u0621-\u063a\u0641-\u064a]{2,}")


@cache
def vocabulary() -> tuple[tuple[str, float], ...]:
    """The words, with and without particles, and their frequencies; the most frequent first."""
    frequencies = wordfreq.get_frequency_dict("ar", "small")
    known = [(word, often) for word, often in frequencies.items() if _WORD.fullmatch(word)]
    made = [(before + word, often * share) for word, often in known for before, share in PARTICLES if len(word) > 3]
    return tuple(sorted((*known, *made), key=lambda pair: (-pair[1], pair[0])))


@cache
def urn() -> tuple[str, ...]:
    """A million lots: every word as often as its frequency says, so that drawing one is quick."""
    added = list(accumulate(often for _, often in vocabulary()))
    drawn = []
    at = 0
    for lot in range(LOTS):
        while added[at] < (lot + 0.5) / LOTS * added[-1]:
            at += 1
        drawn.append(vocabulary()[at][0])
    return tuple(drawn)


def paragraphs(count: int) -> Iterator[list[str]]:
    """Yield *count* paragraphs as lists of words, 75 words each on the average."""
    words = urn()
    dice = random.Random(20_26)
    for _ in range(count):
        length = max(8, int(dice.lognormvariate(4.17, 0.55)))
        found = dice.choices(words, k=length)
        if dice.random() < INVENTED * length:
            found[dice.randrange(length)] = "".join(dice.choices(_LETTERS, k=dice.randint(5, 9)))
        yield found


def queries(kind: str, count: int) -> list[str]:
    """Return *count* queries of a *kind*: ``frequent``, ``common``, ``rare`` words, ``prefixed`` ones, or ``two``."""
    words = [word for word, _ in vocabulary() if len(word) > 3]
    dice = random.Random(f"queries {kind}")
    among = {"frequent": words[:100], "common": words[500:3000], "rare": words[15_000:30_000]}
    if kind == "prefixed":
        return [f"وال{word}" for word in dice.sample([w for w in among["common"] if not w.startswith("ال")], count)]
    if kind == "two":
        return [" ".join(dice.sample(among["common"], 2)) for _ in range(count)]
    return dice.sample(among[kind], count)
