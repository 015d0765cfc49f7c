"""The page: plots, each with its table and a caption, and tables of the rest."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from matn.edition.model import Edition
from matn.site.contents import Heading, nested
from matn.site.front import front_matter
from matn.site.statistics import plots, tables
from matn.site.statistics.damage import CLASSES
from matn.site.statistics.drawing import draw
from matn.site.statistics.figures import WorkFigures, figures
from matn.site.statistics.tables import Table
from matn.site.templates import environment
from matn.site.words import Words

PATH = "statistics.md"
_OF_TEXTS = frozenset({"damage", "unknown", "characters", "rules"})
"""Parts that count only works whose text is there."""


@dataclass(frozen=True, slots=True)
class Section:
    """A part of the page. *drawn* are its pictures with their titles, *legend* names the fillings of its bars."""

    id: str
    title: str
    lead: str
    drawn: Sequence[tuple[str, Markup]]
    legend: Sequence[str]
    seen: str
    table: Table


def files(edition: Edition, say: Words) -> dict[str, str | bytes]:
    """Return path (from the root of the interface) to content."""
    head = front_matter(say("statistics"), say("statistics-lead"), index="statistics")
    counted = figures(edition)
    body = environment().get_template("statistics.html").render(
        say=say,
        short=_short(edition, counted, say),
        classes=CLASSES,
        sections=_sections(counted, say),
        absent=[each.work for each in counted if each.account is None],
    )  # fmt: skip
    return {PATH: f"{head}\n{body}\n"}


def outlines(edition: Edition, say: Words) -> dict[str, list[dict[str, object]]]:
    """Return the contents of the page, by path, as nested toc tokens."""
    return {
        PATH: nested(
            [Heading(key, 1, say(f"statistics-{key}"), say.language) for key in ("short", *tables.TABLES)], say
        )
    }


def _short(edition: Edition, counted: Sequence[WorkFigures], say: Words) -> Mapping[str, str]:
    """Return the few figures that say most, by the key of their name."""
    accounts = [each.account for each in counted if each.account]
    fresh, stale = (sum(each.summaries.get(state, 0) for each in counted) for state in ("fresh", "stale"))
    numbers = {
        "short-paragraphs": sum(each.paragraphs for each in counted),
        "short-characters": sum(account.total for account in accounts),
        "short-unaccounted": sum(account.unaccounted for account in accounts),
        "short-changed": sum(sum(each.classes.values()) for each in counted),
        "short-emendations": sum(sum(each.emendations.values()) for each in counted),
        "short-gaps": sum(each.gaps for each in counted),
        "short-questions": sum(each.questions for each in counted),
        "short-notes-lost": sum(each.notes.get("lost", 0) for each in counted),
        "short-fresh": fresh,
        "short-stale": stale,
        "short-names": len(edition.names),
        "short-events": len(edition.chronology),
    }
    return {key: say.number(value) for key, value in numbers.items()}


def _sections(counted: Sequence[WorkFigures], say: Words) -> list[Section]:
    whole = [each for each in counted if each.account]
    return [_section(key, whole if key in _OF_TEXTS else counted, say) for key in tables.TABLES]


def _section(key: str, counted: Sequence[WorkFigures], say: Words) -> Section:
    plotted = plots.PLOTS.get(key)
    drawn = [plot for plot in plotted.plots(counted, say) if plot.rows] if plotted else []
    return Section(
        id=key,
        title=say(f"statistics-{key}"),
        lead=say(f"statistics-{key}-lead"),
        drawn=[(plot.title, draw(plot, say)) for plot in drawn],
        legend=list(drawn[0].series) if drawn and len(drawn[0].series) > 1 else (),
        seen=plotted.seen(counted, say) if plotted else "",
        table=tables.TABLES[key](counted, say),
    )
