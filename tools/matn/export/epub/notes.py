"""Notes as EPUB's footnotes, which reading systems open over the text; each leads back to where it is called."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import urlsplit

from lxml import etree

from matn.edition.model import Note
from matn.export.epub import xhtml
from matn.export.epub.changes import marks
from matn.export.epub.flow import Mark, fill
from matn.export.epub.plan import NOTES, Document, Entry, Plan
from matn.export.epub.xhtml import element
from matn.export.tei_xml import iri
from matn.text.runs import direction


def asides(parent: etree._Element, plan: Plan, file: str) -> None:
    """Append the notes that stand in *file*."""
    for note in plan.notes(file):
        made = element(parent, "aside", id=note.id, kind="footnote", role="doc-footnote")
        _Note(made, plan, file).write(note)


def loose(plan: Plan) -> Document | None:
    """Return the document of the notes that no chapter has, if there are some."""
    notes = plan.notes(NOTES)
    if not notes:
        return None
    name, title = plan.folder + NOTES, plan.say("notes")
    body = xhtml.document(name, title, "ar", "backmatter")
    section = element(body, "section", kind="footnotes")
    element(section, "h1", title)
    if plan.item.has_source:
        element(section, "p", plan.say("notes-loose-list"))
    asides(section, plan, NOTES)
    return Document(name, body, (Entry(title, "ar", name, 1),))


class _Note:
    """Writes one note into its element."""

    def __init__(self, made: etree._Element, plan: Plan, file: str) -> None:
        self._made, self._plan, self._file = made, plan, file

    def write(self, note: Note) -> None:
        language = note.language if note.language != "ar" else ""
        self._text(element(self._made, "p", lang=language), note)
        self._remark(note)
        self._back(note)

    def _text(self, made: etree._Element, note: Note) -> None:
        element(made, "span", note.label or note.id[1:], css="label")
        xhtml.put(made, " ")
        if note.text is not None:
            fill(made, note.text, note.language, [*_links(note), *marks(note, self._plan)])
        elif note.status == "lost":
            element(made, "span", f"[{self._plan.say('note-lost')}]", css="gap", lang="ar")
        elif told := cited(note, self._plan):
            fill(made, told, note.language)
        else:
            element(made, "span", f"[{self._plan.say('note-absent')}]", css="gap", lang="ar")

    def _remark(self, note: Note) -> None:
        """Write what editors say of it; who can read a comment itself needs no Arabic retelling."""
        retold = note.text is not None and note.reference is not None and note.reference.kind == "comment"
        for language, words in (note.reference.remark if note.reference else {}).items():
            if language == "ar" and retold:
                continue
            fill(element(self._made, "p", css="remark", lang=language), words, language)

    def _back(self, note: Note) -> None:
        calls = [call for call in self._plan.calls if call.note == note.id]
        if not calls and not note.repeats:
            return
        made = element(self._made, "p", css="back")
        if note.repeats in self._plan.homes:
            element(made, "a", self._plan.say("note-repeats"), href=self._plan.href(self._file, note.repeats))
        for call in calls:
            home = self._plan.homes[call.paragraph]
            href = f"#{call.id}" if home == self._file else f"{home}#{call.id}"
            number, name = call.paragraph[1:], self._plan.say("back-to", n=call.paragraph[1:])
            xhtml.put(made, " ")
            element(made, "a", f"↑ {number}", href=href, role="doc-backlink", label=name)


def cited(note: Note, plan: Plan) -> str:
    """Return what editors know of the source that *note* names, in one line; empty if nothing."""
    told = note.reference
    if told is None:
        return ""
    comma = "، " if direction(note.language) == "rtl" else ", "
    quoted = f"«{told.title}»" if comma == "، " else f"“{told.title}”"
    date = plan.say.date(told.date) if told.date else ""
    return comma.join(filter(None, (told.author, quoted if told.title else "", told.publisher, date, told.pages)))


def _links(note: Note) -> Iterator[Mark]:
    """Yield a link for each address that the text spells out."""
    for url in note.urls:
        at = (note.text or "").find(url)
        if at >= 0 and is_web(url):
            yield Mark(at, at + len(url), "a", {"href": iri(url), "css": "url", "dir": "ltr"})


def is_web(url: str) -> bool:
    """Whether *url* may become a link: ``http`` or ``https`` with a host, written as the standard of URLs has it."""
    try:
        parts = urlsplit(url)
        return parts.scheme in {"http", "https"} and bool(parts.hostname) and parts.port != 0
    except ValueError:
        return False
