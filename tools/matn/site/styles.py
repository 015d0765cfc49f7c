"""One style sheet for the site, of the small ones that people edit: each costs a slow line a way there and back."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files

FOLDER = "assets/styles/"
_COMMENT = re.compile(r"/\*.*?\*/\s*", re.DOTALL)


def joined(sheets: Iterable[str]) -> str:
    """Return *sheets* one after the other, without their comments."""
    return "\n".join(_COMMENT.sub("", sheet).strip() for sheet in sheets) + "\n"


def name(sheet: str) -> str:
    """Return the path of *sheet*: it has a hash in it, so that hosts and readers may keep the file for good."""
    return f"{FOLDER}site-{hashlib.sha256(sheet.encode('utf-8')).hexdigest()[:10]}.css"


def bundle(files: Files, config: MkDocsConfig) -> None:
    """Put one file in the place of all style sheets of *config*.

    Their links lead on from the folder where they lie, which is that of the one.
    """
    from mkdocs.structure.files import File

    parts = [files.src_uris[path] for path in map(str, config.extra_css)]
    sheet = joined(part.content_string for part in parts)
    for part in parts:
        files.remove(part)
    files.append(File.generated(config, name(sheet), content=sheet))
    config.extra_css[:] = [name(sheet)]
