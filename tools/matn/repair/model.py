"""What a rule is, what it may look at, and what a repair returns."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field

from matn.text.edits import Alignment, Edit
from matn.text.lexicon import Lexicon
from matn.text.plausible import Plausibility


@dataclass(frozen=True, slots=True)
class Signals:
    """What the received text as a whole shows of its damage. Counted once, before any rule.

    Attributes:
        letters: Arabic letters in the text.
        kashidas: Tatweels that stand inside a word.
        losses: Replacement characters.
        doubled_marks: Combining marks that stand twice.
        strokes: Replacement characters after a tooth letter, where fonts have elongation glyphs.
    """

    letters: int
    kashidas: int
    losses: int
    doubled_marks: int
    strokes: int = 0

    @property
    def page_layer(self) -> bool:
        """Whether this is the text layer of a typeset page (elongation glyphs came along)."""
        return self.kashidas > max(20, self.letters // 100) or (self.losses > 5 and self.elongated)

    @property
    def elongated(self) -> bool:
        """Whether the replacement characters stand for elongation glyphs, not for lost letters."""
        return self.strokes * 2 > self.losses


@dataclass(frozen=True, slots=True)
class Evidence:
    """What a rule may consult beside the text in front of it: *words* remembers what it has scored."""

    lexicon: Lexicon
    signals: Signals
    words: Plausibility


Propose = Callable[[str, Evidence], Iterable[Edit]]


@dataclass(frozen=True, slots=True)
class Rule:
    """One damage class and its repair.

    Attributes:
        name: What the rule is called in edits, cases and explanations; kebab-case.
        damage: The damage in one sentence, for readers.
        propose: Looks at a text and yields edits; touches nothing.
        owns: Characters that its edits may add or remove.
        reorders: Whether its edits may move characters.
        checks: Whether an edit is kept to what the rule promises beyond *owns*; returns the complaint.
    """

    name: str
    damage: str
    propose: Propose
    owns: frozenset[str]
    reorders: bool = False
    checks: Callable[[Edit], str] = field(default=lambda edit: "")


@dataclass(frozen=True, slots=True)
class Stage:
    """What one rule did: its applied edits, in offsets of the text as it stood before the rule."""

    rule: str
    edits: tuple[Edit, ...]


@dataclass(frozen=True, slots=True)
class Repaired:
    """A repaired text with everything needed to replay, revert and explain it.

    Attributes:
        source: The received text, code points as decoded.
        text: The repaired text.
        stages: What each rule did, in order; rules that did nothing are left out.
        alignment: How *text* lies on *source*.
        remarks: Suggested and flagged edits, in offsets of *text*.
    """

    source: str
    text: str
    stages: tuple[Stage, ...]
    alignment: Alignment
    remarks: tuple[Edit, ...]

    @property
    def edits(self) -> Sequence[Edit]:
        """All applied edits, in the order in which they were done (offsets: see :class:`Stage`)."""
        return [edit for stage in self.stages for edit in stage.edits]
