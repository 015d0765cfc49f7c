"""What the rules of repair say for an edit, in the language of the interface.

Rules say it in English, in a few dozen shapes: ``4 runs were in reverse order; joined: …``. The English catalogue has
the shapes, under ``proof-…``, with slots for what differs; the other catalogues have the same in their language.
What an editor writes has no such shape, and stays as it is.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache

from matn.site.words import Words

OWN = "en"
"""The language that rules speak."""
_SLOT = re.compile(r"\{(\w+)\}")
_SIGNS = {"ar": {", ": "، ", "; ": "؛ "}}
"""What parts the pieces of a list and of a sentence, by language; English where it is not told."""


_NUMBER, _SCORE = r"[-+]?\d+(?:\.\d+)?", r"[^\s,;]+ \d+\.\d+"
_FORMS = {
    **dict.fromkeys(("n", "first", "last", "found", "early", "placed", "shapes"), _NUMBER),
    **dict.fromkeys(("scores", "more"), f"{_SCORE}(?:, {_SCORE})*"),
}
"""What a slot takes, by its name; any other takes what has no semicolon."""


@lru_cache(maxsize=4096)
def told(why: str, language: str) -> tuple[str, str]:
    """Return *why* in *language* and that language; or as it is, with its own, if it is of no known shape."""
    pieces = [_piece(part, language) for part in why.split("; ")] if why and language != OWN else [None]
    if None in pieces:
        return why, OWN
    return _SIGNS[language]["; "].join(dict.fromkeys(filter(None, pieces))), language


def _piece(text: str, language: str) -> str | None:
    say = Words(language)
    for name, shape in _shapes():
        if match := shape.fullmatch(text):
            return say(f"proof-{name}", **{slot: _listed(value, language) for slot, value in match.groupdict().items()})
    return None


def _listed(value: str, language: str) -> str:
    for english, own in _SIGNS[language].items():
        value = value.replace(english, own)
    return value


@cache
def _shapes() -> tuple[tuple[str, re.Pattern[str]], ...]:
    """Return the name and shape of each kind of evidence, those with most words of their own first."""
    known = {name: words for name, words in Words(OWN).group("proof").items() if isinstance(words, str)}
    order = sorted(known, key=lambda name: -len(_SLOT.sub("", known[name])))
    return tuple((name, re.compile(_expression(known[name]))) for name in order)


def _expression(words: str) -> str:
    """Return *words* as a regular expression that takes the slots by name."""
    parts = _SLOT.split(words)
    slots = (
        f"(?P<{part}>{_FORMS.get(part, '[^;]+?')})" if at % 2 else re.escape(part) for at, part in enumerate(parts)
    )
    return "".join(slots)
