"""Read the specimen's clean original and stretch it as page makers do."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator
from dataclasses import dataclass

DUAL = "بتثجحخسشصضطظعغفقكلمنهيئ"
"""Letters that join forward: a kashida may follow them."""

_WORD = re.compile("[\u0621-\u063a\u0641-\u0652]+")
_JOINT = re.compile(f"[{DUAL}][\u064b-\u0652]*(?=[{DUAL}اأإآدذرزوىةؤ])")
_LAM_ALEF = re.compile("ل[\u064b-\u0652]*\\Z")
_MARKS = re.compile("[\u064b-\u0652]")


@dataclass(frozen=True, slots=True)
class Part:
    """One paragraph of the original: ``title``, ``heading``, ``body``, ``item`` or ``note``; its text."""

    kind: str
    text: str


def parts(markdown: str) -> Iterator[Part]:
    """Yield the paragraphs of *markdown* (headings ``#``, ``##``; items ``-``, ``1.``; notes ``- (1)``)."""
    for block in re.split(r"\n\n+", markdown.strip()):
        for line in block.split("\n"):
            if line.startswith("# "):
                yield Part("title", line[2:])
            elif line.startswith("## "):
                yield Part("heading", line[3:])
            elif note := re.match(r"- \((\d+)\) ", line):
                yield Part("note", f"{note[1]}. {line[note.end() :]}")
            elif line.startswith("- "):
                yield Part("item", f"• {line[2:]}")
            else:
                yield Part("item" if re.match(r"\d\. ", line) else "body", line)


def stretched(text: str, rng: random.Random, share: float = 0.7, strokes: int = 2) -> str:
    """Return *text* with *strokes* tatweels at the last joint of a *share* of its words.

    This is what the kashida macros of page-making programs do, and what the text layers of two real
    sources show: strokes before the last joined letter, never between lam and alef.
    """

    def stretch(found: re.Match[str]) -> str:
        word = found[0]
        if len(_MARKS.sub("", word)) < 2 or rng.random() > share:
            return word
        joints = [joint.end() for joint in _JOINT.finditer(word)]
        joints = [at for at in joints if not (_LAM_ALEF.search(word[:at]) and word[at] in "اأإآ")]
        return word[: joints[-1]] + "\N{ARABIC TATWEEL}" * strokes + word[joints[-1] :] if joints else word

    return _WORD.sub(stretch, text)
