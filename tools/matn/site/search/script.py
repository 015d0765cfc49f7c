"""The script of search as one file: what lies in ``overrides/assets/search/``, joined, so that a page asks once."""

from __future__ import annotations

import re
from pathlib import Path

from matn.errors import MissingToolError

FOLDER = Path("overrides") / "assets" / "search"
LIBRARY = "minisearch"
PARTS = (
    "arabic", LIBRARY, "parse", "distance", "vocabulary", "shard", "store", "plan", "phrase", "filters", "reading",
    "engine", "marks", "worker",
)  # fmt: skip
"""In the order in which they need each other."""
_REMARK = re.compile(r"^[ \t]*/\*\*.*?\*/[ \t]*\n", re.DOTALL | re.MULTILINE)


def script(root: Path) -> str:
    """Return the whole script of the project in *root*; what documents functions is left out, licences stay.

    Raises:
        MissingToolError: The library has not been fetched.
    """
    folder = root / FOLDER
    if not (folder / f"{LIBRARY}.js").is_file():
        raise MissingToolError(
            "the library of search is missing", path=folder / f"{LIBRARY}.js", hint="run `make assets`"
        )
    return "".join(_part(folder, name) for name in PARTS)


def _part(folder: Path, name: str) -> str:
    code = _REMARK.sub("", (folder / f"{name}.js").read_text("utf-8"))
    licence = folder / f"LICENSE-{name}.txt"
    notice = f"/* {licence.read_text('utf-8').strip()} */\n" if licence.is_file() else ""
    return f"{notice}{code.strip()};\n"
