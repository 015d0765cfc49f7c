"""The pages of an edition: a pure function from data to files, which any site generator can publish."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import groupby

from matn.edition.model import Edition, WorkEdition
from matn.site import indexes, statistics
from matn.site.addresses import FIRST, up
from matn.site.contents import contents, outline
from matn.site.front import attribute, front_matter
from matn.site.indexes.places import label
from matn.site.rows import Row, note_rows, rows
from matn.site.templates import environment
from matn.site.words import Words
from matn.structure.model import BlockKind


def pages(edition: Edition, language: str = "ar") -> dict[str, str | bytes]:
    """Return path (from the root of the interface in *language*) to content.

    Pages are Markdown with raw HTML. Data, which are JSON, lie once, beside the pages of the first language.

    Raises:
        BadInputError: The chronology refers to something that is not there.
    """
    say = Words(language)
    made: dict[str, str | bytes] = {work_path(item): work_page(item, say) for item in edition.works}
    made |= indexes.pages(edition, say) | statistics.files(edition, say)
    return made | (indexes.data(edition) if language == FIRST else {})


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
            root=up(work_path(item), say.language),
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
    title = work.title.get(say.language) or next(iter(work.title.values()))
    description = work.abstract.get(say.language, "")[:300] or work.damage.get(say.language, "")
    return front_matter(title, description, author=work.author.get(say.language, ""), work=work.id)


def outlines(edition: Edition, language: str = "ar") -> dict[str, list[dict[str, object]]]:
    """Return the contents of every page, by its path, as nested toc tokens."""
    say = Words(language)
    own = {work_path(item): outline(item, say) for item in edition.works}
    return own | indexes.outlines(edition, say) | statistics.outlines(edition, say)


def navigation(edition: Edition, language: str = "ar") -> list[dict[str, str]]:
    """Return the works as entries of a navigation: ``author (year)`` to path."""
    return [{attribute(label(item.work, language)): work_path(item)} for item in edition.works]


def fragments(edition: Edition, language: str = "ar", prefix: str = "") -> Mapping[str, str]:
    """Return the pieces that a page written by hand may take in by name.

    *prefix* leads from that page back to the root of its interface (``../`` or nothing).
    """
    say = Words(language)
    works = [_card(item) for item in edition.works]
    return {
        "works": environment().get_template("cards.html").render(works=works, say=say, prefix=prefix),
        "indexes": indexes.doors(edition, say, prefix),
    }


def _card(item: WorkEdition) -> Mapping[str, object]:
    return {
        "work": item.work,
        "paragraphs": len(item.paragraphs),
        "notes": len(item.notes),
        "lost": sum(note.status == "lost" for note in item.notes),
        "has_source": item.has_source,
    }
