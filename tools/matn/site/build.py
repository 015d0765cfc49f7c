"""Build the site from an edition, once a language: the one place, beside the plugin, that knows the site generator."""

from __future__ import annotations

import logging
import os
from collections.abc import Collection
from pathlib import Path
from typing import TYPE_CHECKING

from matn.edition.model import Edition
from matn.errors import BadInputError, MissingToolError
from matn.site import shelf
from matn.site.addresses import folder
from matn.site.cite_data import Citations
from matn.site.meta import pictures
from matn.site.words import LANGUAGES

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig

FONT = Path("overrides") / "assets" / "fonts" / "naskh-400.woff2"


def build(root: Path, edition: Edition, site_dir: Path, without: Collection[str] = ()) -> None:
    """Build the site of *edition* into *site_dir* with the configuration in *root*: all interfaces and downloads.

    Downloads of the formats in *without* are left out, and no page speaks of them.

    Raises:
        MissingToolError: The typefaces have not been prepared.
        BadInputError: MkDocs refuses the configuration or a page, or warns (a broken link, say).
        BrokenPromiseError: A file that is handed out is not valid in its own format.
    """
    if not (root / FONT).is_file():
        raise MissingToolError("the site's typefaces are missing", path=root / FONT, hint="run `make assets`")
    os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")  # an advertisement of the theme, not a warning about us
    # Imported here: whoever only reads or repairs texts need not load a site generator.
    from mkdocs.commands.build import build as run
    from mkdocs.exceptions import Abort, MkDocsException

    logging.getLogger("mkdocs").setLevel(logging.WARNING)
    citations = Citations(edition, shelf.setting(root).site)
    made = shelf.make(root, edition, without)
    try:
        for language in LANGUAGES:  # the one at the root first: the site generator empties its folder
            config = configuration(root, site_dir, language)
            config.plugins["matn"].citations = citations  # type: ignore[attr-defined]
            config.plugins["matn"].shelf = shelf.shelf(edition, made)  # type: ignore[attr-defined]
            run(config)
    except (Abort, MkDocsException) as error:
        raise BadInputError(f"MkDocs did not build the site: {error}", path=root / "mkdocs.yml") from error
    (site_dir / "sitemap.xml.gz").unlink(missing_ok=True)  # has the time of the build in it; hosts compress themselves
    shelf.put({**made, **citations.files(), **pictures(edition, citations.site.imprint, root)}, site_dir)


def configuration(root: Path, site_dir: Path, language: str) -> MkDocsConfig:
    """Return the configuration in *root* for the interface in *language*: its own pages, folder and address."""
    from mkdocs.config import load_config

    path = root / "mkdocs.yml"
    config = load_config(str(path), site_dir=str(site_dir), strict=True)
    if inner := folder(language):
        config.docs_dir, config.site_dir = str(Path(config.docs_dir) / inner), str(site_dir / inner)
        config.site_url = f"{config.site_url}{inner}" if config.site_url else ""
        config.theme["language"] = language
    return config
