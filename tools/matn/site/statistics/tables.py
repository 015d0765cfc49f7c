"""The tables of the page, each beside its plot or alone."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from matn.edition.emend import CERTAINTIES, KINDS
from matn.site.statistics import plots
from matn.site.statistics.damage import CLASSES
from matn.site.statistics.figures import NOTE_STATES, SUMMARY_STATES, WorkFigures
from matn.site.words import Words


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a table: its head and a cell for each work, written out."""

    head: str
    cells: Sequence[str]


@dataclass(frozen=True, slots=True)
class Table:
    """A table: its name, what heads its first column, the heads of the others, its lines."""

    caption: str
    corner: str
    heads: Sequence[str]
    lines: Sequence[Line]


def _table(key: str, counted: Sequence[WorkFigures], lines: Sequence[Line], say: Words) -> Table:
    heads = plots.labels([each.work for each in counted], say)
    return Table(say(f"statistics-{key}-table"), say("statistics-work"), heads, lines)


def _damage(counted: Sequence[WorkFigures], say: Words) -> Table:
    def cell(each: WorkFigures, name: str) -> str:
        places = each.classes.get(name, 0)
        return f"{say.number(places)} ({plots.tenths(each.rate(name), say)})" if places else say.number(0)

    return _table("damage", counted, [Line(say(f"class-{n}"), [cell(e, n) for e in counted]) for n in CLASSES], say)


def _signs(counted: Sequence[WorkFigures], say: Words) -> Table:
    pairs = [(each.before, each.after) for each in counted if each.before and each.after]
    lines = [
        Line(say(f"sign-{name}"), [_from_to(getattr(a, name), getattr(b, name), say) for a, b in pairs])
        for name in ("words", "unknown", "strokes", "losses", "doubled")
    ]
    return _table("unknown", counted, lines, say)


def _from_to(a: int, b: int, say: Words) -> str:
    return say.number(a) if a == b else say("from-to", a=say.number(a), b=say.number(b))


def _fates(counted: Sequence[WorkFigures], say: Words) -> Table:
    accounts = [each.account for each in counted if each.account]
    parts = {
        "account-total": [account.total for account in accounts],
        "account-kept": [account.kept for account in accounts],
        "fate-rewritten": [each.rewritten for each in counted],
        "fate-removed": [each.removed for each in counted],
        "fate-blank": [account.blank for account in accounts],
        "account-unaccounted": [account.unaccounted for account in accounts],
    }
    return _table("characters", counted, [Line(say(k), [say.number(n) for n in v]) for k, v in parts.items()], say)


def _kinds(counted: Sequence[WorkFigures], say: Words) -> Table:
    def number(kind: str, sure: str) -> int:
        return sum(each.emendations.get((kind, sure), 0) for each in counted)

    sums = {kind: [number(kind, sure) for sure in CERTAINTIES] for kind in KINDS}
    lines = [
        Line(say(f"emended-{kind}"), [say.number(n) for n in (*row, sum(row))])
        for kind, row in sums.items()
        if any(row)
    ]
    heads = [*(say(f"sure-{sure}") for sure in CERTAINTIES), say("sum")]
    return Table(say("statistics-emendations-table"), say("statistics-kind"), heads, lines)


def _rules(counted: Sequence[WorkFigures], say: Words) -> Table:
    rules = [rule for rules in CLASSES.values() for rule in rules if any(each.rules.get(rule) for each in counted)]
    lines = [Line(say(f"rule-{rule}"), [say.number(each.rules.get(rule, 0)) for each in counted]) for rule in rules]
    return _table("rules", counted, lines, say)


def _apparatus(counted: Sequence[WorkFigures], say: Words) -> Table:
    absent = say("not-counted")
    gaps = [say.number(each.gaps) if each.account else absent for each in counted]
    questions = [say.number(each.questions) if each.account else absent for each in counted]
    lines = [Line(say("gaps-shown"), gaps), Line(say("questions-open"), questions)]
    lines += [Line(say(f"notes-{s}"), [say.number(each.notes.get(s, 0)) for each in counted]) for s in NOTE_STATES]
    for state in SUMMARY_STATES:
        lines.append(Line(say(f"summaries-{state}"), [say.number(each.summaries.get(state, 0)) for each in counted]))
    return _table("apparatus", counted, lines, say)


TABLES: Mapping[str, Callable[[Sequence[WorkFigures], Words], Table]] = {
    "damage": _damage,
    "unknown": _signs,
    "characters": _fates,
    "emendations": _kinds,
    "rules": _rules,
    "apparatus": _apparatus,
}
"""Part of the page to what makes its table."""
