"""Make a passage of ranges of the base: white space single, markers and links out, all of it accounted for."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from matn.structure.model import Marker, Passage, Piece
from matn.structure.tokens import Token, TokenKind, clusters, proven, tokens, worded

CLOSING = frozenset(".،؛؟!:,;?)]»”…")
"""Signs that stand close to the word before them."""

_DROPPED = {TokenKind.MARKUP: "markup", TokenKind.ORNAMENT: "furniture"}

Span = tuple[int, int]
NOTHING: Span = (-1, -1)


@dataclass(frozen=True, slots=True)
class Link:
    """A link that left the running text: what a note has for it, and where it stood in the passage.

    *url* is empty where the address is not proven.
    """

    offset: int
    passage: Passage
    url: str


@dataclass(frozen=True, slots=True)
class Composed:
    """A passage with the markers and links that stood in it, by rising offset."""

    passage: Passage
    markers: tuple[Marker, ...]
    links: tuple[Link, ...]


class _Writer:
    """Collects pieces; white space waits until it is known what comes after it."""

    def __init__(self, base: str, cut: str = "") -> None:
        self.base, self.cut, self.length = base, cut, 0
        self.done: list[Piece] = []
        self.waiting: list[Piece] = []
        self.called = False

    def keep(self, start: int, end: int) -> None:
        self._settle(self.base[start])
        self._add(Piece(start, end, self.base[start:end]))

    def drop(self, start: int, end: int, reason: str) -> None:
        if start < end:
            self.waiting.append(Piece(start, end, "", reason))

    def space(self, start: int, end: int) -> None:
        self.waiting.append(Piece(start, end, " ", "line-end"))

    def _settle(self, following: str) -> None:
        """Write what waits: of all white space one space, or none before a sign that a marker stood off."""
        spaces = [piece for piece in self.waiting if piece.text]
        last = spaces[-1] if spaces and self.length and not (self.called and following in CLOSING) else None
        for piece in self.waiting:
            if piece is last:
                kept = self.base[piece.start : piece.end] == " "
                self._add(Piece(piece.start, piece.end, " ", "" if kept else piece.reason))
            else:
                self._add(Piece(piece.start, piece.end, "", piece.reason))
        self.waiting, self.called = [], False

    def _add(self, piece: Piece) -> None:
        before = self.done[-1] if self.done else None
        if before and not before.reason and not piece.reason and before.end == piece.start:
            self.done[-1] = Piece(before.start, piece.end, before.text + piece.text)
        else:
            self.done.append(piece)
        self.length += len(piece.text)

    def finish(self) -> Passage:
        self.done += [Piece(piece.start, piece.end, "", piece.reason) for piece in self.waiting]
        self.waiting = []
        return Passage(tuple(self.done))


def _stream(base: str, spans: Sequence[Span], settled: Sequence[Token]) -> Iterator[Token]:
    """The tokens of *spans* with the white space after each but the last; those *settled* before stay whole."""
    for number, (start, end) in enumerate(spans, 1):
        for token in settled:
            if start <= token.start < token.end <= end:
                yield from tokens(base, start, token.start)
                yield token
                start = token.end
        yield from tokens(base, start, end)
        if number < len(spans):
            blank = next((at for at in range(end, len(base)) if not base[at].isspace()), len(base))
            yield Token(TokenKind.SPACE, end, blank)


def compose(
    base: str, spans: Sequence[Span], cut: Span = NOTHING, reason: str = "", called: Sequence[Token] = ()
) -> Composed:
    """Make the running text of *spans* (ranges of *base*, in reading order).

    The range *cut* is dropped for *reason* (a heading's mark, a list item's label); *called* are
    markers that the text does not show as such, by place. A link leaves the text; words that it shows stay.
    """
    writer, markers, links = _Writer(base, reason), [], []
    for group in clusters(base, list(_stream(base, spans, (Token(TokenKind.LABEL, *cut), *called)))):
        token = group[0]
        if token.kind is TokenKind.MARKER:
            markers.append(Marker(token.value, writer.length))
            writer.drop(token.start, token.end, "note-marker")
            writer.called = True
        elif token.kind is TokenKind.LINK:
            links.append(_call(base, group, writer))
        else:
            _write(token, writer)
    return Composed(writer.finish(), tuple(markers), tuple(links))


def _write(token: Token, writer: _Writer) -> None:
    if token.kind is TokenKind.SPACE:
        writer.space(token.start, token.end)
    elif token.kind is TokenKind.LABEL:
        writer.drop(token.start, token.end, writer.cut)
    elif token.kind in _DROPPED:
        writer.drop(token.start, token.end, _DROPPED[token.kind])
    else:
        writer.keep(token.start, token.end)


def _call(base: str, group: Sequence[Token], writer: _Writer) -> Link:
    """Take a link out of the text; what it shows stays if it is words."""
    link, first = group[0], group[0].start
    if worded(base, link):
        writer.drop(link.start, link.shown[0], "markup")
        writer.keep(*link.shown)
        first = link.shown[1]
    writer.called = True
    note = _Writer(base)
    _address(base, group, first, note)
    return Link(writer.length, note.finish(), link.value if proven(group) else "")


def _address(base: str, group: Sequence[Token], first: int, writer: _Writer) -> None:
    """Write the address of a link once, from *first* on; if it is not proven, all that is printed of it."""
    link, *others = group
    at = base.rindex(link.value, first, link.end)
    writer.drop(first, at, "markup")
    writer.keep(at, at + len(link.value))
    writer.drop(at + len(link.value), link.end, "markup")
    for token in others:  # one by one: a note or a page number may stand between the pieces
        if proven(group):
            writer.drop(token.start, token.end, "markup")
        else:
            _write(token, writer)


def compose_note(base: str, spans: Sequence[Span], cut: Span = NOTHING) -> Passage:
    """Make the text of a note's body: links show their address, the label at *cut* is dropped."""
    writer = _Writer(base, "note-label")
    for group in clusters(base, list(_stream(base, spans, (Token(TokenKind.LABEL, *cut),)))):
        if group[0].kind is TokenKind.LINK:
            _shown(base, group, writer)
        else:
            _write(group[0], writer)
    return writer.finish()


def _shown(base: str, group: Sequence[Token], writer: _Writer) -> None:
    link = group[0]
    if not worded(base, link):
        _address(base, group, link.start, writer)
        return
    writer.drop(link.start, link.shown[0], "markup")
    writer.keep(*link.shown)
    writer.drop(link.shown[1], link.end, "markup")
