"""Which words find each other, and that the published vectors and lists are today's."""

from __future__ import annotations

import json
from itertools import combinations
from pathlib import Path

import pytest
import yaml
from tests.search import update

from matn.text.search import folded, names, stems, tokens
from matn.text.search.data import lists
from matn.text.search.script import names_data

HERE = Path(__file__).parent
CASES = yaml.safe_load((HERE / "together.yaml").read_text("utf-8"))
STALE = "run python -m tests.search.update and look at the difference"


@pytest.mark.parametrize("line", CASES["together"])
def test_words_of_a_line_find_each_other(line: str) -> None:
    pairs = combinations(line.split(), 2)
    assert [(one, two) for one, two in pairs if not set(stems(one)) & set(stems(two))] == []


@pytest.mark.parametrize(("one", "two"), CASES["apart"])
def test_words_stay_apart(one: str | int, two: str | int) -> None:
    assert not set(stems(str(one))) & set(stems(str(two)))


def test_vectors_are_todays() -> None:
    lines = update.VECTORS.read_text("utf-8").splitlines()
    assert len(lines) > 2000
    assert lines[1:] == update.rows(update.words()), STALE


def test_no_two_vectors_are_of_one_word() -> None:
    words = update.words()
    assert words == sorted(set(words))


def test_texts_and_names_are_todays() -> None:
    assert (HERE / "texts.json").read_text("utf-8") == update.texts_json(), STALE
    assert (HERE / "names.json").read_text("utf-8") == names_data(update.known_names()) + "\n", STALE


def test_the_script_has_todays_lists() -> None:
    script = update.SCRIPT.read_text("utf-8")
    assert update.script_with_data(script) == script, STALE


def test_lists_are_folded_and_closed() -> None:
    lexis = lists()
    assert [form for form in lexis.lexicon if folded(form) != form] == []
    assert [key for keys in lexis.lexicon.values() for key in keys if key not in lexis.lexicon[key]] == []


@pytest.mark.parametrize(
    ("text", "word", "key"),
    [
        pytest.param("في كانون الثاني", "يناير", 2, id="month-of-two-words"),
        pytest.param("وكانون الثاني ٢٠٢٠", "يناير", 2, id="month-after-a-particle"),
        pytest.param("كانون، الثاني", "يناير", 0, id="month-across-a-comma"),
        pytest.param("تشرين الأول", "October", 2, id="month-in-english"),
        pytest.param("عند حزب النهر", "Nahrist", 2, id="name-of-two-words"),
    ],
)
def test_phrases(text: str, word: str, key: int) -> None:
    known = names([(["حزب النهر"], ["Nahrist"])])
    wanted = set(stems(word, known))
    assert sum(bool(wanted & set(token.keys)) for token in tokens(text, known)) == key


def test_names_are_found_in_either_script_and_spelling() -> None:
    known = names([(["قاسم سليماني", "سليماني"], ["Qassem Soleimani", "Soleimani"])])
    arabic = set(stems("وسليماني", known))
    for spelling in ("Soleimani", "Suleimani", "Sulaymani", "SOLEIMANI", "Soleimani's"):
        assert arabic & set(stems(spelling, known)), spelling
    assert not arabic & set(stems("Salman", known))
    assert not arabic & set(stems("Sulaymaniyah", known))


def test_a_common_english_word_is_no_name() -> None:
    known = names([(["سعيد"], ["Sa'id"])])
    assert stems("said", known) == stems("said")


def test_names_data_says_all() -> None:
    known = update.known_names()
    written = json.loads(names_data(known))
    assert {form: tuple(keys.split(" ")) for form, keys in written["spelt"].items()} == known.spelt
    assert {tuple(words.split(" ")): key for words, key in written["phrases"].items()} == known.phrases
