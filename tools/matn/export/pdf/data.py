"""A volume as data for the templates: everything that is printed, nothing of how."""

from __future__ import annotations

from functools import lru_cache
from io import BytesIO
from textwrap import shorten

import segno

from matn.edition.model import Bilingual, Edition, Note, Work, WorkEdition
from matn.export.cite import Site, cite
from matn.export.offer import Say, Setting
from matn.export.pdf.inline import changed, linked, runs, seen
from matn.export.pdf.names import names, siglum
from matn.export.pdf.rows import rows
from matn.text.runs import direction

Told = dict[str, object]
WORDS = (
    *("abstract", "author", "colophon", "conjecture", "conjecture-about", "contents", "figure-lost", "gap-label"),
    *("absent-title", "absent-why", "mark-gap", "mark-gap-about", "names", "note-absent", "note-lost", "notes"),
    *("cite-this", "cite-link", "cite-local", "licence-told", "rights", "row-absent", "source-file", "summaries"),
    *("summary-stale", "summaries-lacking", "typefaces", "notes-loose-list", "note-repeats", "pdf-marks", "pdf-sigla"),
    *("cite-summary-of",),
)
"""Words of the interface that the templates print."""
_FACTS = ("author", "affiliation", "publisher", "container")
_LANGUAGES = ("ar", "en")
_HEAD = 58
"""Most letters of a running head."""


def volume(edition: Edition, place: int | None, language: str, setting: Setting) -> Told:
    """Return the data of a volume in *language* (``ar``, ``en``, ``both``).

    It has the work at *place* in *edition*, its title and its author; if that is None all works, title and editors of
    the edition, and an index of names.
    """
    whole = place is None
    items = edition.works if place is None else (edition.works[place],)
    main = "en" if language == "en" else "ar"
    imprint = setting.site.imprint
    title: Bilingual = imprint.title if whole else items[0].work.title
    author: Bilingual = imprint.editors if whole else items[0].work.author
    return {
        "kind": language,
        "lang": main,
        "dir": direction(main),
        "whole": whole,
        "title": _both(title),
        "short": _short(title),
        "author": _both(author),
        "date": imprint.date,
        "edition": {each: _edition_line(setting.site, setting.words(each)) for each in _LANGUAGES},
        "version": imprint.version,
        "works": [work(item, language, at if whole else None, setting) for at, item in enumerate(items)],
        "names": names(edition, main, setting.words(main)) if whole else [],
        "words": {each: {key: setting.words(each)(key) for key in WORDS} for each in _LANGUAGES},
    }


def work(item: WorkEdition, language: str, place: int | None, setting: Setting) -> Told:
    """Return the data of one work; *place* is its place in the edition's volume, None in a volume of its own."""
    told, main = item.work, "en" if language == "en" else "ar"
    prefix = "" if place is None else f"{told.id}-"
    say = setting.words(main)
    address = f"{setting.site.address}works/{told.id}.html" if setting.site.address else ""
    printed = rows(item, language, prefix, say)
    called = {str(run["note"]) for each in printed for run in _runs(each["text"]) if "note" in run}
    return {
        "id": told.id,
        "prefix": prefix,
        "siglum": "" if place is None else siglum(place, main),
        "title": _both(told.title),
        "short": _short(told.title),
        **{key: _both(getattr(told, key)) for key in (*_FACTS, "rights", "abstract", "damage", "date_evidence")},
        "date": {each: _date(told, setting.words(each)) for each in _LANGUAGES},
        "url": seen(told.url),
        "sha256": told.source.sha256,
        "present": item.has_source,
        "address": address,
        "qr": _qr(address) if address else "",
        "qr-alt": say("pdf-qr", url=address),
        "cite": {each: _citation(item, each, setting.site) for each in _LANGUAGES},
        "rows": printed,
        "notes": [note(each, prefix, say) for each in item.notes],
        "loose": [prefix + each.id for each in item.notes if prefix + each.id not in called],
        "stones": {prefix + stone.id: prefix + stone.successors[0] for stone in item.tombstones if stone.successors},
    }


def _runs(value: object) -> list[dict[str, str]]:
    return value if isinstance(value, list) else []


def note(told: Note, prefix: str, say: Say) -> Told:
    """Return the data of one note; without its text, what editors know of its source."""
    text = told.text
    shown = runs(text, told.language, [*changed(told.alterations), *linked(told)]) if text is not None else []
    known = _reference(told, say) if text is None and told.status != "lost" else ""
    return {
        "id": prefix + told.id,
        "label": seen(told.label) or told.id[1:],
        "lang": told.language,
        "dir": direction(told.language),
        "text": shown or runs(known, told.language),
        "lost": told.status == "lost",
        "repeats": prefix + told.repeats if told.repeats else "",
        "paragraphs": [[prefix + each, each[1:]] for each in told.paragraphs],
    }


def _reference(told: Note, say: Say) -> str:
    """Return what editors know of the source of a note, in one line."""
    if told.reference is None:
        return ""
    comma = "، " if direction(told.language) == "rtl" else ", "
    facts = told.reference
    date = say.date(facts.date) if facts.date else ""
    title = (f"«{facts.title}»" if comma == "، " else f"“{facts.title}”") if facts.title else ""
    return comma.join(filter(None, (facts.author, title, facts.publisher, date, facts.pages)))


def _both(texts: Bilingual) -> dict[str, str]:
    return {each: seen(texts.get(each, "")) for each in _LANGUAGES}


def _short(title: Bilingual) -> dict[str, str]:
    """Return a title short enough for a running head: what stands before its colon, cut between words if too long."""
    return {language: shorten(text.split(":")[0], _HEAD, placeholder=" …") for language, text in _both(title).items()}


def _date(told: Work, say: Say) -> str:
    return f"[{say.date(told.date)}]" if told.date_evidence else say.date(told.date)


def _edition_line(site: Site, say: Say) -> str:
    told = site.imprint
    title, editors = told.title[say.language], told.editors[say.language]
    return say("edition-line", title=title, editors=editors, version=told.version, date=say.date(told.date))


def _citation(item: WorkEdition, language: str, site: Site) -> list[dict[str, str]]:
    entry = cite(item, None, "chicago", language, site).split("\n\n")[0]
    return runs(entry.strip(), language)


@lru_cache(maxsize=256)
def _qr(address: str) -> str:
    """Return the address as a QR code, an SVG of one path."""
    out = BytesIO()
    segno.make(address, error="m", micro=False).save(out, kind="svg", border=4, xmldecl=False, nl=False)
    return out.getvalue().decode("utf-8")
