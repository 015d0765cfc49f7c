"""A text with marks at offsets becomes HTML: runs outside, then links, marks inside, points between; all is escaped."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from markupsafe import Markup, escape


@dataclass(frozen=True, slots=True)
class Span:
    """``[start, end)`` of a text (code points) to be wrapped in *tag*. Where two overlap, the higher *rank* wins."""

    start: int
    end: int
    tag: str
    attributes: Mapping[str, str] = field(default_factory=dict)
    rank: int = 0

    @property
    def opening(self) -> Markup:
        """The start tag, attribute values escaped."""
        pairs = (Markup(' {}="{}"').format(name, value) for name, value in self.attributes.items())
        return Markup("<{}{}>").format(Markup(self.tag), Markup("").join(pairs))

    @property
    def closing(self) -> Markup:
        """The end tag."""
        return Markup("</{}>").format(Markup(self.tag))


TAB = Markup("&#9;")
"""A tab that site generators, to whom it is an indent, leave alone."""
Points = Mapping[int, Markup]
"""HTML to stand before the character at an offset; the length of the text means its end."""


def render(
    text: str, runs: Sequence[Span], marks: Sequence[Span], points: Points, links: Sequence[Span] = ()
) -> Markup:
    """Return *text* as HTML, cut at every edge so that elements nest.

    *runs* must not overlap one another. *links* stand inside runs and around marks; a point never stands in one,
    since it may be a link itself.
    """
    layers = (runs, links, marks)
    edges = {0, len(text), *points, *(edge for layer in layers for span in layer for edge in (span.start, span.end))}
    cuts = sorted(edge for edge in edges if 0 <= edge <= len(text))
    out: list[Markup] = []
    open_spans: tuple[Span, ...] = ()
    for start, end in (*pairwise(cuts), (len(text), len(text))):
        wanted = tuple(span for layer in layers for span in _covering(layer, start, end))
        out += _move(open_spans, wanted, points.get(start, Markup("")))
        open_spans = wanted
        out.append(escape(text[start:end]).replace("\t", TAB))
    return Markup("").join(out)


def _covering(spans: Iterable[Span], start: int, end: int) -> tuple[Span, ...]:
    over = [span for span in spans if span.start <= start < end <= span.end]
    return (max(over, key=lambda span: span.rank),) if over else ()


def _move(now: Sequence[Span], wanted: Sequence[Span], point: Markup) -> list[Markup]:
    """Close what ends here, put the point, open what begins: a point at the end of a span stands outside it."""
    shared = 0
    while shared < min(len(now), len(wanted)) and now[shared] is wanted[shared]:
        if point and now[shared].tag == "a":
            break
        shared += 1
    closing = [span.closing for span in reversed(now[shared:])]
    return [*closing, point, *(span.opening for span in wanted[shared:])]
