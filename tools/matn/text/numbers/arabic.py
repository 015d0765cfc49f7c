"""Arabic numerals in words and digits, put together: ``مئة وخمسة وعشرون ألفًا``, ``5 إلى 7 آلاف``, ``ثلثا``."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from matn.text.fold import folded
from matn.text.numbers.digits import NUMBER, values
from matn.text.numbers.numerals import COUNTS_ALONE, FIFTH, HUNDREDTHS, NUMERALS, QUARTERS, Kind
from matn.text.plain import WORD

_TOKEN = re.compile(rf"(?P<digits>{NUMBER.pattern})|{WORD.pattern}|\S")
_PREFIXES = ("", "ال", "و", "وال", "ب", "ل", "ف", "بال", "لل", "فال")
_PRONOUNS = ("هما", "هم", "ها", "هن", "نا", "ه")
_TO = frozenset(("الي", "او", "حتي", "و", "-", "–", "—"))


@dataclass(frozen=True, slots=True)
class _Token:
    """A word, number or sign; a numeral has a kind and a value, digits have values and no kind."""

    word: str
    kind: Kind | None = None
    value: Decimal = Decimal(0)
    prefix: str = ""
    digits: tuple[Decimal, ...] = ()

    @property
    def joined(self) -> bool:
        """Whether ``و`` ties it to the word before."""
        return self.prefix.startswith("و")


_END = _Token("")
_AFTER = {
    Kind.HUNDRED: frozenset(((Kind.UNIT, True), (Kind.TEN, True), (Kind.TENS, True))),
    Kind.UNIT: frozenset(((Kind.TENS, True), (Kind.TEN, False), (Kind.HUNDRED, False))),
}
"""Which numerals go on after one below a thousand, and whether ``و`` must tie them to it."""


def numbers(text: str) -> frozenset[Decimal]:
    """Return the numbers that Arabic *text* states, in all readings."""
    tokens = [*map(_token, _TOKEN.finditer(text)), _END, _END]
    found: set[Decimal] = set()
    at = 0
    while at < len(tokens) - 2:
        at, read = _read(tokens, at)
        found |= read
    return frozenset(found)


def _token(hit: re.Match[str]) -> _Token:
    if hit["digits"]:
        return _Token("", digits=values(hit["digits"], dots=True))
    word = folded(hit.group()) or hit.group()
    for prefix in _PREFIXES:
        core = word.removeprefix(prefix)
        if core in NUMERALS and (core != word or not prefix):
            return _Token(core, *NUMERALS[core], prefix)
    return _possessed(word) or _Token(word)


def _possessed(word: str) -> _Token | None:
    """Read a part or an ordinal with a pronoun: ``نصفها``, ``ثالثهم``; a thousand takes none (``ألفة``)."""
    prefix = word[:1] if word[:1] in ("و", "ف", "ب", "ل") else ""
    for pronoun in _PRONOUNS:
        core = word.removeprefix(prefix).removesuffix(pronoun)
        if word.endswith(pronoun) and core in NUMERALS and NUMERALS[core][0] in (Kind.UNIT, Kind.FRACTION):
            return _Token(core, *NUMERALS[core], prefix)
    return None


def _read(tokens: Sequence[_Token], at: int) -> tuple[int, set[Decimal]]:
    """Read the number that begins at *at*; return where to go on and what it can be."""
    token = tokens[at]
    if _is_per_cent(tokens, at):
        return at + 1, set()
    if token.digits:
        return _scaled(tokens, at + 1, set(token.digits))
    if token.kind is Kind.FRACTION:
        return at + 1, {token.value, token.value + 1} if token.joined else {token.value}
    if token.kind is Kind.DOUBLE:
        return _tied(tokens, at + 1, {token.value}, token.value / 2)
    if token.kind is Kind.MULTIPLE:
        alone = token.word in COUNTS_ALONE
        return _tied(tokens, at + 1, {token.value}, token.value) if alone else (at + 1, set())
    upto, amount = _small(tokens, at)
    if upto == at:
        return at + 1, set()
    if tokens[upto].word == QUARTERS:
        return upto + 1, {amount / 4}
    fifth = {Decimal(1) / 5} if token.word == FIFTH and upto == at + 1 else set()
    upto, read = _scaled(tokens, upto, {amount})
    return upto, read | fifth


def _is_per_cent(tokens: Sequence[_Token], at: int) -> bool:
    """Whether *at* is the hundred of ``35 في المئة`` or ``35 بالمئة``."""
    token = tokens[at]
    return token.word in HUNDREDTHS and (token.prefix == "بال" or (at > 0 and tokens[at - 1].word == "في"))


def _small(tokens: Sequence[_Token], at: int) -> tuple[int, Decimal]:
    """Add up hundreds, units and tens from *at* on; return where they end and their sum."""
    total, last = Decimal(0), None
    while (token := tokens[at]).kind in (Kind.UNIT, Kind.TEN, Kind.TENS, Kind.HUNDRED):
        if last is not None and (token.kind, token.joined) not in _AFTER.get(last, ()):
            break
        # A unit before a hundred multiplies it: ثلاث مئة, written apart.
        total = total * token.value if last is Kind.UNIT and token.kind is Kind.HUNDRED else total + token.value
        at, last = at + 1, token.kind
    return at, total


def _scaled(tokens: Sequence[_Token], at: int, amounts: set[Decimal]) -> tuple[int, set[Decimal]]:
    """Multiply *amounts* by the thousand or million at *at*, or that at the end of a range."""
    token = tokens[at]
    if token.kind is Kind.MULTIPLE and not token.prefix:
        return _tied(tokens, at + 1, {amount * token.value for amount in amounts}, token.value)
    if token.kind is Kind.FRACTION and token.joined:
        return at + 1, {amount + token.value for amount in amounts}
    scale = _scale_ahead(tokens, at)
    return at, amounts | {amount * scale for amount in amounts}


def _scale_ahead(tokens: Sequence[_Token], at: int) -> Decimal:
    """Return the multiple that ``5`` shares in ``5 إلى 7 آلاف`` (*at* is what follows the 5), else 1."""
    at += tokens[at].word in _TO
    upto = at + 1 if tokens[at].digits else _small(tokens, at)[0]
    tied = tokens[at - 1].word in _TO or tokens[at].joined
    token = tokens[min(upto, len(tokens) - 1)]
    return token.value if tied and upto > at and token.kind is Kind.MULTIPLE and not token.prefix else Decimal(1)


def _tied(tokens: Sequence[_Token], at: int, amounts: set[Decimal], scale: Decimal) -> tuple[int, set[Decimal]]:
    """Add to *amounts*, counted in *scale*, the smaller numeral that ``و`` ties to them."""
    token = tokens[at]
    if not token.joined:
        return at, amounts
    if token.kind is Kind.FRACTION:
        return at + 1, {amount + token.value * scale for amount in amounts}
    upto, rest = _small(tokens, at)
    inner = Decimal(1)
    if upto > at and tokens[upto].kind is Kind.MULTIPLE and not tokens[upto].prefix:
        inner, rest, upto = tokens[upto].value, rest * tokens[upto].value, upto + 1
    if upto == at or rest >= scale:
        return at, amounts
    sums = {amount + rest for amount in amounts}
    return _tied(tokens, upto, sums, inner) if inner > 1 else (upto, sums)
