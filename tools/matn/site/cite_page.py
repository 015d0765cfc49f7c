"""The citations of a work as a page: for readers without scripts, and to look at all of them at once."""

from __future__ import annotations

from markupsafe import Markup

from matn.edition.model import WorkEdition
from matn.site.cite_data import Citations, facts
from matn.site.front import front_matter
from matn.site.prose import isolated
from matn.site.templates import environment
from matn.site.words import LANGUAGES, Words

_LINE = Markup("&#10;")
"""A line feed that Markdown leaves alone: an empty line would end the raw HTML."""


def cite_path(work: str) -> str:
    """Return where the page of the citations of *work* lies, from the root of an interface."""
    return f"cite/{work}.md"


def cite_pages(citations: Citations, say: Words) -> dict[str, str | bytes]:
    """Return the page of each work's citations, by its path from the root of the interface."""
    return {cite_path(item.work.id): _page(item, citations, say) for item in citations.edition.works}


def _page(item: WorkEdition, citations: Citations, say: Words) -> str:
    work = item.work
    body = (
        environment()
        .get_template("cite-page.html")
        .render(
            work=work,
            say=say,
            back=f"../works/{work.id}.html",
            local=not citations.site.address,
            facts=facts(item, citations.site, say),
            languages=sorted(LANGUAGES, key=lambda language: language != say.language),
            patterns=citations.patterns[work.id],
            safe=Markup,  # the styles escape what they set, and add <i>
            isolated=isolated,
            lf=_LINE,
        )
    )
    title = f"{say('citing-title-work')}: {work.title[say.language]}"
    return f"{front_matter(title, say('cite-page-lead'), index='cite')}\n{body}\n"
