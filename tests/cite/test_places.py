"""What is cited: paragraphs, names in parts, the imprint, the site's address; and every way to ask in vain."""

from __future__ import annotations

from importlib.metadata import version
from pathlib import Path

import pytest

from matn.errors import BadInputError
from matn.export.cite import Of, Site, cite, csl_item, load_imprint, place, site_address
from matn.export.cite.person import parts

from .make import IMPRINT, ROOT, SITE, edition, real


@pytest.mark.parametrize(
    ("anchor", "address"),
    [
        (None, "works/well-2024.html"),
        ("p2", "works/well-2024.html?v=a00002#p2"),
        ("p2~a00002", "works/well-2024.html?v=a00002#p2"),
        ("p2a", "works/well-2024.html?v=a00002#p2a"),
    ],
)
def test_addresses_end_with_the_id_alone(anchor: str | None, address: str) -> None:
    assert place(edition(), anchor).address == address
    assert csl_item(edition(), anchor, "ar", Site(IMPRINT))["URL"] == address
    assert csl_item(edition(), anchor, "en", Site(IMPRINT))["URL"] == f"en/{address}"


@pytest.mark.parametrize(
    ("anchor", "told"),
    [
        ("p9", "has no paragraph 'p9'"),
        ("", "it has p1 to p2a"),
        ("p2~bbbbbb", "you read ~bbbbbb, it is ~a00002 now"),
        ("n1", "cite the paragraph that calls it: well-2024#p2"),
        ("n2", "no paragraph calls it: cite the work"),
        ("p3", "it was split\n  hint: its wording is in well-2024#p2, well-2024#p2a now"),
        ("p4", "it was merged\n  hint: its wording is in well-2024#p2a now"),
        ("p5", "it was withdrawn (it was the running head)\n  hint: nothing has taken its place"),
        ("p6", "nothing has taken its place"),  # its heirs lead back to it
    ],
)
def test_what_cannot_be_cited_is_told(anchor: str, told: str) -> None:
    with pytest.raises(BadInputError) as error:
        cite(edition(), anchor, "apa", "en", SITE)
    assert told in str(error.value)


@pytest.mark.parametrize(
    ("style", "language", "told"),
    [("chicgo", "en", "did you mean chicago?"), ("x", "en", "one of chicago, mla"), ("apa", "fa", "no language 'fa'")],
)
def test_unknown_styles_and_languages_are_told(style: str, language: str, told: str) -> None:
    with pytest.raises(BadInputError) as error:
        cite(edition(), None, style, language, SITE)
    assert told in str(error.value)


def test_the_original_has_no_numbers_of_ours() -> None:
    with pytest.raises(BadInputError, match="numbers of paragraphs are this edition's"):
        cite(edition(), "p2", "apa", "en", SITE, Of.PAPER)


@pytest.mark.parametrize(
    ("name", "family", "given"),
    [
        ("Mustafa al-Sarray", "al-Sarray", "Mustafa"),
        ("عبد الرؤوف مصطفى الغنيمي", "الغنيمي", "عبد الرؤوف مصطفى"),
        ("أحمد عبد الرحمن", "عبد الرحمن", "أحمد"),
        ("Muhammad Bin Abd al-Aziz", "Bin Abd al-Aziz", "Muhammad"),
        ("سامي أبو العلا", "أبو العلا", "سامي"),
        ("محمد نور الدين", "نور الدين", "محمد"),
        ("Ludwig van Beethoven", "van Beethoven", "Ludwig"),
    ],
)
def test_names_in_parts(name: str, family: str, given: str) -> None:
    assert parts(name) == {"family": family, "given": given}


@pytest.mark.parametrize("name", ["Plato", "نور الدين", "عبد الرحمن", "Abu Bakr"])
def test_names_that_have_no_parts(name: str) -> None:
    assert parts(name) == {"literal": name}


def test_the_imprint_has_the_version_of_the_package() -> None:
    assert load_imprint(ROOT).version == version("matn")


def test_every_paragraph_that_is_live_can_be_cited() -> None:
    item = real("specimen")
    assert item.paragraphs
    for paragraph in item.paragraphs:
        assert f"#{paragraph.id}" in cite(item, paragraph.id, "ris", "ar", SITE)


IMPRINT_TEXT = """\
title: {ar: متن, en: Matn}
editors: {ar: فريق, en: Team}
publisher: {ar: ناشر, en: Publisher}
version: 1.0
date: "2030"
"""


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (None, "expected a description of the edition, found none"),
        ("", "found an empty file"),
        (IMPRINT_TEXT.replace("version: 1.0\n", ""), "version"),
        (IMPRINT_TEXT.replace("1.0", "new"), "edition.yaml:4: "),
        (IMPRINT_TEXT.replace('"2030"', "soon"), "edition.yaml:5: expected a date"),
    ],
)
def test_mistakes_in_the_imprint_are_told(tmp_path: Path, text: str | None, told: str) -> None:
    (tmp_path / "docs/works").mkdir(parents=True)
    if text is not None:
        (tmp_path / "docs/works/edition.yaml").write_text(text, encoding="utf-8")
    with pytest.raises(BadInputError) as error:
        load_imprint(tmp_path)
    assert told in str(error.value)


def test_the_imprint_is_read(tmp_path: Path) -> None:
    (tmp_path / "docs/works").mkdir(parents=True)
    (tmp_path / "docs/works/edition.yaml").write_text(IMPRINT_TEXT, encoding="utf-8")
    imprint = load_imprint(tmp_path)
    assert (imprint.version, imprint.date, imprint.editors) == ("1.0", "2030", {"ar": "فريق", "en": "Team"})


@pytest.mark.parametrize(
    ("config", "environment", "address"),
    [
        (None, {}, ""),
        ("site_name: x\n", {}, ""),
        ("site_url: https://a.org/x\n", {}, "https://a.org/x/"),
        ("site_url: https://a.org/x/\n", {"SITE_URL": "https://b.org"}, "https://b.org/"),
        ('site_url: !ENV [SITE_URL, ""]\n', {}, ""),
        ("site_url: !ENV [OTHER, SITE_URL, https://c.org/]\n", {"OTHER": "https://d.org/"}, "https://d.org/"),
        ("site_url: !ENV [OTHER, https://c.org/]\n", {}, "https://c.org/"),
        ("site_url: !ENV OTHER\n", {"OTHER": "https://d.org/"}, "https://d.org/"),
        ("x: !!python/name:y.z\nsite_url: https://a.org/\n", {}, "https://a.org/"),
        ("", {}, ""),
    ],
)
def test_the_address_of_the_site(tmp_path: Path, config: str | None, environment: dict[str, str], address: str) -> None:
    if config is not None:
        (tmp_path / "mkdocs.yml").write_text(config, encoding="utf-8")
    assert site_address(tmp_path, environment) == address


@pytest.mark.parametrize("config", ["site_url: example.org\n", "site_url: [\n"])
def test_an_address_that_is_none_is_told(tmp_path: Path, config: str) -> None:
    (tmp_path / "mkdocs.yml").write_text(config, encoding="utf-8")
    with pytest.raises(BadInputError):
        site_address(tmp_path, {})
