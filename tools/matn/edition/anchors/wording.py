"""What changed between two wordings of a paragraph, in so few words that the ledger still holds no text.

A change names the words that went and the words that came, at most :data:`WORDS` a place and :data:`PLACES` places;
the rest is counted. So no more than a few words in a row of a source ever stand in the ledger.
"""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Iterator, Mapping
from difflib import SequenceMatcher
from typing import Any, cast

from yaml import Node

from matn.edition.anchors.fingerprint import content_hash
from matn.edition.anchors.model import Change
from matn.edition.schema import Check, Key, Problem, any_text, count, items, line_of, matching, record

WORDS, PLACES = 4, 6
"""Words kept of a place where the wording changed, and places kept of a change."""
CUT = "…"
"""Stands for the words of a place beyond the first :data:`WORDS`."""


def change(before: str, after: str) -> Change:
    """Return what leads from the wording *before* to *after* (any normal form), word by word.

    >>> change("شرب الماء البارد", "شرب من الماء العذب").words
    (('', 'من'), ('البارد', 'العذب'))
    """
    places = tuple(_places(_words(before), _words(after)))
    return Change(content_hash(before), content_hash(after), places[:PLACES], max(0, len(places) - PLACES))


def _words(text: str) -> list[str]:
    return unicodedata.normalize("NFC", text).split()


def _places(before: list[str], after: list[str]) -> Iterator[tuple[str, str]]:
    for tag, start, end, begin, stop in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if tag != "equal":
            yield _few(before[start:end]), _few(after[begin:stop])


def _few(words: list[str]) -> str:
    return " ".join([*words[:WORDS], *([CUT] if len(words) > WORDS else [])])


def _pair(node: Node, problems: list[Problem]) -> tuple[str, str]:
    """``[before, after]``, not both empty."""
    found = [str(value) for value in cast("list[object]", items(any_text)(node, problems))]
    if len(found) == 2 and any(found):
        return found[0], found[1]
    problems.append(Problem(line_of(node), "expected [before, after], one of which may be empty"))
    return "", ""


HASH = matching("[0-9a-f]{6}", "a content hash of 6 hex digits")
CHANGE: Check = record(
    {
        "from": Key(HASH, required=True),
        "to": Key(HASH, required=True),
        "words": Key(items(_pair)),
        "more": Key(count),
    }
)


def read_change(found: Mapping[str, Any]) -> Change:
    """Return the change that a ledger has, checked by :data:`CHANGE`."""
    return Change(found["from"], found["to"], tuple(found.get("words", ())), found.get("more", 0))


def change_text(change: Change) -> str:
    """Return *change* as a ledger has it."""
    words = ", ".join(json.dumps(pair, ensure_ascii=False) for pair in change.words)
    more = f", more: {change.more}" if change.more else ""
    return f"{{from: {json.dumps(change.before)}, to: {json.dumps(change.after)}, words: [{words}]{more}}}"
