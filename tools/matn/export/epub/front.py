"""What stands before and after the text: cover, title page, what the paper is and how it was received, colophon."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from lxml import etree

from matn.edition.model import Bilingual, Work, WorkEdition
from matn.export.cite import Site
from matn.export.epub import xhtml
from matn.export.epub.flow import fill
from matn.export.epub.notes import is_web
from matn.export.epub.plan import ABOUT, Document, Entry, Plan
from matn.export.epub.xhtml import element
from matn.export.offer import Say
from matn.export.tei_xml import iri, plain

COVER, TITLE, COLOPHON, IMAGE = "cover.xhtml", "title.xhtml", "colophon.xhtml", "cover.png"
_LANGUAGES = ("ar", "en")


def both(parent: etree._Element, tag: str, texts: Bilingual, css: str = "") -> None:
    """Append *texts*, Arabic first, each in an element of its own."""
    for language in _LANGUAGES:
        if words := texts.get(language):
            fill(element(parent, tag, css=css, lang=language), words, language)


def said(words: Callable[[str], Say], key: str) -> dict[str, str]:
    """Return the words for *key* in both languages."""
    return {language: words(language)(key) for language in _LANGUAGES}


def cover(title: str, say: Say) -> Document:
    """Return the page of the cover image, which *title* describes."""
    body = xhtml.document(COVER, say("cover"), "ar", "cover")
    image = element(element(body, "section", css="cover"), "img", src=IMAGE, role="doc-cover")
    image.set("alt", plain(title))
    return Document(COVER, body)


def title_page(title: Bilingual, works: Sequence[Work], site: Site, words: Callable[[str], Say]) -> Document:
    """Return the title page: the book's title, who wrote it, which edition this is."""
    body = xhtml.document(TITLE, title["ar"], "ar", "frontmatter")
    section = element(body, "section", kind="titlepage", css="titlepage")
    fill(element(section, "h1"), title["ar"], "ar")
    both(section, "p", {key: text for key, text in title.items() if key != "ar"}, "title-twin")
    for author in dict.fromkeys(tuple(work.author.items()) for work in works):
        both(section, "p", dict(author), "author")
    both(section, "p", edition_of(site, words), "edition")
    return Document(TITLE, body, (Entry(words("ar")("title-page"), "ar", TITLE, 1),))


def edition_of(site: Site, words: Callable[[str], Say]) -> dict[str, str]:
    """Return title, editors, version and date of the edition in both languages."""
    told = site.imprint
    return {
        language: words(language)(
            "edition-line",
            title=told.title[language],
            editors=told.editors[language],
            version=told.version,
            date=words(language).date(told.date),
        )
        for language in _LANGUAGES
    }


def about(plan: Plan) -> Document:
    """Return what is known of the paper: facts, state of the text, rights, abstracts."""
    work, name = plan.item.work, plan.folder + ABOUT
    body = xhtml.document(name, work.title["ar"], "ar", "frontmatter")
    section = element(body, "section", kind="preface", role="doc-preface")
    fill(element(section, "h1"), work.title["ar"], "ar")
    both(section, "p", {key: text for key, text in work.title.items() if key != "ar"}, "title-twin")
    _facts(element(section, "dl", css="facts"), work, plan.say)
    for say in (plan.say, plan.english):
        if text := work.abstract.get(say.language):
            made = element(section, "section", role="doc-abstract", lang=say.language)
            element(made, "h2", say("abstract"))
            fill(element(made, "p"), text, say.language)
    whole = bool(plan.folder)
    return Document(
        name, body, (Entry(work.title["ar"] if whole else plan.say("facts"), "ar", name, 0 if whole else 1),)
    )


def _facts(listed: etree._Element, work: Work, say: Say) -> None:
    date = f"[{say.date(work.date)}]" if work.date_evidence else say.date(work.date)
    told: Iterable[tuple[str, Bilingual]] = (
        *(("author", work.author), ("publisher", work.publisher), ("container", work.container)),
        *(("date", {"ar": date}), ("date-supplied", work.date_evidence)),
        *(("damage", work.damage), ("rights", work.rights)),
    )
    for key, texts in told:
        if any(texts.values()):
            element(listed, "dt", say(key))
            both(listed, "dd", texts)
    if work.url:
        element(listed, "dt", say("original"))
        link(element(listed, "dd", dir="ltr"), work.url)


def link(parent: etree._Element, url: str) -> None:
    """Append *url*, as a link if it can be one."""
    if is_web(url):
        element(parent, "a", url, href=iri(url), css="url")
    else:
        element(parent, "span", url, css="url")


def colophon(items: Sequence[WorkEdition], site: Site, words: Callable[[str], Say]) -> Document:
    """Return which edition the book is, where it lies on the web, who holds which rights, what it is set in."""
    title = words("ar")("colophon")
    body = xhtml.document(COLOPHON, title, "ar", "backmatter")
    section = element(body, "section", kind="colophon", role="doc-colophon")
    element(section, "h1", title)
    both(section, "p", edition_of(site, words))
    both(section, "p", said(words, "licence-told"))
    for item in items:
        both(section, "p", item.work.rights)
        if site.address:
            link(element(section, "p", dir="ltr"), f"{site.address}works/{item.work.id}.html")
    both(section, "p", said(words, "typefaces"))
    return Document(COLOPHON, body, (Entry(title, "ar", COLOPHON, 1),))
