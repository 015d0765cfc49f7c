"""Paragraphs as the templates want them: HTML, calls, what was changed, what they lead to."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from matn.edition.alter import GAP
from matn.edition.model import Paragraph, Summary, WorkEdition
from matn.edition.summaries import stale
from matn.site import apparatus, crossings, told
from matn.site.contents import heading
from matn.site.crossings import Crossings, Twin
from matn.site.inline import Span, render
from matn.site.received import received_html
from matn.site.references import Call, by_paragraph, calls
from matn.site.templates import isolation
from matn.site.words import Words, direction


@dataclass(frozen=True, slots=True)
class Row:
    """One paragraph, ready for its template.

    *html* is ``None`` where the text is absent; *was* is the text as received, ``None`` where it is the same.
    *summary* is empty where there is none, for the reason *no_summary*; *stale* says that it was written from
    another wording. *tally* counts changes by kind.
    """

    id: str
    number: str
    kind: str
    heading: str
    level: int
    label: str
    language: str
    direction: str
    hash: str
    html: Markup | None
    was: Markup | None
    calls: Sequence[Call]
    notes: tuple[told.Told, ...]
    tally: list[tuple[str, str]]
    silent: int
    silent_rules: tuple[str, ...]
    received: str | None
    summary: Markup
    no_summary: str
    stale: bool
    twins: Sequence[Twin]


def rows(edition: WorkEdition, say: Words, leading: Crossings = crossings.NONE) -> list[Row]:
    """Return every paragraph of a work, in reading order, with what is *leading* from it to other pages."""
    called = by_paragraph(calls(edition))
    return [
        _row(p, called.get(p.id, ()), edition.summaries.get(p.id), say, f"{edition.work.id}#{p.id}", leading)
        for p in edition.paragraphs
    ]


def _row(
    paragraph: Paragraph, called: Sequence[Call], summary: Summary | None, say: Words, ref: str, leading: Crossings
) -> Row:
    silent = apparatus.silent(paragraph)
    changed = paragraph.received is not None and paragraph.received != paragraph.reading
    return Row(
        id=paragraph.id,
        number=paragraph.id[1:],
        kind=paragraph.kind.value,
        heading=heading(paragraph),
        level=paragraph.level,
        label=paragraph.label,
        language=paragraph.language,
        direction=direction(paragraph.language),
        hash=paragraph.content_hash,
        html=_text(paragraph, called, say, ref, leading),
        was=received_html(paragraph, say),
        calls=called,
        notes=told.entries(paragraph.alterations, paragraph.queries, say),
        tally=apparatus.tally(paragraph.alterations, paragraph.queries, say),
        silent=len(silent),
        silent_rules=tuple(dict.fromkeys(rule for change in silent for rule in change.rules)),
        received=paragraph.received if changed else None,
        summary=_gist(summary, ref, leading),
        no_summary=summary.reason if summary else "",
        stale=bool(summary and summary.text and stale(summary, paragraph)),
        twins=leading.twins.get(ref, ()),
    )


def _gist(summary: Summary | None, ref: str, leading: Crossings) -> Markup:
    if not summary or not summary.text:
        return Markup("")
    gap = {"class": "gap", "role": "img", "aria-label": Words("en")("gap-label")}
    gaps = [Span(found.start(), found.end(), "span", gap) for found in re.finditer(re.escape(GAP), summary.text)]
    return render(summary.text, isolation(summary.text, "en"), gaps, {}, leading.summary.get(ref, ()))


def call_html(call: Call, say: Words) -> Markup:
    """Return the marker of a note, as it stands in a text."""
    shape = '<sup class="call"><a id="{}" href="#{}" role="doc-noteref" aria-label="{}">{}</a></sup>'
    return Markup(shape).format(call.id, call.note, say("note-n", n=call.label), call.label)


def _text(paragraph: Paragraph, called: Sequence[Call], say: Words, ref: str, leading: Crossings) -> Markup | None:
    if paragraph.reading is None:
        return None
    points = apparatus.empty_gaps(paragraph.alterations, say)
    for call in called:
        at = len(paragraph.reading) if call.offset is None else call.offset
        points[at] = points.get(at, Markup("")) + call_html(call, say)
    marks = apparatus.marks(paragraph.alterations, paragraph.queries, say)
    runs = isolation(paragraph.reading, paragraph.language)
    return render(paragraph.reading, runs, marks, points, leading.reading.get(ref, ()))
