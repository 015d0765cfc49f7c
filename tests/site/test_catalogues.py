"""The catalogues of the interface: whole in both languages, said by somebody; and what looks after them."""

from __future__ import annotations

import re
from gettext import c2py  # type: ignore[attr-defined]
from io import BytesIO
from pathlib import Path

import pytest
from babel import Locale
from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po
from click.testing import CliRunner

from matn.cli.main import cli
from matn.edition.chronology import EventPrecision
from matn.edition.names import Kind
from matn.errors import BadInputError
from matn.repair.ruleset import RULES
from matn.site.catalogue import catalogue, plural_forms
from matn.site.extraction import Uses, uses
from matn.site.upkeep import findings, keyed, place, read, template, tidied, written
from matn.structure.model import BlockKind

ROOT = Path(__file__).parents[2]
# What a closed set of the program may be, and how its words begin.
FAMILIES = {
    "rule": [rule.name for rule in RULES],
    "names": list(Kind),
    "kind": [kind for kind in BlockKind if kind.value not in {"note", "removed"}],
    "precision": [one for one in EventPrecision if one is not EventPrecision.DAY],
    "status": ["present", "lost", "marker-lost"],
    "state": ["split", "merged", "withdrawn"],
}
AR, EN = '"{n} من {m}"', '"{n} of {m}"'
SOURCES = {
    "tools/matn/page.py": """
say("plain"); say("one" if x else "two"); say.count("n-things", 3)
say(f"rule-{x}"); say.group("dialog"); loose = "four"
""",
    "overrides/page.html": """
{{ say("heading") }} {{ both(key ~ "-lead").en }}
{% if x == "No key" %}{{ say.forms("n-more") }}{% endif %}
""",
    "overrides/page.js": """const label = words.close ?? words["at-end"]; // say("no-key-either")""",
    "mkdocs.yml": """
site_name: the-site
theme: {name: material, palette: [{toggle: {icon: x, name: dark}}]}
nav: [{entry: index.md}, {group: [{inner: a.md}]}, {"أصل": b.md}]
plugins: [search, {matn: {nav: works}}]
site_url: !ENV [SITE_URL, ""]
""",
}


@pytest.fixture(scope="module")
def found() -> Uses:
    return uses(ROOT)


@pytest.fixture
def small(tmp_path: Path) -> Path:
    """A project whose interface says a few words."""
    for name, text in SOURCES.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text, "utf-8")
    return tmp_path


def catalogues(ar: str, en: str) -> dict[str, Catalog]:
    """Two catalogues with one more entry each than what the small project must have."""
    return {name: read_po(BytesIO(text.encode()), locale=name) for name, text in (("ar", ar), ("en", en))}


def test_catalogues_are_whole(found: Uses) -> None:
    assert findings(read(ROOT), found) == []
    assert len(found.said) > 100


@pytest.mark.parametrize("language", ["ar", "en"])
def test_other_tools_choose_the_same_plural_forms(language: str) -> None:
    (rule,) = re.findall(r"plural=(.*);", (ROOT / place(language)).read_text("utf-8"))
    choose, forms = c2py(rule), plural_forms(language)
    numbers = range(250)
    assert [forms[choose(number)] for number in numbers] == [Locale(language).plural_form(number) for number in numbers]


@pytest.mark.parametrize("family", FAMILIES)
def test_every_member_of_a_closed_set_has_words(family: str) -> None:
    known = {language: catalogue(language) for language in ("ar", "en")}
    keys = [f"{family}-{member}" for member in FAMILIES[family]]
    assert [(language, key) for language, there in known.items() for key in keys if key not in there] == []


def test_words_are_found_wherever_they_are_said(small: Path) -> None:
    found = uses(small)
    assert sorted(found.said) == ["dark", "entry", "group", "heading", "inner", "one", "plain", "the-site", "two"]
    assert found.said["plain"] == "tools/matn/page.py:2"
    assert (sorted(found.counted), sorted(found.like)) == (["n-more", "n-things"], ["*-lead", "rule-*"])
    assert (found.knows("dialog-close"), found.knows("dialog-at-end"), found.knows("dialog-open")) == (
        True,
        True,
        False,
    )
    assert (found.knows("four"), found.knows("rule-x"), found.knows("five")) == (True, True, False)


@pytest.mark.parametrize(
    ("ar", "en", "fault"),
    [
        ('msgid "plain"\nmsgstr ""', 'msgid "plain"\nmsgstr "x"', "ar/LC_MESSAGES/matn.po: 'plain' is empty"),
        ('msgid "plain"\nmsgstr "س"', "", "en/LC_MESSAGES/matn.po: no entry 'plain', which tools/matn/page.py:2 says"),
        (
            '#, fuzzy\nmsgid "plain"\nmsgstr "س"',
            'msgid "plain"\nmsgstr "x"',
            "ar/LC_MESSAGES/matn.po: 'plain' is fuzzy",
        ),
        ('msgid "five"\nmsgstr "س"', 'msgid "five"\nmsgstr "x"', "ar/LC_MESSAGES/matn.po: 'five' is said nowhere"),
        ('msgid "four"\nmsgstr "س"', "", "'four' is in one of ar, en and not in the other"),
        (f'msgid "four"\nmsgstr {AR}', 'msgid "four"\nmsgstr "{n}"', "'four' has not the same slots in ar and en"),
        (
            'msgid "n-more"\nmsgid_plural "n-more"\nmsgstr[0] ""\nmsgstr[1] "س"\nmsgstr[2] "س"\nmsgstr[5] "س"',
            'msgid "n-more"\nmsgid_plural "n-more"\nmsgstr[0] "x"\nmsgstr[1] "x"',
            "ar/LC_MESSAGES/matn.po: 'n-more' is empty",
        ),
        ('msgid "n-more"\nmsgstr "س"', 'msgid "n-more"\nmsgstr "x"', "'n-more' should have plural forms"),
    ],
    ids=["empty", "missing", "fuzzy", "unused", "one-sided", "slots", "plural", "no-plural"],
)
def test_what_is_wrong_is_found(ar: str, en: str, fault: str, small: Path) -> None:
    assert any(fault in line for line in findings(catalogues(ar, en), uses(small)))


def test_sound_entries_are_no_findings(small: Path) -> None:
    plural = "\n".join(f'msgstr[{number}] "{"" if not number else "{n}"}"' for number in range(6))
    ar = f'msgid "four"\nmsgstr {AR}\n\nmsgid "n-more"\nmsgid_plural "n-more"\n{plural}'
    en = f'msgid "four"\nmsgstr {EN}\n\nmsgid "n-more"\nmsgid_plural "n-more"\nmsgstr[0] "one"\nmsgstr[1] "{{n}}"'
    lines = findings(catalogues(ar, en), uses(small))
    assert [line for line in lines if "four" in line or "n-more" in line] == []


def test_a_tidied_catalogue_is_in_order_and_has_a_place_for_every_word(small: Path) -> None:
    there = catalogues('msgid "plain"\nmsgstr "س"\n\nmsgid "five"\nmsgstr "خ"', "")
    pot = template(uses(small), there)
    tidy = tidied(there["ar"], pot)
    keys = re.findall(r'^msgid "(.+)"$', tidy, re.MULTILINE)
    assert keys == sorted(keys)
    assert {"plain", "five", "heading", "n-things"} <= set(keys)
    assert 'msgid "plain"\nmsgstr "س"' in tidy
    assert 'msgid "n-things"\nmsgid_plural "n-things"\nmsgstr[0] ""' in tidy
    assert "five" not in tidied(there["ar"], pot, prune=True)
    assert "five" not in keyed(pot)
    assert "tools/matn/page.py:2" in written(pot)


def test_tidying_twice_changes_nothing(found: Uses) -> None:
    for language, one in read(ROOT).items():
        once = tidied(one, template(found, {language: one}))
        (again,) = [catalogues(once, once)[language]]
        assert tidied(again, template(found, {language: again})) == once


def test_a_key_that_is_there_twice_is_bad_input(tmp_path: Path) -> None:
    for language in ("ar", "en"):
        path = tmp_path / place(language)
        path.parent.mkdir(parents=True)
        path.write_text('msgid "a"\nmsgstr "x"\n\nmsgid "a"\nmsgstr "y"\n', "utf-8")
    with pytest.raises(BadInputError, match="'a' twice"):
        read(tmp_path)


def test_the_command_tells_what_is_missing_and_mends_the_order(small: Path) -> None:
    (small / "docs" / "works").mkdir(parents=True)
    for language in ("ar", "en"):
        path = small / place(language)
        path.parent.mkdir(parents=True)
        path.write_text(
            '# kept\nmsgid ""\nmsgstr ""\n\nmsgid "plain"\nmsgstr "x"\n\nmsgid "four"\nmsgstr "y"\n', "utf-8"
        )
    result = CliRunner().invoke(cli, ["catalogues", "--root", str(small)], standalone_mode=False)
    assert "no entry" not in result.output
    assert "'heading' is empty" in result.output
    made = (small / place("ar")).read_text("utf-8")
    assert made.startswith("# kept\n")
    assert made.index('"four"') < made.index('"plain"')
    assert (small / "tools/matn/site/locale/matn.pot").is_file()
    assert result.return_value == 1
