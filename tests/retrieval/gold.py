"""The answers that a query should get: sets of ``work#pN``, worked out by rule over the built paragraphs.

For each query three sets: *relevant* (the paragraph's own text, a note of it or its summary has what is asked),
*near* (it has a closely related word, or its section's heading or a name in it has what is asked: neither missed nor
wrong) and, by not being in either, wrong.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import yaml
from tests.retrieval import rules

from matn.edition.model import Edition, Note, Paragraph, WorkEdition
from matn.edition.names import Finder
from matn.edition.names.summaries import EnglishFinder
from matn.structure.model import BlockKind

FOLDER = Path(__file__).parent
SPLITS = ("tuning", "held-out", "fresh")
"""The query files by which search was tuned at first."""
UNSEEN = ("unseen-a", "unseen-b", "unseen-c")
"""Three more, on lemmas that no earlier file has, each asked once; then what it showed was mended, but for the last."""
CLOSED = UNSEEN[-1]
"""The file that nobody who works on search has looked into: of it figures alone are told."""
FILES = SPLITS + UNSEEN
Item = Mapping[str, Any]
CLASSES = (
    "exact", "bare", "prefixed", "tanwin", "number", "hamza", "teh", "yeh", "vocalised-text", "vocalised-query",
    "spelling", "digits", "quoted", "english", "two-words", "partial", "typo", "absent",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Record:
    """One built paragraph, or a note that none calls, as the rules see it.

    Attributes:
        address: ``work#pN``.
        raw: Reading text and notes as they are.
        body: The same made plain; *words* are its Arabic words.
        summary: The English summary, made plain.
        around: Headings above, names, references and addresses of notes.
        all_words: The Arabic words of *body* and *around*.
    """

    address: str
    raw: str
    body: str
    summary: str
    around: str
    words: frozenset[str]
    all_words: frozenset[str]

    @property
    def own(self) -> str:
        """What the paragraph, its notes and its summary say."""
        return f"{self.body} \n {self.summary}"

    @property
    def everything(self) -> str:
        """All that and what stands around it."""
        return f"{self.own} \n {self.around}"


def record(address: str, raw: str, summary: str, around: str) -> Record:
    """Make a record from texts as they are."""
    body, near_by = rules.plain(raw), rules.plain(around)
    words = frozenset(rules.WORD.findall(body))
    return Record(
        address, raw, body, rules.plain(summary), near_by, words, words | frozenset(rules.WORD.findall(near_by))
    )


@dataclass(frozen=True, slots=True)
class Asked:
    """One query with the answers it should get; *exact* are those that have it letter by letter."""

    text: str
    kind: str
    lemma: str
    relevant: frozenset[str]
    near: frozenset[str]
    exact: frozenset[str]


@cache
def items(split: str) -> tuple[Item, ...]:
    """The items of one query file."""
    return tuple(yaml.safe_load((FOLDER / f"{split}.yaml").read_text("utf-8")))


def side(lemma: str, known: Iterable[str]) -> str:
    """The file a lemma belongs to: what the stemmer was written or measured on is for tuning, of the rest a third."""
    third = hashlib.sha256(lemma.encode()).digest()[0] % 3 == 0
    return "tuning" if lemma in known or third else "held-out"


def records(edition: Edition) -> tuple[Record, ...]:
    """Everything on the site of *edition* that can be found."""
    finders = Finder(edition.names), EnglishFinder(edition.names)
    forms = {name.id: " . ".join((*name.forms, *name.en_forms)) for name in edition.names}
    return tuple(record for item in edition.works for record in _work(item, finders, forms))


def _work(item: WorkEdition, finders: tuple[Finder, EnglishFinder], forms: Mapping[str, str]) -> Iterator[Record]:
    path: list[Paragraph] = []
    for paragraph in item.paragraphs:
        if paragraph.kind is BlockKind.HEADING:
            path = [other for other in path if other.level < paragraph.level]
        notes = [note for note in item.notes if paragraph.id in note.paragraphs]
        raw, summary = " \n ".join([paragraph.reading or "", *map(_body, notes)]), _summary(item, paragraph)
        names = {hit.name_id for hit in (*finders[0].find(raw), *finders[1].find(summary))}
        above = [text for other in path for text in (other.reading or "", _summary(item, other))]
        around = [*above, *(forms[name] for name in sorted(names)), *map(_reference, notes), rules.addresses(raw)]
        yield record(f"{item.work.id}#{paragraph.id}", raw, summary, " \n ".join(around))
        if paragraph.kind is BlockKind.HEADING:
            path.append(paragraph)
    for note in item.notes:
        if not note.paragraphs:
            yield record(f"{item.work.id}#{note.id}", _body(note), "", _reference(note) + rules.addresses(_body(note)))


def _body(note: Note) -> str:
    return note.text or ""


def _reference(note: Note) -> str:
    told = note.reference
    return f"{told.author} {told.title} {told.publisher} {told.date}" if told else ""


def _summary(item: WorkEdition, paragraph: Paragraph) -> str:
    found = item.summaries.get(paragraph.id)
    return found.text if found else ""


class Judge:
    """Says of the records of one site which of them answer an item."""

    def __init__(self, found: Sequence[Record]) -> None:
        self.records = found
        self.vocabulary = frozenset(word for each in found for word in each.all_words)
        self._forms: dict[str, frozenset[str]] = {}

    def forms(self, rule: str) -> frozenset[str]:
        """The words of the site that are what *rule* describes."""
        if rule not in self._forms:
            pattern = rules.word(rule)
            self._forms[rule] = frozenset(word for word in self.vocabulary if pattern.fullmatch(word))
        return self._forms[rule]

    def relevant(self, item: Item) -> frozenset[str]:
        """The records that say themselves what *item* asks for."""
        return frozenset(each.address for each in self.records if self._says(item, each.words, each.own))

    def near(self, item: Item) -> frozenset[str]:
        """The records that are close to what *item* asks for, the relevant among them."""
        return frozenset(each.address for each in self.records if self._close(item, each))

    def _says(self, item: Item, words: frozenset[str], text: str) -> bool:
        return any(
            (
                "forms" in item and not words.isdisjoint(self.forms(item["forms"])),
                "also" in item and rules.bordered(item["also"]).search(text),
                "phrase" in item and rules.phrase(item["phrase"]).search(text),
                "hyphen" in item and re.search("[-–—]".join(map(rules.arabic, item["hyphen"])), text),
                "en" in item and rules.english(item["en"]).search(text),
                "digits" in item and rules.number(item["digits"]).search(text),
            )
        )

    def _close(self, item: Item, each: Record) -> bool:
        words, text = each.all_words, each.everything
        return self._says(item, words, text) or any(
            (
                "near" in item and not words.isdisjoint(self.forms(item["near"])),
                "near-text" in item and rules.bordered(item["near-text"]).search(text),
                "near-en" in item and rules.english(item["near-en"]).search(text),
                "near-each" in item and all(self._each(pair, words, text) for pair in item["near-each"]),
            )
        )

    def _each(self, pair: Sequence[str], words: frozenset[str], text: str) -> bool:
        return not words.isdisjoint(self.forms(pair[0])) or bool(rules.english(pair[1]).search(text))


def asked(split: str, found: Sequence[Record], with_empty: bool = False) -> tuple[Asked, ...]:
    """The queries of one file with their answers; those that nothing answers only if *with_empty* or meant to be so."""
    single, judge = _single(), Judge(found)
    every = [one for item in items(split) for one in _asked(item, single, judge)]
    return tuple(one for one in every if with_empty or one.relevant or one.kind == "absent")


@cache
def _single() -> dict[str, Item]:
    """The rule of each lemma: its first item, the one for all its forms."""
    found: dict[str, Item] = {}
    for item in (item for split in FILES for item in items(split)):
        if "lemma" in item and "partial" not in item["ask"]:
            found.setdefault(item["lemma"], item)
    return found


def _asked(item: Item, single: Mapping[str, Item], judge: Judge) -> Iterator[Asked]:
    parts = [single[lemma] for lemma in item["pair"]] if "pair" in item else [item]
    lemma = item.get("lemma") or " ".join(item["pair"])
    hits = frozenset.intersection(*(judge.relevant(part) for part in parts))
    close = frozenset.intersection(*(judge.near(part) for part in parts)) - hits
    for kind, queries in item["ask"].items():
        for text in queries:
            exact = frozenset(each.address for each in judge.records if each.address in hits and has(text, each.own))
            yield Asked(text, kind, lemma, hits, close, exact)


def has(query: str, text: str) -> bool:
    """Whether *text* has *query* as it is typed (marks aside) as a word or words of its own."""
    typed = rules.plain(query).strip('"«»')
    return bool(re.search(rf"(?<!\w){re.escape(typed)}(?!\w)", text, re.IGNORECASE))
