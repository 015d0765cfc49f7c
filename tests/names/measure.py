"""How well the name finder does on the pages tagged by hand.

``python -m tests.names.measure`` prints figures, misses and false hits.
"""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from matn.edition.assemble import assemble_work
from matn.edition.load import works_folder
from matn.edition.names import NAMES_FILE, Finder, Name, Occurrence, load_names
from matn.source.find import source_folder

ROOT = Path(__file__).resolve().parent.parent.parent
PAGES: Sequence[Mapping[str, Any]] = yaml.safe_load((Path(__file__).parent / "tagged.yaml").read_text(encoding="utf-8"))
LETTER = r"[\w\u064b-\u0652]"
PARTICLES = re.compile("[وف]?[بكل]?")


@dataclass(frozen=True, slots=True)
class Tag:
    """A mention tagged by hand at ``[start, end)`` of a paragraph, particles included."""

    name: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Pair:
    """A tag and an occurrence of the same name that overlap.

    They are *exact* if the ends agree, and the starts but for particles.
    """

    tag: Tag
    found: Occurrence
    exact: bool


@dataclass(frozen=True, slots=True)
class Score:
    """What was tagged and found in one page, in paragraphs of which each has its list.

    Attributes:
        tags: Tags that the finder should find.
        found: What it found.
        pairs: Which of them agree.
        designations: Of *found*, those the list has on purpose though the tagger counts them as no names.
        missed: Tags without an occurrence, told with their paragraph.
        wrong: Occurrences without a tag, designations left out, told with their paragraph.
    """

    tags: int
    found: int
    pairs: int
    exact: int
    designations: int
    missed: tuple[str, ...]
    wrong: tuple[str, ...]

    @property
    def recall(self) -> float:
        return self.pairs / self.tags

    @property
    def exact_recall(self) -> float:
        return self.exact / self.tags

    @property
    def precision(self) -> float:
        """Designations count as false."""
        return self.pairs / self.found

    @property
    def exact_precision(self) -> float:
        """Designations count as false."""
        return self.exact / self.found

    @property
    def precision_of_names(self) -> float:
        """Designations are left out of account."""
        return self.pairs / (self.found - self.designations)


def place(text: str, row: Mapping[str, Any]) -> Tag:
    """Return the place in *text* of a *row* of the file of tags; it must be there."""
    surface, nth = row["surface"], row.get("nth", 1)
    hits = list(re.finditer(rf"(?<!{LETTER}){re.escape(surface)}(?!{LETTER})", text))
    assert len(hits) >= nth, f"{surface} stands {len(hits)} times, not {nth}; was the text emended?"
    return Tag(row["names"], *hits[nth - 1].span())


def pairs(text: str, tags: Sequence[Tag], found: Sequence[Occurrence]) -> Iterator[Pair]:
    """Yield the pairs of one paragraph."""
    for tag in tags:
        for one in found:
            if one.name_id == tag.name and one.start < tag.end and tag.start < one.end:
                # before the start of an occurrence that drops a particle stands that particle only
                exact = one.end == tag.end and bool(PARTICLES.fullmatch(text[tag.start : one.start]))
                yield Pair(tag, one, exact and tag.start <= one.start)


def measure(page: Mapping[str, Any], texts: Mapping[str, str], finder: Finder) -> Score:
    """Measure *finder* on a *page* of the file of tags; *texts* are its paragraphs' reading texts."""
    totals = [_measured(pid, texts[pid], rows, finder) for pid, rows in page["paragraphs"].items()]
    numbers = ("tags", "found", "pairs", "exact", "designations")
    return Score(
        **{key: sum(getattr(one, key) for one in totals) for key in numbers},
        missed=tuple(told for one in totals for told in one.missed),
        wrong=tuple(told for one in totals for told in one.wrong),
    )


def _measured(pid: str, text: str, rows: Mapping[str, Any], finder: Finder) -> Score:
    tags = [place(text, row) for row in rows["tags"]]
    by_choice = [place(text, row) for row in rows.get("designations", ())]
    found = finder.find(text)
    agreed = list(pairs(text, tags, found))
    right = {id(pair.found) for pair in agreed}
    chosen = {id(pair.found) for pair in pairs(text, by_choice, found)} - right
    hit = {pair.tag for pair in agreed}
    return Score(
        tags=len(tags),
        found=len(found),
        pairs=len(hit),
        exact=len({pair.tag for pair in agreed if pair.exact}),
        designations=len(chosen),
        missed=tuple(f"{pid} {text[tag.start : tag.end]} {tag.name}" for tag in tags if tag not in hit),
        wrong=tuple(f"{pid} {one.surface} {one.name_id}" for one in found if id(one) not in right | chosen),
    )


def scores(sources: Path | None, names: Sequence[Name]) -> list[Score]:
    """Measure a finder of *names* on every page."""
    finder = Finder(names)
    done: dict[str, dict[str, str]] = {}
    for work in {page["work"] for page in PAGES}:
        whole = assemble_work(ROOT, works_folder(ROOT) / work, sources)
        done[work] = {paragraph.id: paragraph.reading or "" for paragraph in whole.paragraphs}
    return [measure(page, done[page["work"]], finder) for page in PAGES]


def main() -> None:
    """Print the figures of every page, with every miss and every false hit."""
    names = load_names(works_folder(ROOT) / NAMES_FILE)
    for page, one in zip(PAGES, scores(source_folder(ROOT, None, os.environ), names), strict=True):
        sys.stdout.write(
            f"{page['work']} {', '.join(page['paragraphs'])}{' (held out)' if page.get('held_out') else ''}: "
            f"{one.tags} tags, {one.found} found, {one.designations} designations\n"
            f"  overlap: recall {one.recall:.3f}, precision {one.precision:.3f}, "
            f"without designations {one.precision_of_names:.3f}\n"
            f"  exact: recall {one.exact_recall:.3f}, precision {one.exact_precision:.3f}\n"
            + "".join(f"  missed: {told}\n" for told in one.missed)
            + "".join(f"  wrong: {told}\n" for told in one.wrong)
        )


if __name__ == "__main__":
    main()
