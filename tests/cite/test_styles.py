"""Chicago, MLA and APA: the six works word for word, and what no style may leave out."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
import yaml

from matn.export.cite import LANGUAGES, Of, Place, cite, csl_item, styled
from matn.export.cite.item import in_edition
from matn.export.cite.styled import STYLES

from .make import ADDRESS, ROOT, SITE, edition, real, work

CASES: list[dict[str, Any]] = yaml.safe_load(Path(__file__).with_name("cases.yaml").read_text("utf-8"))
FOLDER = {"ar": "", "en": "en/"}
BOTH = [(style, language) for style in STYLES for language in LANGUAGES]


def label(case: dict[str, Any]) -> str:
    return "-".join(str(case[key]) for key in ("work", "of", "style", "language") if key in case)


def parts(text: str) -> tuple[str, str]:
    """The entry and the pointer of a printed citation."""
    entry, pointer = text.removesuffix("\n").split("\n\n")
    return entry, pointer


@pytest.mark.parametrize("case", CASES, ids=label)
def test_the_six_works(case: dict[str, Any]) -> None:
    item, anchor = real(case["work"]), case.get("paragraph")
    entry, pointer = parts(cite(item, anchor, case["style"], case["language"], SITE, Of(case.get("of", "edition"))))
    wording = next((p.content_hash for p in item.paragraphs if p.id == anchor), "HASH")
    assert entry == case["entry"].replace("HASH", wording)
    assert pointer == case["pointer"].replace("HASH", wording)


def test_every_work_has_its_cases() -> None:
    works = {path.parent.name for path in ROOT.glob("docs/works/*/work.yaml")}
    for of in Of:
        assert {case["work"] for case in CASES if case.get("of", "edition") == of} == works


@pytest.mark.parametrize(("style", "language"), BOTH)
def test_author_editors_and_both_publishers_are_told_apart(style: str, language: str) -> None:
    entry, _ = parts(cite(edition(), "p2", style, language, SITE))
    imprint = SITE.imprint
    told = [work().title, work().publisher, imprint.title, imprint.editors, imprint.publisher]
    assert [text[language] for text in told if text[language] not in entry] == []
    assert entry.startswith({"ar": "ناصر، سلمى", "en": "Nasser, S" if style == "apa" else "Nasser, Salma"}[language])
    assert all(year in entry for year in ("2024", "2030"))
    assert imprint.version in entry
    assert f"{ADDRESS}{FOLDER[language]}works/well-2024.html?v=a00002#p2" in entry


@pytest.mark.parametrize(("style", "language"), BOTH)
def test_the_paragraph_is_in_what_points_and_only_there(style: str, language: str) -> None:
    entry, pointer = parts(cite(edition(), "p2a", style, language, SITE))
    assert re.search(r"(para?\.|فقرة) 2a ~a00002\b", pointer)
    assert not re.search(r"para?s?\.|فقرة|(?<!v=)a00002|~", entry)
    _, whole = parts(cite(edition(), None, style, language, SITE))
    assert not re.search(r"para?s?\.|فقرة|~|\ue000", whole)


@pytest.mark.parametrize(("style", "language"), BOTH)
def test_a_supplied_year_stands_in_brackets_wherever_it_stands(style: str, language: str) -> None:
    item = edition(date_evidence={"ar": "من النص", "en": "by the text"}, title={"ar": "عام 2024", "en": "In 92024"})
    for of in Of:
        for text in parts(cite(item, None, style, language, SITE, of)):
            years = re.findall(r".?2024.?", re.sub(r"عام 2024|well-2024|In 9?\[?2024\]?", "", text))
            assert set(years) <= {"[2024]"}
        assert "[2024]" in text or style == "mla"
    stated = cite(edition(), None, style, language, SITE)
    assert "[" not in stated


@pytest.mark.parametrize("style", STYLES)
def test_arabic_has_no_english_in_it(style: str) -> None:
    for of in Of:
        text = cite(edition(container={"ar": "سلسلة", "en": "Series"}), None, style, "ar", SITE, of)
        assert not re.search(r"[A-Za-z]|, |; |\"", text.replace(f"{ADDRESS}works/well-2024.html", ""))


@pytest.mark.parametrize("style", ["chicago", "mla"])
def test_american_punctuation_stands_inside(style: str) -> None:
    text = cite(edition(), None, style, "en", SITE)
    assert "The Village Well.”" in text
    assert not re.search("”[,.]", text)


@pytest.mark.parametrize(("style", "language"), BOTH)
def test_no_style_changes_a_title(style: str, language: str) -> None:
    item = edition(title={"ar": "مَن؟ ولِمَ: «سؤال»", "en": "What it is about: a Tale of 92024, and iPods"})
    assert item.work.title[language].split(":")[0] in cite(item, None, style, language, SITE)
    assert csl_item(item, None, language, SITE)["title"] == item.work.title[language]
    assert item.work.title["en"] in cite(item, None, style, "en", SITE)


@pytest.mark.parametrize("style", STYLES)
def test_a_body_is_not_taken_apart(style: str) -> None:
    name = {"ar": "لجنة الآبار", "en": "The Wells Committee"}
    for language in LANGUAGES:
        assert cite(edition(author=name, publisher=name), None, style, language, SITE).startswith(name[language])


def test_what_the_edition_publishes_first_has_no_other_original() -> None:
    item = csl_item(edition(publisher=SITE.imprint.publisher), None, "en", SITE)
    assert [key for key in item if key.startswith("original")] == []


@pytest.mark.parametrize(("style", "language"), BOTH)
def test_a_paper_that_nobody_is_known_to_have_published_can_be_cited(style: str, language: str) -> None:
    entry, pointer = parts(cite(edition(publisher={}), None, style, language, SITE, Of.PAPER))
    assert work().title[language] in entry
    assert pointer


def test_html_sets_titles_apart_and_escapes() -> None:
    item = csl_item(edition(title={"ar": "أ", "en": "Wells & <Springs>"}), "p2", "en", SITE)
    told = styled(item, Place("well-2024", "p2", "a00002"), "chicago", "en", as_html=True)
    assert "<i>Matn</i>" in told.entry
    assert "Wells &amp; &lt;Springs&gt;" in told.entry
    assert "~a00002" in told.pointer
    arabic = csl_item(edition(title={"ar": "ماء & طين", "en": "x"}), "p2", "ar", SITE)
    assert "ماء &amp; طين" in styled(arabic, Place("well-2024"), "mla", "ar", as_html=True).entry


def test_the_number_for_a_supplied_year_is_nowhere_else() -> None:
    title = {"ar": "أ", "en": "Of 92024 and 102024"}
    item = edition(title=title, date_evidence={"ar": "من النص", "en": "by the text"})
    for style in STYLES:
        text = cite(item, None, style, "en", SITE)
        assert title["en"] in text
        assert "112024" not in text


@pytest.mark.parametrize(("style", "language"), BOTH)
def test_one_pattern_serves_all_paragraphs_of_a_work(style: str, language: str) -> None:
    """Setting takes some 30 ms: a site sets a work once, and fills in number and hash."""
    item = real("specimen")
    blank = Place(item.work.id, "pNUMBER", "WORDING")
    pattern = styled(in_edition(item.work, blank, language, SITE), blank, style, language)
    for paragraph in item.paragraphs[::9]:
        told = f"{pattern.entry}\n\n{pattern.pointer}\n".replace("NUMBER", paragraph.id[1:])
        assert told.replace("WORDING", paragraph.content_hash) == cite(item, paragraph.id, style, language, SITE)
