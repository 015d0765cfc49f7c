"""Runs of text on a page whose nearest ``lang`` and ``dir`` are not those of their script.

What is let pass: attributes, which can carry no markup; code; a Latin name of one or two words in Arabic; a Persian
letter or two in Arabic; runs that characters isolate. Each is told below.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from lxml import html

# What is no running text, or cannot carry markup; code is left to right by style, whatever it quotes.
SKIPPED = frozenset({"script", "style", "head", "template", "svg", "code", "pre", "option"})
ARABIC = re.compile(r"[\u0621-\u064A\u066E-\u06D3\u06FA-\u06FC\uFB50-\uFDFF\uFE70-\uFEFC]+")
PERSIAN = re.compile(r"[\u067E\u0686\u0698\u06A9\u06AF\u06CC]")
"""Letters of Persian that Arabic has not. Arabic sources have one here and there, left by a keyboard or an extractor:
so a text is taken for Persian only where three words or more have one, and they are a third of all."""
LATIN = re.compile(r"[A-Za-z\u00C0-\u024F][\w'’.\-]*(?:[\s,:;/&()–-]+[A-Za-z\u00C0-\u024F][\w'’.\-]*)*")
WORDS = 2
"""Latin words that may stand in a line from right to left without markup: a name, ``make site``. The bidirectional
algorithm shows them whole; from three on a run may be cut by a line end and its pieces come in the wrong order."""
ISOLATED = re.compile("[\u2066-\u2068][^\u2069]*\u2069")
"""Runs that characters isolate, where a theme takes no markup (a table of contents)."""


def strays(path: Path) -> list[str]:
    """Return every run on the page at *path* that has not the language and direction of its script."""
    return [f"{path.name}: {fault}" for fault in _strays(html.parse(str(path)).getroot())]


def _strays(root: html.HtmlElement) -> Iterator[str]:
    for element in root.iter():
        if not isinstance(element.tag, str):
            continue
        pieces = [(element.text, element)] if not _skipped(element) else []
        parent = element.getparent()
        if parent is not None and not _skipped(parent):
            pieces.append((element.tail, parent))
        for text, holder in pieces:
            if text and text.strip():
                yield from _faults(ISOLATED.sub(" ", text), *_tongue(holder))


def _skipped(element: html.HtmlElement) -> bool:
    return any(each.tag in SKIPPED for each in (element, *element.iterancestors()))


def _tongue(element: html.HtmlElement) -> tuple[str, str]:
    """Return the nearest language and direction; a ``bdi`` without one finds its own."""
    line = (element, *element.iterancestors())
    language = next((each.get("lang") for each in line if each.get("lang")), "")
    way = next((each.get("dir") or "auto" for each in line if each.get("dir") or each.tag == "bdi"), "")
    return language.split("-")[0], way


def _faults(text: str, language: str, way: str) -> Iterator[str]:
    runs = ARABIC.findall(text)
    if runs and (way == "ltr" or language not in {"ar", "fa"}):
        yield f"{runs[0]!r} in {language} {way}: {text.strip()[:80]!r}"
    persian = [run for run in runs if PERSIAN.search(run)]
    if len(persian) > WORDS and 3 * len(persian) >= len(runs) and language != "fa":
        yield f"Persian in {language}: {text.strip()[:80]!r}"
    for run in LATIN.findall(text):
        if len(run.split()) > WORDS and (way == "rtl" or language in {"ar", "fa"}):
            yield f"{run!r} in {language} {way}: {text.strip()[:80]!r}"
