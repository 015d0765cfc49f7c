"""Run the rules in order, check every promise, and keep the account of what was done."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace

from matn.errors import BrokenPromiseError
from matn.repair.model import Evidence, Repaired, Rule, Signals, Stage
from matn.repair.signals import signals
from matn.text.edits import Alignment, Edit, Outcome, apply, ordered, revert
from matn.text.lexicon import Lexicon
from matn.text.plausible import Plausibility

DOUBT = 0.6
"""An applied edit less sure than this is flagged as well."""
ROUNDS = 3
"""Within how many further runs the text must come to rest; the first of them almost always changes nothing."""


def repair(text: str, rules: Sequence[Rule], lexicon: Lexicon, *, known: Signals | None = None) -> Repaired:
    """Repair *text* (decoded, any normal form) by *rules*, in their order, until a run changes nothing.

    *known* are the signals of the whole document, where *text* is only a part of it.

    Raises:
        BrokenPromiseError: An edit changed a character its rule does not own, edits overlap, undoing
            them does not give the source back, or the runs do not come to rest.
    """
    evidence = Evidence(lexicon, known or signals(text), Plausibility(lexicon))
    result = _run(Repaired(text, text, (), Alignment(), ()), rules, evidence)
    if not result.stages:  # at rest already: a further run would see the same text
        return result
    for _ in range(ROUNDS):
        again = _run(result, rules, evidence)
        if again.text == result.text:
            break
        result = again
    else:
        first = again.edits[-1]
        raise BrokenPromiseError(f"not stable: {first.rule} changes {first.before!a} to {first.after!a} on every run")
    if undo(result) != text:
        raise BrokenPromiseError("undoing the edits does not give the source back")
    return result


def undo(result: Repaired) -> str:
    """Return the received text, from the repaired text and the edits alone."""
    text = result.text
    for stage in reversed(result.stages):
        text = revert(text, stage.edits)
    return text


def _run(done: Repaired, rules: Sequence[Rule], evidence: Evidence) -> Repaired:
    """Run every rule once over what is *done*; stages, alignment and remarks grow."""
    text, stages, alignment, remarks = done.text, list(done.stages), done.alignment, done.remarks
    for rule in rules:
        proposals = list(rule.propose(text, evidence))
        edits = ordered(edit for edit in proposals if edit.outcome is Outcome.APPLIED)
        for edit in edits:
            check(edit, rule)
        remarks = (*remarks, *(edit for edit in proposals if edit.outcome is not Outcome.APPLIED))
        if edits:
            text, alignment = apply(text, edits), alignment.then(edits)
            stages.append(Stage(rule.name, edits))
            remarks = (*carry(remarks, edits, text), *doubtful(edits))
    return Repaired(done.source, text, tuple(stages), alignment, _once(remarks))


def _once(remarks: Iterable[Edit]) -> tuple[Edit, ...]:
    """Drop what a later run says again of the same words."""
    return tuple({(remark.start, remark.end, remark.rule): remark for remark in remarks}.values())


def check(edit: Edit, rule: Rule) -> None:
    """Hold *edit* to what *rule* may do.

    Raises:
        BrokenPromiseError: It adds or removes a character the rule does not own, moves characters
            without leave, changes nothing, or breaks the rule's own check.
    """
    before, after = Counter(edit.before), Counter(edit.after)
    stray = set((before - after) + (after - before)) - rule.owns
    complaint = f"adds or removes {sorted(map(ascii, stray))}" if stray else rule.checks(edit)
    if not complaint and not rule.reorders and _kept(edit.before, rule) != _kept(edit.after, rule):
        complaint = "moves characters"
    if not complaint and edit.before == edit.after:
        complaint = "changes nothing"
    if complaint:
        raise BrokenPromiseError(f"{rule.name} at {edit.start} ({edit.before!a} to {edit.after!a}): {complaint}")


def _kept(text: str, rule: Rule) -> str:
    return "".join(char for char in text if char not in rule.owns)


def carry(remarks: Iterable[Edit], edits: Sequence[Edit], text: str) -> Iterable[Edit]:
    """Move *remarks* over a pass of *edits* that gave *text*.

    A remark that an edit rewrote or cut into is settled and dropped; one that is wider than the edits inside it
    stays, with its words as they are now.
    """
    for remark in remarks:
        touching = [edit for edit in edits if edit.start < remark.end and remark.start < edit.end]
        inside = [edit for edit in touching if remark.start <= edit.start and edit.end <= remark.end]
        if len(inside) < len(touching) or any(edit.end - edit.start == len(remark.before) for edit in inside):
            continue
        start = remark.start + sum(len(edit.after) - len(edit.before) for edit in edits if edit.end <= remark.start)
        end = start + len(remark.before) + sum(len(edit.after) - len(edit.before) for edit in inside)
        after = remark.after if not inside else text[start:end]
        yield replace(remark, start=start, end=end, before=text[start:end], after=after)


def doubtful(edits: Sequence[Edit]) -> Iterable[Edit]:
    """Put applied edits that are less than :data:`DOUBT` sure to the editor as well, where they now stand."""
    shift = 0
    for edit in edits:
        if edit.confidence < DOUBT:
            start = edit.start + shift
            after = edit.after
            yield replace(edit, start=start, end=start + len(after), before=after, outcome=Outcome.FLAGGED)
        shift += len(edit.after) - len(edit.before)
