"""Find the English names in summaries: the longest first, whole words, capitals as in the list."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable

from matn.edition.names.model import Name, Occurrence

_SAME = str.maketrans({"’": "'", "‘": "'", "ʿ": "'", "ʾ": "'", "–": "-", "‑": "-", "\xa0": " "})
"""Signs that are one and the same in a name; one character each, so that offsets stay."""


class EnglishFinder:
    """Finds names in English text; made once for a list of names."""

    def __init__(self, names: Iterable[Name]) -> None:
        self._owners: dict[str, list[str]] = defaultdict(list)
        for name in names:
            for form in name.en_forms:
                written = " ".join(form.translate(_SAME).split())
                if name.id not in self._owners[written]:
                    self._owners[written].append(name.id)
        forms = sorted(self._owners, key=lambda form: (-len(form), form))
        either = "|".join(r"\s+".join(map(re.escape, form.split())) for form in forms)
        self._pattern = re.compile(rf"(?<![\w-])(?:{either})(?!\w)" if forms else r"(?!)")

    def find(self, text: str) -> tuple[Occurrence, ...]:
        """Return the names in *text*, in order; a form of several names gives each of them."""
        found: list[Occurrence] = []
        for hit in self._pattern.finditer(text.translate(_SAME)):
            owners = self._owners[" ".join(hit.group().split())]
            surface = text[hit.start() : hit.end()]
            found += (Occurrence(name, *hit.span(), surface, len(owners) > 1) for name in owners)
        return tuple(found)
