"""What readers are told of a change: in the paragraph's list and as data for a card of its own."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest
from bs4 import BeautifulSoup

from matn.edition.emend import CERTAINTIES, KINDS, Emendation, reason
from matn.edition.model import Alteration, Paragraph, WorkEdition
from matn.repair.ruleset import RULES
from matn.site.pages import work_page
from matn.site.told import card_data, entries, of_change
from matn.site.words import Words
from matn.structure.model import BlockKind

SURE = Emendation("p1", "تسعه", "تسعة", "letters", "heh for teh", "certain", "An editor", "p9 has it")
GUESS = Emendation("p1", "كان", "كأن", "name", "</script><b>", "conjecture", "Another")


def emended(*by: Emendation, also: str = "", rules: tuple[str, ...] = ("emendation",)) -> Alteration:
    why = "; ".join(filter(None, [also, *map(reason, by)]))
    return Alteration(0, 4, "تسعه", "تسعة", rules, why, 1.0, "emendation", by)


def test_an_editors_word_is_told_in_its_parts() -> None:
    told = of_change(emended(SURE), Words("en"))
    assert (told.why, told.evidence) == (("heh for teh",), "p9 has it")
    assert (told.certainty, told.who) == ("certain", "An editor")
    assert told.rules == ()


def test_where_rules_had_a_part_both_are_told_and_the_least_sure_counts() -> None:
    rule = "a hole between two words of the line"
    told = of_change(emended(SURE, GUESS, also=rule, rules=("lost-digits", "emendation")), Words("en"))
    assert told.why == ("heh for teh", "</script><b>", rule)
    assert (told.who, told.certainty, told.rules) == ("An editor; Another", "conjecture", ("lost-digits",))


def test_a_rules_certainty_is_a_word_and_a_number() -> None:
    edit = Alteration(0, 4, "كــتب", "كتب", ("kashida",), "", 0.8, "edit")
    assert of_change(edit, Words("en")).certainty == "medium (80%)"
    assert entries([edit], [], Words("en")) == ()  # it touches no letter: the list counts it, no more


def data(item: WorkEdition, language: str = "en") -> dict[str, object]:
    return json.loads(card_data(item, Words(language)))  # type: ignore[no-any-return]


def with_changes(whole: WorkEdition, *changes: Alteration) -> WorkEdition:
    one = Paragraph("p1", BlockKind.PARAGRAPH, reading="تسعة", received="تسعه", alterations=changes)
    return replace(whole, paragraphs=(one,), notes=())


def test_a_card_has_every_change_in_order_the_silent_ones_too(whole: WorkEdition) -> None:
    made = data(whole)
    assert made["changes"] == {"p5": [["الاجتماع", [0], 0, 0], ["", [1], 1, 1], ["تسعة", [2], 0, 0]]}
    assert made["rules"][0] == ["elongation strokes", Words("en")("rule-does-kashida")]  # type: ignore[index]
    assert made["asked"] == {"p5": [["أعضاؤه", 3, 2]]}
    assert made["whys"] == ["يدل عليه السياق", "مسافتان موضع رقم", "قد يكون"]


def test_a_card_tells_what_the_editors_say(whole: WorkEdition) -> None:
    made = data(with_changes(whole, emended(SURE), emended(SURE, GUESS)))
    assert made["changes"] == {"p1": [["تسعة", [], 0, 0, [0]], ["تسعة", [], 0, 1, [0, 1]]]}
    assert made["emendations"] == [
        ["letters", "heh for teh", "p9 has it", "certain", "An editor"],
        ["a name", "</script><b>", "", "conjecture", "Another"],
    ]


def test_hostile_words_cannot_leave_the_data(whole: WorkEdition) -> None:
    made = str(card_data(with_changes(whole, emended(GUESS)), Words("ar")))
    assert "<" not in made
    body = work_page(with_changes(whole, emended(GUESS)), Words("ar")).split("---\n", 2)[2]
    (script,) = BeautifulSoup(body, "html.parser").select("script")
    assert json.loads(script.get_text())["emendations"][0][1] == "</script><b>"


@pytest.mark.parametrize("language", ["ar", "en"])
def test_all_that_may_be_told_has_words(language: str) -> None:
    say = Words(language)
    keys = [f"rule-does-{name}" for name in (*(rule.name for rule in RULES), "emendation", "line-end", "confusions")]
    keys += [f"emendation-{kind}" for kind in KINDS] + [f"sure-{name}" for name in CERTAINTIES]
    assert [key for key in keys if say(key) == key.split("-", 1)[-1] and language == "ar"] == []
    assert all(say(key) for key in keys)
