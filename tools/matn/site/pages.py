"""The pages of an edition: a pure function from data to files, which any site generator can publish."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import groupby

from matn.edition.model import Edition, WorkEdition
from matn.site import home, indexes, statistics, takeaway
from matn.site.addresses import FIRST, up
from matn.site.contents import contents, outline
from matn.site.crossings import NONE, Crossings, crossings
from matn.site.endnotes import note_rows
from matn.site.front import attribute, front_matter
from matn.site.indexes.places import label
from matn.site.rows import Row, rows
from matn.site.shelf import Shelf, listed
from matn.site.templates import environment
from matn.site.told import card_data
from matn.site.words import Words
from matn.structure.model import BlockKind


def pages(edition: Edition, language: str = "ar", shelf: Shelf | None = None) -> dict[str, str | bytes]:
    """Return path (from the root of the interface in *language*) to content.

    Pages are Markdown with raw HTML. Data, which are JSON, lie once, beside the pages of the first language. What can
    be taken away is told without sizes if it is not on a *shelf* yet.

    Raises:
        BadInputError: The chronology refers to something that is not there.
    """
    say = Words(language)
    shelf = shelf or listed(edition)
    made = work_pages(edition, say, shelf) | takeaway.pages(edition, shelf, say)
    made |= indexes.pages(edition, say) | statistics.files(edition, say)
    return made | (indexes.data(edition) if language == FIRST else {})


def work_path(item: WorkEdition) -> str:
    """Where a work's page lies."""
    return f"works/{item.work.id}.md"


def work_pages(edition: Edition, say: Words, shelf: Shelf) -> dict[str, str | bytes]:
    """Return the reading page of every work, each leading to those before and after it."""
    leading = crossings(edition, say.language)
    around = zip([None, *edition.works], edition.works, [*edition.works[1:], None], strict=False)
    return {work_path(item): work_page(item, say, leading, before, after, shelf) for before, item, after in around}


def work_page(
    item: WorkEdition,
    say: Words,
    leading: Crossings = NONE,
    before: WorkEdition | None = None,
    after: WorkEdition | None = None,
    shelf: Shelf | None = None,
) -> str:
    """Return the reading page of one work: what is *leading* from it elsewhere, the works *before* and *after* it.

    Its files are told as they stand on the *shelf*.
    """
    root = up(work_path(item), say.language)
    body = (
        environment()
        .get_template("work.html")
        .render(
            work=item.work,
            say=say,
            root=root,
            taking=takeaway.of_work(item, shelf, say, root) if shelf else [],
            has_source=item.has_source,
            has_summaries=has_summaries(item),
            views=views(item),
            has_names=leading.of(item.work.id),
            contents=contents(item, say.language),
            groups=[list(group) for _, group in groupby(rows(item, say, leading), key=_is_item)],
            notes=note_rows(item, say, leading),
            tombstones=item.tombstones,
            account=item.account,
            before=before and before.work,
            after=after and after.work,
            data=card_data(item, say) if item.has_source else "",
        )
    )
    return f"{_front_matter(item, say)}\n{body}\n"


def has_summaries(item: WorkEdition) -> bool:
    """Whether there is anything to read in English."""
    return any(summary.text for summary in item.summaries.values())


def views(item: WorkEdition) -> tuple[str, ...]:
    """Return the ways in which a work can be read; without its text there is only one, and nothing to choose."""
    if not item.has_source:
        return ()
    return ("ar", "both", "en", "received") if has_summaries(item) else ("ar", "received")


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
    return {
        **home.pieces(edition, say, prefix),
        "indexes": indexes.doors(edition, say, prefix),
    }
