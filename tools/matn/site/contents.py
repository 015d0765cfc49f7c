"""Tables of contents: the headings of a page, flat for readers and nested for a site generator."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from markupsafe import escape

from matn.edition.model import Paragraph, WorkEdition
from matn.site.words import Words, direction
from matn.structure.model import BlockKind

ISOLATES = {"ltr": "\N{LEFT-TO-RIGHT ISOLATE}", "rtl": "\N{RIGHT-TO-LEFT ISOLATE}"}
END = "\N{POP DIRECTIONAL ISOLATE}"


@dataclass(frozen=True, slots=True)
class Heading:
    """One line of a table of contents. *level* 1 is the page's main division."""

    id: str
    level: int
    name: str
    language: str


def contents(item: WorkEdition, language: str = "ar") -> Sequence[Heading]:
    """Return the headings of a work in reading order.

    They are told in *language*: by their text or their English translation, the other where one is absent.
    """
    headings = (p for p in item.paragraphs if p.kind is BlockKind.HEADING)
    named = ((p, *_name(p, item, language)) for p in headings)
    return [Heading(p.id, int(heading(p)[1:]) - 1, name, language) for p, name, language in named if name]


def heading(paragraph: Paragraph) -> str:
    """Return the element of a heading (``h2`` is the first level under the work's own title), or nothing."""
    return f"h{min(6, max(1, paragraph.level) + 1)}" if paragraph.kind is BlockKind.HEADING else ""


def _name(paragraph: Paragraph, item: WorkEdition, language: str) -> tuple[str, str]:
    summary = item.summaries.get(paragraph.id)
    told = summary.text if summary else ""
    if paragraph.reading and (language != "en" or not told):
        return paragraph.reading, paragraph.language
    return told, "en"


def outline(item: WorkEdition, say: Words) -> list[dict[str, object]]:
    """Return the contents of a work's page as nested toc tokens."""
    return nested((*contents(item, say.language), *_apparatus(item, say)), say)


def nested(headings: Iterable[Heading], say: Words) -> list[dict[str, object]]:
    """Return *headings* as nested toc tokens (``level``, ``id``, ``name`` escaped, ``children``).

    A name that reads against the direction of the interface is isolated by characters: themes take no markup.
    """
    tokens: list[dict[str, object]] = []
    stack: list[tuple[int, list[dict[str, object]]]] = [(0, tokens)]
    for entry in headings:
        children: list[dict[str, object]] = []
        while stack[-1][0] >= entry.level:
            stack.pop()
        token = {"level": entry.level + 1, "id": entry.id, "name": _shown(entry, say), "children": children}
        stack[-1][1].append(token)
        stack.append((entry.level, children))
    return tokens


def _shown(entry: Heading, say: Words) -> str:
    name, way = str(escape(entry.name)), direction(entry.language)
    return name if way == say.direction else f"{ISOLATES[way]}{name}{END}"


def _apparatus(item: WorkEdition, say: Words) -> list[Heading]:
    there = {"notes": item.notes, "tombstones": item.tombstones, "account": item.account}
    return [Heading(key, 1, say(key), say.language) for key, value in there.items() if value]
