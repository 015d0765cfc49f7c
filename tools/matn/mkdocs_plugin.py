"""The MkDocs side of the site, kept thin: MkDocs 1.x is at the end of its life, the pages are not."""

from __future__ import annotations

import os
from pathlib import Path

from jinja2 import Environment
from mkdocs.config import config_options
from mkdocs.config.base import Config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import BasePlugin, event_priority
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import get_toc
from mkdocs.utils.templates import TemplateContext

from matn.errors import MatnError
from matn.site import cite_data, cite_page, interface, meta, policy, styles
from matn.site.pages import navigation, outlines, pages
from matn.site.prose import isolated
from matn.site.search import mounted as search
from matn.site.shelf import Shelf, listed
from matn.site.words import Words


class MatnConfig(Config):  # type: ignore[no-untyped-call]
    """Options of the plugin in ``mkdocs.yml``."""

    sources = config_options.Type(str, default="")  # folder of the sources, else the environment's SOURCES
    nav = config_options.Type(str, default="works")  # key of the navigation entry that the works are put under


class MatnPlugin(BasePlugin[MatnConfig]):  # type: ignore[no-untyped-call]
    """Adds the pages of the edition to a MkDocs build."""

    citations: cite_data.Citations | None = None  # both are set by one who has made them; else the plugin does
    shelf: Shelf = Shelf()

    def on_config(self, config: MkDocsConfig) -> None:
        """Assemble the edition, list its works in the navigation, and speak the language of the interface."""
        root = Path(config.config_file_path or "").parent  # the edition lies beside the configuration
        sources = self.config.sources or os.environ.get("SOURCES")
        try:
            self.cited = self.citations or cite_data.load(root, Path(sources) if sources else None)
        except MatnError as error:
            raise PluginError(str(error)) from error
        self.shelf = self.shelf if self.shelf.downloads else listed(self.cited.edition)
        self.say = Words(str(config.theme["language"]))
        works = {self.config.nav: navigation(self.cited.edition, self.say.language)}
        interface.speak(config, self.say, works)

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Add every page of the edition and its data, less what another interface of the site has already."""
        styles.bundle(files, config)
        interface.drop_shared(files, config, self.say.language)
        try:
            made = pages(self.cited.edition, self.say.language, self.shelf) | cite_page.cite_pages(self.cited, self.say)
            self.search = search.mount(files, config, self.cited.edition, self.say.language)
        except MatnError as error:
            raise PluginError(str(error)) from error
        for path, content in made.items():
            files.append(File.generated(config, path, content=content))
        self.outlines = outlines(self.cited.edition, self.say.language)
        return files

    def on_page_markdown(self, markdown: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:
        """Put pieces of the edition where a page asks for them: ``<!-- matn:works -->``."""
        search.unindexed(page)
        return interface.filled(markdown, page.file.src_uri, self.cited.edition, self.say)

    def on_page_content(self, html: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:
        """Give a generated page its contents, which MkDocs seeks in Markdown; isolate runs on one that people wrote."""
        if page.file.src_uri in self.outlines:
            page.toc = get_toc(self.outlines[page.file.src_uri])  # type: ignore[arg-type]
        return html if page.file.generated_by else isolated(html, self.say.language)

    def on_env(self, env: Environment, *, config: MkDocsConfig, files: Files) -> None:
        """Give the theme's templates the words, and the way to what the interfaces share."""
        interface.equip(env, config, self.say)
        search.equip(env, self.search, self.say)
        meta.equip(env, self.cited, self.shelf, self.say)

    def on_page_context(self, context: TemplateContext, *, page: Page, config: MkDocsConfig, nav: Navigation) -> None:
        """Tell the templates of the page's twin in the other language."""
        interface.tell(context, page.url, config, self.say)

    def on_template_context(self, context: TemplateContext, *, template_name: str, config: MkDocsConfig) -> None:
        """Tell the same to the templates that are no page."""
        context["base_url"] = interface.standing(config, self.say.language)
        interface.tell(context, template_name, config, self.say)

    @event_priority(-50)  # after the theme has written its index, before another plugin copies it
    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Take the theme's empty index out of the site, and give every page its policy."""
        search.tidy(config)
        policy.seal(Path(config.site_dir))
