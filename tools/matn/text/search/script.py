"""What the JavaScript of search needs, as JSON: lists and letter classes, and the names of a site."""

from __future__ import annotations

import json
from collections.abc import Mapping

from matn.text.search.data import lists
from matn.text.search.names import Names
from matn.text.search.token import CLASSES


def list_data() -> str:
    """Return the lists as one JSON object; it stands in ``overrides/assets/search/arabic.js``."""
    lexis = lists()
    return _json(
        {
            "lexicon": " ".join(_entry(form, keys) for form, keys in lexis.lexicon.items()),
            "particles": " ".join(sorted(lexis.particles)),
            "governing": " ".join(sorted(lexis.governing)),
            "adjectives": " ".join(sorted(lexis.adjectives)),
            "short": " ".join(sorted(lexis.short)),
            "common": " ".join(sorted(lexis.common)),
            "phrases": _phrases(lexis.phrases),
            "english": dict(lexis.english),
            "latin": dict(lexis.latin),
            "months": dict(lexis.months),
            "classes": CLASSES,
        }
    )


def names_data(names: Names) -> str:
    """Return *names* as one JSON object, for the function ``names`` of ``arabic.js``."""
    return _json(
        {
            "spelt": {form: " ".join(keys) for form, keys in names.spelt.items()},
            "heard": {form: " ".join(keys) for form, keys in names.heard.items()},
            "phrases": _phrases(names.phrases),
        }
    )


def _entry(form: str, keys: tuple[str, ...]) -> str:
    return form if keys == (form,) else f"{form}={'+'.join(keys)}"


def _phrases(phrases: Mapping[tuple[str, str], str]) -> dict[str, str]:
    return {" ".join(words): key for words, key in phrases.items()}


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).replace("</", "<\\/")
