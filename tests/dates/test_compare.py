"""Which dates can be the same, and which a text states."""

from __future__ import annotations

import pytest

from matn.text.dates import compatible, find, states, unstated


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("2014-06-10", "2014-06-10", True),
        ("2014-06-10", "2014-06", True),
        ("2014", "2014-06-10", True),
        ("2014-06-10", "2014-06-11", False),
        ("2014-06", "2015-06", False),
        ("2014-06-10", "XXXX-06-XX", True),
        ("2014-06-10", "XXXX-07", False),
        ("2014-06", "2013/2015", True),
        ("2016", "2013/2015", False),
        ("2025-08", "2025-01/2025-08", True),
        ("2025-09", "2025-01/2025-08", False),
        ("2024/2026", "2025/2030", True),
        ("2020/2021", "2025/2030", False),
    ],
)
def test_compatible(one: str, other: str, *, expected: bool) -> None:
    assert compatible(one, other) is expected
    assert compatible(other, one) is expected


@pytest.mark.parametrize(
    ("said", "date", "expected"),
    [
        ("2024-05-08", "2024", True),
        ("2024", "2024-05", False),
        ("XXXX-05", "XXXX-05", True),
        ("XXXX-05", "2024-05", False),
        ("2024-05", "XXXX-05", True),
        ("2014/2017", "2017", True),
        ("2014/2017", "2015", False),
        ("2014/2017", "2014/2017", True),
    ],
)
def test_states(said: str, date: str, *, expected: bool) -> None:
    assert states(said, date) is expected


def missing(summary: str, paragraph: str) -> list[str]:
    return [date.iso for date in unstated(find(summary, "en"), find(paragraph))]


def test_a_summary_may_say_less_but_not_more() -> None:
    paragraph = "زُرع البستان في 8 مايو 2024 وقُطف بين عامي 2026 و2028"
    assert missing("Planted on 8 May 2024, picked 2026–2028.", paragraph) == []
    assert missing("Planted in May, picked from 2026.", paragraph) == []
    assert missing("Planted on 9 May 2024, picked in 2027.", paragraph) == ["2024-05-09", "2027"]


def test_the_ends_of_a_stretch_may_stand_apart() -> None:
    assert missing("from 2011 to 2014", "بدأ في 2011، وانتهى في 2014.") == []
    assert missing("from 2011 to 2015", "بدأ في 2011، وانتهى في 2014.") == ["2011/2015"]
