"""Which changes readers see in the running text."""

from __future__ import annotations

import pytest

from matn.edition.model import Alteration
from matn.site.apparatus import letters, marked


def alteration(
    received: str, reading: str, kind: str = "edit", certainty: float = 1.0, rule: str = "spacing"
) -> Alteration:
    return Alteration(0, len(reading), received, reading, (rule,), "", certainty, kind)


@pytest.mark.parametrize(
    ("change", "seen"),
    [
        pytest.param(alteration("كــتاب", "كتاب"), False, id="elongation strokes"),
        pytest.param(alteration("كتاببٌٌ", "كتاببٌ"), False, id="doubled mark"),
        pytest.param(alteration(")كتاب(", "(كتاب)"), False, id="mirrored brackets"),
        pytest.param(alteration("تابك", "كتاب"), False, id="order, sure"),
        pytest.param(alteration("تابك", "كتاب", certainty=0.8), True, id="order, not sure"),
        pytest.param(alteration("الأخرة", "الأخيرة"), True, id="a letter came in"),
        pytest.param(
            alteration("إيران3", "إيران", rule="glued-note-numbers"), False, id="a note's number became its marker"
        ),
        pytest.param(alteration("إيران3", "إيران"), True, id="a digit went"),
        pytest.param(alteration("", "[…]", "gap"), True, id="a gap"),
        pytest.param(alteration("كتاب", "كتاب", "emendation"), True, id="an emendation"),
    ],
)
def test_marked(change: Alteration, seen: bool) -> None:
    assert marked(change) is seen


def test_presentation_forms_are_the_same_letters() -> None:
    assert letters("\N{ARABIC LIGATURE LAM WITH ALEF ISOLATED FORM}") == "لا"
