"""mirrored-signs: quotation marks, brackets and signs that the extraction turned round are turned back.

Fixes: pairs that open with the closing sign and close with the opening one, and pairs of one sign twice
(where the word boundary tells which is wrong); a percent sign before its number; a list label whose full
stop stands before its number, beside labels that stand right.
Leaves alone: right pairs, nested quotation marks of another kind, smileys, labels like ``1)``, signs with a
space on both sides, quotations without an Arabic letter (German sets »so«).
Suggests: a sign that stands the wrong way and has no partner, in a text whose pairs are mirrored.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from matn.repair.model import Evidence, Rule
from matn.text.edits import Edit, Outcome
from matn.text.tables import LETTER_CLASS, MARK_CLASS, TATWEEL

NAME = "mirrored-signs"
REACH = 700
"""How many code points a quotation or bracket may span: seven printed lines."""

_FAMILIES = ("«»", "()", "[]")
_SIGNS = '«»()[]"“”'
_WORD_CLASS = f"\\w{MARK_CLASS}{TATWEEL}%٪$€£#@+"
_WORDLIKE = re.compile(f"[{_WORD_CLASS}]")
_SPACE = re.compile(r"\s")
_NEAR = 40
"""How many code points on either side are looked at to tell what a sign does."""
_ARABIC = re.compile(f"[{LETTER_CLASS}]")
_TURNED = re.compile(
    # A closing sign before a word and not after one, or an opening sign after a word and not before one.
    f"[»)\\]](?<![{_WORD_CLASS}].)(?=[{_WORD_CLASS}])|[«(\\[](?<=[{_WORD_CLASS}].)(?![{_WORD_CLASS}])",
    re.DOTALL,
)
_PREFIX = re.compile(f"(?:^|[^{_WORD_CLASS}])[وف]?[بلك]?(?:ال)?{TATWEEL}*$")
_PERCENT = re.compile(
    f"(?:(?<=[\\s()\\[\\]«»])|^)%(\\d+(?:[.,\u066b]\\d+)?)(?=[\\s.,،؛:()\\[\\]«»]|[{LETTER_CLASS}]|$)", re.MULTILINE
)
_LABEL = re.compile(
    f"^[ \\t]*(?:(\\d{{1,2}})\\.(?!\\d)|(\\.[ \\t]*(\\d{{1,2}})))(?=[ \\t]|[{LETTER_CLASS}])", re.MULTILINE
)


@dataclass(frozen=True, slots=True)
class Sign:
    """A sign of one family: its place, and what it does there: opens (1), closes (-1) or either (0)."""

    at: int
    role: int


def propose(text: str, evidence: Evidence) -> Iterator[Edit]:
    """Yield the turns of pairs, percent signs and labels of *text*."""
    turned = False
    if _TURNED.search(text):
        edits = [edit for family in _FAMILIES for edit in _turn(text, family)]
        turned = any(edit.outcome is Outcome.APPLIED for edit in edits)
        yield from edits if turned or evidence.signals.page_layer else ()
    if turned or evidence.signals.page_layer:
        yield from _percents(text)
    if evidence.signals.page_layer:
        yield from _labels(text)


def _turn(text: str, family: str) -> Iterator[Edit]:
    pairs, lone = _paired(text, _signs(text, family))
    for first, last in pairs:
        if text[first.at] + text[last.at] != family and _arabic(text, first.at, last.at, family):
            yield from _turn_pair(text, first, last, family)
    for sign in lone:
        wanted = family[0] if sign.role > 0 else family[1]
        if sign.role and text[sign.at] != wanted:
            why = "stands the wrong way for its word, and has no partner"
            yield Edit(sign.at, sign.at + 1, text[sign.at], wanted, NAME, 0.7, why, Outcome.SUGGESTED)


def _turn_pair(text: str, first: Sign, last: Sign, family: str) -> Iterator[Edit]:
    if first.role <= 0:  # nothing but its shape says that it opens
        return
    mirrored = text[first.at] + text[last.at] == family[::-1]
    inside = " ".join(text[first.at + 1 : last.at].split())
    shown = inside if len(inside) < 40 else f"{inside[:18]} … {inside[-18:]}"
    why = f"{'both signs' if mirrored else 'one sign'} of the pair round “{shown}” stood the wrong way"
    for sign, wanted in zip((first, last), family, strict=True):
        if text[sign.at] != wanted:
            yield Edit(sign.at, sign.at + 1, text[sign.at], wanted, NAME, 0.97 if mirrored else 0.9, why)


def _paired(text: str, signs: Iterator[Sign]) -> tuple[list[tuple[Sign, Sign]], list[Sign]]:
    """Pair openers and closers by their places; brackets nest, quotation marks of one family do not."""
    pairs: list[tuple[Sign, Sign]] = []
    lone: list[Sign] = []
    waiting: list[Sign] = []
    for sign in signs:
        while waiting and sign.at - waiting[0].at > REACH:
            lone.append(waiting.pop(0))
        if sign.role > 0 or (not sign.role and not waiting):
            lone += waiting if text[sign.at] in _FAMILIES[0] else []
            waiting = [sign] if text[sign.at] in _FAMILIES[0] else [*waiting, sign]
        elif waiting:
            pairs.append((waiting.pop(), sign))
        else:
            lone.append(sign)
    return pairs, lone + waiting


def _signs(text: str, family: str) -> Iterator[Sign]:
    for found in re.finditer(f"[{re.escape(family)}]", text):
        role = _role(text, found.start())
        if role is not None:
            yield Sign(found.start(), role)


def _role(text: str, at: int) -> int | None:
    """Tell by its neighbours whether the sign at *at* opens or closes; None: neither, no sign of a pair."""
    if _alone(text, at):
        return None
    before, after = text[at - 1 : at] if at else "", text[at + 1 : at + 2]
    if not _WORDLIKE.match(before) and not _WORDLIKE.match(after):
        before, after = _beyond_signs(text, at)
    word_before, word_after = bool(_WORDLIKE.match(before)), bool(_WORDLIKE.match(after))
    if word_before and word_after:
        return 1 if _PREFIX.search(text[max(0, at - 7) : at]) else 0
    if word_before or word_after:
        return 1 if word_after else -1
    return bool(after.strip()) - bool(before.strip())


def _beyond_signs(text: str, at: int) -> tuple[str, str]:
    """Return the characters on either side of the run of signs at *at*, each empty at the text's edge."""
    return text[max(0, at - _NEAR) : at].rstrip(_SIGNS)[-1:], text[at + 1 : at + 1 + _NEAR].lstrip(_SIGNS)[:1]


def _alone(text: str, at: int) -> bool:
    """Tell whether the sign stands in a token without letters or digits (a smiley, a bullet, a breadcrumb)."""
    before, after = text[max(0, at - _NEAR) : at], text[at + 1 : at + 1 + _NEAR]
    return not _WORDLIKE.search(_SPACE.split(before)[-1] + _SPACE.split(after, 1)[0])


def _arabic(text: str, start: int, end: int, family: str) -> bool:
    """Tell whether the pair belongs to Arabic: a letter inside it, or (brackets) on its line."""
    if _ARABIC.search(text, start, end) or family != "()":
        return bool(_ARABIC.search(text, start, end))
    return bool(_ARABIC.search(text, text.rfind("\n", 0, start) + 1, text.find("\n", end) % (len(text) + 1)))


def _percents(text: str) -> Iterator[Edit]:
    for found in _PERCENT.finditer(text) if "%" in text else ():
        line = text[text.rfind("\n", 0, found.start()) + 1 : found.start()] + text[found.end() :].split("\n", 1)[0]
        if _ARABIC.search(line):
            space = " " if _ARABIC.match(text[found.end() : found.end() + 1]) else ""
            why = "the percent sign follows its number" + (", and a word follows after a space" if space else "")
            yield Edit(*found.span(), found[0], f"{found[1]}%{space}", NAME, 0.95, why)


def _labels(text: str) -> Iterator[Edit]:
    found = list(_LABEL.finditer(text))
    numbers = {int(match[1] or match[3]) for match in found}
    for match in found:
        number = int(match[3] or 0)
        beside = sorted({number - 1, number + 1} & numbers)
        if match[2] and beside:
            space = " " if _ARABIC.match(text[match.end() : match.end() + 1]) else ""
            why = f"a list label's full stop follows its number; the text has the label {beside[0]} too"
            yield Edit(*match.span(2), match[2], f"{match[3]}.{space}", NAME, 0.9, why)


RULE = Rule(
    name=NAME,
    damage="Quotation marks, brackets, percent signs and list labels turned round.",
    propose=propose,
    owns=frozenset("«»()[]%. \t"),
)
