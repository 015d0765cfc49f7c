"""Search in the site that MkDocs builds: our files in the place of those that the theme would make and serve."""

from __future__ import annotations

from pathlib import Path

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page

from matn.edition.model import Edition
from matn.site.addresses import FIRST
from matn.site.search.files import Published, published
from matn.site.words import Words

UNUSED = ("assets/javascripts/lunr/", "assets/javascripts/workers/", "assets/search/")
"""The theme's own engine, and the parts of ours, which are served joined."""
KEPT = "LICENSE"


def mount(files: Files, config: MkDocsConfig, edition: Edition, language: str) -> Published:
    """Add the files of search to those of the site, once for all interfaces, and take out what nobody reads.

    Raises:
        MissingToolError: The library of search has not been fetched.
    """
    made = published(edition, Path(config.config_file_path).parent)
    for file in [file for file in files if file.src_uri.startswith(UNUSED) and not file.name.startswith(KEPT)]:
        files.remove(file)
    if language == FIRST:
        for path, content in made.files.items():
            files.append(File.generated(config, path, content=content))
    return made


def equip(env: Environment, made: Published, say: Words) -> None:
    """Tell the templates where the files are, and the words of the script."""
    env.globals.update(search_files=made, search_words=say.group("search"))


def unindexed(page: Page) -> None:
    """Keep *page* out of the theme's index, whose plugin must be there for the box to be."""
    page.meta["search"] = {"exclude": True}


def tidy(config: MkDocsConfig) -> None:
    """Remove the theme's index, which is empty."""
    (Path(config.site_dir) / "search" / "search_index.json").unlink(missing_ok=True)
