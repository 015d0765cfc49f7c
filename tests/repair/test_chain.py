"""The whole chain on text that nobody would write: it may leave it, flag it or mend it, and must never break."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from matn.repair.engine import repair, undo
from matn.repair.model import Signals
from matn.repair.ruleset import RULES
from matn.repair.signals import signals
from matn.text.lexicon import arabic

LEXICON = arabic()
WORDS = "من إلى في المدينة العراق ـــة المدين ــا قال� �ـة كتب ًا َّ ُ ـ بـ «هذا» »هذا« )قال( 12026 %87.5 7، . ، ؛ ] x1 ﷺ"
SPACES = (" ", "  ", "\n", "\n\n", "\t", "• ", "\u200b", "\u2028", "https://a.b/c", "<sup>(1)</sup>")
BITS = st.sampled_from([*WORDS.split(), *SPACES])
STRETCHED = signals("ثمــة كلمــات ممــدودة كثيــرة في هــذا النــص " * 20)


@settings(max_examples=250, deadline=None, derandomize=True)
@given(st.lists(st.tuples(BITS, st.booleans()), max_size=40), st.sampled_from([None, STRETCHED]))
def test_chain_never_breaks_its_promises(bits: list[tuple[str, bool]], known: Signals | None) -> None:
    text = "".join(f"{bit} " if spaced else bit for bit, spaced in bits)
    result = repair(text, RULES, LEXICON, known=known)
    assert undo(result) == text
    assert repair(result.text, RULES, LEXICON, known=known).text == result.text
    assert all(result.text[remark.start : remark.end] == remark.before for remark in result.remarks)
