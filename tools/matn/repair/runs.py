"""Lines whose glyph runs came out in reverse order: find the runs, put them back, weigh the result.

A PDF line of stretched Arabic is several glyph runs. Some extractors list the runs of a line from left to
right, each run's own letters in reading order, with one space between runs. So the received line is
``run_n run_(n-1) … run_1`` and the printed line is ``run_1run_2…run_n``: pieces of one word meet again
without a space, and a run that ended in a space shows as a double one. Where a run ends is sure beside a
kashida or a lost glyph at a word's edge, likely at a double space, and open at a plain space; the words
that arise decide, and where they cannot, the neighbours across the cut.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from matn.repair.layout import joined, led, render, spaced
from matn.repair.tokens import BEGINS_STRETCHED, CONTINUED, CONTINUES, LETTER, Token
from matn.text.cohesion import Cohesion
from matn.text.plausible import Plausibility
from matn.text.tables import bare

CUT_COST = 4.0
"""What a cut at a plain space costs: about what a common word weighs."""
TORN_EDGE = 6.0
"""What a word edge that shows a tear costs where it is left unjoined."""
UNKNOWN = -11.0
"""Below this score a word is not known, nor a known word with a proclitic or a doubled letter."""
FIRST_RUN = 8
"""Within how many tokens of the received end the printed line's first run is looked for, sure places apart."""
GOOD = 3.5
"""Zipf value from which a token of three letters is taken for a word in its own right."""


@dataclass(frozen=True, slots=True)
class Setting:
    """What surrounds a line.

    Attributes:
        words: Scores the words that arise.
        cohesion: Scores neighbours.
        wide_ends_run: A wide gap marks the end of a run that ended in a space (so in extractions whose
            lines end in a space); else it may be a hole inside a run.
        before: Last token of the line above, empty at the start of a paragraph.
        after: First token of the line below, empty at the end of a paragraph.
    """

    words: Plausibility
    cohesion: Cohesion
    wide_ends_run: bool
    before: str = ""
    after: str = ""


@dataclass(frozen=True, slots=True)
class Ordering:
    """A received line put in order.

    Attributes:
        starts: Indices of the tokens at which runs begin, rising; ``(0,)`` is the line as received.
        text: The line in reading order.
        score: How likely its words are (base-10 logarithm).
        gain: By how much its words are likelier than as received (base-10 logarithm).
        joined: The words that came together, as ``piece+piece``, in reading order.
        known: How many of them the lexicon knows, a doubled letter or a proclitic apart.
    """

    starts: tuple[int, ...]
    text: str
    gain: float
    score: float
    joined: tuple[str, ...]
    known: int


def reorder(line: Sequence[Token], setting: Setting) -> Ordering:
    """Return the likeliest order of the runs of *line* (at least one token)."""
    search = _Search(line, setting)
    starts, score = search.best()
    text = render(line, starts, setting.wide_ends_run)
    met = joined(line, starts, setting.wide_ends_run)
    known = sum(setting.words.score("".join(word)) >= UNKNOWN for word in met)
    names = tuple("+".join(map(bare, word)) for word in met)
    return Ordering(starts, text, score - search.as_received(), score, names, known)


@dataclass(slots=True)
class _Search:
    """Exact search over the ways to cut a line into runs, from its true start to its true end."""

    line: Sequence[Token]
    setting: Setting
    sums: list[float] = field(default_factory=list)
    sure: frozenset[int] = frozenset()
    torn: list[float] = field(default_factory=list)
    closed: dict[str, float] = field(default_factory=dict)
    costs: dict[int, float] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.sums, self.torn = [0.0], [0.0, 0.0]
        for at, token in enumerate(self.line):
            self.sums.append(self.sums[-1] + self.setting.words.score(token.text))
            if at:
                torn = token.continues or self.line[at - 1].continued or self._ends_run(at - 1)
                self.torn.append(self.torn[-1] + (TORN_EDGE if torn else 0.0))
        self.sure = frozenset(at for at in range(1, len(self.line)) if self._is_sure(at))

    def as_received(self) -> float:
        """Score the line as it stands."""
        edge = TORN_EDGE if self.line[0].continues else 0.0
        return self.sums[-1] - self.torn[len(self.line)] - edge

    def _ends_run(self, at: int) -> bool:
        return self.line[at].closed or (self.line[at].wide and self.setting.wide_ends_run)

    def _is_sure(self, at: int) -> bool:
        before = self.line[at - 1]
        return self.line[at].continues or before.continued or before.broken or self._ends_run(at - 1)

    def _cuts(self) -> list[int]:
        """Return where runs may begin: sure places, ragged words, and plain spaces where a line end is open."""
        words, line = self.setting.words, self.line
        ragged = [len(t.text) < 3 or words.zipf(t.text) < GOOD for t in line]
        free = not (self.setting.wide_ends_run and any(token.wide for token in line[:-1]))
        last = max(max(self.sure, default=0), len(line) - FIRST_RUN)  # the printed line's first run may begin here
        chosen = [
            at
            for at in range(1, len(line))
            if free or at >= last or at in self.sure or ragged[at] or ragged[at - 1] or line[at - 1].wide
        ]
        return [0, *chosen]

    def best(self) -> tuple[tuple[int, ...], float]:
        """Return the run starts of the likeliest order and its score."""
        count, cuts = len(self.line), self._cuts()
        rigid = len(self.sure) > 2 or any(self._ends_run(at - 1) for at in self.sure)
        # per run start: the word still open at the end of what is laid out -> (score, run starts)
        layers: dict[int, dict[str, tuple[float, tuple[int, ...]]]] = {count: {"": (0.0, ())}}
        for end in (*[at for at in reversed(cuts) if at], 0):
            if end == 0:
                break
            self._lay(layers, count, cuts, rigid=rigid)
            count = end
        self._lay(layers, count, cuts, rigid=rigid)
        finished = ((score + self._close(word), starts) for word, (score, starts) in layers[0].items())
        score, starts = max(finished)
        return starts, score

    def _lay(
        self,
        layers: dict[int, dict[str, tuple[float, tuple[int, ...]]]],
        end: int,
        cuts: Sequence[int],
        *,
        rigid: bool,
    ) -> None:
        """Put every run that ends before token *end* behind what is laid out so far."""
        for word, (score, starts) in layers.pop(end, {}).items():
            for start in reversed([at for at in cuts if at < end]):
                value, grown = self._extend(start, end, word)
                bucket = layers.setdefault(start, {})
                if grown not in bucket or bucket[grown][0] < score + value:
                    bucket[grown] = (score + value, (start, *starts))
                if rigid and start in self.sure:
                    break

    def _extend(self, start: int, end: int, word: str) -> tuple[float, str]:
        """Score the run ``[start, end)`` behind the open *word*; return the word that is open then."""
        head = self.line[start]
        value = -self._cut(start) - (self.torn[end] - self.torn[start + 1])
        value += self._line_start(start) if end == len(self.line) else 0.0
        value += self._line_end(end) if start == 0 and end < len(self.line) else 0.0
        if word and led(self.line, start, self.setting.wide_ends_run):
            value, word = value + self._close(word), ""
        if not word:
            value -= TORN_EDGE if head.continues else 0.0
        word = f"{word}\0{head.text}" if word else head.text
        if end - start > 1:
            value += self._close(word) + self.sums[end - 1] - self.sums[start + 1]
            word = self.line[end - 1].text
        closes = spaced(self.line, end, self.setting.wide_ends_run)
        return (value + self._close(word), "") if closes else (value, word)

    def _cut(self, at: int) -> float:
        if not at or at in self.sure:
            return 0.0
        if at not in self.costs:
            self.costs[at] = self._open_cut(at)
        return self.costs[at]

    def _open_cut(self, at: int) -> float:
        """Weigh a cut at a plain space. Runs cut before a stretched letter begin with that letter and its stroke."""
        style = 0.0
        if any(token.continued for token in self.line):
            style = -2.0 if BEGINS_STRETCHED.match(self.line[at].text) else 1.0
        return CUT_COST + style + self.setting.cohesion.score(self.line[at - 1].text, self.line[at].text, seen=1)

    def _line_start(self, start: int) -> float:
        return self.setting.cohesion.score(self.setting.before, self.line[start].text) if start else 0.0

    def _line_end(self, end: int) -> float:
        """Weigh token *end* - 1 as the last of the printed line."""
        last = self.line[end - 1]
        ends_sentence = last.text.rstrip("»«\"')(").endswith((".", "؟", "!", ":"))
        if self.setting.wide_ends_run:  # a line that runs on ends in a space; one that does not ends a paragraph
            runs_on = any(token.wide for token in self.line)
            return 5.0 if ends_sentence and not runs_on else 0.0
        return self.setting.cohesion.score(last.text, self.setting.after)

    def _close(self, word: str) -> float:
        """Score a finished word, its pieces parted by NUL."""
        if word not in self.closed:
            self.closed[word] = self._joined(word)
        return self.closed[word]

    def _joined(self, word: str) -> float:
        """Two good words pushed together are no word; nor are words with a sign between them."""
        words = self.setting.words
        if "\0" not in word:
            return words.score(word) if word else 0.0
        parts = word.split("\0")
        apart, joined = sum(map(words.score, parts)), words.score("".join(parts))
        if any(map(CONTINUES.match, parts[1:])) or any(map(CONTINUED.search, parts[:-1])):
            return joined
        if not all(LETTER.search(part[-1:]) for part in parts[:-1]) or not all(map(LETTER.search, parts)):
            return apart - TORN_EDGE
        good = all(len(part) > 2 and words.zipf(part) >= GOOD for part in parts)
        return min(joined, apart) if good else joined
