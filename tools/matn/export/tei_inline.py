"""The content of one paragraph or note: text, its alterations, gaps, names, note markers, open questions.

Alterations are ``choice``: ``orig`` and ``reg`` for the rules, ``sic`` and ``corr`` for an editor, ``supplied``
where an editor put in what the source lacks. ``[…]`` that stands for a loss is ``gap``. Where a name cuts
across an alteration it is written in parts, linked by ``next`` and ``prev``.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import groupby, pairwise

from lxml import etree

from matn.edition.alter import GAP
from matn.edition.emend import RULE
from matn.edition.model import Alteration
from matn.edition.names import Occurrence
from matn.export.tei_xml import element, pointers, put

EDITORS = "editors"
"""xml:id of the statement of responsibility for emendations."""
TEAM = "Matn editors"
"""Who emended where no other name stands."""
EDITOR = "editor-"
"""What the xml:id of any other editor begins with."""


def certainty(value: float) -> str:
    """Return *value* in the three words that TEI has; the bounds are those of the edition's principles.

    >>> [certainty(value) for value in (1.0, 0.8, 0.5)]
    ['high', 'medium', 'low']
    """
    return "high" if value >= 0.9 else "medium" if value >= 0.7 else "low"


@dataclass(slots=True)
class Reasons:
    """The reasons of alterations, their evidence and their editors, each under one id however often it is given."""

    known: dict[tuple[str, float], str] = field(default_factory=dict)
    evidence: dict[str, str] = field(default_factory=dict)
    people: dict[str, str] = field(default_factory=lambda: {TEAM: EDITORS})

    def facts(self, alteration: Alteration) -> dict[str, str]:
        """Return the attributes that say who altered, how sure, why and of which kind, and on what evidence."""
        reason = self.known.setdefault((alteration.why, alteration.certainty), f"why-{len(self.known) + 1}")
        kinds = dict.fromkeys(f"kind-{each.kind}" for each in alteration.emendations)
        found = dict.fromkeys(each.evidence for each in alteration.emendations if each.evidence)
        sources = [self.evidence.setdefault(each, f"evidence-{len(self.evidence) + 1}") for each in found]
        return {
            "resp": pointers(*self._agents(alteration)),
            "cert": certainty(alteration.certainty),
            "ana": pointers(reason, *kinds),
            "source": pointers(*sources),
        }

    def _agents(self, alteration: Alteration) -> Iterator[str]:
        """Yield the rules in the order in which they worked, and whoever emended in the place of theirs."""
        who = dict.fromkeys(each.who for each in alteration.emendations if each.who) or {TEAM: None}
        for rule in alteration.rules:
            if rule == RULE:
                yield from (self.people.setdefault(each, f"{EDITOR}{len(self.people)}") for each in who)
            else:
                yield f"rule-{rule}"


@dataclass(frozen=True, slots=True)
class Point:
    """Something without extent in the text: a marker, a bound of a range, something left out."""

    offset: int
    write: Callable[[etree._Element], object]


@dataclass(frozen=True, slots=True)
class Span:
    """A range that becomes an element; *write* gives the element to fill. A *leaf* stands for its text."""

    start: int
    end: int
    rank: int
    write: Callable[[etree._Element], etree._Element]
    leaf: bool = False


def content(
    parent: etree._Element,
    text: str,
    spans: Iterable[Span],
    points: Iterable[Point],
) -> None:
    """Write *text* into *parent* with *spans* (one in the other or apart) and *points* where they stand."""
    ordered = sorted(spans, key=lambda span: (span.start, -span.end, span.rank))
    _fill(parent, text, (0, len(text)), ordered, sorted(points, key=lambda point: point.offset))


def _fill(
    parent: etree._Element, text: str, bounds: tuple[int, int], spans: Sequence[Span], points: Sequence[Point]
) -> None:
    at, spans, points = bounds[0], list(spans), list(points)
    while spans:
        span = spans.pop(0)
        points = _flow(parent, text, (at, span.start), points)
        made, at = span.write(parent), span.end
        inner = [each for each in spans if each.start < span.end]
        spans = spans[len(inner) :]
        if not span.leaf:
            inside = [point for point in points if point.offset < span.end]
            points = points[len(inside) :]
            _fill(made, text, (span.start, span.end), inner, inside)
    for point in _flow(parent, text, (at, bounds[1]), points):
        point.write(parent)


def _flow(parent: etree._Element, text: str, bounds: tuple[int, int], points: Sequence[Point]) -> list[Point]:
    """Write text without spans; return the points that come later."""
    at, end = bounds
    due = [point for point in points if point.offset <= end]
    for point in due:
        stands = max(at, point.offset)
        put(parent, text[at:stands])
        point.write(parent)
        at = stands
    put(parent, text[at:end])
    return list(points[len(due) :])


def altered(text: str, alterations: Sequence[Alteration], reasons: Reasons) -> tuple[list[Span], list[Point]]:
    """Return what *alterations* of *text* become: spans, and points where something was left out."""
    spans: list[Span] = []
    points: list[Point] = []
    for outer, gaps in _nested(alterations):
        write = _writer(outer, reasons)
        if outer.start == outer.end:
            points.append(Point(outer.start, write))
        elif _is_bare_gap(outer):
            spans.append(Span(outer.start, outer.end, 2, _gap(outer, reasons), leaf=True))
        else:
            spans += [Span(outer.start, outer.end, 1, write), *_gaps(text, outer, gaps, reasons)]
    return spans, points


def _nested(alterations: Sequence[Alteration]) -> Iterator[tuple[Alteration, dict[int, Alteration]]]:
    """Yield each alteration with the gaps in it that are told of beside it, by their start."""
    outer: Alteration | None = None
    gaps: dict[int, Alteration] = {}
    for each in alterations:
        if outer and _is_within(each, outer):
            gaps[each.start] = each
            continue
        if outer:
            yield outer, gaps
        outer, gaps = each, {}
    if outer:
        yield outer, gaps


def _is_within(gap: Alteration, outer: Alteration) -> bool:
    told_beside = gap.kind == "gap" and outer.kind != "gap"
    return told_beside and outer.start <= gap.start and gap.end <= outer.end


def _is_bare_gap(alteration: Alteration) -> bool:
    return (alteration.kind, alteration.received, alteration.reading) == ("gap", "", GAP)


def _gaps(text: str, outer: Alteration, told: dict[int, Alteration], reasons: Reasons) -> Iterator[Span]:
    for found in re.compile(re.escape(GAP)).finditer(text, outer.start, outer.end):
        alteration = told.get(found.start())
        yield Span(*found.span(), 2, _gap(alteration or outer, reasons if alteration else None), leaf=True)


def _gap(alteration: Alteration, reasons: Reasons | None) -> Callable[[etree._Element], etree._Element]:
    """Return the writer of a gap; without *reasons* it is part of an alteration that tells them."""
    unit = "digit" if "lost-digits" in alteration.rules else "char"
    told = reasons.facts(alteration) if reasons else {}
    return lambda parent: element(parent, "gap", reason="lost", unit=unit, extent="unknown", **told)


def _writer(alteration: Alteration, reasons: Reasons) -> Callable[[etree._Element], etree._Element]:
    facts = reasons.facts(alteration)
    if alteration.kind == "emendation" and not alteration.received:
        return lambda parent: element(parent, "supplied", reason="lost", **facts)
    was, now = ("sic", "corr") if alteration.kind == "emendation" else ("orig", "reg")

    def write(parent: etree._Element) -> etree._Element:
        choice = element(parent, "choice")
        element(choice, was, alteration.received)
        return element(choice, now, type="gap" if alteration.kind == "gap" else "", **facts)

    return write


def named(occurrences: Iterable[Occurrence], kinds: dict[str, str], spans: Sequence[Span], anchor: str) -> list[Span]:
    """Return what *occurrences* of names become, cut where they would cross one of *spans*.

    Args:
        occurrences: Names in a text, in order; those that share a range are ambiguous.
        kinds: Kind by the name's id.
        spans: What else stands in the text.
        anchor: The paragraph's id.
    """
    found: list[Span] = []
    for (start, end), group in groupby(occurrences, key=lambda each: (each.start, each.end)):
        ids = [each.name_id for each in group]
        cuts = [start, *sorted(_cuts(start, end, spans)), end]
        parts = [part for part in pairwise(cuts) if not _is_lost(*part, spans)]
        links = [f"{anchor}-name-{low}" for low, _ in parts] if len(parts) > 1 else [""]
        for number, (low, high) in enumerate(parts):
            facts = _links(links, number) | _key(ids, kinds)
            found.append(Span(low, high, 0, _rs(facts)))
    return found


def _cuts(start: int, end: int, spans: Iterable[Span]) -> set[int]:
    crossing = [s for s in spans if s.start < start < s.end < end or start < s.start < end < s.end]
    return {edge for span in crossing for edge in (span.start, span.end) if start < edge < end}


def _is_lost(start: int, end: int, spans: Iterable[Span]) -> bool:
    return any(span.leaf and span.start <= start and end <= span.end for span in spans)


def _links(ids: Sequence[str], number: int) -> dict[str, str]:
    after, before = ids[number + 1 : number + 2], ids[number - 1 : number] if number else []
    return {"id": ids[number], "next": pointers(*after), "prev": pointers(*before)}


def _key(ids: Sequence[str], kinds: dict[str, str]) -> dict[str, str]:
    told = {kinds[each] for each in ids}
    sure = {} if len(ids) == 1 else {"cert": "low"}
    references = pointers(*(f"name-{each}" for each in ids))
    return {"type": told.pop() if len(told) == 1 else "ambiguous", "key": " ".join(ids), "ref": references} | sure


def _rs(facts: dict[str, str]) -> Callable[[etree._Element], etree._Element]:
    return lambda parent: element(parent, "rs", **facts)
