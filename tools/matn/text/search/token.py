"""The words of a text with their places and keys."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import pairwise

from matn.text.search import arabic, english
from matn.text.search.affixes import closed
from matn.text.search.data import lists
from matn.text.search.fold import DIGIT, NUMBER, folded, without_hamza
from matn.text.search.names import NONE, Names

CLASSES = {
    "arabic": r"\u0620-\u063f\u0641-\u064a\u066e\u066f\u0671-\u06d3\u06d5\u06ee\u06ef\u06fa-\u06fc\u0750-\u077f"
    r"\ufb50-\ufbb1\ufbd3-\ufd3d\ufd50-\ufd8f\ufd92-\ufdc7\ufdf0-\ufdfb\ufe70-\ufe74\ufe76-\ufefc",
    "mark": r"\u0610-\u061a\u0640\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e8\u06ea-\u06ed",
    "latin": r"A-Za-z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f\u1e00-\u1eff",
    "other": r"\u0370-\u0373\u0376-\u037d\u037f\u0386-\u03ff\u0400-\u052f\u05d0-\u05ea",
    "digit": DIGIT,
    "number": NUMBER,
    "unseen": r"\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff\ufffd",
    "sign": r"'\u2018\u2019\u02bb-\u02bf\u02c8",
}
"""Character classes for regular expressions of Python and JavaScript. *unseen* characters stand inside a word without
cutting it: soft hyphen, bidi and zero-width signs, U+FFFD; *sign* are apostrophes and the signs of transliteration."""

_WORD = re.compile(
    r"[{arabic}](?:[{arabic}{mark}]|[{unseen}]+(?=[{arabic}{mark}]))*"
    r"|(?<![{digit}][.,\u066b\u066c]){number}(?![.,\u066b\u066c]?[{digit}])|[{digit}]+"
    r"|(?:[A-Za-z]\.){{2,}}"
    r"|[{latin}](?:[{latin}\u0300-\u036f]|[{unseen}{sign}]+(?=[{latin}]))*"
    r"|[{other}]+".format(**CLASSES)
)
_POSSESSIVE = re.compile("['\u2019]s$", re.IGNORECASE)
_IS_ARABIC = re.compile(f"[{CLASSES['arabic']}]")
_SEATED = re.compile("[ؤئ]|[وي]\u0654")
_IS_LATIN = re.compile(f"[{CLASSES['latin']}]")


@dataclass(frozen=True, slots=True)
class Token:
    """A word of a text.

    Attributes:
        start: Where it begins, in code points of the text.
        end: Where it ends, marks included.
        surface: The word as it stands.
        folded: What it folds to; never empty.
        keys: What it can be found by, the likeliest first.
    """

    start: int
    end: int
    surface: str
    folded: str
    keys: tuple[str, ...]


def stems(word: str, names: Names = NONE) -> tuple[str, ...]:
    """Return the keys of one *word* (any normal form), the likeliest first; of no word, none.

    Two words find each other where they share a key. Every key of Arabic letters is a key of itself.

    >>> stems("وللقوات"), stems("organisations"), stems("٢٠١٤")
    (('قوه',), ('organiz',), ('2014',))
    """
    form = _form(_POSSESSIVE.sub("", word))
    if not form:
        return ()
    if _IS_ARABIC.match(form):
        return _arabic_keys(word, form)
    return _latin_keys(word, form, names) if _IS_LATIN.match(form) else (form,)


@lru_cache(maxsize=1 << 16)
def _arabic_keys(word: str, form: str) -> tuple[str, ...]:
    """Return the keys of *form*; where it has a hamza that no list knows, also those without it.

    Alef twice in a row is a slip of the key: no word has it.
    """
    form = form.replace("اا", "ا")
    found = arabic.keys(_closed(word, form))
    return tuple(dict.fromkeys((*found, *_unhamzated(word, form, found))))


def _closed(word: str, form: str) -> str:
    """Return *form* with ة at its end where *word* has it there: no possessive ه then."""
    letters = unicodedata.normalize("NFKC", word)
    last = next((char for char in reversed(letters) if folded(char)), "")
    return closed(form) if last in "ةۃ" else form


def _unhamzated(word: str, form: str, found: tuple[str, ...]) -> tuple[str, ...]:
    """Return the keys of *word* as typed without hamza; of a key in ء that is the key less it, cut no further."""
    final = [key[:-1] for key in found if key.endswith("ء") and len(key) > 3]
    keys = [one for key in final for one in arabic.keys(key) if one == key or key in lists().lexicon]
    bare, seated = without_hamza(word).replace("اا", "ا"), _SEATED.search(word)
    plain = form in lists().particles or (not seated if final else all(arabic.is_listed(key) for key in found))
    if bare != form and not plain:
        keys += arabic.keys(_closed(word, bare))
    return tuple(keys)


def _latin_keys(word: str, form: str, names: Names) -> tuple[str, ...]:
    lexis = lists()
    form = lexis.latin.get(form, form)
    month = lexis.months.get(form) or lexis.months.get(word)
    return tuple(dict.fromkeys((english.stem(form), *((month,) if month else ()), *names.keys(form))))


def tokens(text: str, names: Names = NONE) -> tuple[Token, ...]:
    """Return the words of *text* (any normal form) in order; letters, digits and scripts stand apart.

    Month names of two words give the month's key to both words.

    >>> [(token.start, token.surface, token.keys) for token in tokens("كانون الثاني ٢٠٢٥م")][1:]
    [(6, 'الثاني', ('ثان', 'يناير')), (13, '٢٠٢٥', ('2025',)), (17, 'م', ('م',))]
    """
    found = [_token(hit, names) for hit in _WORD.finditer(text)]
    return tuple(_with_phrases(text, [token for token in found if token.folded], names))


_form = lru_cache(maxsize=1 << 16)(folded)


def _token(hit: re.Match[str], names: Names) -> Token:
    word = _POSSESSIVE.sub("", hit.group())
    return Token(hit.start(), hit.start() + len(word), word, _form(word), stems(word, names))


def _with_phrases(text: str, found: list[Token], names: Names) -> Iterator[Token]:
    """Yield the tokens; two that make a phrase, with white space alone between them, both gain its key."""
    gained: dict[int, dict[str, None]] = {}
    for at, (one, two) in enumerate(pairwise(found)):
        if text[one.end : two.start].isspace():
            for key in _phrase(one.folded, two.folded, names):
                gained.setdefault(at, {})[key] = gained.setdefault(at + 1, {})[key] = None
    for at, token in enumerate(found):
        yield replace(token, keys=(*token.keys, *gained[at])) if at in gained else token


def _phrase(one: str, two: str, names: Names) -> Iterator[str]:
    starts = (one, one[1:]) if one[0] in "وفبلك" else (one,)
    for start in starts:
        for phrases in (lists().phrases, names.phrases):
            if key := phrases.get((start, two)):
                yield key
