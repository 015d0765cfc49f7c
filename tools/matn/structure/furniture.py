"""What stands on the pages and is not read: found by an editor's hints, by repetition, by counting.

The rule of repetition is that of PDF tools at large (whole lines, digits left out, three times or more);
whatever goes is kept as a :class:`~matn.structure.model.Removal` with its reason.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence

from matn.structure.hints import Furniture, Hints
from matn.structure.lines import Line, has_letter, heading, label
from matn.structure.model import Removal

REPEATS = 3
"""So often a line must stand in a text to be a running head."""

_LONGEST = 80
_NUMBER = re.compile(r"\W*(\d{1,4})\W*")


def separate(lines: Sequence[Line], hints: Hints) -> tuple[list[Line], list[Removal]]:
    """Part *lines* into those that are read and those that are not."""
    reasons: dict[int, str] = {}
    for stretch in hints.furniture:
        for place in _covered(stretch, lines):
            reasons.setdefault(place, stretch.reason)
    rest = [place for place in range(len(lines)) if place not in reasons]
    reasons |= dict.fromkeys(_running(rest, lines), "running head")
    reasons |= dict.fromkeys(_folios(rest, lines), "page number")
    removals = [Removal(lines[place].start, lines[place].end, reason) for place, reason in reasons.items()]
    return [line for place, line in enumerate(lines) if place not in reasons], removals


def _covered(stretch: Furniture, lines: Sequence[Line]) -> Iterable[int]:
    inside = False
    for place, line in enumerate(lines):
        if inside and stretch.before and stretch.before.search(line.key):
            return
        inside = inside or bool(stretch.first.search(line.key))
        if inside:
            yield place
        inside = inside and not stretch.single


def _running(places: Sequence[int], lines: Sequence[Line]) -> list[int]:
    def face(place: int) -> str:
        return re.sub(r"\d+", "", lines[place].key).strip()

    count = Counter(face(place) for place in places)
    return [p for p in places if count[face(p)] >= REPEATS and _plain(lines[p])]


def _plain(line: Line) -> bool:
    return len(line.text) <= _LONGEST and has_letter(line.text) and not label(line.text) and not heading(line.text)[0]


def _folios(places: Sequence[int], lines: Sequence[Line]) -> list[int]:
    """Lines with nothing but a number, if there are several and they rise; a stray number among them stays."""
    chains: list[list[tuple[int, int]]] = []
    for place in places:
        if hit := _NUMBER.fullmatch(lines[place].text):
            number = int(hit.group(1))
            before = max((chain for chain in chains if chain[-1][1] < number), key=len, default=[])
            chains.append([*before, (place, number)])
    longest = max(chains, key=len, default=[])
    return [place for place, _ in longest] if len(longest) > 1 else []
