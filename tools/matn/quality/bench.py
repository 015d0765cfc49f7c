"""Measure the repair: the lexicon's load, the five sources, and what clean text costs, rule by rule.

Run as ``python -m matn.quality.bench [SOURCES]``. Times are seconds of one processor, the best of a few runs, so that
what else the machine does counts little; rates are millions of code points a second.
"""

from __future__ import annotations

import os
import resource
import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from time import process_time

from matn.repair.engine import repair
from matn.repair.model import Evidence, Rule
from matn.repair.ruleset import RULES
from matn.repair.signals import signals
from matn.source.find import source_folder
from matn.source.read import read
from matn.text.lexicon import Lexicon, arabic
from matn.text.plausible import Plausibility

CLEAN = 1_000_000
"""Code points of clean text measured: the specimen, repeated."""
RUNS = 3
TARGET_SECONDS = 1.0
TARGET_MEGABYTES = 250
TARGET_RATE = 2.0
_ROOT = Path(__file__).resolve().parents[3]
_SPECIMEN = _ROOT / "docs" / "works" / "specimen" / "original.md"
_WRITTEN = (
    "كتبت هذه الفقرة لتقاس بها السرعة؛ فيها «اقتباس قصير» وأرقام مثل 2024 و35%، وقوسان (هنا) وعلامات.\n"
    "1. بند أول: يليه نص سليم لا يحتاج إلى إصلاح.\n\n"
)


@dataclass(frozen=True, slots=True)
class Measure:
    """One figure: what was measured, how much, in which unit, and the bound it is held to (None: no bound).

    *at_least* tells on which side of *bound* the figure has to lie.
    """

    name: str
    value: float
    unit: str
    bound: float | None = None
    at_least: bool = False

    @property
    def kept(self) -> bool:
        """Whether the figure keeps its bound."""
        if self.bound is None:
            return True
        return self.value >= self.bound if self.at_least else self.value <= self.bound

    def __str__(self) -> str:
        """Return the figure as a line of the table."""
        sign = "≥" if self.at_least else "≤"
        held = "" if self.bound is None else f"  ({sign} {self.bound:g}: {'kept' if self.kept else 'MISSED'})"
        return f"{self.name:<36}{self.value:>10.2f} {self.unit}{held}"


def bench(sources: Path | None = None) -> Iterator[Measure]:
    """Yield the figures one by one; *sources* is the folder of source texts, None leaves them out."""
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    began = process_time()
    lexicon = arabic()
    yield Measure("lexicon, load", process_time() - began, "s", TARGET_SECONDS)
    taken = (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) / 1024
    yield Measure("lexicon, memory", taken, "MB", TARGET_MEGABYTES)
    if sources is not None:
        yield _sources([read(path).text for path in sorted(sources.glob("*.txt"))], lexicon)
    yield from _clean(clean_text(), lexicon)


def clean_text(size: int = CLEAN) -> str:
    """Return *size* code points of sound text: the specimen's original, or a paragraph of our own, repeated."""
    text = _SPECIMEN.read_text(encoding="utf-8") if _SPECIMEN.is_file() else _WRITTEN
    return (text * (size // len(text) + 1))[:size]


def _sources(texts: Sequence[str], lexicon: Lexicon) -> Measure:
    def run() -> None:
        for text in texts:
            repair(text, RULES, lexicon)

    return Measure(f"repair of {len(texts)} sources, both passes", best(run), "s", TARGET_SECONDS)


def _clean(text: str, lexicon: Lexicon) -> Iterator[Measure]:
    millions = len(text) / 1_000_000
    one_pass = 0.0
    evidence = Evidence(lexicon, signals(text), Plausibility(lexicon))
    for name, seconds in [("signals", best(lambda: signals(text))), *_rules(text, evidence)]:
        one_pass += seconds
        yield Measure(f"clean text, {name}", millions / seconds, "million/s")
    yield Measure("clean text, chain once", millions / one_pass, "million/s", TARGET_RATE, at_least=True)
    whole = best(lambda: repair(text, RULES, lexicon))
    yield Measure("clean text, both passes and checks", millions / whole, "million/s")


def _rules(text: str, evidence: Evidence) -> Iterator[tuple[str, float]]:
    for rule in RULES:
        yield rule.name, best(partial(_exhaust, rule, text, evidence))


def _exhaust(rule: Rule, text: str, evidence: Evidence) -> None:
    for _ in rule.propose(text, evidence):
        pass


def best(run: Callable[[], object], runs: int = RUNS) -> float:
    """Return the shortest time of *runs* runs of *run*, in seconds."""
    times = []
    for _ in range(runs):
        began = process_time()
        run()
        times.append(process_time() - began)
    return min(times)


def main(arguments: Sequence[str]) -> int:
    """Write the figures to standard output; return 1 if one misses its bound."""
    named = Path(arguments[0]) if arguments else None
    missed = 0
    for measure in bench(source_folder(_ROOT, named, os.environ)):
        sys.stdout.write(f"{measure}\n")
        sys.stdout.flush()
        missed += not measure.kept
    return int(missed > 0)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
