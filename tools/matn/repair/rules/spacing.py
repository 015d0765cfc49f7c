"""spacing: the gaps of a typeset line become the spaces of a text.

Fixes, in page layers only: runs of spaces inside a line; a space before a closing or separating sign; a
space after an opening one; a missing space after ، and ؛ and between ``»`` and ``(``; a conjunction و that
stands off from its word.
Leaves alone: line ends, the edges of lines, tabs, addresses, decimals, times, tables, lines without an
Arabic letter, the spaced ``بـ «…»``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from matn.repair.model import Evidence, Rule
from matn.text.edits import Edit
from matn.text.tables import LETTER_CLASS, MARK_CLASS, TATWEEL

NAME = "spacing"
_WORD_END = f"{LETTER_CLASS}{MARK_CLASS}{TATWEEL}0-9٠-٩"
_AFTER_WORD = f"(?:(?<=[{_WORD_END}])|(?<=[{_WORD_END}][)»”\\]])|(?<=</sup>))"
_PHRASE = f"(?:[«(]?[{LETTER_CLASS}]|« +[^«» ][^«»]*»|\\( +[^() ][^()]*\\))"
_LOOSE_SIGN = f"[،؛](?![»)]|(?!{_PHRASE})[«(])|[.:؟!]+(?:\\s|<sup>|$)"
_LINE = re.compile(r"[^\n]+")
_ARABIC = re.compile(f"[{LETTER_CLASS}]")
_SEEN = re.compile("  | [،؛.:؟!)»]|[(«] |[،؛»][^\\s]| و ")
_ADDRESS = re.compile(r"(?<![\x21-\x7e])[\x21-\x7e]*(?:://|www\.)[\x21-\x7e]*")
_LOOSE, _AFTER_OPENER, _BEFORE_CLOSER = (
    "no space stands before this sign",
    "no space stands after an opening sign",
    "no space stands before a closing sign",
)
# Signs of pairs are moved only inside a pair that stands right: alone they tell which way they face.
_KINDS = (
    (re.compile(f"{_AFTER_WORD}(?P<gap> +)(?={_LOOSE_SIGN})"), "", _LOOSE),
    (re.compile(r"\((?P<gap> +)(?=[^() .،؛:؟!][^()]*\))"), "", _AFTER_OPENER),
    (re.compile(r"«(?P<gap> +)(?=[^«» ][^«»]*»)"), "", _AFTER_OPENER),
    (re.compile(r"\([^()]*[^() ](?P<gap> +)(?=\))"), "", _BEFORE_CLOSER),
    (re.compile(r"«[^«»]*[^«» ](?P<gap> +)(?=»)"), "", _BEFORE_CLOSER),
    (re.compile(r"(?<=\S)(?P<gap> {2,})(?=\S)"), " ", "a wide gap of the printed line"),
    (re.compile(f"{_AFTER_WORD} *[،؛](?P<gap>)(?={_PHRASE})"), " ", "a space stands after this sign"),
    (re.compile(f"(?<=[{_WORD_END}])»(?P<gap>)(?=\\([{LETTER_CLASS}0-9])"), " ", "a space parts quotation and bracket"),
)
_APART = re.compile(
    f"(?:(?<=[{LETTER_CLASS}{MARK_CLASS}]{{2}}) +|(?<=[.»)]) +|(?<=[،؛]) *)و(?P<gap> +)"
    f"(?P<word>[{LETTER_CLASS}{MARK_CLASS}]{{3,}})(?![{LETTER_CLASS}{TATWEEL}])"
)


def propose(text: str, evidence: Evidence) -> Iterator[Edit]:
    """Yield an edit a gap; of several that a gap calls for, the first of the table."""
    if not evidence.signals.page_layer or not _SEEN.search(text):
        return
    for line in _LINE.finditer(text):
        if _SEEN.search(line[0]) and _ARABIC.search(line[0]) and line[0].count("|") < 2:
            yield from _line(line[0], line.start(), evidence)


def _line(line: str, offset: int, evidence: Evidence) -> Iterator[Edit]:
    taken = {at for found in _ADDRESS.finditer(line) for at in range(found.start(), found.end() + 1)}
    for found in _APART.finditer(line):
        start, end = found.span("gap")
        if not taken & {start, end} and evidence.lexicon.knows(f"و{found['word']}"):
            taken |= {start, end}
            why = f"و is written with its word; و{found['word']} is a known form"
            yield Edit(offset + start, offset + end, found["gap"], "", NAME, 0.85, why)
    for pattern, after, why in _KINDS:
        for found in pattern.finditer(line):
            start, end = found.span("gap")
            if not taken & {start, end}:
                taken |= {start, end}
                yield Edit(offset + start, offset + end, found["gap"], after, NAME, 0.97, why)


RULE = Rule(
    name=NAME,
    damage="Gaps of the printed line where a text has one space or none.",
    propose=propose,
    owns=frozenset(" "),
)
