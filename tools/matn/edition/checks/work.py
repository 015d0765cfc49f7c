"""Rules on the rest of a work's files: abstracts, what was read, words that nobody knows."""

from __future__ import annotations

from matn.edition.checks.model import Places, Subject, mistakes, told
from matn.edition.checks.summaries import count
from matn.edition.load import WORK_FILE
from matn.edition.proofs import READINGS_FILE, misplaced
from matn.edition.worklist import readings_of, strange_words

LEAST, MOST = 120, 180
"""Words of an abstract, in each language."""


def no_abstract(subject: Subject) -> Places:
    """The work has no abstract in both languages."""
    if subject.work and not all(subject.work.abstract.get(language) for language in ("ar", "en")):
        yield subject.file(WORK_FILE), ""


def abstract_length(subject: Subject) -> Places:
    """An abstract has not 120 to 180 words."""
    for language, text in subject.work.abstract.items() if subject.work else ():
        if not LEAST <= (words := count(text)) <= MOST:
            yield subject.file(WORK_FILE), f"{language}: found {words}"


def strange(subject: Subject) -> Places:
    """A word that no lexicon knows."""
    for word in strange_words(subject.paragraphs, subject.notes, subject.spellings):
        perhaps = f", perhaps {', '.join(word.perhaps)}" if word.perhaps else ""
        yield subject.at(word.at), f"{word.reading}{perhaps}"


def readings_file(subject: Subject) -> Places:
    """readings.yaml is not as it must be."""
    known = [paragraph.id for paragraph in subject.paragraphs] + [note.id for note in subject.notes]
    wrong = misplaced(subject.marks, known) if known else ()
    return [
        *mistakes(subject, READINGS_FILE),
        *((subject.file(READINGS_FILE, problem.line), told(problem)) for problem in wrong),
    ]


def unread(subject: Subject) -> Places:
    """A paragraph or note that no editor has read, by readings.yaml."""
    times = readings_of(subject.paragraphs, subject.notes, subject.marks)
    return [(subject.at(anchor), "") for anchor, count in times.items() if not count]
