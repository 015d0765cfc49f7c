"""The Arabic text: chapters with numbered paragraphs, each chapter with its notes at its end."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from matn.edition.calls import Call as Marker
from matn.edition.model import Paragraph
from matn.export.epub import xhtml
from matn.export.epub.changes import marks
from matn.export.epub.flow import Call, Write, fill
from matn.export.epub.notes import asides
from matn.export.epub.plan import SUMMARIES, Chapter, Document, Entry, Plan
from matn.export.epub.xhtml import element
from matn.structure.model import BlockKind

_CSS = {
    BlockKind.TITLE: "title",
    BlockKind.BYLINE: "byline",
    BlockKind.CAPTION: "caption",
    BlockKind.FIGURE_LOST: "figure-lost",
}


def chapter(plan: Plan, part: Chapter) -> Document:
    """Return *part* of the text with its notes."""
    name = plan.folder + part.file
    body = xhtml.document(name, _title(part, plan), "ar", "bodymatter")
    section = element(body, "section", kind="chapter", role="doc-chapter")
    _Blocks(plan, part, section).write()
    asides(section, plan, part.file)
    return Document(name, body, tuple(_entries(plan, part)), pages(plan, part))


def pages(plan: Plan, part: Chapter) -> tuple[tuple[str, str], ...]:
    """Return label and address of the numbers of *part*."""
    before = f"{plan.item.work.id} " if plan.folder else ""
    return tuple((f"{before}{p.id[1:]}", f"{plan.folder}{part.file}#{p.id}-page") for p in part.paragraphs)


def _title(part: Chapter, plan: Plan) -> str:
    heads = (p.reading for p in part.paragraphs if p.kind in (BlockKind.HEADING, BlockKind.TITLE) and p.reading)
    return next(heads, plan.item.work.title["ar"])


def _entries(plan: Plan, part: Chapter) -> Iterator[Entry]:
    """Yield the headings; a chapter that begins without one is the text itself."""
    headings = [p for p in part.paragraphs if p.kind is BlockKind.HEADING and p.reading]
    if not headings or part.paragraphs[0].kind is not BlockKind.HEADING:
        yield Entry(plan.say("text"), "ar", plan.folder + part.file, 1)
    top = min((p.level for p in plan.item.paragraphs if p.kind is BlockKind.HEADING), default=0)
    for paragraph in headings:
        address = f"{plan.folder}{part.file}#{paragraph.id}"
        yield Entry(paragraph.reading or "", paragraph.language, address, 1 + paragraph.level - top)


class _Blocks:
    """Writes the paragraphs of a chapter, remembering the lists that are open and the level of its head."""

    def __init__(self, plan: Plan, part: Chapter, section: etree._Element) -> None:
        self._plan, self._part, self._section = plan, part, section
        self._lists: list[tuple[int, etree._Element]] = []
        self._level = 0

    def write(self) -> None:
        for paragraph in self._part.paragraphs:
            if paragraph.kind is not BlockKind.LIST_ITEM:
                self._lists.clear()
            made = self._block(paragraph)
            _number(made, paragraph, self._plan)
            self._content(made, paragraph)

    def _block(self, paragraph: Paragraph) -> etree._Element:
        language = paragraph.language if paragraph.language != "ar" else ""
        if paragraph.kind is BlockKind.LIST_ITEM:
            return element(self._list(paragraph.level), "li", id=paragraph.id, lang=language)
        tag, css = self._heading(paragraph), _CSS.get(paragraph.kind, "")
        return element(self._section, tag or "p", id=paragraph.id, css=css, lang=language)

    def _heading(self, paragraph: Paragraph) -> str:
        """Return the element of a heading, one level at most below the one before, as readers by ear want it."""
        if paragraph.kind is BlockKind.TITLE and not self._level:
            wanted = 1
        elif paragraph.kind is BlockKind.HEADING:
            wanted = paragraph.level + 1
        else:
            return ""
        self._level = min(6, max(1, wanted), self._level + 1)
        return f"h{self._level}"

    def _list(self, level: int) -> etree._Element:
        while self._lists and self._lists[-1][0] > level:
            self._lists.pop()
        if not self._lists or self._lists[-1][0] < level:
            place = self._lists[-1][1][-1] if self._lists else self._section
            self._lists.append((level, element(place, "ul", css="items")))
        return self._lists[-1][1]

    def _content(self, made: etree._Element, paragraph: Paragraph) -> None:
        if paragraph.kind is BlockKind.FIGURE_LOST:
            element(made, "span", f"[{self._plan.say('figure-lost')}] ", css="gap")
        if paragraph.label:
            element(made, "span", paragraph.label, css="label")
            xhtml.put(made, " ")
        found = [call for call in self._plan.calls if call.paragraph == paragraph.id]
        text = paragraph.reading or ""
        calls = [Call(call.offset or 0, _caller(call, self._plan, self._part.file)) for call in found]
        fill(made, text, paragraph.language, marks(paragraph, self._plan), calls)


def _number(made: etree._Element, paragraph: Paragraph, plan: Plan) -> None:
    """Write the number: a mark of the list of pages, and a link to the summary if there is one."""
    number = paragraph.id[1:]
    page_break(made, paragraph.id)
    facts = {"css": "num", "label": plan.say("paragraph-n", n=number)}
    if plan.has_summary(paragraph.id):
        element(made, "a", number, href=f"{SUMMARIES}#en-{paragraph.id}", **facts)
    else:
        element(made, "span", number, css="num")
    xhtml.put(made, " ")


def page_break(made: etree._Element, anchor: str) -> None:
    """Write the mark to which the list of pages leads."""
    element(made, "span", id=f"{anchor}-page", kind="pagebreak", role="doc-pagebreak", label=anchor[1:])


def _caller(call: Marker, plan: Plan, file: str) -> Write:
    def write(parent: etree._Element) -> etree._Element:
        return caller(parent, call, plan, file)

    return write


def caller(parent: etree._Element, call: Marker, plan: Plan, file: str) -> etree._Element:
    """Write the call of a note, as *file* has it."""
    name = plan.say("note-n", n=call.label or call.note[1:])
    facts = {"id": call.id, "href": plan.href(file, call.note), "kind": "noteref", "role": "doc-noteref", "label": name}
    return element(element(parent, "sup"), "a", call.label or call.note[1:], **facts)
