"""The head of a generated page: what a site generator and its theme are told about it."""

from __future__ import annotations

from collections.abc import Sequence

import yaml
from markupsafe import escape


def attribute(text: str) -> str:
    """Escape *text*: the theme's templates put titles and descriptions into the page as they are."""
    return str(escape(text))


def front_matter(title: str, description: str, *, author: str = "", hide: Sequence[str] = (), **more: str) -> str:
    """Return YAML front matter; texts are escaped, *more* are ids of ours."""
    texts = {"title": attribute(title), "description": attribute(description), "author": attribute(author)}
    meta = {**{key: value for key, value in texts.items() if value}, "hide": ["navigation", *hide], **more}
    return f"---\n{yaml.safe_dump(meta, allow_unicode=True, sort_keys=True)}---\n"
