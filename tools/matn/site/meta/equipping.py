"""Give the theme's templates what they need to describe a page to machines."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from jinja2 import Environment
from markupsafe import Markup

from matn.site.cite_data import Citations
from matn.site.meta.head import head
from matn.site.meta.page import described
from matn.site.shelf import Shelf
from matn.site.words import LANGUAGES, Words

if TYPE_CHECKING:
    from mkdocs.structure.pages import Page


def equip(env: Environment, cited: Citations, shelf: Shelf, say: Words) -> None:
    """Add to the globals of *env* ``page_head(page, root_url)``, its metadata, and ``known_works``."""
    works = {item.work.id: item for item in cited.edition.works}

    def page_head(page: Page, root_url: str) -> Markup:
        front: Mapping[str, Any] = page.meta
        item = works.get(front.get("work", ""))
        title = str(page.title or cited.site.imprint.title[say.language])
        description = str(front.get("description") or say("site-description"))
        files = shelf.of(item.work.id) if item else ()
        # What MkDocs has from front matter is HTML already; what is told here is escaped by the template.
        title, description = Markup(title).unescape(), Markup(description).unescape()
        return head(described(item, title, description, say.language, page.url, root_url, cited.site, files))

    env.globals.update(page_head=page_head, known_works=known_works(cited))


def known_works(cited: Citations) -> Sequence[Mapping[str, object]]:
    """Return id and titles of every work."""
    return [
        {"id": item.work.id, "title": {tongue: item.work.title[tongue] for tongue in LANGUAGES}}
        for item in cited.edition.works
    ]
