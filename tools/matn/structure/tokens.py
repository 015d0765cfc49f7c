"""Cut a line into what is read and what is not: words, white space, note markers, links, markup."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from matn.structure.lines import MARKER


class TokenKind(StrEnum):
    """Kinds of token."""

    TEXT = "text"
    SPACE = "space"
    MARKER = "marker"
    LINK = "link"
    REST = "rest"
    MARKUP = "markup"
    ORNAMENT = "ornament"
    LABEL = "label"


@dataclass(frozen=True, slots=True)
class Token:
    """A run of the base ``[start, end)``.

    *value* is a marker's label or a link's address. *shown* is the range that a link shows: its words, or
    the address itself. *proven* says that the address stands whole in the source.
    """

    kind: TokenKind
    start: int
    end: int
    value: str = ""
    shown: tuple[int, int] = (0, 0)
    proven: bool = True


_URL = r"https?://[^\s<>()\[\]]+"
_TOKEN = re.compile(
    rf"(?P<space>\s+)|(?P<marker>{MARKER})"
    r"|\[(?P<words>(?:[^\]\n\\]|\\.)*)\]\((?P<target>[^)\s]+)\)"
    rf"|\(<(?P<inner>{_URL})>\)|<(?P<auto>{_URL})>"
    r"|\((?P<paren>[^()\s\u0600-\u06ff]*https?:/[^()\s]*|/[a-z][^()\s]*/[^()\s]*)\)"
    r"|\((?P<rest>[A-Za-z0-9][\w.%-]*)\)"
    r"|(?P<markup>\*\*|__|\\(?=[!-/:-@\[-`{-~]))"
    r"|(?P<ornament>[❖■◆])"
)


def tokens(base: str, start: int, end: int) -> list[Token]:
    """Cut ``base[start:end]`` into tokens that cover it without gap or overlap."""
    done, at = [], start
    for hit in _TOKEN.finditer(base, start, end):
        if at < hit.start():
            done.append(Token(TokenKind.TEXT, at, hit.start()))
        done.append(_token(hit))
        at = hit.end()
    return done + ([Token(TokenKind.TEXT, at, end)] if at < end else [])


def _token(hit: re.Match[str]) -> Token:
    if hit["target"] is not None:
        return Token(TokenKind.LINK, *hit.span(), hit["target"], hit.span("words"))
    for name in ("inner", "auto"):
        if hit[name] is not None:
            return Token(TokenKind.LINK, *hit.span(), hit[name], hit.span(name))
    if hit["paren"] is not None:
        whole = re.fullmatch(_URL, hit["paren"]) is not None
        return Token(TokenKind.LINK, *hit.span(), hit["paren"], hit.span("paren"), whole)
    if hit["rest"] is not None:
        return Token(TokenKind.REST, *hit.span(), hit["rest"])
    if hit["marker"] is not None:
        return Token(TokenKind.MARKER, *hit.span(), hit["sup"] or hit["foot"] or hit["star"])
    kind = hit.lastgroup or "text"
    return Token(TokenKind(kind), *hit.span())


def worded(base: str, link: Token) -> bool:
    """Whether *link* shows words of the text, not its own address or a piece of it.

    >>> [worded(t, tokens(t, 0, len(t))[0]) for t in ("[see here](https://a.example/b)", "[b](https://a.example/b)")]
    [True, False]
    """
    words = base[slice(*link.shown)].replace("\\", "")
    return any(char.isspace() for char in words) or words not in link.value


def clusters(base: str, line: Sequence[Token]) -> Iterator[tuple[Token, ...]]:
    """Gather *line* into single tokens and groups that are one link, printed in pieces.

    A group is a link with another to the same address after it, or with the rest of its address after it
    in brackets. The address of a link in pieces is proven where its target holds every piece.
    """
    at = 0
    while at < len(line):
        upto = at + 1
        if line[at].kind is TokenKind.LINK:
            while (found := _next(line, upto)) and _continues(base, line[at], line[found]):
                upto = found + 1
        yield tuple(line[at:upto])
        at = upto


def _next(line: Sequence[Token], at: int) -> int:
    while at < len(line) and line[at].kind is TokenKind.SPACE:
        at += 1
    return at if at < len(line) else 0


def _continues(base: str, link: Token, other: Token) -> bool:
    if worded(base, link):
        return False
    if other.kind is TokenKind.LINK:
        return other.value == link.value and not worded(base, other)
    if other.kind is not TokenKind.REST:
        return False
    return link.value.endswith(other.value) or re.fullmatch(r"[a-z]+(-[a-z]+)*", other.value) is not None


def proven(group: Sequence[Token]) -> bool:
    """Whether the address of a link in pieces stands whole in the source."""
    link, *others = group
    return link.proven and all(o.kind is not TokenKind.REST or link.value.endswith(o.value) for o in others)
