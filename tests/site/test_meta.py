"""The metadata of pages, parsed back: Highwire and Dublin Core as Zotero reads them, JSON-LD, Open Graph, pictures."""

from __future__ import annotations

import io
import json
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from bs4 import BeautifulSoup
from PIL import Image
from tests.site import zotero

from matn.edition.assemble import work_edition
from matn.edition.load import load_work
from matn.edition.model import Edition, WorkEdition
from matn.errors import BrokenPromiseError, MissingToolError
from matn.export.cite import LANGUAGES, Imprint, Site, csl_item, load_imprint
from matn.export.downloads import listing
from matn.export.offer import Download
from matn.site.meta import Described, described, head, picture, pictures
from matn.site.meta.highwire import person

ROOT = Path(__file__).resolve().parents[2]
ADDRESS = "https://example.org/papers/"
WORKS = sorted(path.parent.name for path in ROOT.glob("docs/works/*/work.yaml"))
EVERY = [(name, language) for name in WORKS for language in LANGUAGES]


@cache
def real(name: str) -> WorkEdition:
    return work_edition(load_work(ROOT / "docs" / "works" / name), None)


def page(item: WorkEdition | None, language: str, address: str = ADDRESS, pdf: bool = True) -> Described:
    """The page of *item*, or the page about the project."""
    site = Site(load_imprint(ROOT), address)
    if item is None:
        return described(None, "About", "What it is.", language, "about.html", ".", site)
    name = item.work.id
    files = [each for each in listing(Edition((item,), "1")) if each.work == name and each.format != "pdf"]
    tongues = ("ar", "both", "en") if pdf else ()
    files += [Download(f"downloads/{name}/{name}.{each}.pdf", "pdf", each, "application/pdf", name) for each in tongues]
    return described(item, "", "", language, f"works/{name}.html", "..", site, files)


def metas(described_page: Described) -> dict[str, list[str]]:
    """The tags of the page by name."""
    found: dict[str, list[str]] = {}
    for tag in BeautifulSoup(head(described_page), "html.parser").find_all("meta"):
        found.setdefault(str(tag.get("name") or tag.get("property")), []).append(str(tag["content"]))
    return found


def linked(described_page: Described) -> dict[str, Any]:
    """The JSON-LD of the page."""
    (script,) = BeautifulSoup(head(described_page), "html.parser").find_all("script", type="application/ld+json")
    made: dict[str, Any] = json.loads(script.string or "")
    return made


@pytest.mark.parametrize(("name", "language"), EVERY)
def test_zotero_saves_the_right_item(name: str, language: str) -> None:
    """Type, title, creators, date, publisher, language and address are those of our own citation."""
    item = real(name)
    saved = zotero.item(str(head(page(item, language))))
    cited = csl_item(item, None, language, Site(load_imprint(ROOT), ADDRESS))
    assert (saved["itemType"], cited["type"]) == ("bookSection", "chapter")
    assert saved["title"] == cited["title"]
    assert saved["publicationTitle"] == cited["container-title"]
    assert saved["publisher"] == cited["publisher"]
    assert saved["date"].split("/") == [f"{part:02}" for part in cited["issued"]["date-parts"][0]]
    assert (saved["language"], saved["url"]) == ("ar", cited["URL"])
    assert saved["edition"] == load_imprint(ROOT).version
    assert saved["attachments"] == [f"{ADDRESS}downloads/{name}/{name}.ar.pdf"]
    expected = [("author", cited["author"][0]), ("editor", cited["editor"][0])]
    for creator, (role, known) in zip(saved["creators"], expected, strict=True):
        assert creator["creatorType"] == role
        assert creator["lastName"].replace("\xa0", " ") == known.get("literal", known.get("family"))
        assert creator["firstName"] == known.get("given", "")


@pytest.mark.parametrize(("name", "language"), EVERY)
def test_json_ld_tells_the_edition_from_the_paper(name: str, language: str) -> None:
    item, imprint = real(name), load_imprint(ROOT)
    told = linked(page(item, language))
    assert (told["@context"], told["@type"]) == ("https://schema.org", "ScholarlyArticle")
    assert told["headline"] == item.work.title[language]
    assert told["publisher"]["name"] == imprint.publisher[language]
    assert (told["datePublished"], told["version"]) == (imprint.date, imprint.version)
    assert {each["encodingFormat"] for each in told["encoding"]} >= {"application/pdf", "application/tei+xml"}
    if name == "specimen":
        assert "isBasedOn" not in told  # it was published here first
        return
    paper = told["isBasedOn"]
    assert paper["name"] == item.work.title["ar"]
    assert paper.get("publisher", {}).get("name", "") == item.work.publisher.get(language, "")
    assert paper.get("datePublished", "") == ("" if item.work.date_evidence else item.work.date)
    assert paper["@type"] == ("ScholarlyArticle" if item.work.issue else "Report")


@pytest.mark.parametrize("language", LANGUAGES)
def test_open_graph_has_a_picture_and_whole_addresses(language: str) -> None:
    told = metas(page(real("taie-2020"), language))
    folder = "" if language == "ar" else "en/"
    assert told["og:url"] == [f"{ADDRESS}{folder}works/taie-2020.html"]
    assert told["og:image"] == told["twitter:image"] == [f"{ADDRESS}pictures/taie-2020.png"]
    assert (told["og:image:width"], told["og:image:height"]) == (["1200"], ["630"])
    assert told["og:locale"] != told["og:locale:alternate"]
    assert len(told["og:description"][0]) <= 302
    assert told["twitter:card"] == ["summary_large_image"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_site_without_an_address_claims_none(language: str) -> None:
    for item in (real("specimen"), None):
        shown = page(item, language, address="")
        told = metas(shown)
        assert not {"og:url", "citation_public_url", "DC.identifier"} & told.keys()
        assert "@id" not in linked(shown)
        assert told["og:image"][0] == ("../pictures/specimen.png" if item else "./pictures/edition.png")
    pdf = metas(page(real("specimen"), language, address=""))["citation_pdf_url"]
    assert pdf == ["../downloads/specimen/specimen.ar.pdf"]


def test_a_file_that_is_not_there_is_not_told_of() -> None:
    assert "citation_pdf_url" not in metas(page(real("specimen"), "ar", pdf=False))


def test_a_page_that_shows_no_work_is_no_article() -> None:
    told = metas(page(None, "en"))
    assert not [name for name in told if name.startswith("citation_")]
    assert told["DC.creator"] == ["Matn editors,"]  # the comma keeps a body's name whole
    assert (told["DC.title"], told["og:type"]) == (["About"], ["website"])
    assert linked(page(None, "en"))["@type"] == "WebPage"


def test_other_formats_are_linked() -> None:
    links = BeautifulSoup(head(page(real("specimen"), "ar")), "html.parser").select('link[rel~="alternate"]')
    assert {str(link["type"]) for link in links} >= {"application/tei+xml", "application/json", "application/pdf"}
    assert all(str(link["href"]).startswith(ADDRESS) for link in links)


def test_nothing_in_a_title_ends_the_script_or_a_tag() -> None:
    evil = '</script><script>alert(1)</script>" onload="x & \u2028'
    item = real("specimen")
    item = replace(item, work=replace(item.work, title={"ar": evil, "en": evil}, abstract={"ar": evil, "en": evil}))
    html = str(head(page(item, "en")))
    soup = BeautifulSoup(html, "html.parser")
    assert len(soup.find_all("script")) == 1
    assert html.count("</script>") == 1
    assert linked(page(item, "en"))["headline"] == evil
    assert metas(page(item, "en"))["citation_title"] == [evil]
    assert all(set(tag.attrs) <= {"name", "property", "content"} for tag in soup.find_all("meta"))


@pytest.mark.parametrize(
    ("name", "family", "given"),
    [
        ("عبد الرؤوف مصطفى الغنيمي", "الغنيمي", "عبد الرؤوف مصطفى"),
        ("أحمد علي عبد الرحمن", "عبد الرحمن", "أحمد علي"),  # blanks on both sides of the comma
        ("Mona Qashta", "Qashta", "Mona"),
        ("Plato", "Plato", ""),
    ],
)
def test_names_stay_whole(name: str, family: str, given: str) -> None:
    told = zotero.clean_author(person(name), "author")
    assert (told["lastName"].replace("\xa0", " "), told["firstName"]) == (family, given)
    family_part, comma, given_part = person(name).partition(", ")
    assert not (comma and " " in family_part and " " in given_part)  # the translator would take them for two people


# Pictures


@pytest.fixture(scope="module")
def drawn() -> dict[str, bytes]:
    return pictures(Edition(tuple(map(real, WORKS)), "1"), load_imprint(ROOT), ROOT)


def test_there_is_a_picture_a_work_and_one_for_the_site(drawn: dict[str, bytes]) -> None:
    assert set(drawn) == {"pictures/edition.png", *(f"pictures/{name}.png" for name in WORKS)}
    for path, data in drawn.items():
        with Image.open(io.BytesIO(data)) as image:
            assert (image.format, image.size) == ("PNG", (1200, 630)), path
        assert len(data) <= picture.HEAVIEST == 60_000
    assert len({bytes(data) for data in drawn.values()}) == len(drawn)


def test_the_same_words_give_the_same_picture(tmp_path: Path, drawn: dict[str, bytes]) -> None:
    (tmp_path / "node_modules").symlink_to(ROOT / "node_modules")
    one = Edition((real("specimen"),), "1")
    again = pictures(one, load_imprint(ROOT), tmp_path)
    assert again["pictures/specimen.png"] == drawn["pictures/specimen.png"]
    kept = sorted((tmp_path / ".cache").rglob("*.png"))
    assert len(kept) == 2
    kept[0].write_bytes(b"kept")
    assert b"kept" in pictures(one, load_imprint(ROOT), tmp_path).values()


def test_pictures_need_the_typefaces(tmp_path: Path) -> None:
    with pytest.raises(MissingToolError, match="typefaces"):
        pictures(Edition((), "1"), load_imprint(ROOT), tmp_path)


def test_a_picture_that_is_too_heavy_is_refused(drawn: dict[str, bytes], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(picture, "HEAVIEST", 1_000)
    with pytest.raises(BrokenPromiseError, match="bytes"):
        pictures(Edition((real("specimen"),), "1"), load_imprint(ROOT), ROOT)


def test_long_titles_are_cut(tmp_path: Path) -> None:
    (tmp_path / "node_modules").symlink_to(ROOT / "node_modules")
    item = real("specimen")
    long = {"ar": " ".join(["عنوان طويل جدًّا"] * 14), "en": " ".join(["a very long title"] * 14)}
    work = replace(item.work, title=long)
    imprint = Imprint(long, {"ar": "#set text(red)", "en": "$x$"}, long, "1", "2030")
    made = pictures(Edition((replace(item, work=work),), "1"), imprint, tmp_path)
    assert all(1_000 < len(data) < 60_000 for data in made.values())
