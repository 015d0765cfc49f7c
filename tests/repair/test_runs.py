"""Tokens of a received line, and the search for the order of its runs."""

from __future__ import annotations

import pytest

from matn.repair.layout import render
from matn.repair.runs import Setting, reorder
from matn.repair.tokens import tokens
from matn.text.cohesion import Cohesion
from matn.text.lexicon import Lexicon
from matn.text.plausible import Plausibility


@pytest.fixture
def setting(lexicon: Lexicon) -> Setting:
    return Setting(Plausibility(lexicon), Cohesion([]), wide_ends_run=False)


def test_tokens_keep_their_place_and_tell_their_edges() -> None:
    line = "ــة في  المدينــة القديم\N{REPLACEMENT CHARACTER}\n"
    first, second, third, last = tokens(line)
    assert [line[token.at : token.at + len(token.text)] for token in tokens(line)] == [t.text for t in tokens(line)]
    assert first.continues
    assert not first.continued
    assert second.wide
    assert not third.continues
    assert last.continued


def test_particle_that_stands_apart_is_not_continued() -> None:
    assert not any(token.continued for token in tokens("يُعرف بـ «المحور» و لـ «الحزب» سنة 1445 هـ"))


def test_stroke_that_stands_alone_closes_the_run_before_it() -> None:
    (only,) = tokens("أبحاثها ـ")
    assert only.closed
    assert only.wide
    assert not only.continued


def test_sound_line_stays(setting: Setting) -> None:
    line = tokens("كتبت الباحثة مقالا عن تاريخ المدينة")
    order = reorder(line, setting)
    assert order.starts == (0,)
    assert order.gain == 0


def test_runs_meet_in_words_the_lexicon_knows(setting: Setting) -> None:
    order = reorder(tokens("ــة القديمــة كتبــت الباحثــة عــن المدين"), setting)
    assert order.joined == ("المدين+ة",)
    assert order.known == 1
    assert order.gain > 2


def test_render_keeps_every_character_but_separators(setting: Setting) -> None:
    line = tokens("ــة  في الدولــ ثم عــاد الوف")
    laid = render(line, (0, 3, 5), wide_ends_run=True)
    assert sorted(laid.replace(" ", "")) == sorted("".join(token.text for token in line))


@pytest.mark.parametrize(
    ("left", "right", "sign"),
    [
        pytest.param("من", "المدينة", 1, id="preposition-noun"),
        pytest.param("من", "في", -1, id="two-prepositions"),
        pytest.param("الارتباط", "الوثيق", 1, id="noun-adjective"),
        pytest.param("الإرهاب", "عناصر", -1, id="definite-before-indefinite"),
        pytest.param("خاصة", "أن", 1, id="governed-particle"),
        pytest.param("انتهى.", "وقد", -1, id="sentence-end"),
        pytest.param("المدينة،", "وقد", 0, id="pause"),
        pytest.param("2024", "وقد", 0, id="number"),
    ],
)
def test_grammar(left: str, right: str, sign: int) -> None:
    value = Cohesion([]).grammar(left, right)
    assert (value > 0) - (value < 0) == sign


def test_cohesion_counts_the_document_but_not_the_place_itself() -> None:
    told = Cohesion([["وزارة", "الزراعة"], ["وزارة", "الزراعة"]])
    assert told.score("وزارة", "الزراعة", seen=1) < told.score("وزارة", "الزراعة")
    assert told.score("وزارة", "الزراعة", seen=2) == told.grammar("وزارة", "الزراعة")


def test_plausibility_ranks_words_above_pieces(lexicon: Lexicon) -> None:
    words = Plausibility(lexicon)
    assert words.score("المدينة") > words.score("المدين") + words.score("ة")
    assert words.score("«المدينة»،") == words.score("المدينة")
    assert words.score("2024") == 0
    assert words.score("غظثقض") < -12
