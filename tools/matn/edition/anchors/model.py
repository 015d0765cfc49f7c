"""The ledger of paragraph ids, and what comes out of matching it with a text."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property


@dataclass(frozen=True, slots=True)
class BlockText:
    """One paragraph as matching sees it: its kind, its level and its reading text (any normal form)."""

    kind: str
    level: int
    text: str


@dataclass(frozen=True, slots=True)
class NoteText:
    """One note as matching sees it: its label as printed, the 0-based places of its paragraphs, its body.

    The body is empty if it is lost; it is kept as a hash only.
    """

    label: str
    paragraphs: tuple[int, ...] = ()
    text: str = ""


class State(StrEnum):
    """What an id stands for today."""

    LIVE = "live"
    SPLIT = "split"
    MERGED = "merged"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True, slots=True)
class Fingerprint:
    """What is kept of a paragraph's wording: nothing that can be read.

    Attributes:
        length: Letters and digits of the folded text.
        sketch: The least hashes of its shingles (16 bits each), rising; at most 48.
    """

    length: int
    sketch: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Change:
    """What one published wording became in the next, in a few words of each.

    Attributes:
        before: Content hash of the earlier wording.
        after: Content hash of the later one.
        words: The words that went and those that came instead, place by place; one of the two may be empty.
        more: Places that are not among *words*.
    """

    before: str
    after: str
    words: tuple[tuple[str, str], ...] = ()
    more: int = 0


@dataclass(frozen=True, slots=True)
class Entry:
    """One paragraph id and all that was ever known of it.

    Attributes:
        id: ``p12``, or ``p12a`` for one that came later.
        kind: Kind of the paragraph when last published.
        level: Depth of a heading or list item, else 0.
        state: Live, or what became of it.
        fingerprint: Of the wording last published.
        versions: Content hashes of the published wordings, oldest first, last one last.
        successors: The ids that have the wording now, if it was split or merged.
        reason: Why it was withdrawn, in an editor's words.
        changes: What led from one of *versions* to the next, as far as it was recorded.
    """

    id: str
    kind: str
    level: int
    state: State
    fingerprint: Fingerprint
    versions: tuple[str, ...]
    successors: tuple[str, ...] = ()
    reason: str = ""
    changes: tuple[Change, ...] = ()


@dataclass(frozen=True, slots=True)
class NoteEntry:
    """One note id: its label as printed, the ids of the paragraphs with its markers, live or withdrawn.

    *version* is the content hash of its body, empty if the body is lost or was not given.
    """

    id: str
    label: str
    paragraphs: tuple[str, ...] = ()
    state: State = State.LIVE
    version: str = ""


@dataclass(frozen=True)
class Ledger:
    """All ids of a work, in reading order; an id that is no longer live stands where it stood last."""

    entries: tuple[Entry, ...] = ()
    notes: tuple[NoteEntry, ...] = ()

    @cached_property
    def live(self) -> tuple[Entry, ...]:
        """The entries that are paragraphs today, in reading order."""
        return tuple(entry for entry in self.entries if entry.state is State.LIVE)

    @cached_property
    def by_id(self) -> Mapping[str, Entry]:
        """Each entry by its id."""
        return {entry.id: entry for entry in self.entries}


class Outcome(StrEnum):
    """What matching says of an entry or a text.

    The last two are proposals: the entry's wording was found again, in several texts or together with
    another entry's in one.
    """

    SAME = "same"
    CHANGED = "changed"
    AMBIGUOUS = "ambiguous"
    GONE = "gone"
    NEW = "new"
    SPLIT = "split"
    MERGED = "merged"


@dataclass(frozen=True, slots=True)
class EntryVerdict:
    """What became of a live entry.

    Attributes:
        id: The entry's id.
        outcome: Any but ``NEW``.
        texts: Places (0-based) of the texts concerned: the one it is (same, changed, merged), the parts
            (split), the candidates (ambiguous), or a text worth a look (gone).
        similarity: Share of the recorded shingles found in those texts, 0 to 1.
        moved: Whether it stands elsewhere among its neighbours than before.
    """

    id: str
    outcome: Outcome
    texts: tuple[int, ...] = ()
    similarity: float = 0.0
    moved: bool = False


@dataclass(frozen=True, slots=True)
class TextVerdict:
    """What a text is.

    Attributes:
        index: Its place among the texts, 0-based.
        outcome: Any but ``GONE``.
        ids: The entry it is (same, changed), the entries it was made of (split, merged), the candidates
            (ambiguous); none if new.
        similarity: As for the entry.
    """

    index: int
    outcome: Outcome
    ids: tuple[str, ...] = ()
    similarity: float = 0.0


@dataclass(frozen=True, slots=True)
class Stop:
    """Something that an editor must see before the ids can be published.

    *needs_decision* is false for what :func:`matn.edition.anchors.accept` can do by itself once told to
    (give a new paragraph an id, carry out a split or a merge that was found).
    """

    outcome: Outcome
    message: str
    hint: str
    ids: tuple[str, ...] = ()
    texts: tuple[int, ...] = ()
    needs_decision: bool = True


@dataclass(frozen=True)
class Matching:
    """How a text lies on a ledger.

    Attributes:
        entries: A verdict for each live entry, in ledger order.
        texts: A verdict for each text, in reading order.
        stops: What keeps a build from going on, in reading order.
        blocks: The texts that were matched.
        notes: The notes that came with them; None leaves the ledger's notes as they are.
    """

    entries: tuple[EntryVerdict, ...]
    texts: tuple[TextVerdict, ...]
    stops: tuple[Stop, ...]
    blocks: tuple[BlockText, ...] = field(repr=False)
    notes: tuple[NoteText, ...] | None = field(default=None, repr=False)

    @cached_property
    def ids(self) -> tuple[str | None, ...]:
        """For each text the id it is published under, or None where that is not settled."""
        settled = (Outcome.SAME, Outcome.CHANGED)
        return tuple(verdict.ids[0] if verdict.outcome in settled else None for verdict in self.texts)

    @cached_property
    def counts(self) -> Mapping[Outcome, int]:
        """How many live entries have each outcome, and how many texts are new."""
        found = [verdict.outcome for verdict in self.entries]
        found += [verdict.outcome for verdict in self.texts if verdict.outcome is Outcome.NEW]
        return {outcome: found.count(outcome) for outcome in Outcome}


@dataclass(frozen=True, slots=True)
class Resolution:
    """Where an id leads.

    Attributes:
        id: The id asked for.
        state: What it stands for itself.
        live: The live ids that have its wording now; empty if all of it was withdrawn.
        path: Every id on the way, the one asked for first, each once.
        reason: Why it, or the last one on the way, was withdrawn.
    """

    id: str
    state: State
    live: tuple[str, ...]
    path: tuple[str, ...]
    reason: str = ""
