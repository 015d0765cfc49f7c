"""Classes of damage, as readers of figures meet them: which rules mend what, and where a text was changed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from matn.edition.model import Alteration, WorkEdition

CLASSES: dict[str, tuple[str, ...]] = {
    "strokes": ("kashida", "replacement-characters"),
    "order": ("visual-order", "word-order", "displaced-pieces"),
    "marks": ("detached-marks", "doubled-marks", "mark-order"),
    "letters": ("presentation-forms", "doubled-letters", "lam-alef", "lost-ligatures"),
    "signs": ("controls", "mirrored-signs", "links", "spacing", "line-end"),
    "numbers": ("lost-digits", "glued-note-numbers"),
    "editor": ("emendation",),
}
"""Class to the rules that mend it. What only editors can mend, chiefly letters misread by OCR, is ``editor``."""

OTHER = "other"
"""The class of a rule that no class names."""

_CLASS_OF = {rule: name for name, rules in CLASSES.items() for rule in rules}


def class_of(rule: str) -> str:
    """Return the class of damage that *rule* mends."""
    return _CLASS_OF.get(rule, OTHER)


def altered(item: WorkEdition) -> Iterator[Sequence[Alteration]]:
    """Yield the alterations of each paragraph and note of *item*."""
    yield from (paragraph.alterations for paragraph in item.paragraphs)
    yield from (note.alterations for note in item.notes)


def places_by_rule(item: WorkEdition) -> Counter[str]:
    """Count the places of the reading text that each rule changed; two rules may have changed one place."""
    return Counter(rule for changes in altered(item) for change in changes for rule in _rules(change, changes))


def places_by_class(item: WorkEdition) -> Counter[str]:
    """Count the places of the reading text that were changed, by class of damage."""
    return Counter(
        name
        for changes in altered(item)
        for change in changes
        for name in {class_of(rule) for rule in _rules(change, changes)}
    )


def gaps(item: WorkEdition) -> int:
    """Count the places where something is lost and shown as a gap."""
    return sum(change.kind == "gap" for changes in altered(item) for change in changes)


def _rules(change: Alteration, among: Iterable[Alteration]) -> set[str]:
    """Return the rules of *change*, less those of the gaps inside it, which are places of their own."""
    inner = (gap for gap in among if gap.kind == "gap" and gap is not change)
    told = {rule for gap in inner if change.start <= gap.start and gap.end <= change.end for rule in gap.rules}
    return set(change.rules) - told
