"""The metadata of a page as HTML for its head."""

from __future__ import annotations

from markupsafe import Markup

from matn.site.meta.dublin import SCHEMAS, dublin
from matn.site.meta.highwire import highwire
from matn.site.meta.linked import linked
from matn.site.meta.page import Described
from matn.site.meta.social import social
from matn.site.templates import environment


def head(page: Described) -> Markup:
    """Return what the head of *page* tells beside its title: tags, JSON-LD, where the work lies in other formats."""
    template = environment().get_template("head-meta.html")
    return Markup(
        template.render(
            schemas=SCHEMAS,
            tags=[*highwire(page), *dublin(page), *social(page)],
            linked=Markup(linked(page)),  # it escapes what could end the script
            files=[(page.place(each.path), each) for each in page.downloads],
        )
    )
