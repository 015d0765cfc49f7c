"""A text as it was received, every change marked where it stood in the source."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from matn.edition.model import Alteration, Note, Paragraph, Query
from matn.site.apparatus import ASKED, mark, nested, span
from matn.site.inline import render
from matn.site.words import Words


@dataclass(frozen=True, slots=True)
class Stretch:
    """Where a change stood: *number* of the change, offsets in the received text and in the reading text."""

    number: int
    was_start: int
    was_end: int
    start: int
    end: int


def received_html(item: Paragraph | Note, say: Words) -> Markup | None:
    """Return the received text of *item* with its changes marked; None where it is absent or what readers read."""
    reading = item.reading if isinstance(item, Paragraph) else item.text
    if item.received is None or item.received == reading:
        return None
    queries = item.queries if isinstance(item, Paragraph) else ()
    found = list(stretches(item.alterations))
    marks = [
        span(each.was_start, each.was_end, *mark(item.alterations[each.number], each.number, say))
        for each in found
        if each.was_start < each.was_end
    ]
    marks += [
        span(*place, ASKED, {"data-q": str(number)})
        for number, query in enumerate(queries)
        if (place := _untouched(query, found))
    ]
    points = _nothing(item.alterations, found, say)
    return render(item.received, (), marks, points)  # no run is isolated: that would mend what it shows


def stretches(changes: Sequence[Alteration]) -> Iterator[Stretch]:
    """Yield where *changes* stood in the received text; a gap within another change has no place of its own."""
    inner, shift = nested(changes), 0
    for number, change in enumerate(changes):
        if number not in inner:
            start = change.start + shift
            yield Stretch(number, start, start + len(change.received), change.start, change.end)
            shift += len(change.received) - len(change.reading)


def _untouched(query: Query, found: Sequence[Stretch]) -> tuple[int, int] | None:
    """Return where the words of *query* stand in the received text, None if a change had a part in them."""
    shift = 0
    for each in found:
        if each.start < query.end and query.start < each.end:
            return None
        if each.end <= query.start:
            shift = each.was_end - each.end
    return query.start + shift, query.end + shift


def _nothing(changes: Sequence[Alteration], found: Sequence[Stretch], say: Words) -> dict[int, Markup]:
    """Return a sign for each place where the source has nothing, by offset."""
    shape = Markup('<span class="{} nothing" data-c="{}"{}></span>')
    points: dict[int, Markup] = {}
    for each in found:
        if each.was_start == each.was_end:
            name, more = mark(changes[each.number], each.number, say)
            said = Markup(' data-say="{}"').format(more["data-say"]) if "data-say" in more else ""
            sign = shape.format(name.removesuffix(" conjecture"), each.number, said)
            points[each.was_start] = points.get(each.was_start, Markup("")) + sign
    return points
