"""Passages that two works share: found, placed, compared; formulas and names are none."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.dates.real import repaired

from matn.edition.names import Finder, Kind, Name
from matn.edition.shared import Limits, Shared, shared_passages
from matn.text.plain import words

TOLD = "حمل الساقي جراره الثقيلة من البئر القديمة إلى بيوت القرية البعيدة قبل طلوع الشمس"
RETOLD = "والساقي حمل جراره الثقيلة، كما قيل، من البئر العتيقة إلى بيوت القرية البعيدة قبل طلوع الفجر"
COMMON = "من هذا الذي كان في ذلك ما لم يكن من قبل أن كان"
BEFORE, AFTER = "كان الصيف طويلا. ", "، ثم نام في ظل الزيتونة."


def texts(left: str, right: str) -> dict[str, dict[str, str | None]]:
    return {"well-2024": {"p1": left, "p2": None}, "street-2021": {"p7": right}}


def surfaces(passage: Shared, by_work: dict[str, dict[str, str | None]]) -> list[str]:
    places = (passage.left, passage.right)
    return [(by_work[place.work][place.paragraph] or "")[place.start : place.end] for place in places]


def test_word_for_word() -> None:
    both = texts(BEFORE + TOLD + AFTER, "وروى آخر أنه " + TOLD + ". انتهى")
    (passage,) = shared_passages(both)
    assert surfaces(passage, both) == [TOLD, TOLD]
    assert (passage.words, passage.similarity) == (14, 1.0)
    assert [step.kind for step in passage.differences] == ["equal"]
    assert (passage.left.work, passage.left.paragraph, passage.right.paragraph) == ("well-2024", "p1", "p7")


def test_nearly_with_the_differences_marked() -> None:
    both = texts(BEFORE + TOLD + AFTER, RETOLD)
    (passage,) = shared_passages(both)
    left, right = both["well-2024"]["p1"] or "", both["street-2021"]["p7"] or ""
    steps = [
        (step.kind, left[step.left_start : step.left_end], right[step.right_start : step.right_end])
        for step in passage.differences
    ]
    assert steps == [
        ("equal", "حمل", "حمل"),
        ("delete", "الساقي", ""),
        ("equal", "جراره الثقيلة", "جراره الثقيلة"),
        ("insert", "", "كما قيل"),
        ("equal", "من البئر", "من البئر"),
        ("replace", "القديمة", "العتيقة"),
        ("equal", "إلى بيوت القرية البعيدة قبل طلوع", "إلى بيوت القرية البعيدة قبل طلوع"),
    ]


def test_a_particle_is_a_difference_but_not_another_word() -> None:
    both = texts(TOLD, TOLD.replace("إلى بيوت", "وإلى بيوت"))
    (passage,) = shared_passages(both)
    assert passage.words == 14
    assert [step.kind for step in passage.differences] == ["equal", "replace", "equal"]


def test_marks_and_hamza_are_no_difference() -> None:
    (passage,) = shared_passages(texts(TOLD, TOLD.replace("إلى", "الي").replace("حمل", "حَمَلَ")))
    assert [step.kind for step in passage.differences] == ["equal"]


@pytest.mark.parametrize(
    ("left", "right"),
    [
        (TOLD, "في المدينة سوق كبيرة يقصدها الناس من كل مكان في أيام العيد"),
        ("حمل الساقي جراره الثقيلة", "حمل الساقي جراره الثقيلة"),  # too short
        (COMMON, COMMON),
    ],
)
def test_what_is_not_shared(left: str, right: str) -> None:
    assert shared_passages(texts(left, right)) == ()


def test_a_work_shares_nothing_with_itself() -> None:
    assert shared_passages({"well-2024": {"p1": TOLD, "p2": TOLD}}) == ()


def test_a_run_that_many_works_have_is_a_formula() -> None:
    three = {f"work-{number}": {"p1": TOLD} for number in range(3)}
    assert shared_passages(three) == ()
    assert len(shared_passages(three, limits=replace(Limits(), spread=3))) == 3


def test_names_do_not_make_a_passage() -> None:
    club = "نادي أصدقاء الساقية القديمة والناعورة في وادي الزيتون الأخضر"
    both = texts(f"اجتمع {club} أمس", f"قرر {club} غدا")
    assert len(shared_passages(both)) == 1
    names = Finder([Name("club", Kind.ORGANISATION, club, "Club", {})])
    assert shared_passages(both, names) == ()


def test_short_passages_count_together_in_the_same_paragraphs() -> None:
    filler = " وكان في تلك السنة مطر كثير على الجبل وعلى السهل وفي كل واد من أودية البلاد "
    other = " بينما تأخر الربيع عندنا كثيرا ولم تزهر شجرة واحدة في بستان جدي حتى أوائل الصيف ذاك "
    one, two = "حمل الساقي جراره الثقيلة فجرا", "ونام الحلاق تحت زيتونته العتيقة"
    both = texts(one + filler + two, one + other + two)
    assert sorted(passage.words for passage in shared_passages(both)) == [5, 5]
    assert shared_passages(texts(one + filler, one + other)) == ()


WORDS = [*TOLD.split(), *RETOLD.split(), "،", "في", "و"]


@given(*(st.lists(st.sampled_from(WORDS), max_size=40).map(" ".join) for _ in range(2)))
def test_steps_join_up_and_stay_inside(left: str, right: str) -> None:
    for passage in shared_passages(texts(left, right), limits=Limits(words=1, rarity=0, least_words=1, least_rarity=0)):
        first, last = passage.differences[0], passage.differences[-1]
        assert (first.left_start, first.right_start) == (passage.left.start, passage.right.start)
        assert (last.left_end, last.right_end) == (passage.left.end, passage.right.end)
        assert passage.left.end <= len(left)
        assert passage.right.end <= len(right)
        for one, other in pairwise(passage.differences):
            assert one.left_end <= other.left_start
            assert one.right_end <= other.right_start
        for step in passage.differences:
            ones = [word.folded for word in words(left[step.left_start : step.left_end])]
            others = [word.folded for word in words(right[step.right_start : step.right_end])]
            assert (ones == others) is (step.kind == "equal")
            assert (not ones, not others) == (step.kind == "insert", step.kind == "delete")


@pytest.mark.sources
def test_the_two_papers_of_the_dossier_that_share_passages(sources: Path) -> None:
    found = shared_passages(repaired(sources))
    siblings = [p for p in found if {p.left.work, p.right.work} == {"qashta-2025", "sarray-2024"}]
    assert sum(passage.words for passage in siblings) >= 90
    assert sum(passage.words >= 20 for passage in siblings) >= 2
    assert len(found) - len(siblings) <= 1
