"""Elements of TEI P5, and text that XML can carry whole.

XML 1.0 has no place for most control characters. In text each becomes ``<g ref="#u0002"/>``, which the
header declares; in attributes, where no element can stand, U+FFFD.
"""

from __future__ import annotations

import re
from urllib.parse import quote

from lxml import etree

TEI = "http://www.tei-c.org/ns/1.0"
XML = "http://www.w3.org/XML/1998/namespace"
ID, LANGUAGE = f"{{{XML}}}id", f"{{{XML}}}lang"
_NAMES = {"id": ID, "lang": LANGUAGE}
_FOREIGN = re.compile("([^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff])")
"""Code points outside the production Char of XML 1.0, section 2.2."""

_BARE_PERCENT = re.compile("%(?![0-9A-Fa-f]{2})")
"""A percent sign that encodes nothing (RFC 3986, section 2.1)."""


def name(tag: str) -> str:
    """Return *tag* in the namespace of TEI, as lxml writes it."""
    return f"{{{TEI}}}{tag}"


def element(parent: etree._Element, tag: str, text: str = "", **facts: str) -> etree._Element:
    """Append an element with *text* and attributes; ``id`` and ``lang`` are XML's, an empty fact is left out."""
    made = etree.SubElement(parent, name(tag))
    for key, value in facts.items():
        if value:
            made.set(_NAMES.get(key, key), plain(value))
    put(made, text)
    return made


def plain(text: str) -> str:
    """Return *text* with U+FFFD for what XML cannot carry."""
    return _FOREIGN.sub("\N{REPLACEMENT CHARACTER}", text)


def put(parent: etree._Element, text: str) -> None:
    """Append *text* to the content of *parent*."""
    for at, run in enumerate(_FOREIGN.split(text)):
        if at % 2:
            etree.SubElement(parent, name("g")).set("ref", f"#u{ord(run):04x}")
        else:
            append(parent, run)


def append(parent: etree._Element, text: str) -> None:
    """Append *text*, all of which XML can carry, after what *parent* has."""
    if not text:
        return
    if len(parent):
        parent[-1].tail = (parent[-1].tail or "") + text
    else:
        parent.text = (parent.text or "") + text


def language_of(made: etree._Element) -> str:
    """Return the language of *made*: its own, or that of what it stands in; empty if nothing says."""
    return str(made.xpath("string(ancestor-or-self::*[@xml:lang][1]/@xml:lang)"))


def character(sign: etree._Element) -> str:
    """Return the code point that a ``g`` stands for."""
    return chr(int(str(sign.get("ref")).removeprefix("#u"), 16))


def pointers(*ids: str) -> str:
    """Return *ids* of this document as the value of a pointing attribute."""
    return " ".join(f"#{each}" for each in ids)


def iri(url: str) -> str:
    """Return *url* as an attribute can hold it: what no address may contain is percent-encoded.

    >>> iri("https://example.org/a b?q=1%20#x"), iri("https://example.org/100%#a#b")
    ('https://example.org/a%20b?q=1%20#x', 'https://example.org/100%25#a%23b')
    """
    head, mark, fragment = _BARE_PERCENT.sub("%25", plain(url)).partition("#")
    safe = "/:?@!$&'()*+,;=%-._~"
    return quote(head, safe=safe + "[]" * ("//[" in head)) + mark + quote(fragment, safe=safe)
