"""Build the site from an edition: the one place, beside the plugin, that knows the site generator."""

from __future__ import annotations

import logging
import os
from pathlib import Path

from matn.edition.model import Edition
from matn.errors import BadInputError, MissingToolError

FONT = Path("overrides") / "assets" / "fonts" / "naskh-400.woff2"


def build(root: Path, edition: Edition, site_dir: Path) -> None:
    """Build the site of *edition* into *site_dir* with the configuration in *root*.

    Raises:
        MissingToolError: The typefaces have not been prepared.
        BadInputError: MkDocs refuses the configuration or a page, or warns (a broken link, say).
    """
    if not (root / FONT).is_file():
        raise MissingToolError("the site's typefaces are missing", path=root / FONT, hint="run `make assets`")
    os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")  # an advertisement of the theme, not a warning about us
    # Imported here: whoever only reads or repairs texts need not load a site generator.
    from mkdocs.commands.build import build as run
    from mkdocs.config import load_config
    from mkdocs.exceptions import Abort, MkDocsException

    logging.getLogger("mkdocs").setLevel(logging.WARNING)
    try:
        config = load_config(str(root / "mkdocs.yml"), site_dir=str(site_dir), strict=True)
        config.plugins["matn"].edition = edition  # type: ignore[attr-defined]
        run(config)
    except (Abort, MkDocsException) as error:
        raise BadInputError(f"MkDocs did not build the site: {error}", path=root / "mkdocs.yml") from error
