"""The place that is cited: a work or a paragraph, its permanent address, and what to say if it is gone.

The address is ``works/ID.html?v=HASH#p12``. The fragment alone leads to the paragraph, without any script and from
a folder too; the query names the wording that was read, so that the page can say if it has changed since. An English
citation leads to the same page in the English interface, ``en/works/…``. In running text the place is ``¶ 12 ~HASH``.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from matn.edition.model import Paragraph, Tombstone, WorkEdition
from matn.edition.schema import suggestion
from matn.errors import BadInputError


@dataclass(frozen=True, slots=True)
class Place:
    """A paragraph of a work: its id (``p12``) and the content hash of its wording, both empty for the whole work."""

    work: str
    paragraph: str = ""
    hash: str = ""

    @property
    def number(self) -> str:
        """The number that stands in the margin (``12``, ``12a``)."""
        return self.paragraph[1:]

    @property
    def mark(self) -> str:
        """The content hash as it is written in text, with its blank before."""
        return f" ~{self.hash}" if self.hash else ""

    @property
    def address(self) -> str:
        """The permanent address in the Arabic interface, relative to the site."""
        return self.address_in("ar")

    def address_in(self, language: str) -> str:
        """Return the permanent address in the interface in *language* (``ar``, ``en``), relative to the site."""
        query = f"?v={self.hash}" if self.hash else ""
        fragment = f"#{self.paragraph}" if self.paragraph else ""
        return f"{'' if language == 'ar' else f'{language}/'}works/{self.work}.html{query}{fragment}"


def place(item: WorkEdition, anchor: str | None) -> Place:
    """Return the place *anchor* (``p12`` or ``p12~a1b2c3``) in *item*, or the whole work if it is None.

    Raises:
        BadInputError: There is no such paragraph, or no longer (and what became of it), or its wording is another.
    """
    if anchor is None:
        return Place(item.work.id)
    name, _, read = anchor.partition("~")
    paragraph = next((p for p in item.paragraphs if p.id == name), None)
    if paragraph is None:
        raise _absent(item, name)
    if read and read != paragraph.content_hash:
        raise _changed(item, paragraph, read)
    return Place(item.work.id, paragraph.id, paragraph.content_hash)


def _changed(item: WorkEdition, paragraph: Paragraph, read: str) -> BadInputError:
    where = f"{item.work.id}#{paragraph.id}"
    message = f"{where} was corrected: you read ~{read}, it is ~{paragraph.content_hash} now"
    return BadInputError(message, hint=f"read it again (`matn explain {where}`), then cite {where}")


def _absent(item: WorkEdition, name: str) -> BadInputError:
    work = item.work.id
    if stone := next((stone for stone in item.tombstones if stone.id == name), None):
        return _gone(item, stone)
    if note := next((note for note in item.notes if note.id == name), None):
        callers = ", ".join(f"{work}#{caller}" for caller in note.paragraphs)
        hint = f"cite the paragraph that calls it: {callers}" if callers else "no paragraph calls it: cite the work"
        return BadInputError(f"{work}#{name} is a note", hint=hint)
    known = [paragraph.id for paragraph in item.paragraphs]
    extent = f"it has {known[0]} to {known[-1]}" if known else f"it has none yet: matn anchors {work} --accept"
    return BadInputError(f"{work} has no paragraph {name!r}", hint=suggestion(name, known) or extent)


def _gone(item: WorkEdition, stone: Tombstone) -> BadInputError:
    live = list(dict.fromkeys(_heirs(item, stone, {stone.id})))
    reason = f" ({stone.reason})" if stone.reason else ""
    message = f"{item.work.id}#{stone.id} is no paragraph any more: it was {stone.state}{reason}"
    told = ", ".join(f"{item.work.id}#{name}" for name in live)
    return BadInputError(message, hint=f"its wording is in {told} now" if live else "nothing has taken its place")


def _heirs(item: WorkEdition, stone: Tombstone, seen: set[str]) -> Iterator[str]:
    """Yield the live ids that have the wording of *stone* now, in order."""
    gone = {other.id: other for other in item.tombstones}
    for name in stone.successors:
        if name not in gone:
            yield name
        elif name not in seen:
            seen.add(name)
            yield from _heirs(item, gone[name], seen)
