"""The MkDocs side of the site, kept thin: MkDocs 1.x is at the end of its life, the pages are not."""

from __future__ import annotations

import os
import re
from pathlib import Path

from mkdocs.config import config_options
from mkdocs.config.base import Config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import BasePlugin
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import get_toc

from matn.edition.assemble import assemble
from matn.edition.model import Edition
from matn.errors import MatnError
from matn.site.pages import fragments, navigation, outlines, pages

_FRAGMENT = re.compile(r"<!-- matn:(\w+) -->")


class MatnConfig(Config):  # type: ignore[no-untyped-call]
    """Options of the plugin in ``mkdocs.yml``."""

    sources = config_options.Type(str, default="")
    """Folder of the source files; empty: the environment's ``SOURCES``, else the project's defaults."""
    nav = config_options.Type(str, default="works")
    """Title of the navigation entry that the works are put under."""


class MatnPlugin(BasePlugin[MatnConfig]):  # type: ignore[no-untyped-call]
    """Adds the pages of the edition to a MkDocs build."""

    edition: Edition | None = None
    """Set before the build by one who has assembled it; otherwise the plugin does."""

    def on_config(self, config: MkDocsConfig) -> None:
        """Assemble the edition and list its works in the navigation."""
        if config.config_file_path is None:
            raise PluginError("matn needs a configuration file: the edition lies beside it")
        root = Path(config.config_file_path).parent
        named = self.config.sources or os.environ.get("SOURCES", "")
        try:
            self.edition = self.edition or assemble(root, Path(named) if named else None)
        except MatnError as error:
            raise PluginError(str(error)) from error
        self.language = str(config.theme["language"])
        for entry in config.nav or ():
            if isinstance(entry, dict) and self.config.nav in entry:
                entry[self.config.nav] = navigation(self.edition, self.language)

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Add every page of the edition, and its data."""
        try:
            made = pages(self._edition(), self.language)
        except MatnError as error:
            raise PluginError(str(error)) from error
        for path, content in made.items():
            files.append(File.generated(config, path, content=content))
        self.outlines = outlines(self._edition(), self.language)
        return files

    def on_page_markdown(self, markdown: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:
        """Put pieces of the edition where a page asks for them: ``<!-- matn:works -->``."""
        language = str(page.meta.get("lang", self.language))
        prefix = "../" * page.file.src_uri.count("/")
        pieces = fragments(self._edition(), language, prefix)
        if unknown := [name for name in _FRAGMENT.findall(markdown) if name not in pieces]:
            raise PluginError(f"{page.file.src_uri}: no piece named {unknown[0]!r}; there are: {', '.join(pieces)}")
        return _FRAGMENT.sub(lambda match: pieces[match[1]], markdown)

    def on_page_content(self, html: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:
        """Give a generated page its table of contents: MkDocs looks for headings in Markdown only."""
        if page.file.src_uri in self.outlines:
            page.toc = get_toc(self.outlines[page.file.src_uri])  # type: ignore[arg-type]
        return html

    def _edition(self) -> Edition:
        if self.edition is None:
            raise PluginError("the edition was not assembled")
        return self.edition
