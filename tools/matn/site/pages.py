"""The pages of an edition: a pure function from data to files, which any site generator can publish."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

import yaml
from markupsafe import escape

from matn.edition.model import Edition, Paragraph, WorkEdition
from matn.site.rows import Row, heading, note_rows, rows
from matn.site.templates import environment
from matn.site.words import Words
from matn.structure.model import BlockKind


@dataclass(frozen=True, slots=True)
class Heading:
    """One line of a table of contents. *level* 1 is the work's main division."""

    id: str
    level: int
    name: str
    language: str


def pages(edition: Edition, language: str = "ar") -> dict[str, str | bytes]:
    """Return path (from the site's root, Markdown with raw HTML) to content, for the interface in *language*."""
    say = Words(language)
    return {work_path(item): work_page(item, say) for item in edition.works}


def work_path(item: WorkEdition) -> str:
    """Where a work's page lies."""
    return f"works/{item.work.id}.md"


def work_page(item: WorkEdition, say: Words) -> str:
    """Return the reading page of one work."""
    body = (
        environment()
        .get_template("work.html")
        .render(
            work=item.work,
            say=say,
            has_source=item.has_source,
            has_summaries=any(summary.text for summary in item.summaries.values()),
            contents=contents(item),
            groups=[list(group) for _, group in groupby(rows(item, say), key=_is_item)],
            notes=note_rows(item, say),
            tombstones=item.tombstones,
            account=item.account,
        )
    )
    return f"{_front_matter(item, say)}\n{body}\n"


def _is_item(row: Row) -> bool:
    return row.kind == BlockKind.LIST_ITEM.value


def _front_matter(item: WorkEdition, say: Words) -> str:
    work = item.work
    meta = {
        "title": _attribute(work.title.get(say.language) or next(iter(work.title.values()))),
        "author": _attribute(work.author.get(say.language, "")),
        "description": _attribute(work.abstract.get(say.language, "")[:300] or work.damage.get(say.language, "")),
        "hide": ["navigation"],
        "work": work.id,
    }
    return f"---\n{yaml.safe_dump(meta, allow_unicode=True, sort_keys=True)}---\n"


def _attribute(text: str) -> str:
    """Escape *text*: the theme's templates put titles and descriptions into the page as they are."""
    return str(escape(text))


def contents(item: WorkEdition) -> Sequence[Heading]:
    """Return the headings of a work in reading order: their text, or their translation where it is absent."""
    headings = (p for p in item.paragraphs if p.kind is BlockKind.HEADING)
    named = ((p, *_name(p, item)) for p in headings)
    return [Heading(p.id, int(heading(p)[1:]) - 1, name, language) for p, name, language in named if name]


def _name(paragraph: Paragraph, item: WorkEdition) -> tuple[str, str]:
    summary = item.summaries.get(paragraph.id)
    return (paragraph.reading, paragraph.language) if paragraph.reading else (summary.text if summary else "", "en")


def outline(item: WorkEdition, say: Words) -> list[dict[str, object]]:
    """Return the contents of a work's page as nested toc tokens (``level``, ``id``, ``name``, ``children``)."""
    tokens: list[dict[str, object]] = []
    stack: list[tuple[int, list[dict[str, object]]]] = [(0, tokens)]
    for entry in (*contents(item), *_apparatus_headings(item, say)):
        children: list[dict[str, object]] = []
        while stack[-1][0] >= entry.level:
            stack.pop()
        token = {"level": entry.level + 1, "id": entry.id, "name": _attribute(entry.name), "children": children}
        stack[-1][1].append(token)
        stack.append((entry.level, children))
    return tokens


def _apparatus_headings(item: WorkEdition, say: Words) -> list[Heading]:
    there = {"notes": item.notes, "tombstones": item.tombstones, "account": item.account}
    return [Heading(key, 1, say(key), say.language) for key, value in there.items() if value]


def navigation(edition: Edition, language: str = "ar") -> list[dict[str, str]]:
    """Return the works as entries of a navigation: ``author (year)`` to path."""
    works = [(item, item.work.author.get(language) or item.work.id) for item in edition.works]
    return [{_attribute(f"{name} ({item.work.date[:4]})"): work_path(item)} for item, name in works]


def fragments(edition: Edition, language: str = "ar", prefix: str = "") -> Mapping[str, str]:
    """Return the pieces that a page written by hand may take in by name.

    *prefix* leads from that page back to the site's root (``../`` or nothing).
    """
    say = Words(language)
    works = [_card(item) for item in edition.works]
    return {"works": environment().get_template("cards.html").render(works=works, say=say, prefix=prefix)}


def _card(item: WorkEdition) -> Mapping[str, object]:
    return {
        "work": item.work,
        "paragraphs": len(item.paragraphs),
        "notes": len(item.notes),
        "lost": sum(note.status == "lost" for note in item.notes),
        "has_source": item.has_source,
    }
