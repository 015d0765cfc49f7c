"""One configuration, one site a language: what of it depends on the reader's language, and what all share."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from typing import Any
from urllib.parse import urlsplit

from babel import Locale
from jinja2 import Environment, pass_context
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import Files
from mkdocs.utils.templates import TemplateContext

from matn.edition.model import Edition
from matn.site.addresses import FIRST, folder, root, twin, up
from matn.site.pages import fragments
from matn.site.templates import both, isolate
from matn.site.words import LANGUAGES, Words, direction

SHARED = ("assets/", "downloads/", "dts/", "search/")
"""Folders that lie once, at the site's root; the pages of every interface link to them there."""
_PIECE = re.compile(r"<!-- matn:(\w+) -->")
_KEY = re.compile(r"[a-z][a-z0-9-]*")


@dataclass(frozen=True, slots=True)
class Twin:
    """A page in one of the interfaces.

    Attributes:
        language: Its language.
        name: What the language is called in itself.
        url: Its address from the page that is shown.
        address: Its whole address; empty if the site has none.
    """

    language: str
    name: str
    url: str
    address: str


def speak(config: MkDocsConfig, say: Words, works: Mapping[str, Any]) -> None:
    """Put the words of a language in the place of their keys in *config*: names, palette, navigation.

    *works* are the entries to put under a key of the navigation.
    """
    config.site_name = said(config.site_name, say)
    config.site_description = said(config.site_description or "", say)
    config.nav = _named(config.nav, say, works)
    config.theme["palette"] = [_toggle(palette, say) for palette in config.theme["palette"]]
    config.extra["alternate"] = True  # the header has a place for other languages; our template knows them


def said(text: str, say: Words) -> str:
    """Return the words for *text* where it has the form of a key, else *text* as it is."""
    return say(text) if _KEY.fullmatch(text) else text


def _named(nav: Any, say: Words, works: Mapping[str, Any]) -> Any:
    if isinstance(nav, list):
        return [_named(entry, say, works) for entry in nav]
    if not isinstance(nav, dict):
        return nav
    return {said(key, say): _named(works.get(key, entry), say, works) for key, entry in nav.items()}


def _toggle(palette: dict[str, Any], say: Words) -> dict[str, Any]:
    toggle = palette.get("toggle")
    return {**palette, "toggle": {**toggle, "name": said(toggle["name"], say)}} if toggle else palette


def drop_shared(files: Files, config: MkDocsConfig, language: str) -> None:
    """Leave out what the interface at the root has already."""
    if language == FIRST:
        return
    config.theme.static_templates.discard("sitemap.xml")  # the one at the root has the pages of all
    for file in [file for file in files if file.src_uri.startswith(SHARED)]:
        files.remove(file)


def equip(env: Environment, config: MkDocsConfig, say: Words) -> None:
    """Give the theme's templates the words, and let their addresses of what is shared lead to the root."""
    env.globals.update(say=say, both=both, direction=direction, isolate=isolate)
    env.globals["twins_of"] = partial(twins, base=".", config=config, say=say)
    for name in ("url", "script_tag"):
        env.filters[name] = _leading_up(env.filters[name], say.language)


def _leading_up(plain: Callable[..., str], language: str) -> Callable[..., str]:
    @pass_context
    def address(context: Any, value: object) -> str:
        shared = isinstance(value, str) and value.startswith(SHARED)
        return plain(context, up("", language) + str(value) if shared else value)

    return address


def tell(context: TemplateContext, url: str, config: MkDocsConfig, say: Words) -> None:
    """Add to what a template is told: the way to the site's root, and the page at *url* in each language.

    Args:
        context: What it is told by the site generator: its base is the root of this interface.
        url: The page, from that root.
        config: The configuration; the theme's scripts keep a reader's choices by its ``extra.scope``, one for all.
        say: The words of the interface.
    """
    base = str(context["base_url"])
    top = root(base, say.language)
    config.extra["scope"] = f"{top}/"
    context.update({"root_url": top, "twins": twins(url, base, config, say)})  # type: ignore[misc]


def twins(url: str, base: str, config: MkDocsConfig, say: Words) -> tuple[Twin, ...]:
    """Return the page at *url* in every language; *base* leads from it to the root of its own interface."""
    site = (config.site_url or "").removesuffix(folder(say.language))
    return tuple(
        Twin(
            language,
            str(Locale(language).display_name),
            twin(url, base, say.language, language),
            f"{site}{folder(language)}{url}" if site else "",
        )
        for language in LANGUAGES
    )


def standing(config: MkDocsConfig, language: str) -> str:
    """Return the root of an interface for a page that is served at any depth: the one for what is not there."""
    return urlsplit(config.site_url or "").path or f"/{folder(language)}"


def filled(markdown: str, path: str, edition: Edition, say: Words) -> str:
    """Return the page at *path* with the pieces of *edition* that it asks for: ``<!-- matn:works -->``.

    Raises:
        PluginError: It asks for one that is not there.
    """
    if not _PIECE.search(markdown):
        return markdown
    pieces = fragments(edition, say.language, "../" * path.count("/"))
    if unknown := [name for name in _PIECE.findall(markdown) if name not in pieces]:
        raise PluginError(f"{path}: no piece named {unknown[0]!r}; there are: {', '.join(pieces)}")
    return _PIECE.sub(lambda match: pieces[match[1]], markdown)
