"""The texts of a TEI document: the Arabic with its notes, and the English summaries beside it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field

from lxml import etree

from matn.edition.model import Note, NoteMarker, Paragraph, Query, Tombstone, WorkEdition
from matn.edition.names import Occurrence
from matn.edition.summaries import stale
from matn.export.tei_inline import Point, Reasons, altered, content, named
from matn.export.tei_tree import lay_out
from matn.export.tei_xml import LANGUAGE, element, language_of, plain, pointers, put

ENGLISH = "en-"
"""What the id of a summary begins with; after it comes its paragraph's."""
ABSENT = "source-absent"
"""Reason of the gap where the source is not at hand."""


@dataclass(slots=True)
class Written:
    """What the texts need elsewhere in the document: reasons, open questions, names that occur, markers."""

    find: Callable[[str], Iterable[Occurrence]]
    kinds: dict[str, str]
    reasons: Reasons = field(default_factory=Reasons)
    queries: list[tuple[str, Query]] = field(default_factory=list)
    names: set[str] = field(default_factory=set)
    markers: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))


def arabic(root: etree._Element, item: WorkEdition, written: Written) -> None:
    """Append the text of *item*, its notes and its retired ids; tell *written* of what was met."""
    text = element(root, "text", id="text", lang="ar", type="edition")
    lay_out(text, item.paragraphs, "", lambda made, paragraph: _paragraph(made, paragraph, written))
    if item.notes or item.tombstones:
        back = element(text, "back")
        _notes(back, item.notes, written)
        _retired(back, item.tombstones)


def _paragraph(made: etree._Element, paragraph: Paragraph, written: Written) -> None:
    made.set("n", f"{paragraph.id} ~{paragraph.content_hash}" if paragraph.content_hash else paragraph.id)
    if paragraph.language != language_of(made):
        made.set(LANGUAGE, paragraph.language)
    made = _content_of_figure(made)
    if paragraph.label:
        element(made, "label", paragraph.label)
    points = _markers(paragraph, written)
    if paragraph.reading is None:
        element(made, "gap", reason=ABSENT)
        content(made, "", (), [Point(0, point.write) for point in points])
        return
    spans, left_out = altered(paragraph.reading, paragraph.alterations, written.reasons)
    found = list(written.find(paragraph.reading))
    written.names.update(each.name_id for each in found)
    spans += named(found, written.kinds, spans, paragraph.id)
    content(made, paragraph.reading, spans, [*left_out, *points, *_bounds(paragraph, written)])


def _content_of_figure(made: etree._Element) -> etree._Element:
    """Return where the text goes: a lost figure has what is left of it in a block of its own."""
    if etree.QName(made).localname != "figure":
        return made
    made.set("type", "lost")
    element(element(made, "gap", reason="lost"), "desc", "a figure", lang="en")
    return element(made, "ab")


def _markers(paragraph: Paragraph, written: Written) -> list[Point]:
    points = []
    for marker in paragraph.markers:
        before = sum(each.startswith(f"{paragraph.id}-") for each in written.markers[marker.note])
        anchor = f"{paragraph.id}-{marker.note}" + (f"-{before + 1}" if before else "")
        written.markers[marker.note].append(anchor)
        points.append(Point(marker.offset, _marker(anchor, marker)))
    return points


def _marker(anchor: str, marker: NoteMarker) -> Callable[[etree._Element], etree._Element]:
    return lambda parent: element(parent, "ref", marker.label, id=anchor, type="note", target=pointers(marker.note))


def _bounds(paragraph: Paragraph, written: Written) -> list[Point]:
    """Return anchors for both ends of each open question; the question itself stands off."""
    points = []
    for number, query in enumerate(paragraph.queries, 1):
        anchor = f"{paragraph.id}-query-{number}"
        written.queries.append((anchor, query))
        points += [Point(query.start, _anchor(f"{anchor}-start")), Point(query.end, _anchor(f"{anchor}-end"))]
    return points


def _anchor(anchor: str) -> Callable[[etree._Element], etree._Element]:
    return lambda parent: element(parent, "anchor", id=anchor)


def _notes(back: etree._Element, notes: Sequence[Note], written: Written) -> None:
    if notes:
        division = element(back, "div", type="notes")
        for note in notes:
            _note(division, note, written)


def _note(division: etree._Element, note: Note, written: Written) -> None:
    language = note.language if note.language != "ar" else ""
    target = pointers(*written.markers[note.id])
    carriers = pointers(*note.paragraphs)
    facts = {"n": note.label, "type": note.status, "place": "end", "lang": language}
    made = element(division, "note", id=note.id, target=target, corresp=carriers, **facts)
    if note.label:
        element(made, "label", note.label)
    if note.text is None:
        element(made, "gap", reason="lost" if note.status == "lost" else ABSENT)
        return
    spans, points = altered(note.text, note.alterations, written.reasons)
    content(made, note.text, spans, points)


def _retired(back: etree._Element, tombstones: Sequence[Tombstone]) -> None:
    """Keep the ids that are no paragraphs any more, so that a citation of them leads on."""
    if not tombstones:
        return
    entries = element(element(back, "div", type="retired", lang="en"), "list", type="retired")
    for stone in tombstones:
        made = element(entries, "item", id=stone.id, corresp=pointers(*stone.successors))
        element(made, "label", str(stone.state))
        put(made, stone.reason)


def english(root: etree._Element, item: WorkEdition) -> None:
    """Append the summaries as a text parallel to the Arabic, paragraph by paragraph."""
    if not item.summaries:
        return
    text = element(root, "text", id="summaries", lang="en", type="summaries", corresp="#text")
    told = [paragraph for paragraph in item.paragraphs if paragraph.id in item.summaries]
    lay_out(text, told, ENGLISH, lambda made, paragraph: _summary(made, paragraph, item))


def _summary(made: etree._Element, paragraph: Paragraph, item: WorkEdition) -> None:
    summary = item.summaries[paragraph.id]
    made.set("corresp", pointers(paragraph.id))
    made.set("n", plain(f"{paragraph.id} ~{summary.pinned}" if summary.pinned else paragraph.id))
    if summary.text and stale(summary, paragraph):
        made.set("ana", "#stale")
    made = element(made, "ab") if etree.QName(made).localname == "figure" else made
    if summary.text:
        put(made, summary.text)
    else:
        element(element(made, "gap", reason="no-summary"), "desc", plain(summary.reason))
