"""The figures of the page: everything counted from the edition, nothing written down beforehand."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from matn.edition.model import Account, Edition, Work, WorkEdition
from matn.edition.remembered import remembered
from matn.edition.summaries import stale
from matn.site.statistics import damage, signs

SPECIMEN = "specimen"
"""The work that the project wrote itself: it stands beside the papers, not among them."""
SUMMARY_STATES = ("fresh", "stale", "none", "lacking")
NOTE_STATES = ("present", "lost", "marker-lost")


@dataclass(frozen=True, slots=True)
class WorkFigures:
    """What is counted of one work.

    Attributes:
        work: The work.
        paragraphs: Its anchored units.
        notes: Its notes by state, see :data:`NOTE_STATES`.
        summaries: Its summaries by state: written from the present wording, from an earlier one, left out for a
            reason, or lacking; see :data:`SUMMARY_STATES`.
        emendations: Its editor's corrections by (kind, certainty).
        account: Where the characters of its source went; None where the text is absent, and then so are the rest.
        classes: Places changed by class of damage.
        rules: Places changed by rule.
        gaps: Places shown as lost.
        questions: Places that wait for an editor.
        before: Signs of damage as received.
        after: Signs of damage in the reading text.
    """

    work: Work
    paragraphs: int
    notes: Mapping[str, int]
    summaries: Mapping[str, int]
    emendations: Mapping[tuple[str, str], int]
    account: Account | None
    classes: Mapping[str, int]
    rules: Mapping[str, int]
    gaps: int
    questions: int
    before: signs.Signs | None
    after: signs.Signs | None

    def rate(self, name: str) -> float:
        """Return the places changed in a thousand characters of the source, for a class of damage."""
        return 1000 * self.classes[name] / self.account.total if self.account and self.account.total else 0.0

    @property
    def rewritten(self) -> int:
        """Characters of the source that a rule or an editor took out or wrote anew."""
        return sum(self.account.edited.values()) if self.account else 0

    @property
    def removed(self) -> int:
        """Characters of the source that are no part of the text: page furniture, labels, markers."""
        return sum(self.account.removed.values()) if self.account else 0


@remembered
def figures(edition: Edition) -> tuple[WorkFigures, ...]:
    """Count every work of *edition*, the specimen last."""
    return tuple(map(_work, sorted(edition.works, key=lambda item: item.work.id == SPECIMEN)))


def _work(item: WorkEdition) -> WorkFigures:
    return WorkFigures(
        work=item.work,
        paragraphs=len(item.paragraphs),
        notes=Counter(note.status for note in item.notes),
        summaries=_summaries(item),
        emendations=Counter((each.kind, each.certainty) for each in item.emendations),
        account=item.account,
        classes=damage.places_by_class(item),
        rules=damage.places_by_rule(item),
        gaps=damage.gaps(item),
        questions=sum(len(paragraph.queries) for paragraph in item.paragraphs),
        before=signs.before(item),
        after=signs.after(item),
    )


def _summaries(item: WorkEdition) -> Mapping[str, int]:
    states: Counter[str] = Counter()
    for paragraph in item.paragraphs:
        summary = item.summaries.get(paragraph.id)
        if summary is None:
            states["lacking"] += 1
        elif not summary.text:
            states["none"] += 1
        else:
            states["stale" if stale(summary, paragraph) else "fresh"] += 1
    return states
