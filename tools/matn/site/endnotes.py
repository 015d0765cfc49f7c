"""The notes of a work as the templates want them: HTML, where they are called, what they refer to."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from matn.edition.model import Note, WorkEdition
from matn.site import apparatus, crossings
from matn.site.cited import cited
from matn.site.crossings import Crossings, clear_of
from matn.site.inline import Span, render
from matn.site.received import received_html
from matn.site.references import Call, by_note, calls
from matn.site.templates import is_web, isolation
from matn.site.words import Words, direction


@dataclass(frozen=True, slots=True)
class NoteRow:
    """One note, ready for its template.

    *was* is its body as received, ``None`` where it is the same. *extra_urls* are those that its text does not
    spell out; *cited* is its reference in one line and *remark* what editors say of it, each empty if there is
    none. Whose text is there needs no Arabic retelling: the remark on a comment is in English then.
    """

    id: str
    label: str
    status: str
    language: str
    direction: str
    html: Markup | None
    was: Markup | None
    calls: Sequence[Call]
    repeats: Note | None
    extra_urls: tuple[str, ...]
    cited: Markup
    remark: Mapping[str, str]


def note_rows(edition: WorkEdition, say: Words, leading: Crossings = crossings.NONE) -> list[NoteRow]:
    """Return every note of a work, in order, with what is *leading* from it to other pages."""
    called = by_note(calls(edition))
    known = {note.id: note for note in edition.notes}
    return [
        _note_row(note, called.get(note.id, ()), known, say, leading.reading.get(f"{edition.work.id}#{note.id}", ()))
        for note in edition.notes
    ]


def _note_row(
    note: Note, called: Sequence[Call], known: Mapping[str, Note], say: Words, links: Sequence[Span]
) -> NoteRow:
    places = {url: note.text.find(url) if note.text else -1 for url in note.urls}
    return NoteRow(
        id=note.id,
        label=note.label,
        status=note.status,
        language=note.language,
        direction=direction(note.language),
        html=_note_text(note, places, say, links),
        was=received_html(note, say),
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


def _note_text(note: Note, places: Mapping[str, int], say: Words, links: Sequence[Span]) -> Markup | None:
    if note.text is None:
        return None
    urls = [Span(at, at + len(url), *_anchor(url)) for url, at in places.items() if at >= 0]
    runs = clear_of(isolation(note.text, note.language), urls)
    marks = apparatus.marks(note.alterations, (), say)
    points = apparatus.empty_gaps(note.alterations, say)
    return render(note.text, [*urls, *runs], marks, points, clear_of(links, urls))


def _anchor(url: str) -> tuple[str, Mapping[str, str]]:
    if not is_web(url):
        return "bdi", {"dir": "ltr", "class": "url"}
    return "a", {"class": "url", "dir": "ltr", "rel": "external noopener", "href": url}
