"""What editors changed and what the source lost: marked in the text, told in a list, linked both ways."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from matn.edition.alter import GAP
from matn.edition.model import Alteration, Note, Paragraph
from matn.export.epub import xhtml
from matn.export.epub.flow import Mark, fill
from matn.export.epub.plan import CHANGES, Document, Entry, Plan, told
from matn.export.epub.xhtml import element


def marks(text: Paragraph | Note, plan: Plan) -> Iterator[Mark]:
    """Yield a link for each emendation and gap of *text*, to what is told of it."""
    for place, alteration in told(text.alterations):
        css = "gap" if alteration.kind == "gap" else "corr"
        href = f"{CHANGES}#{plan.changes[text.id, place]}"
        yield Mark(alteration.start, alteration.end, "a", {"css": css, "href": href})


def changes(plan: Plan) -> Document | None:
    """Return the list of all emendations and gaps, if there are some."""
    if not plan.changes:
        return None
    name, title = plan.folder + CHANGES, plan.say("changes")
    body = xhtml.document(name, title, "ar", "backmatter")
    section = element(body, "section", kind="appendix", role="doc-appendix")
    element(section, "h1", title)
    element(section, "p", plan.say("changes-lead"))
    texts: list[Paragraph | Note] = [*plan.item.paragraphs, *plan.item.notes]
    for text in texts:
        _of(section, text, plan)
    return Document(name, body, (Entry(title, "ar", name, 1),))


def _of(section: etree._Element, text: Paragraph | Note, plan: Plan) -> None:
    listed = list(told(text.alterations))
    if not listed:
        return
    heading = element(element(section, "h2"), "a", _name(text, plan), href=plan.href(CHANGES, text.id))
    heading.set("class", "place")
    entries = element(section, "ul", css="changes")
    for place, alteration in listed:
        made = element(entries, "li", id=plan.changes[text.id, place])
        _entry(made, alteration, text.language, plan)


def _name(text: Paragraph | Note, plan: Plan) -> str:
    if isinstance(text, Note):
        return plan.say("note-n", n=text.label or text.id[1:])
    return plan.say("paragraph-n", n=text.id[1:])


def _entry(made: etree._Element, alteration: Alteration, language: str, plan: Plan) -> None:
    """Write what is read, what stood in the source, and why."""
    reading = alteration.reading if alteration.reading.strip() else plan.say("in-source-nothing")
    facts = {"css": "gap" if alteration.kind == "gap" else "corr", "lang": language}
    fill(element(made, "span", **facts), reading, language)
    if alteration.reading != GAP or alteration.received.strip():
        xhtml.put(made, f"؛ {plan.say('in-source')}: ")
        was = alteration.received if alteration.received.strip() else plan.say("in-source-nothing")
        fill(element(made, "span", css="was", lang=language), was, language)
    if alteration.why:
        element(made, "br")
        tongue = "ar" if any("\u0620" <= char <= "\u064a" for char in alteration.why[:12]) else "en"
        fill(element(made, "span", css="why", lang=tongue), alteration.why, tongue)
