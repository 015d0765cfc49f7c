"""Which plots stand on the page, and what one sees in each; all words are computed with the figures."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from babel import Locale
from babel.numbers import format_decimal

from matn.edition.emend import CERTAINTIES, KINDS
from matn.edition.model import Work
from matn.site.statistics.damage import CLASSES
from matn.site.statistics.drawing import Plot
from matn.site.statistics.figures import SPECIMEN, WorkFigures
from matn.site.statistics.signs import Signs
from matn.site.words import Words

FATES = ("rewritten", "removed", "blank")


def tenths(value: float, say: Words) -> str:
    """Return *value* with one decimal at most, as readers of the language write it."""
    return format_decimal(value, format="#,##0.#", locale=Locale(say.language))


def labels(works: Sequence[Work], say: Words) -> list[str]:
    """Return a short name for each of *works*: the last of its author's, with the year where two are the same."""
    names = [
        say("specimen-short") if work.id == SPECIMEN else (work.author.get(say.language) or work.id).split()[-1]
        for work in works
    ]
    times = Counter(names)
    return [f"{name} {work.date[:4]}" if times[name] > 1 else name for name, work in zip(names, works, strict=True)]


def per_thousand(part: int, whole: int) -> float:
    """Return how many in a thousand *part* of *whole* is, 0 of nothing."""
    return 1000 * part / whole if whole else 0.0


def damage(figures: Sequence[WorkFigures], say: Words) -> list[Plot]:
    """Return a plot for each work: places changed in a thousand characters, by class, all to one scale."""
    scale = max((each.rate(name) for each in figures for name in CLASSES), default=0.0)
    return [
        Plot(
            key=f"damage-{each.work.id}",
            title=label,
            rows=[say(f"class-{name}") for name in CLASSES],
            series={say("places-rate"): [each.rate(name) for name in CLASSES]},
            show=lambda value: tenths(value, say),
            scale=scale,
        )
        for each, label in zip(figures, labels([each.work for each in figures], say), strict=True)
    ]


def damage_seen(figures: Sequence[WorkFigures], say: Words) -> str:
    """Return what the plots of damage show, in words."""
    classes: Counter[str] = sum((Counter(each.classes) for each in figures), Counter())
    names = labels([each.work for each in figures], say)
    rates = sorted((sum(map(each.rate, CLASSES)), name) for each, name in zip(figures, names, strict=True))
    if not classes or not rates:
        return ""
    (common, number), total = classes.most_common(1)[0], classes.total()
    told = {"name": say(f"class-{common}"), "share": say.share(number, total), "n": say.number(total)}
    most = {"most": rates[-1][1], "rate": tenths(rates[-1][0], say)}
    if len(rates) == 1:
        return say("damage-seen-alone", **told, **most)
    return say("damage-seen", **told, **most, least=rates[0][1], low=tenths(rates[0][0], say))


def unknown(figures: Sequence[WorkFigures], say: Words) -> list[Plot]:
    """Return the plot of words that no list has, as received and as read."""

    def rates(signs: Sequence[Signs | None]) -> list[float]:
        return [per_thousand(each.unknown, each.words) if each else 0.0 for each in signs]

    plot = Plot(
        key="unknown",
        title=say("unknown-title"),
        rows=labels([each.work for each in figures], say),
        series={
            say("layer-received"): rates([each.before for each in figures]),
            say("layer-reading"): rates([each.after for each in figures]),
        },
        show=lambda value: tenths(value, say),
    )
    return [plot]


def unknown_seen(figures: Sequence[WorkFigures], say: Words) -> str:
    """Return what the plot of unknown words shows, in words."""
    (plot,) = unknown(figures, say)
    before, after = plot.series.values()
    if not before:
        return ""
    at = max(range(len(before)), key=lambda at: before[at] - after[at])
    told = {"name": plot.rows[at], "before": plot.show(before[at]), "after": plot.show(after[at])}
    return say("unknown-seen", **told)


def characters(figures: Sequence[WorkFigures], say: Words) -> list[Plot]:
    """Return the plot of the characters that the reading text does not have as they stood, in a hundred."""
    rows: Mapping[str, list[float]] = {
        say(f"fate-{fate}"): [100 * _fate(each, fate) / (each.account.total if each.account else 1) for each in figures]
        for fate in FATES
    }
    plot = Plot(
        key="characters",
        title=say("characters-title"),
        rows=labels([each.work for each in figures], say),
        series=rows,
        show=lambda value: tenths(value, say),
        stacked=True,
        least=2.5,
    )
    return [plot]


def _fate(each: WorkFigures, fate: str) -> int:
    if each.account is None:
        return 0
    return {"rewritten": each.rewritten, "removed": each.removed, "blank": each.account.blank}[fate]


def characters_seen(figures: Sequence[WorkFigures], say: Words) -> str:
    """Return where all characters went, in words."""
    accounts = [each.account for each in figures if each.account]
    total = sum(account.total for account in accounts)
    kept = sum(account.kept for account in accounts)
    shares = {fate: say.share(sum(_fate(each, fate) for each in figures), total) for fate in FATES}
    lost = say.number(sum(account.unaccounted for account in accounts))
    return say("characters-seen", n=say.number(total), kept=say.share(kept, total), lost=lost, **shares)


def emendations(figures: Sequence[WorkFigures], say: Words) -> list[Plot]:
    """Return the plot of the editors' corrections by kind and certainty."""
    counts: Counter[tuple[str, str]] = sum((Counter(each.emendations) for each in figures), Counter())
    kinds = [kind for kind in KINDS if any(counts[kind, sure] for sure in CERTAINTIES)]
    plot = Plot(
        key="emendations",
        title=say("emendations-title"),
        rows=[say(f"emended-{kind}") for kind in kinds],
        series={say(f"sure-{sure}"): [counts[kind, sure] for kind in kinds] for sure in CERTAINTIES},
        show=lambda value: say.number(round(value)),
        stacked=True,
        least=6,
    )
    return [plot]


def emendations_seen(figures: Sequence[WorkFigures], say: Words) -> str:
    """Return what the plot of emendations shows, in words."""
    (plot,) = emendations(figures, say)
    if not plot.rows:
        return ""
    sure, *_, guessed = (sum(values) for values in plot.series.values())
    sums = [sum(row) for row in zip(*plot.series.values(), strict=True)]
    n, most = round(sum(sums)), max(sums)
    told = {"name": plot.rows[sums.index(most)], "most": say.number(round(most)), "share": say.share(round(sure), n)}
    return say("emendations-seen", n=say.number(n), guessed=say.number(round(guessed)), **told)


@dataclass(frozen=True, slots=True)
class Plotted:
    """What is plotted in a part of the page, and what one sees in it."""

    plots: Callable[[Sequence[WorkFigures], Words], list[Plot]]
    seen: Callable[[Sequence[WorkFigures], Words], str]


PLOTS = {
    "damage": Plotted(damage, damage_seen),
    "unknown": Plotted(unknown, unknown_seen),
    "characters": Plotted(characters, characters_seen),
    "emendations": Plotted(emendations, emendations_seen),
}
