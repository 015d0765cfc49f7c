"""What an editor decides of paragraphs that matching left open, as people write it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from matn.edition.anchors.model import State
from matn.edition.anchors.naming import PARAGRAPH_ID
from matn.errors import BadInputError

FORMS = "p12=t14, p12=t14+t15 (split), p12+p13=t14 (merged), p12=withdrawn: REASON, t14=new"


@dataclass(frozen=True, slots=True)
class Decision:
    """What an editor says of some ids or of a text.

    Attributes:
        ids: The entries concerned; none where a text is declared new.
        texts: Places (0-based) of the texts they are; none where an entry is withdrawn.
        reason: Why an entry is withdrawn.
    """

    ids: tuple[str, ...] = ()
    texts: tuple[int, ...] = ()
    reason: str = ""


def parse_decision(words: str) -> Decision:
    """Read a decision as people write it: ``p12=t14``, ``p12=t14+t15``, ``p12=withdrawn: REASON``, ``t14=new``.

    Texts are counted from 1.

    Raises:
        BadInputError: It has none of the forms.
    """
    left, _, right = (part.strip() for part in words.partition("="))
    ids, texts = re.split(r"\s*\+\s*", left), re.split(r"\s*\+\s*", right)
    word, _, reason = right.partition(":")
    if re.fullmatch("t[1-9][0-9]*", left) and right == "new":
        return Decision(texts=(int(left[1:]) - 1,))
    if all(re.fullmatch(PARAGRAPH_ID, name) for name in ids):
        if word.strip() == State.WITHDRAWN and len(ids) == 1 and reason.strip():
            return Decision(tuple(ids), (), reason.strip())
        if all(re.fullmatch("t[1-9][0-9]*", text) for text in texts) and 1 in (len(ids), len(texts)):
            return Decision(tuple(ids), tuple(int(text[1:]) - 1 for text in texts))
    raise BadInputError(f"expected a decision, found {words!r}", hint=f"write one of: {FORMS}")
