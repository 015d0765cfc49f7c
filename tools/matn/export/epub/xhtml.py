"""Documents of XHTML as EPUB has them: each with a language and a direction, kinds of content by ``epub:type``."""

from __future__ import annotations

import posixpath

from lxml import etree

from matn.export.tei_xml import append, plain
from matn.text.runs import direction

XHTML = "http://www.w3.org/1999/xhtml"
OPS = "http://www.idpf.org/2007/ops"
XML = "http://www.w3.org/XML/1998/namespace"
STYLE = "style.css"
_LANGUAGE, _TYPE = f"{{{XML}}}lang", f"{{{OPS}}}type"
_NAMES = {"kind": _TYPE, "css": "class", "label": "aria-label"}


def element(parent: etree._Element, tag: str, text: str = "", **facts: str) -> etree._Element:
    """Append an element with *text* and attributes; an empty fact is left out.

    ``kind`` is its ``epub:type``, ``css`` its class, ``label`` its ``aria-label``; ``lang`` is written in both ways
    and brings the direction with it. What XML cannot carry becomes U+FFFD.
    """
    made = etree.SubElement(parent, f"{{{XHTML}}}{tag}")
    _attributes(made, facts)
    put(made, text)
    return made


def _attributes(made: etree._Element, facts: dict[str, str]) -> None:
    if language := facts.pop("lang", ""):
        made.set("lang", language)
        made.set(_LANGUAGE, language)
        made.set("dir", direction(language))
    for key, value in facts.items():
        if value:
            made.set(_NAMES.get(key, key), plain(value))


def put(parent: etree._Element, text: str) -> None:
    """Append *text* to the content of *parent*."""
    append(parent, plain(text))


def document(name: str, title: str, language: str, kind: str) -> etree._Element:
    """Return the body of a new document that will lie at *name*; *kind* is its ``epub:type``.

    Its body says language and direction again: readers built on epub.js give the root the direction of the book.
    """
    root = etree.Element(f"{{{XHTML}}}html", nsmap={None: XHTML, "epub": OPS})
    _attributes(root, {"lang": language})
    head = element(root, "head")
    element(head, "meta", charset="utf-8")
    element(head, "title", title or name)
    href = posixpath.relpath(STYLE, posixpath.dirname(name) or ".")
    element(head, "link", rel="stylesheet", type="text/css", href=href)
    return element(root, "body", kind=kind, lang=language)


def written(body: etree._Element) -> bytes:
    """Return the document of *body* in UTF-8."""
    root = body.getroottree()
    made: bytes = etree.tostring(root, xml_declaration=True, encoding="UTF-8", doctype="<!DOCTYPE html>")
    return made + b"\n"
