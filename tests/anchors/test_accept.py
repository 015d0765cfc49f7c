"""After review: versions, splits, merges, withdrawals, new ids; and where an old id leads."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from matn.edition.anchors import (
    BlockText,
    Decision,
    Ledger,
    State,
    accept,
    content_hash,
    match,
    mint,
    parse_decision,
    resolve,
)
from matn.edition.anchors.naming import later_id, later_note_id
from matn.errors import BadInputError

ONE = "تنقسم مياه النهر عند الجسر القديم إلى ثلاث قنوات تسقي بساتين القرية كلها."
TWO = "يتولى شيخ القناة توزيع الحصص بين المزارعين، ويحكم في ما ينشأ بينهم من خلاف."
THREE = "تقاس الحصة بالساعة الرملية، وتتناوب العائلات السقي ليلا ونهارا طوال الصيف."
FOUR = "ومنذ حفرت الآبار تراجع دور القنوات، حتى لم يبق من يعرف حسابها سوى شيخين."


def paragraphs(*texts: str) -> list[BlockText]:
    return [BlockText("paragraph", 0, text) for text in texts]


def after(ledger: Ledger, texts: Sequence[str], *decisions: str) -> Ledger:
    """The ledger accepted for *texts*."""
    blocks = paragraphs(*texts)
    return accept(ledger, match(ledger, blocks), [parse_decision(one) for one in decisions])


@pytest.fixture
def first() -> Ledger:
    return mint(paragraphs(ONE, TWO, THREE))


def states(ledger: Ledger) -> list[str]:
    return [f"{entry.id} {entry.state}" for entry in ledger.entries]


def test_first_ids() -> None:
    ledger = mint([BlockText("title", 0, "قنوات القرية"), BlockText("heading", 2, "الحصص"), *paragraphs(ONE)])
    assert [(entry.id, entry.kind, entry.level) for entry in ledger.entries] == [
        ("p1", "title", 0),
        ("p2", "heading", 2),
        ("p3", "paragraph", 0),
    ]
    assert ledger.entries[2].versions == (content_hash(ONE),)


def test_noop(first: Ledger) -> None:
    assert after(first, [ONE, TWO, THREE]) == first


def test_empty_ledger_is_minted() -> None:
    assert after(Ledger(), [ONE, TWO]) == mint(paragraphs(ONE, TWO))


def test_change_adds_a_version(first: Ledger) -> None:
    new = TWO.replace("المزارعين", "الفلاحين")
    ledger = after(first, [ONE, new, THREE])
    assert ledger.by_id["p2"].versions == (content_hash(TWO), content_hash(new))
    assert match(ledger, paragraphs(ONE, new, THREE)).stops == ()


def test_change_of_kind_adds_none(first: Ledger) -> None:
    blocks = [BlockText("heading", 1, ONE), *paragraphs(TWO, THREE)]
    ledger = accept(first, match(first, blocks))
    assert (ledger.by_id["p1"].kind, ledger.by_id["p1"].level) == ("heading", 1)
    assert len(ledger.by_id["p1"].versions) == 1


def test_insertions_are_named_after_what_they_follow(first: Ledger) -> None:
    ledger = after(first, [FOUR, ONE, TWO, THREE])
    assert [entry.id for entry in ledger.entries] == ["p0a", "p1", "p2", "p3"]
    again = after(ledger, [FOUR, ONE, "سطر جديد تماما عن الطاحونة", TWO, "وآخر عن معصرة الزيتون", THREE])
    assert [entry.id for entry in again.entries] == ["p0a", "p1", "p1a", "p2", "p2a", "p3"]


def test_withdrawn_id_is_never_used_again(first: Ledger) -> None:
    with_a = after(first, [ONE, FOUR, TWO, THREE])
    without = after(with_a, [ONE, TWO, THREE], "p1a=withdrawn: said twice")
    assert states(without) == ["p1 live", "p1a withdrawn", "p2 live", "p3 live"]
    assert without.by_id["p1a"].reason == "said twice"
    third = after(without, [ONE, "كلام آخر لا صلة له بما سبق من الكلام", TWO, THREE])
    assert "p1b live" in states(third)


def test_withdrawn_paragraph_may_return(first: Ledger) -> None:
    without = after(first, [ONE, THREE], "p2=withdrawn: by mistake")
    assert after(without, [ONE, TWO, THREE], "p2=t2") == first
    assert "p1a live" in states(after(without, [ONE, TWO, THREE]))


def test_split(first: Ledger) -> None:
    words = TWO.split()
    ledger = after(first, [ONE, " ".join(words[:6]), " ".join(words[6:]), THREE])
    assert states(ledger) == ["p1 live", "p2 split", "p2a live", "p2b live", "p3 live"]
    found = resolve(ledger, "p2")
    assert (found.state, found.live, found.path) == (State.SPLIT, ("p2a", "p2b"), ("p2", "p2a", "p2b"))


def test_merge_keeps_the_longest(first: Ledger) -> None:
    ledger = after(mint(paragraphs("الحصص", TWO, THREE)), [f"الحصص {TWO}", THREE])
    assert states(ledger) == ["p1 merged", "p2 live", "p3 live"]
    assert resolve(ledger, "p1").live == ("p2",)


def test_chain_of_successors(first: Ledger) -> None:
    words = TWO.split()
    halves = [" ".join(words[:6]), " ".join(words[6:])]
    split = after(first, [ONE, *halves, THREE])
    merged = after(split, [ONE, halves[0], f"{halves[1]} {THREE}"])
    assert resolve(merged, "p2").live == ("p2a", "p3")
    last = after(merged, [ONE, halves[0]], "p3=withdrawn: moved to the notes")
    found = resolve(last, "p2")
    assert (found.live, found.reason) == (("p2a",), "moved to the notes")
    assert resolve(last, "p2b").live == ()


def test_moved_paragraph_moves_in_the_ledger(first: Ledger) -> None:
    assert [entry.id for entry in after(first, [THREE, ONE, TWO]).entries] == ["p3", "p1", "p2"]


def test_decision_goes_before_what_was_found(first: Ledger) -> None:
    ledger = after(first, [ONE, TWO, THREE, FOUR], "p3=t4", "t3=new")
    assert states(ledger) == ["p1 live", "p2 live", "p2a live", "p3 live"]
    assert ledger.by_id["p3"].versions[-1] == content_hash(FOUR)


def test_decided_merge(first: Ledger) -> None:
    ledger = after(first, [ONE, FOUR], "p2+p3=t2")
    assert {entry.id: entry.state for entry in ledger.entries}["p2"] in (State.LIVE, State.MERGED)
    assert resolve(ledger, "p2").live == resolve(ledger, "p3").live


def test_decided_split(first: Ledger) -> None:
    assert resolve(after(first, [ONE, TWO, FOUR, "ثم كلام جديد"], "p3=t3+t4"), "p3").live == ("p3a", "p3b")


@pytest.mark.parametrize(
    ("texts", "decisions", "message"),
    [
        ([ONE, TWO], [], "undecided: p3"),
        ([ONE, TWO], ["p9=withdrawn: no"], "p9, which is not in the ledger"),
        ([ONE, TWO], ["p3=t7"], "names t7, but the text has 2 paragraphs"),
        ([ONE, TWO], ["p3=withdrawn: no", "p3=t2"], "two decisions concern the same paragraph: p3, t2"),
        ([ONE, TWO, FOUR], ["p3=t3", "t3=new"], "two decisions concern the same paragraph: t3"),
    ],
    ids=["undecided", "unknown-id", "unknown-text", "twice-id", "twice-text"],
)
def test_refused(first: Ledger, texts: list[str], decisions: list[str], message: str) -> None:
    with pytest.raises(BadInputError, match=message):
        after(first, texts, *decisions)


@pytest.mark.parametrize(
    ("words", "decision"),
    [
        ("p12=t14", Decision(("p12",), (13,))),
        (" p12a = t14 + t15 ", Decision(("p12a",), (13, 14))),
        ("p12+p13=t14", Decision(("p12", "p13"), (13,))),
        ("p12=withdrawn: said: twice", Decision(("p12",), (), "said: twice")),
        ("t14=new", Decision((), (13,))),
    ],
    ids=["is", "split", "merge", "withdrawn", "new"],
)
def test_decisions_as_written(words: str, decision: Decision) -> None:
    assert parse_decision(words) == decision


@pytest.mark.parametrize(
    "words",
    [
        "",
        "p12",
        "p12=",
        "p12=withdrawn",
        "p12=withdrawn:",
        "p12=t0",
        "p1+p2=t3+t4",
        "t3=t4",
        "x=t1",
        "p1=new",
        "t1+t2=new",
    ],
    ids=range(11),
)
def test_decisions_that_mean_nothing(words: str) -> None:
    with pytest.raises(BadInputError, match="expected a decision"):
        parse_decision(words)


def test_unknown_id_does_not_resolve(first: Ledger) -> None:
    with pytest.raises(BadInputError, match="no paragraph ever had the id 'p33'") as caught:
        resolve(first, "p33")
    assert caught.value.hint == "did you mean p3?"


def test_names() -> None:
    assert later_id("p12", {"p12"}) == "p12a"
    assert later_id("p12a", {"p12", "p12a"}) == "p12b"
    assert later_id("p2", {f"p2{letter}" for letter in "abcdefghijklmnopqrstuvwxyz"}) == "p2aa"
    assert later_id("", set()) == "p0a"
    assert later_note_id({"n1", "n10"}) == "n11"
    assert later_note_id(set()) == "n1"
