"""Rules on what the works share: names and chronology."""

from __future__ import annotations

from matn.edition.checks.model import Places, Whole, mistakes, told
from matn.edition.chronology import CHRONOLOGY_FILE
from matn.edition.names import NAMES_FILE, never_occurring


def names_file(whole: Whole) -> Places:
    """names.yaml is not as it must be."""
    return mistakes(whole, NAMES_FILE)


def idle_names(whole: Whole) -> Places:
    """A name in names.yaml occurs in no work."""
    problems = never_occurring(whole.names, whole.texts) if whole.complete else ()
    return [(whole.file(NAMES_FILE, problem.line), told(problem)) for problem in problems]


def chronology_file(whole: Whole) -> Places:
    """chronology.yaml is not as it must be."""
    return mistakes(whole, CHRONOLOGY_FILE)


def unsupported_events(whole: Whole) -> Places:
    """The paragraphs that an event refers to do not state its date."""
    problems = whole.reconciled.problems if whole.complete else ()
    return [(whole.file(CHRONOLOGY_FILE, problem.line), told(problem)) for problem in problems]


def uncovered_dates(whole: Whole) -> Places:
    """A text dates something to a day or month that the chronology does not have."""
    mentions = whole.reconciled.uncovered if whole.complete else ()
    return [(f"{m.work}#{m.paragraph}", f"{m.surface} ({m.found.iso})") for m in mentions]
