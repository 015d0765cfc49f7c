"""What is suggested for a word that no lexicon knows."""

from __future__ import annotations

import pytest

from matn.repair.rules.confusions import flags, suggestions
from matn.text.edits import Outcome
from matn.text.lexicon import Lexicon


@pytest.mark.parametrize(
    ("misread", "right"),
    [
        pytest.param("الحطط", "الخطط", id="alike-letters"),
        pytest.param("السننية", "السنية", id="letter-added"),
        pytest.param("التدايعات", "التداعيات", id="letters-exchanged"),
        pytest.param("يتدكرون", "يتذكرون", id="dotted"),
        pytest.param("منوثة", "ملوثة", id="noon-for-lam"),
        pytest.param("لقوآت", "لقوات", id="alef-seat"),
    ],
)
def test_the_right_word_comes_first(misread: str, right: str, lexicon: Lexicon) -> None:
    assert suggestions(misread, lexicon)[0] == right


def test_suggestions_are_few_known_and_different(lexicon: Lexicon) -> None:
    for word in ("منازرة", "الراحبة", "زطخخرغ"):
        found = suggestions(word, lexicon)
        assert len(found) <= 5
        assert word not in found
        assert all(lexicon.knows(reading) for reading in found)


def test_a_flag_changes_nothing_and_says_where_and_why(lexicon: Lexicon) -> None:
    text = "وضعت الحُطط لذلك"
    (flag,) = flags(text, lexicon)
    assert text[flag.start : flag.end] == flag.before == flag.after == "الحُطط"
    assert flag.outcome is Outcome.FLAGGED
    assert flag.alternatives[0] == "الخطط"
    assert "الخطط" in flag.evidence


def test_no_letters_no_flags(lexicon: Lexicon) -> None:
    assert flags("", lexicon) == []
    assert flags("2014 – abc ؟", lexicon) == []
