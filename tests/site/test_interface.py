"""One configuration for every language: what is named by keys, what is shared, where the twin of a page is."""

from __future__ import annotations

from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.utils.templates import script_tag_filter, url_filter

from matn.edition.model import Edition
from matn.site import interface
from matn.site.build import configuration
from matn.site.prose import isolated
from matn.site.words import Words

ROOT = Path(__file__).parents[2]


@pytest.fixture(params=["ar", "en"])
def config(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> MkDocsConfig:
    """The real configuration for one language."""
    monkeypatch.setenv("SITE_URL", "https://example.org/papers")
    return configuration(ROOT, tmp_path, request.param)


def titles(nav: Any) -> list[str]:
    """Every title in a navigation."""
    if isinstance(nav, list):
        return [title for entry in nav for title in titles(entry)]
    return [title for key, value in nav.items() for title in (key, *titles(value))] if isinstance(nav, dict) else []


def test_every_name_in_the_configuration_is_said(config: MkDocsConfig) -> None:
    language = str(config.theme["language"])
    keys = titles(config.nav)
    interface.speak(config, Words(language), {"works": [{"Z. Z. (2000)": "works/z.md"}]})
    named = titles(config.nav)
    named.remove("Z. Z. (2000)")
    said = [config.site_name, config.site_description, *named]
    said += [palette["toggle"]["name"] for palette in config.theme["palette"]]
    arabic = [text for text in said if text and any("\u0600" < char < "\u0700" for char in text)]
    assert arabic == (said if language == "ar" else [])
    assert len(keys) > 10
    assert not set(keys) & set(said)


def test_an_interface_has_its_folder_address_and_pages(config: MkDocsConfig) -> None:
    inner = {"ar": "", "en": "en"}[str(config.theme["language"])]
    assert Path(config.docs_dir) == ROOT / "docs" / inner
    assert Path(config.site_dir).name == (inner or Path(config.site_dir).name)
    assert config.site_url == f"https://example.org/papers/{inner}{'/' if inner else ''}"


def test_twins_have_addresses_from_the_page_and_whole(config: MkDocsConfig) -> None:
    say = Words(str(config.theme["language"]))
    arabic, english = interface.twins("works/a.html", "..", config, say)
    assert (arabic.address, english.address) == (
        "https://example.org/papers/works/a.html",
        "https://example.org/papers/en/works/a.html",
    )
    here, there = (arabic, english) if say.language == "ar" else (english, arabic)
    assert here.url == "../works/a.html" if say.language == "ar" else "../en/works/a.html"
    assert there.url == {"ar": "../en/works/a.html", "en": "../../works/a.html"}[say.language]
    assert (arabic.name, english.name) == ("العربية", "English")


@pytest.mark.parametrize(
    ("language", "script", "page"),
    [("ar", "../assets/x.js", "../about.html"), ("en", "../../assets/x.js", "../about.html")],
)
def test_templates_find_what_is_shared(config: MkDocsConfig, language: str, script: str, page: str) -> None:
    env = Environment(autoescape=True)
    env.filters.update(url=url_filter, script_tag=script_tag_filter)
    interface.equip(env, config, Words(language))
    context = {"page": SimpleNamespace(url="works/a.html"), "base_url": ".."}
    assert env.from_string("{{ 'assets/x.js' | url }} {{ 'about.html' | url }}").render(context) == f"{script} {page}"
    assert f'src="{script}"' in env.from_string("{{ 'assets/x.js' | script_tag }}").render(context)


def test_a_page_that_asks_for_an_unknown_piece_is_told(whole: object) -> None:
    with pytest.raises(PluginError, match=r"x\.md: no piece named 'nothing'"):
        interface.filled("<!-- matn:nothing -->", "x.md", Edition((), "test"), Words("ar"))
    assert interface.filled("plain", "x.md", Edition((), "test"), Words("ar")) == "plain"


def test_what_people_write_is_isolated_but_code_is_not() -> None:
    html = '<p>في <code>make site</code> وفي Source Serif 4.</p><p lang="en">The word متن <b>here</b> &amp; there</p>'
    assert isolated(html, "ar") == (
        '<p>في <code>make site</code> وفي <bdi dir="ltr" lang="en">Source Serif 4</bdi>.</p>'
        '<p lang="en">The word <bdi dir="rtl" lang="ar">متن</bdi> <b>here</b> &amp; there</p>'
    )
