"""Paragraphs and notes as the templates want them: HTML, calls, what was changed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from matn.edition.model import Note, Paragraph, Summary, WorkEdition
from matn.edition.summaries import stale
from matn.site import apparatus
from matn.site.cited import cited
from matn.site.inline import Span, render
from matn.site.references import Call, by_note, by_paragraph, calls
from matn.site.templates import is_web, isolation
from matn.site.words import Words, direction
from matn.structure.model import BlockKind


@dataclass(frozen=True, slots=True)
class Row:
    """One paragraph, ready for its template.

    *html* is ``None`` where the text is absent, *summary* empty where there is none, for the reason
    *no_summary*; *stale* says that the summary was written from another wording.
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
    calls: Markup
    notes: tuple[apparatus.Told, ...]
    silent: int
    silent_rules: tuple[str, ...]
    received: str | None
    summary: str
    no_summary: str
    stale: bool


@dataclass(frozen=True, slots=True)
class NoteRow:
    """One note, ready for its template.

    *extra_urls* are those that its text does not spell out; *cited* is its reference in one line and *remark*
    what editors say of it, each empty if there is none. Whose text is there needs no Arabic retelling: the
    remark on a comment is in English then.
    """

    id: str
    label: str
    status: str
    language: str
    direction: str
    html: Markup | None
    calls: Sequence[Call]
    repeats: Note | None
    extra_urls: tuple[str, ...]
    cited: Markup
    remark: Mapping[str, str]


def rows(edition: WorkEdition, say: Words) -> list[Row]:
    """Return every paragraph of a work, in reading order."""
    called = by_paragraph(calls(edition))
    return [_row(p, called.get(p.id, ()), edition.summaries.get(p.id), say) for p in edition.paragraphs]


def _row(paragraph: Paragraph, called: Sequence[Call], summary: Summary | None, say: Words) -> Row:
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
        html=_text(paragraph, called, say),
        calls=Markup("").join(_call(call, say) for call in called),
        notes=apparatus.entries(paragraph.alterations, paragraph.queries, say),
        silent=len(silent),
        silent_rules=tuple(dict.fromkeys(rule for change in silent for rule in change.rules)),
        received=paragraph.received if changed else None,
        summary=summary.text if summary else "",
        no_summary=summary.reason if summary else "",
        stale=bool(summary and summary.text and stale(summary, paragraph)),
    )


def heading(paragraph: Paragraph) -> str:
    """Return the element of a heading (``h2`` is the first level under the work's own title), or nothing."""
    return f"h{min(6, max(1, paragraph.level) + 1)}" if paragraph.kind is BlockKind.HEADING else ""


def _call(call: Call, say: Words) -> Markup:
    shape = '<sup class="call"><a id="{}" href="#{}" role="doc-noteref" aria-label="{}">{}</a></sup>'
    return Markup(shape).format(call.id, call.note, say("note-n", n=call.label), call.label)


def _text(paragraph: Paragraph, called: Sequence[Call], say: Words) -> Markup | None:
    if paragraph.reading is None:
        return None
    points = apparatus.empty_gaps(paragraph.alterations, say)
    for call in called:
        at = len(paragraph.reading) if call.offset is None else call.offset
        points[at] = points.get(at, Markup("")) + _call(call, say)
    marks = apparatus.marks(paragraph.alterations, paragraph.queries, say)
    return render(paragraph.reading, isolation(paragraph.reading, paragraph.language), marks, points)


def note_rows(edition: WorkEdition, say: Words) -> list[NoteRow]:
    """Return every note of a work, in order."""
    called = by_note(calls(edition))
    known = {note.id: note for note in edition.notes}
    return [_note_row(note, called.get(note.id, ()), known, say) for note in edition.notes]


def _note_row(note: Note, called: Sequence[Call], known: Mapping[str, Note], say: Words) -> NoteRow:
    places = {url: note.text.find(url) if note.text else -1 for url in note.urls}
    return NoteRow(
        id=note.id,
        label=note.label,
        status=note.status,
        language=note.language,
        direction=direction(note.language),
        html=_note_text(note, places, say),
        calls=called,
        repeats=known.get(note.repeats),
        extra_urls=tuple(url for url, at in places.items() if at < 0),
        cited=cited(note.reference, note.language) if note.reference else Markup(""),
        remark=_remark(note),
    )


def _remark(note: Note) -> Mapping[str, str]:
    if note.reference is None:
        return {}
    retold = note.text is not None and note.reference.kind == "comment"
    return {key: text for key, text in note.reference.remark.items() if key == "en" or not retold}


def _note_text(note: Note, places: Mapping[str, int], say: Words) -> Markup | None:
    if note.text is None:
        return None
    links = [Span(at, at + len(url), *_anchor(url)) for url, at in places.items() if at >= 0]
    runs = [run for run in isolation(note.text, note.language) if not any(_touch(run, found) for found in links)]
    marks = apparatus.marks(note.alterations, (), say)
    return render(note.text, [*links, *runs], marks, apparatus.empty_gaps(note.alterations, say))


def _anchor(url: str) -> tuple[str, Mapping[str, str]]:
    if not is_web(url):
        return "bdi", {"dir": "ltr", "class": "url"}
    return "a", {"class": "url", "dir": "ltr", "rel": "external noopener", "href": url}


def _touch(left: Span, right: Span) -> bool:
    return left.start < right.end and right.start < left.end
