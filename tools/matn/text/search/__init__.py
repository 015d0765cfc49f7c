"""The language of search: which words of a text a word that somebody types should find.

A word becomes one or more *keys*; two words find each other where they share a key. Arabic is cut by a light
stemmer with two keys where its first letter may be a particle; English by Porter's. The same is written in
JavaScript (``overrides/assets/search/arabic.js``), and both are held to ``tests/search/vectors.tsv``.
"""

from __future__ import annotations

from matn.text.search.fold import fold, folded
from matn.text.search.names import Names, names
from matn.text.search.token import Token, stems, tokens

__all__ = ["Names", "Token", "fold", "folded", "names", "stems", "tokens"]
