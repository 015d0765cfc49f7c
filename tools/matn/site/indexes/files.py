"""Every page over all works and every file of data: where it lies and what is in it."""

from __future__ import annotations

from collections.abc import Mapping

from matn.edition.model import Edition
from matn.export.indexes import chronology_json, names_json
from matn.export.indexes.envelope import document, written
from matn.site.addresses import up
from matn.site.contents import nested
from matn.site.front import front_matter
from matn.site.indexes import chronology, names, notes, shared, works
from matn.site.templates import environment
from matn.site.words import LANGUAGES, Words

BIBLIOGRAPHY = "bibliography"
"""What the page of notes is called in the catalogue, where ``notes`` are those of one work."""


def pages(edition: Edition, say: Words) -> dict[str, str | bytes]:
    """Return path (from the root of the interface) to content, for every page.

    Raises:
        BadInputError: The chronology refers to something that is not there.
    """
    return {
        "names.md": _names(edition, say),
        "chronology.md": _chronology(edition, say),
        "notes.md": _notes(edition, say),
        "shared.md": _shared(edition, say),
    }


def data(edition: Edition) -> dict[str, str | bytes]:
    """Return path (from the site's root) to content, for every file of data.

    Raises:
        BadInputError: The chronology refers to something that is not there.
    """
    return {
        "names.json": names_json(edition),
        "chronology.json": chronology_json(edition),
        "notes.json": document("notes", edition, notes.data(edition)),
        "notes-csl.json": written(notes.sources(edition)),
        "shared.json": document("shared", edition, shared.data(edition)),
        "works.json": document("works", edition, works.index(edition)),
        **{f"works/{item.work.id}.json": document("work", edition, works.data(item)) for item in edition.works},
    }


def _names(edition: Edition, say: Words) -> str:
    without = not all(item.has_source for item in edition.works) and bool(edition.names)
    groups, (other, alphabet) = names.groups(edition, say.language), names.alphabet(edition, say.language)
    body = {"groups": groups, "alphabet_id": other, "alphabet": alphabet, "without_text": without}
    return _page("names", "names", say, body)


def _chronology(edition: Edition, say: Words) -> str:
    tongues = [say, *(Words(language) for language in LANGUAGES if language != say.language)]
    years = chronology.years(edition, say.language)
    return _page("chronology", "chronology", say, {"years": years, "tongues": tongues})


def _notes(edition: Edition, say: Words) -> str:
    return _page("notes", BIBLIOGRAPHY, say, {"sections": notes.sections(edition, say.language)})


def _shared(edition: Edition, say: Words) -> str:
    found, absent = shared.pairs(edition, say.language), shared.absent(edition, say.language)
    return _page("shared", "shared", say, {"pairs": found, "absent": absent}, "toc")


def _page(name: str, key: str, say: Words, body: Mapping[str, object], *hide: str) -> str:
    head = front_matter(say(key), say(f"{key}-lead"), hide=hide, index=name)
    html = (
        environment()
        .get_template(f"index-{name}.html")
        .render(**body, say=say, root=up(f"{name}.md", say.language), many=names.MANY)
    )
    return f"{head}\n{html}\n"


def outlines(edition: Edition, say: Words) -> dict[str, list[dict[str, object]]]:
    """Return the contents of the pages that have some, by path, as nested toc tokens."""
    return {
        "names.md": nested(names.headings(edition, say), say),
        "chronology.md": nested(chronology.headings(edition, say), say),
        "notes.md": nested(notes.headings(edition, say), say),
    }


def doors(edition: Edition, say: Words, prefix: str = "") -> str:
    """Return the list of the pages, with the size of each; *prefix* leads back to the root of the interface."""
    counted = say.count("n-notes", sum(len(item.notes) for item in edition.works))
    listed = [
        {"key": "names", "href": "names.html", "size": say.count("n-names", len(edition.names))},
        {"key": "chronology", "href": "chronology.html", "size": say.count("n-events", len(edition.chronology))},
        {"key": BIBLIOGRAPHY, "href": "notes.html", "size": counted},
        {"key": "shared", "href": "shared.html", "size": ""},
    ]
    return environment().get_template("index-cards.html").render(doors=listed, say=say, prefix=prefix)
