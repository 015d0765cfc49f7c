"""Record a reviewed text in the ledger: ids for what is new, hashes and sketches of what will be published."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from types import MappingProxyType

from matn.edition.anchors import BlockText, Decision, Entry, Ledger, State, accept, match, mint
from matn.edition.anchors.match import new_entry
from matn.edition.anchors.wording import change
from matn.edition.assemble import note_ids
from matn.edition.emend import Emendation
from matn.edition.load import EMENDATIONS_FILE
from matn.edition.model import Paragraph, SourcePin
from matn.edition.prepare import Prepared, block_texts, note_texts
from matn.edition.publish import Ids, Published, publish
from matn.edition.schema import refuse
from matn.edition.wordings import Earlier, earlier
from matn.errors import BadInputError, BrokenPromiseError


def recorded(
    ledger: Ledger,
    prepared: Prepared,
    emendations: Sequence[Emendation],
    decisions: Iterable[Decision] = (),
    kept: Earlier = MappingProxyType({}),
) -> tuple[Ledger, Published]:
    """Return *ledger* with all of *prepared* in it, and what is published under its ids.

    A new wording comes with what it changed, where the one before can still be had, from *kept* perhaps.

    Matching goes by the repaired text, since corrections are placed by ids; what is recorded is the reading
    text, since that is what is published and cited.

    Raises:
        BadInputError: Something is undecided, or a correction does not find its place.
        BrokenPromiseError: The character account does not balance.
    """
    document = prepared.document
    blocks, notes = block_texts(document), note_texts(document)
    known = bool(ledger.entries or ledger.notes)
    named = accept(ledger, match(ledger, blocks, notes), decisions) if known else mint(blocks, notes)
    names = tuple(entry.id for entry in named.live)
    if len(names) != len(blocks):
        raise BrokenPromiseError(f"{len(blocks)} paragraphs were given {len(names)} ids")
    published = publish(prepared, Ids(names, note_ids(document, names, named)), emendations)
    refuse(prepared.work.folder / EMENDATIONS_FILE, published.problems)

    def before(paragraph: Paragraph, wanted: str) -> str | None:
        return earlier(paragraph, wanted, emendations, kept)

    live = {each.id: _entry(each, ledger.by_id.get(each.id), before) for each in published.paragraphs}
    return Ledger(tuple(live.get(entry.id, entry) for entry in named.entries), named.notes), published


def _entry(paragraph: Paragraph, old: Entry | None, before: Callable[[Paragraph, str], str | None]) -> Entry:
    """Return the entry of *paragraph*, which had the entry *old*; *before* finds an earlier wording by its hash."""
    text = paragraph.reading or ""
    fresh = new_entry(paragraph.id, BlockText(paragraph.kind, paragraph.level, text))
    if old is None:
        return fresh
    same = old.versions[-1:] == fresh.versions
    versions = old.versions if same else old.versions + fresh.versions
    was = None if same else before(paragraph, old.versions[-1])
    changes = old.changes if was is None else (*old.changes, change(was, text))
    return replace(fresh, state=State.LIVE, versions=versions, changes=changes)


def repinned(text: str, old: SourcePin, new: SourcePin) -> str:
    """Return the *text* of a work.yaml with the pin *old* replaced by *new*, and nothing else touched.

    Raises:
        BadInputError: The old pin does not stand there once.
    """
    done = text
    for name, before, after in (
        ("sha256", old.sha256, new.sha256),
        ("characters", str(old.characters), str(new.characters)),
    ):
        done, count = re.subn(rf"(\b{name}:\s*['\"]?){re.escape(before)}\b", rf"\g<1>{after}", done)
        if count != 1:
            raise BadInputError(f"expected {name}: {before} once, found it {count} times", hint="correct it by hand")
    return done
