"""How a change or an open question is told to a reader: in the list of its paragraph, and as data for its own card."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from markupsafe import Markup

from matn.edition.emend import Emendation, reason
from matn.edition.model import Alteration, Query, WorkEdition
from matn.site import evidence
from matn.site.apparatus import ASKED, SURE, Kind, kind, marked, nested
from matn.site.words import Words

MEDIUM = 0.7
"""From here on a rule's certainty is called medium, from :data:`SURE` on high."""
WORDS = (
    *("in-source", "in-source-nothing", "reading", "perhaps", "why", "evidence", "certainty", "open-question", "close"),
    *(f"mark-{name}" for name in (*Kind, ASKED)),
)
"""Keys of words that the page's scripts say beside those of the group ``reading``."""


@dataclass(frozen=True, slots=True)
class Told:
    """One change or open question, in the parts that readers are told. Empty parts are left out.

    Attributes:
        kind: ``edit``, ``emendation``, ``gap`` or ``query``.
        reading: What the reading text has.
        received: What stood in the source.
        suggestion: What an editor might read instead.
        why: The reasons, those of the editors before what the rules say.
        evidence: Where an editor found the right reading.
        certainty: In the words of the interface.
        who: The editors who decided.
        rules: Names of the rules.
    """

    kind: str
    reading: str
    received: str
    suggestion: str
    why: tuple[str, ...]
    evidence: str
    certainty: str
    who: str
    rules: tuple[str, ...]


def entries(changes: Iterable[Alteration], queries: Iterable[Query], say: Words) -> tuple[Told, ...]:
    """Return what the list of a text's changes tells, in the order of the text: what is marked in it."""
    done = [(change.start, of_change(change, say)) for change in changes if marked(change)]
    open_ones = [(query.start, of_query(query, say)) for query in queries]
    return tuple(told for _, told in sorted((*done, *open_ones), key=lambda pair: pair[0]))


def of_change(change: Alteration, say: Words) -> Told:
    """Tell what became of a place in the source."""
    was = change.received.strip() or say("in-source-nothing")
    by = change.emendations
    why = tuple(filter(None, (*dict.fromkeys(each.why for each in by), rest(change, say))))
    proofs = dict.fromkeys(each.evidence for each in by)
    who = dict.fromkeys(editor(each.who, say) for each in by)
    proof, names = ("; ".join(filter(None, part)) for part in (proofs, who))
    return Told(change.kind, change.reading, was, "", why, proof, certainty(change, say), names, _rules(change))


def editor(who: str, say: Words) -> str:
    """Return what readers call *who* decided, which is what the edition calls them until there are words for it."""
    return say(f"who-{who}")


def _rules(change: Alteration) -> tuple[str, ...]:
    return tuple(rule for rule in change.rules if rule != "emendation") if change.emendations else change.rules


def rest(change: Alteration, say: Words) -> str:
    """Return what the rules say of *change*, without what its editors say, in the reader's language if it can be."""
    said = change.why
    for emendation in change.emendations:
        said = said.replace(reason(emendation), "")
    return evidence.told(said.strip("; "), say.language)[0]


def of_query(query: Query, say: Words) -> Told:
    """Tell what waits for an editor."""
    suggestion = query.suggestion if query.suggestion != query.reading else ""
    return Told("query", query.reading, "", suggestion, (_why(query, say),), "", "", "", (query.rule,))


def _why(query: Query, say: Words) -> str:
    return evidence.told(query.why, say.language)[0]


def certainty(change: Alteration, say: Words) -> str:
    """Return how sure a reading is: the editor's word where one decided, else a word and a percentage."""
    if change.emendations:
        order = ("conjecture", "probable", "certain")
        return say(f"sure-{min((each.certainty for each in change.emendations), key=order.index)}")
    return _percentage(change.certainty, say)


def _percentage(value: float, say: Words) -> str:
    word = "certainty-high" if value >= SURE else "certainty-medium" if value >= MEDIUM else "certainty-low"
    return f"{say(word)} ({say.percent(value)})"


@dataclass(slots=True)
class _Table:
    """Values by their place in a list, each there once."""

    places: dict[object, int] = field(default_factory=dict)

    def of(self, value: object) -> int:
        """Return the place of *value*."""
        return self.places.setdefault(value, len(self.places))


def card_data(item: WorkEdition, say: Words) -> Markup:
    """Return as JSON, fit to stand in a ``script`` element, what the cards of a work's page tell of each change.

    ``changes`` has for each paragraph and note, in the order of its alterations, ``[reading, rules, why,
    certainty, emendations, nested]``, and ``asked`` for its open questions ``[suggestion, rule, why]``: numbers
    point into the lists beside them.
    """
    tables = {"rules": _Table(), "whys": _Table(), "sure": _Table(), "emendations": _Table()}
    texts = [(p.id, p.alterations, p.queries) for p in item.paragraphs]
    texts += [(n.id, n.alterations, ()) for n in item.notes]
    changes = {anchor: _changes(told, tables, say) for anchor, told, _ in texts if told}
    asked = {anchor: [_asked(query, tables, say) for query in queries] for anchor, _, queries in texts if queries}
    whole = {
        "say": {**say.group("reading"), **{key: say(key) for key in WORDS}},
        "rules": [[say(f"rule-{rule}"), say(f"rule-does-{rule}")] for rule in tables["rules"].places],
        "whys": list(tables["whys"].places),
        "sure": list(tables["sure"].places),
        "emendations": [_emendation(each, say) for each in tables["emendations"].places],
        "changes": changes,
        "asked": asked,
    }
    return script_json(whole)


def script_json(value: object) -> Markup:
    """Return *value* as JSON that can stand in a ``script`` element: nothing in it ends the element."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return Markup(text.replace("<", "\\u003c").replace("&", "\\u0026"))


def _changes(changes: Sequence[Alteration], tables: Mapping[str, _Table], say: Words) -> list[list[object]]:
    inner = nested(changes)
    return [_change(change, at in inner, tables, say) for at, change in enumerate(changes)]


def _change(change: Alteration, is_nested: bool, tables: Mapping[str, _Table], say: Words) -> list[object]:
    told: list[object] = [
        change.reading if kind(change) is not Kind.GAP else "",
        [tables["rules"].of(rule) for rule in _rules(change)],
        tables["whys"].of(rest(change, say)),
        tables["sure"].of(certainty(change, say)),
    ]
    by = [tables["emendations"].of(each) for each in change.emendations]
    return [*told, by, 1] if is_nested else [*told, by] if by else told


def _asked(query: Query, tables: Mapping[str, _Table], say: Words) -> list[object]:
    suggestion = query.suggestion if query.suggestion != query.reading else ""
    return [suggestion, tables["rules"].of(query.rule), tables["whys"].of(_why(query, say))]


def _emendation(emendation: object, say: Words) -> list[str]:
    assert isinstance(emendation, Emendation)
    kinds = say(f"emendation-{emendation.kind}")
    sure, who = say(f"sure-{emendation.certainty}"), editor(emendation.who, say)
    return [kinds, emendation.why, emendation.evidence, sure, who]
