"""The English of a book: the summaries beside the text, or in its place where the source is not at hand."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from matn.edition.model import Paragraph
from matn.edition.summaries import stale
from matn.export.epub import xhtml
from matn.export.epub.flow import fill
from matn.export.epub.plan import SUMMARIES, Chapter, Document, Entry, Plan
from matn.export.epub.text import caller, page_break, pages
from matn.export.epub.xhtml import element
from matn.structure.model import BlockKind

ENGLISH = "en-"
"""What the id of a summary begins with where the Arabic has the paragraph's own."""


def summaries(plan: Plan) -> Document | None:
    """Return the summaries as a text of their own, each paragraph linked with the Arabic; ``None`` without any."""
    told = [p for p in plan.item.paragraphs if plan.has_summary(p.id)]
    if not told or not plan.item.has_source:
        return None
    name, title = plan.folder + SUMMARIES, plan.english("summaries")
    body = xhtml.document(name, title, "en", "bodymatter")
    section = element(body, "section", kind="part", role="doc-part")
    element(section, "h1", title)
    writer = _Writer(plan, SUMMARIES)
    for paragraph in told:
        writer.paragraph(section, paragraph, ENGLISH)
    return Document(name, body, (Entry(title, "en", name, 1), *_headings(plan, name, ENGLISH, 2)))


def grid(plan: Plan, part: Chapter) -> Document:
    """Return the paragraphs of a work whose source is not at hand: every number, with its summary if it has one."""
    name, title = plan.folder + part.file, plan.english("summaries")
    body = xhtml.document(name, title, "en", "bodymatter")
    section = element(body, "section", kind="chapter", role="doc-chapter")
    element(section, "h1", title)
    for say in (plan.say, plan.english):
        element(section, "p", f"{say('absent-title')}. {say('absent-why')}", css="missing", lang=say.language)
    writer = _Writer(plan, part.file)
    for paragraph in part.paragraphs:
        writer.paragraph(section, paragraph, "")
    return Document(name, body, (Entry(title, "en", name, 1), *_headings(plan, name, "", 2)), pages(plan, part))


def _headings(plan: Plan, name: str, prefix: str, level: int) -> Iterator[Entry]:
    headings = [p for p in plan.item.paragraphs if p.kind is BlockKind.HEADING]
    top = min((p.level for p in headings), default=0)
    for p in headings:
        if plan.has_summary(p.id):
            yield Entry(plan.item.summaries[p.id].text, "en", f"{name}#{prefix}{p.id}", level + p.level - top)


class _Writer:
    """Writes summaries into one file, remembering the level of the last heading."""

    def __init__(self, plan: Plan, file: str) -> None:
        self._plan, self._file, self._say, self._level = plan, file, plan.english, 1

    def paragraph(self, section: etree._Element, paragraph: Paragraph, prefix: str) -> None:
        made = element(section, self._tag(paragraph), id=prefix + paragraph.id)
        number = paragraph.id[1:]
        if prefix:
            href, name = self._plan.href(self._file, paragraph.id), self._say("paragraph-n", n=number)
            element(made, "a", number, css="num", href=href, label=name)
        else:
            page_break(made, paragraph.id)
            element(made, "span", number, css="num")
        xhtml.put(made, " ")
        self._content(made, paragraph)
        for call in self._plan.calls if not prefix else ():
            if call.paragraph == paragraph.id:
                caller(made, call, self._plan, self._file)

    def _tag(self, paragraph: Paragraph) -> str:
        if paragraph.kind is not BlockKind.HEADING or not self._plan.has_summary(paragraph.id):
            return "p"
        self._level = min(6, paragraph.level + 1, self._level + 1)
        return f"h{max(2, self._level)}"

    def _content(self, made: etree._Element, paragraph: Paragraph) -> None:
        summary = self._plan.item.summaries.get(paragraph.id)
        if summary is None:
            element(made, "span", f"[{self._say('row-absent')}]", css="gap")
            return
        css = "" if summary.text else "none"
        fill(element(made, "span", css=css) if css else made, summary.text or summary.reason, "en")
        if summary.text and stale(summary, paragraph):
            element(made, "span", f" ({self._say('summary-stale')})", css="stale")
