"""A passage that two works share, and what makes it one."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Limits:
    """What makes a shared passage; the defaults were measured on the five works of the dossier.

    Two paragraphs share passages if what they share reaches *words* and *rarity* together; each passage
    by itself must have *least_words*, *least_rarity* and *similarity*.

    Attributes:
        words: Words that the two paragraphs must share, in all their passages.
        rarity: How rare these must be together: the sum, over the words, of the Zipf units by which each is
            rarer than a very common word.
        least_words: Shared words of one passage.
        least_rarity: Rarity of one passage.
        similarity: Shared words of a passage by the words of the longer of its two places.
        shingle: Words in a row that a passage must share somewhere.
        spread: In how many works such a run may stand: in more it is a formula of the subject.
        gap: Words by which two shared runs may lie apart in either work and belong to one passage.
        spacing: What a word that is not shared costs, in Zipf units, when the ends of a passage are sought.
    """

    words: int = 8
    rarity: float = 12.0
    least_words: int = 4
    least_rarity: float = 5.0
    similarity: float = 0.5
    shingle: int = 3
    spread: int = 2
    gap: int = 12
    spacing: float = 0.6


@dataclass(frozen=True, slots=True)
class Place:
    """Where a passage stands: work, paragraph, and ``[start, end)`` in its reading text (code points)."""

    work: str
    paragraph: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Difference:
    """A step of the comparison: the ranges of both reading texts, and whether they have the same words.

    *kind* is ``equal``, ``replace``, ``insert`` (only the right has words) or ``delete`` (only the left).
    """

    kind: str
    left_start: int
    left_end: int
    right_start: int
    right_end: int


@dataclass(frozen=True, slots=True)
class Shared:
    """A passage in two works.

    Attributes:
        left: Its place in the one work.
        right: Its place in the other.
        words: How many words are the same, in order.
        similarity: That number by the words of the longer place.
        rarity: How rare the shared words are together (see :class:`Limits`).
        differences: The comparison, step by step, from end to end.
    """

    left: Place
    right: Place
    words: int
    similarity: float
    rarity: float
    differences: tuple[Difference, ...]
