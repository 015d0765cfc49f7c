"""Chicago, MLA and APA, by citeproc-py; what that processor leaves undone is mended here, each thing by its reason.

Before it: full given names where the style says ``initialize="false"``, conditions on ``disambiguate``, Arabic
terms, supplied years. After it: American punctuation in quotation marks, Arabic commas, markup in the text. The
item's language is Arabic in both forms, so English titles keep their own capitals.
"""

from __future__ import annotations

import html
import io
import itertools
import json
import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files

from citeproc import Citation, CitationItem, CitationStylesBibliography, CitationStylesStyle, Locator
from citeproc.formatter import html as html_form
from citeproc.formatter import plain as plain_form
from citeproc.source.json import CiteProcJSON
from lxml import etree

from matn.export.cite.item import Item, supplied
from matn.export.cite.place import Place

STYLES = {"chicago": "chicago-notes-bibliography", "mla": "modern-language-association", "apa": "apa"}
LOCALES = {"ar": "ar", "en": "en-US"}
_CSL = "{http://purl.org/net/xbiblio/csl}"
_LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"
_INITIALS = "initialize-with"
_FULL_NAMES = frozenset({"chicago", "mla"})
"""Styles that switch initials off with ``initialize="false"``, which citeproc-py does not know."""
_HASH = "\ue000"
"""Stands for the content hash while the processor works: its digits would make the paragraph plural."""
_ESCAPES = {"&": "\ue001", "<": "\ue002", ">": "\ue003"}
"""Stand for what HTML must not have: citeproc-py escapes nothing, and an entity's semicolon is no punctuation."""
_FAR = 10_000
"""Put on a year that editors supplied, so that it is found again among the printed ones and set in brackets."""
_URL = re.compile(r"(https?://\S+|\bworks/\S+\.html\S*)")
_OUTSIDE = re.compile(r"(”)([,.])")


@dataclass(frozen=True, slots=True)
class Styled:
    """A citation in a style: the *entry* of the list of references, and how the text or a note *points* to it."""

    entry: str
    pointer: str


def styled(item: Item, place: Place, style: str, language: str, *, as_html: bool = False) -> Styled:
    """Return *item* in *style* (a key of :data:`STYLES`) and *language*, the pointer with the paragraph of *place*.

    Text is plain; with *as_html*, titles are in ``<i>`` and the text is escaped.
    """
    return _styled(json.dumps(item, ensure_ascii=False), place, style, language, as_html)


@lru_cache(maxsize=1024)
def _styled(told: str, place: Place, style: str, language: str, as_html: bool) -> Styled:
    """Do it for the item in JSON, once: it takes some 30 ms, and all volumes of a work ask for the same."""
    item: Item = json.loads(told)
    own, year, stand_in = _marked(_printed(item, style))
    source = CiteProcJSON([_without_markup(own) if as_html else own])
    form = html_form if as_html else plain_form
    # Two lists: the locator of what is pointed to would stand in the entry.
    whole, part = (CitationStylesBibliography(_style(style, language), source, form) for _ in range(2))
    whole.register(Citation([CitationItem(item["id"])]))
    located = {"locator": Locator("paragraph", place.number + _HASH)} if place.paragraph else {}
    citation = Citation([CitationItem(item["id"], **located)])
    part.register(citation)
    (entry,) = whole.bibliography()

    def mended(text: str) -> str:
        told = _arabic(text) if language == "ar" else _english(text)
        told = told.replace(stand_in, f"[{year}]") if stand_in else told
        return _entities(told.replace(_HASH, place.mark))

    return Styled(mended(str(entry)), mended(str(part.cite(citation, None))))


def _printed(item: Item, style: str) -> Item:
    """Return *item* as it is set: a paper's Arabic title before the translation of it.

    In the edition the translated title is the chapter's own, and the styles say of what; a paper has but its one title.
    """
    own = {key: value for key, value in item.items() if key != "note"}
    if item["type"] != "chapter" and "original-title" in item:
        own["title"] = f"{own.pop('original-title')} [{item['title']}]"
    if style == "chicago" and item["type"] == "document":
        own["type"] = "webpage"  # Chicago leaves unpublished documents out of the list of references
    return own


def _marked(item: Item) -> tuple[Item, str, str]:
    """Return *item* for the processor, the year in it that editors supplied, and the number that stands for that year.

    Both are empty if none was supplied. The number is nowhere else in *item*.
    """
    own = {key: value for key, value in item.items() if key != "custom"}
    if not (variable := supplied(item)):
        return own, "", ""
    year, *rest = item[variable]["date-parts"][0]
    text = json.dumps(own, ensure_ascii=False)
    stand_in = next(number for number in itertools.count(year + 9 * _FAR, _FAR) if str(number) not in text)
    return own | {variable: {"date-parts": [[stand_in, *rest]]}}, str(year), str(stand_in)


def _without_markup(item: Item) -> Item:
    text = json.dumps(item, ensure_ascii=False)
    for char, stand_in in _ESCAPES.items():
        text = text.replace(char, stand_in)
    escaped: Item = json.loads(text)
    return escaped


def _entities(text: str) -> str:
    for char, stand_in in _ESCAPES.items():
        text = text.replace(stand_in, html.escape(char))
    return text


@cache
def _style(style: str, language: str) -> CitationStylesStyle:
    folder = files("matn.export.cite").joinpath("styles")
    root = etree.fromstring(folder.joinpath(f"{STYLES[style]}.csl").read_bytes())
    _add_locale(root, LOCALES[language], folder.joinpath(f"locale-{LOCALES[language]}.xml").read_bytes())
    if language == "ar" or style in _FULL_NAMES:
        _in_full(root)  # Arabic names have no initials
    for condition in root.iter(f"{_CSL}if", f"{_CSL}else-if"):
        if "disambiguate" in condition.attrib and "type" not in condition.attrib:
            condition.set("type", "none")  # citeproc-py takes the condition for met; one item alone is never ambiguous
    return CitationStylesStyle(io.BytesIO(etree.tostring(root)), validate=False, locale=LOCALES[language])


def _add_locale(root: etree._Element, name: str, locale: bytes) -> None:
    own = [element for element in root.findall(f"{_CSL}locale") if element.get(_LANGUAGE) == name]
    for element in own:
        root.remove(element)  # two of one language are an error to citeproc-py
    root.insert(1, etree.fromstring(locale))


def _in_full(root: etree._Element) -> None:
    """Have all given names in full."""
    for element in root.iter():
        element.attrib.pop(_INITIALS, None)


def _outside_addresses(text: str, change: Callable[[str], str]) -> str:
    """Return *text* with *change* done to all but the addresses in it."""
    parts = _URL.split(text)
    return "".join(part if number % 2 else change(part) for number, part in enumerate(parts))


def _english(text: str) -> str:
    """Put commas and full stops inside the closing quotation mark; citeproc-py knows no ``punctuation-in-quote``."""
    return _OUTSIDE.sub(r"\2\1", text)


def _arabic(text: str) -> str:
    """Use Arabic commas and semicolons: styles have the Latin ones written in."""
    return _outside_addresses(text, lambda part: part.replace(", ", "، ").replace("; ", "؛ "))
