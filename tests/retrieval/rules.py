"""The notation of the query files: regular expressions for the words and places that a query is about.

A rule is written over reading texts, without any part of the program that it judges. Signs in an Arabic rule:
``ا`` is alef with or without hamza or madda, ``ى`` and ``ي`` are one letter, ``ة`` may be typed ``ه``; ``M`` stands
for the endings of a masculine noun, ``F`` for ة and what it becomes, ``P`` for the plural in ات, ``N`` for those
of a relative adjective. Before every word may stand the particles that are written together with it.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache

PARTICLES = "(?:[وف]?(?:[بكل]?|[بك]?ال|لل))"
"""What may stand before a noun, written together with it: a rule of grammar, not the stemmer's."""
ENDINGS = {
    "M": "(?:ا|ه|ها|هم|هما|هن|نا|ان|ين|كم|كما)?",
    "F": "(?:[ةه]|تا|ت(?:ه|ها|هم|هما|هن|نا|ي|ان|ين|كم|يه|يها))",
    "P": "(?:ات(?:ه|ها|هم|هما|هن|نا|ي|كم)?)",
    "N": "(?:[يى](?:ا|[ةه]|ون|ين|و|ات|ان|تان|تين|تا|تي|ته|تها|تهم)?)",
}
LETTERS = {"ا": "[اأإآٱ]", "ى": "[ىيی]", "ي": "[يىی]", "ة": "[ةه]", "ك": "[كک]"}
WORD = re.compile(r"[\u0621-\u063a\u0641-\u064a\u0671-\u06d3]+")
_MARKS = re.compile("[\u0610-\u061a\u064b-\u065f\u0670\u0640\u200b-\u200f\u2066-\u2069]")
_URL = re.compile(r"\S*(?:https?:|www\.|//|[a-z]\.[a-z]{2,4}/)\S*")
_DIGITS = {ord(sign): str(at % 10) for at, sign in enumerate("٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹")} | {ord("٫"): ".", ord("٬"): ","}


def plain(text: str) -> str:
    """NFC without marks, tatweel, invisible characters and addresses; digits are ASCII."""
    return _URL.sub(" ", _MARKS.sub("", unicodedata.normalize("NFC", text))).translate(_DIGITS)


def addresses(text: str) -> str:
    """The words within the web addresses of *text*."""
    return " ".join(re.sub(r"[^A-Za-z0-9]+", " ", hit) for hit in _URL.findall(text))


def arabic(rule: str) -> str:
    """The regular expression that an Arabic rule stands for; letters within ``[…]`` are left as they are."""
    parts = re.split(r"(\[[^]]*\])", rule)
    signs = ENDINGS | LETTERS
    return "".join(part if part.startswith("[") else "".join(signs.get(c, c) for c in part) for part in parts)


@cache
def word(rule: str) -> re.Pattern[str]:
    """What a whole Arabic word must match, its particles with it."""
    return re.compile(f"{PARTICLES}(?:{arabic(rule)})")


@cache
def phrase(rule: str) -> re.Pattern[str]:
    """Words in a row, just these: no particle, no other ending."""
    return re.compile(r"(?<![\w])" + r"[\s]+".join(arabic(part) for part in rule.split()) + r"(?![\w])")


@cache
def bordered(rule: str) -> re.Pattern[str]:
    """A place in a text with a word's border on both sides; Arabic words may have particles before them."""
    return re.compile(rf"(?<!\w){PARTICLES}(?:{arabic(rule)})(?!\w)")


@cache
def number(rule: str) -> re.Pattern[str]:
    """A number: not a part of a longer one."""
    return re.compile(rf"(?<![\d.,])(?:{rule})(?!\d|[.,]\d)")


@cache
def english(rule: str) -> re.Pattern[str]:
    """A whole English word, capitals or not."""
    return re.compile(rf"(?<![A-Za-z])(?:{rule})(?![A-Za-z])", re.IGNORECASE)


def likeness(lemma: str) -> str:
    """The consonants of *lemma* in order, with room for what Arabic may put between them: a wide net."""
    letters = [c for c in lemma.removeprefix("ال") if c not in "اأإآويىةءئؤ"]
    return "[اويىئؤءتأ]?".join(letters) if len(letters) > 2 else arabic(lemma.removeprefix("ال").rstrip("ةى"))
