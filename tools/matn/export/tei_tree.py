"""Paragraphs in the tree that TEI asks for: title page, divisions by headings, lists in lists."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from itertools import takewhile

from lxml import etree

from matn.edition.model import Paragraph
from matn.export.tei_xml import element
from matn.structure.model import BlockKind

Fill = Callable[[etree._Element, Paragraph], None]
"""Puts a paragraph's content and attributes on the element that was made for it; its id is there already."""

_TAGS = {
    BlockKind.TITLE: "ab",
    BlockKind.BYLINE: "ab",
    BlockKind.CAPTION: "ab",
    BlockKind.HEADING: "head",
    BlockKind.PARAGRAPH: "p",
    BlockKind.LIST_ITEM: "item",
    BlockKind.FIGURE_LOST: "figure",
}
_FRONT = {BlockKind.TITLE: "titlePart", BlockKind.BYLINE: "byline"}


def lay_out(text: etree._Element, paragraphs: Sequence[Paragraph], prefix: str, fill: Fill) -> None:
    """Put *paragraphs* into *text*, each filled by *fill*, with its id after *prefix*.

    Titles and bylines at the head make the title page; elsewhere they are blocks of their type.
    """
    head = list(takewhile(lambda paragraph: paragraph.kind in _FRONT, paragraphs))
    if head:
        page = element(element(text, "front"), "titlePage")
        for paragraph in head:
            fill(element(page, _FRONT[paragraph.kind], id=prefix + paragraph.id), paragraph)
    _Body(element(text, "body"), prefix, fill).add(paragraphs[len(head) :])


class _Body:
    """Builds the body, remembering the divisions and lists that are open."""

    def __init__(self, body: etree._Element, prefix: str, fill: Fill) -> None:
        self._body, self._prefix, self._fill = body, prefix, fill
        self._divisions: list[tuple[int, etree._Element]] = []
        self._lists: list[tuple[int, etree._Element]] = []

    def add(self, paragraphs: Iterable[Paragraph]) -> None:
        """Add *paragraphs*; a body of nothing, or of figures alone, must have one that is empty."""
        for paragraph in paragraphs:
            if paragraph.kind is not BlockKind.LIST_ITEM:
                self._lists.clear()
            self._fill(self._place(paragraph), paragraph)
        if all(etree.QName(made).localname == "figure" for made in self._body):
            element(self._body, "p")

    def _place(self, paragraph: Paragraph) -> etree._Element:
        """Make the element of *paragraph* where it belongs."""
        tag, kind, anchor = _TAGS[paragraph.kind], paragraph.kind, self._prefix + paragraph.id
        if kind is BlockKind.HEADING:
            return element(self._open(self._divisions, "div", paragraph.level), tag, id=anchor)
        if kind is BlockKind.LIST_ITEM:
            return element(self._list(paragraph.level), tag, id=anchor)
        last = self._here[-1] if len(self._here) else None
        if kind is BlockKind.CAPTION and last is not None and etree.QName(last).localname == "figure":
            return element(last, "head", id=anchor)
        return element(self._here, tag, id=anchor, type=kind.value if tag == "ab" else "")

    @property
    def _here(self) -> etree._Element:
        return self._divisions[-1][1] if self._divisions else self._body

    def _open(self, stack: list[tuple[int, etree._Element]], tag: str, level: int) -> etree._Element:
        """Open a division of *level* in the innermost one that is above it."""
        while stack and stack[-1][0] >= level:
            stack.pop()
        made = element(stack[-1][1] if stack else self._body, tag, type=f"level-{level}")
        stack.append((level, made))
        return made

    def _list(self, level: int) -> etree._Element:
        """Return the list of *level*, opened in the last item of the list above it if need be."""
        while self._lists and self._lists[-1][0] > level:
            self._lists.pop()
        if self._lists and self._lists[-1][0] == level:
            return self._lists[-1][1]
        place = self._lists[-1][1][-1] if self._lists else self._here
        made = element(place, "list", type=f"level-{level}")
        self._lists.append((level, made))
        return made
