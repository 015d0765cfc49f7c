"""After review: the ledger that comes of a matching and of what an editor decided."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from matn.edition.anchors.decisions import FORMS, Decision
from matn.edition.anchors.match import mint, new_entry
from matn.edition.anchors.model import Entry, Ledger, Matching, NoteEntry, Outcome, State
from matn.edition.anchors.naming import later_id, later_note_id
from matn.edition.anchors.notes import labelled, match_notes
from matn.errors import BadInputError

_FOUND = (Outcome.SAME, Outcome.CHANGED, Outcome.SPLIT, Outcome.MERGED)


@dataclass(slots=True)
class _Plan:
    """What becomes of every entry and every text; a text in none of them is new."""

    ids_of: dict[int, tuple[str, ...]] = field(default_factory=dict)
    texts_of: dict[str, tuple[int, ...]] = field(default_factory=dict)
    withdrawn: dict[str, str] = field(default_factory=dict)
    new: set[int] = field(default_factory=set)

    def add(self, decision: Decision) -> None:
        """Take up one decision or one thing found."""
        if decision.ids and decision.texts:
            self.ids_of |= dict.fromkeys(decision.texts, decision.ids)
            self.texts_of |= dict.fromkeys(decision.ids, decision.texts)
        elif decision.ids:
            self.withdrawn |= dict.fromkeys(decision.ids, decision.reason)
        else:
            self.new |= set(decision.texts)

    def concerns(self, decision: Decision) -> bool:
        """Whether something was said before of any of its paragraphs."""
        told = any(name in self.texts_of or name in self.withdrawn for name in decision.ids)
        return told or any(text in self.ids_of or text in self.new for text in decision.texts)


def accept(ledger: Ledger, matching: Matching, decisions: Iterable[Decision] = ()) -> Ledger:
    """Return *ledger* after the review of *matching*.

    Changed wordings get a new version, proposed splits and merges are recorded, new paragraphs get ids;
    ambiguous and gone entries need one of *decisions*, which also go before what matching found. A split
    entry is succeeded by new ids, one for each part; merged entries by the longest of them. An empty ledger
    is filled as by :func:`matn.edition.anchors.mint`.

    Raises:
        BadInputError: A decision contradicts the ledger or another one, or an entry is left undecided.
    """
    if not ledger.entries:
        return mint(matching.blocks, matching.notes or ())
    plan = _plan(ledger, matching, decisions)
    names = _names(ledger, plan, len(matching.blocks))
    entries = {name: _live_entry(ledger, matching, name, at) for at, name in enumerate(names)}
    entries |= {entry.id: _tombstone(entry, plan, names) for entry in ledger.live if entry.id not in entries}
    order = _keep_places([entry.id for entry in ledger.entries], names)
    done = Ledger(tuple(entries.get(name) or ledger.by_id[name] for name in order), ledger.notes)
    return done if matching.notes is None else _with_notes(done, matching, names)


def _plan(ledger: Ledger, matching: Matching, decisions: Iterable[Decision]) -> _Plan:
    plan, decided = _Plan(), _Plan()
    for decision in decisions:
        _check(ledger, matching, decision, decided)
        decided.add(decision)
        plan.add(decision)
    found = {(matching.texts[v.texts[0]].ids, v.texts) for v in matching.entries if v.outcome in _FOUND}
    for ids, texts in found:
        if not decided.concerns(Decision(ids, texts)):
            plan.add(Decision(ids, texts))
    left = [entry.id for entry in ledger.live if entry.id not in plan.texts_of and entry.id not in plan.withdrawn]
    if left:
        raise BadInputError(f"undecided: {', '.join(left)}", hint=f"decide each of them: {FORMS}")
    return plan


def _check(ledger: Ledger, matching: Matching, decision: Decision, decided: _Plan) -> None:
    told = ", ".join((*decision.ids, *(f"t{text + 1}" for text in decision.texts)))
    for name in decision.ids:
        state = ledger.by_id[name].state if name in ledger.by_id else None
        if state is not State.LIVE and not (state is State.WITHDRAWN and decision.texts):
            raise BadInputError(f"the decision on {told} names {name}, which is {state or 'not in the ledger'}")
    for text in decision.texts:
        if not 0 <= text < len(matching.blocks):
            count = len(matching.blocks)
            raise BadInputError(f"the decision on {told} names t{text + 1}, but the text has {count} paragraphs")
    if decided.concerns(decision):
        raise BadInputError(f"two decisions concern the same paragraph: {told}")


def _names(ledger: Ledger, plan: _Plan, count: int) -> list[str]:
    """Return the id of each text, new ones minted."""
    taken, names = set(ledger.by_id), [""]
    for at in range(count):
        ids = plan.ids_of.get(at, ())
        if len(ids) == 1 and len(plan.texts_of[ids[0]]) > 1:
            name = later_id(ids[0], taken)
        elif ids:
            name = max(ids, key=lambda one: ledger.by_id[one].fingerprint.length)
        else:
            name = later_id(names[-1], taken)
        taken.add(name)
        names.append(name)
    return names[1:]


def _live_entry(ledger: Ledger, matching: Matching, name: str, at: int) -> Entry:
    fresh, old = new_entry(name, matching.blocks[at]), ledger.by_id.get(name)
    if old is None:
        return fresh
    versions = old.versions if old.versions[-1:] == fresh.versions else old.versions + fresh.versions
    return replace(fresh, versions=versions, changes=old.changes)


def _tombstone(entry: Entry, plan: _Plan, names: Sequence[str]) -> Entry:
    texts = plan.texts_of.get(entry.id, ())
    if not texts:
        return replace(entry, state=State.WITHDRAWN, reason=plan.withdrawn[entry.id])
    state = State.SPLIT if len(texts) > 1 else State.MERGED
    return replace(entry, state=state, successors=tuple(names[text] for text in texts))


def _keep_places(old: Sequence[str], live: Sequence[str]) -> list[str]:
    """Return *live* with the rest of *old* in it: each after the live id that it followed in *old*."""
    following: defaultdict[str, list[str]] = defaultdict(list)
    present, last = set(live), ""
    for name in old:
        if name in present:
            last = name
        else:
            following[last].append(name)
    return following[""] + [name for one in live for name in (one, *following[one])]


def _with_notes(ledger: Ledger, matching: Matching, names: Sequence[str]) -> Ledger:
    notes = [labelled(note, names) for note in matching.notes or ()]
    known = {note.id: note for note in ledger.notes}
    live: dict[str, NoteEntry] = {}
    for note, found in zip(notes, match_notes(ledger, notes), strict=True):
        name = found or later_note_id({*known, *live})
        live[name] = NoteEntry(name, note.label, note.paragraphs, version=note.version)
    rest = {name: replace(note, state=State.WITHDRAWN) for name, note in known.items() if name not in live}
    order = _keep_places(list(known), list(live))
    return Ledger(ledger.entries, tuple((live | rest)[name] for name in order))
