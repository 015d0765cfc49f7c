"""Every rule that an edition is held to: a table from code to a pure function that looks for breaches.

Codes are published and never given to another rule: E is an error, W a warning, R something for the
editor to review. The first line of a function's docstring is what users are told.
"""

from __future__ import annotations

from collections.abc import Mapping
from inspect import getdoc
from pathlib import Path

from matn.edition.checks import names, notes, source, summaries, whole, work
from matn.edition.checks.model import Finding, Rule, Subject, Whole, WholeRule, mistakes
from matn.edition.exceptions import EXCEPTIONS_FILE


def exceptions_file(subject: Subject) -> list[tuple[str, str]]:
    """exceptions.yaml is not as it must be."""
    return list(mistakes(subject, EXCEPTIONS_FILE))


CHECKS: Mapping[str, Rule] = {
    "E101": source.work_file,
    "E102": source.emendations_file,
    "E110": source.source_fails,
    "E111": source.source_length,
    "E112": source.source_changed,
    "E201": source.ledger_fails,
    "E202": source.ledger_mismatch,
    "E301": source.unaccounted,
    "E302": source.read_twice,
    "E303": source.account_fails,
    "E601": summaries.summaries_file,
    "E602": summaries.missing,
    "E603": summaries.orphaned,
    "E604": summaries.unpinned,
    "E605": summaries.other_numbers,
    "E606": summaries.other_dates,
    "E607": names.foreign_names,
    "E609": names.misspelt_names,
    "E610": summaries.too_long,
    "E621": notes.notes_file,
    "E622": notes.undescribed,
    "E623": notes.unknown,
    "E624": notes.other_status,
    "E625": notes.other_address,
    "E631": work.no_abstract,
    "E632": work.abstract_length,
    "E661": exceptions_file,
    "E671": work.readings_file,
    "W110": source.source_absent,
    "W210": source.unrecorded,
    "W401": source.body_lost,
    "W402": source.marker_lost,
    "W608": names.implied_names,
    "W611": summaries.out_of_order,
    "W626": notes.other_note_dates,
    "R501": source.queries,
    "R502": work.strange,
    "R672": work.unread,
}
"""All rules on a work, by code."""

WHOLE_CHECKS: Mapping[str, WholeRule] = {
    "E641": whole.names_file,
    "E642": whole.idle_names,
    "E651": whole.chronology_file,
    "E652": whole.unsupported_events,
    "R653": whole.uncovered_dates,
}
"""All rules on what the works share, by code."""

STALE = "E662"
_STALE_MESSAGE = "An exception silences nothing: take it out."

MESSAGES: Mapping[str, str] = {
    code: (getdoc(rule) or "").partition("\n")[0]
    for code, rule in sorted({**CHECKS, **WHOLE_CHECKS}.items(), key=lambda item: "EWR".index(item[0][0]))
} | {STALE: _STALE_MESSAGE}
"""What users are told of each rule, by code."""

EXEMPTABLE = frozenset("E605 E606 E607 E609 E610 E625 E632 W401 W402 W608 W611 W626 R501 R502".split())
"""Rules that judge wording or sense, and can be wrong: ``exceptions.yaml`` may name them."""


NAMES = frozenset(("E607", "W608", "E609"))
"""Rules that find nothing while the list of names cannot be read."""


def findings(subject: Subject) -> tuple[Finding, ...]:
    """Return what all rules find in *subject* and no exception silences, errors first.

    Exceptions are judged only if the text is there: without it, rules on the text find nothing.
    """
    found = [(code, where, what) for code, rule in CHECKS.items() for where, what in rule(subject)]
    used = set()
    told = []
    for code, where, what in found:
        covering = [e for e in subject.exemptions if e.covers(code, _place(where), what)]
        used.update(covering)
        if not covering:
            told.append(_finding(code, where, what))
    blind = () if subject.spellings else NAMES
    stale = [e for e in subject.exemptions if subject.read and e not in used and e.code not in blind]
    lines = [(subject.file(EXCEPTIONS_FILE, e.line), f"{e.code} at {e.at}") for e in stale]
    return tuple(sorted((*told, *(_finding(STALE, *line) for line in lines)), key=_severity))


def findings_of_whole(whole: Whole) -> tuple[Finding, ...]:
    """Return what all rules on what the works share find in *whole*, errors first."""
    return tuple(_finding(code, *place) for code, rule in WHOLE_CHECKS.items() for place in rule(whole))


def _finding(code: str, where: str, what: str) -> Finding:
    return Finding(code, where, f"{MESSAGES[code]} {what}".strip())


def _severity(finding: Finding) -> int:
    return "EWR".index(finding.code[0])


def _place(where: str) -> str:
    """Return the paragraph, note or file that *where* names, as exceptions name it."""
    _, _, anchor = where.partition("#")
    return anchor or Path(where).name.partition(":")[0]
