"""How sure is the place at which a line of two runs was cut?"""

from __future__ import annotations

from collections.abc import Sequence
from math import exp

from matn.repair.layout import render
from matn.repair.runs import Ordering, Setting
from matn.repair.tokens import Token
from matn.text.tables import TATWEEL


def sureness(line: Sequence[Token], order: Ordering, setting: Setting) -> tuple[float, tuple[str, ...]]:
    """Return how sure the place of an open cut is among all places, and the line cut at the next best ones.

    A line of two runs whose cut shows neither by a kashida nor by a wide gap joins the same word wherever it is
    cut; only the neighbours decide. Every other order is sure as far as this goes.
    """
    if len(order.starts) != 2:
        return 1.0, ()
    cut, before = order.starts[1], line[order.starts[1] - 1]
    if before.wide or before.continued or line[cut].continues or before.text.endswith((".", "؟", "!")):
        return 1.0, ()
    words, hold = [token.text for token in line], setting.cohesion.score
    weights = {
        at: hold(setting.before, word) + hold(words[at - 1], setting.after) - hold(words[at - 1], word, seen=1)
        for at, word in enumerate(words)
        if at
    }
    share = exp(weights[cut]) / sum(map(exp, weights.values()))
    ranked = sorted(weights, key=lambda at: -weights[at])
    others = (render(line, (0, at), wide_ends_run=False) for at in ranked[:4] if at != cut)
    return share, tuple(other.replace(TATWEEL, "") for other in others)[:3]
