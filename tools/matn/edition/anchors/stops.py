"""What keeps a build from going on, said so that an editor can decide."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from matn.edition.anchors.fingerprint import content_hash
from matn.edition.anchors.model import BlockText, EntryVerdict, Ledger, Matching, Outcome, State, Stop, TextVerdict
from matn.edition.anchors.notes import note_stops

_EXCERPT = 48


def stops(ledger: Ledger, matching: Matching) -> tuple[Stop, ...]:
    """Return what an editor must see before the texts of *matching* can be published.

    In ledger order for what was published, then new paragraphs in reading order, then notes.
    """
    found = [stop for verdict in matching.entries for stop in _entry_stops(verdict, matching)]
    withdrawn = {v: entry.id for entry in ledger.entries if entry.state is State.WITHDRAWN for v in entry.versions}
    found += [_new(withdrawn, verdict, matching.blocks) for verdict in matching.texts if verdict.outcome is Outcome.NEW]
    return (*found, *note_stops(ledger, matching))


def _entry_stops(verdict: EntryVerdict, matching: Matching) -> Iterator[Stop]:
    blocks = matching.blocks
    if verdict.outcome is Outcome.AMBIGUOUS:
        yield _ambiguous(verdict, matching)
    elif verdict.outcome is Outcome.GONE:
        yield _gone(verdict, blocks)
    elif verdict.outcome is Outcome.SPLIT:
        parts = " and ".join(quoted(blocks, at) for at in verdict.texts)
        message = f"{verdict.id} stands in {len(verdict.texts)} paragraphs now: {parts}"
        yield Stop(verdict.outcome, message, "accept to record the split", (verdict.id,), verdict.texts, False)
    elif verdict.outcome is Outcome.MERGED:
        yield from _merged(verdict, matching)


def _ambiguous(verdict: EntryVerdict, matching: Matching) -> Stop:
    rivals = sorted({name for at in verdict.texts for name in matching.texts[at].ids} - {verdict.id})
    places = " or ".join(quoted(matching.blocks, at) for at in verdict.texts)
    also = f"; so may {', '.join(rivals)}" if rivals else ""
    hint = f"decide {verdict.id}=t{verdict.texts[0] + 1}, or {verdict.id}=withdrawn: REASON"
    return Stop(verdict.outcome, f"{verdict.id} may be {places}{also}", hint, (verdict.id,), verdict.texts)


def _gone(verdict: EntryVerdict, blocks: Sequence[BlockText]) -> Stop:
    message, hint = f"{verdict.id} is not in the text any more", f"decide {verdict.id}=withdrawn: REASON"
    if verdict.texts:
        message += f"; {quoted(blocks, verdict.texts[0])} stands in its place"
        hint = (
            f"decide {verdict.id}=t{verdict.texts[0] + 1} if that is its new wording, or {hint.removeprefix('decide ')}"
        )
    return Stop(verdict.outcome, message, hint, (verdict.id,), verdict.texts)


def _merged(verdict: EntryVerdict, matching: Matching) -> Iterator[Stop]:
    ids = matching.texts[verdict.texts[0]].ids
    if verdict.id == ids[0]:
        message = f"{' and '.join(ids)} stand together in {quoted(matching.blocks, verdict.texts[0])}"
        yield Stop(verdict.outcome, message, "accept to record the merge", ids, verdict.texts, False)


def _new(withdrawn: Mapping[str, str], verdict: TextVerdict, blocks: Sequence[BlockText]) -> Stop:
    hint, known = "accept to give it an id", withdrawn.get(content_hash(blocks[verdict.index].text))
    if known:
        hint += f"; or decide {known}=t{verdict.index + 1}: these are the words of {known}, which was withdrawn"
    return Stop(Outcome.NEW, f"{quoted(blocks, verdict.index)} is new", hint, (), (verdict.index,), False)


def quoted(blocks: Sequence[BlockText], at: int) -> str:
    """Return the number of a text, counted from 1 as in decisions, with its first words."""
    words = " ".join(blocks[at].text.split())
    return f"t{at + 1} «{words if len(words) <= _EXCERPT else words[:_EXCERPT].rsplit(' ', 1)[0] + ' …'}»"
