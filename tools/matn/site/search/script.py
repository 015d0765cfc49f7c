"""The script of search: what lies in ``overrides/assets/search/``, joined, without remarks and indents; licences stay.

A page asks for one file when its box is opened, and for the library of the index when the first query is asked.
"""

from __future__ import annotations

import re
from pathlib import Path

from rjsmin import jsmin

from matn.errors import MissingToolError

FOLDER = Path("overrides") / "assets" / "search"
LIBRARY = "minisearch"
PARTS = (
    "arabic", "parse", "distance", "near", "vocabulary", "shard", "store", "plan", "phrase", "filters", "reading",
    "engine", "marks", "worker",
)  # fmt: skip
"""In the order in which they need each other."""
_LICENCE = re.compile(r"/\*(?!!)(?=(?:(?!\*/).)*Copyright)", re.DOTALL | re.IGNORECASE)


def script(root: Path) -> str:
    """Return the script of the project in *root*, all but the library."""
    return "".join(lean(root, name) for name in PARTS)


def library(root: Path) -> str:
    """Return the library that searches the index, with its licence.

    Raises:
        MissingToolError: It has not been fetched.
    """
    folder = root / FOLDER
    if not (folder / f"{LIBRARY}.js").is_file():
        raise MissingToolError(
            "the library of search is missing", path=folder / f"{LIBRARY}.js", hint="run `make assets`"
        )
    return f"/*! {(folder / f'LICENSE-{LIBRARY}.txt').read_text('utf-8').strip()} */\n{lean(root, LIBRARY)}"


def lean(root: Path, name: str) -> str:
    """Return one part of the script, or the library, without remarks and indents."""
    code = (root / FOLDER / f"{name}.js").read_text("utf-8")
    return f"{jsmin(_LICENCE.sub('/*!', code), keep_bang_comments=True)};\n"
