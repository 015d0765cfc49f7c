"""Draw with pygal, then make of its picture what a page can take in: no script, no colours, mirrored for Arabic.

pygal lays out bars, scales and labels and marks everything with classes. What it brings for pages of its own (its
script, its style sheet with a random name, pieces of tooltips) is left out, so that the same figures give the same
bytes and the page's own style sheet colours them, light and dark.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from lxml import etree
from markupsafe import Markup

from matn.site.statistics.engine import Bars, Graph, StackedBars, Style
from matn.site.words import Words

WIDTH = 340
"""Width of a picture in its own units; shown at a pixel each it fits a phone."""
_HEAD, _ROW, _MORE, _FOOT = 4, 25, 11, 24
"""Heights: above the bars, of a row of one bar, of each further bar in it, of the scale below."""
_BELOW = 4
"""What the feet of letters take below the lowest line that pygal knows of."""
_STYLE = Style(label_font_size=12, major_label_font_size=12, value_font_size=12)
_KEPT = {"g": ("class", "transform"), "rect": ("x", "y", "width", "height"), "path": ("d", "class"), "text": ("x", "y")}
"""What is taken over from pygal's picture: these elements with these attributes."""
_IDLE = frozenset({"background", "overlay", "tooltip-overlay", "titles"})
_LONG = re.compile(r"\d+\.\d{2,}")


@dataclass(frozen=True, slots=True)
class Plot:
    """Bars to draw: *rows* from top to bottom, and for each of *series* one value a row.

    *key* names the plot within its page, *title* says what it shows, *show* writes a value, *least* is the smallest
    one that is written into a stacked bar, *scale* the greatest value of the axis (0: of these values).
    """

    key: str
    title: str
    rows: Sequence[str]
    series: Mapping[str, Sequence[float]]
    show: Callable[[float], str]
    scale: float = 0.0
    stacked: bool = False
    least: float = 0.0


def draw(plot: Plot, say: Words) -> Markup:
    """Return *plot* as inline SVG, named and described, that runs in the direction of the interface.

    In the page the classes ``series-0``, ``series-1`` … tell the series apart, by filling and not only by colour.
    """
    mirrored = say.direction == "rtl"
    inner = Markup("").join(_copied(child, mirrored) for child in _chart(plot).render_tree())
    if mirrored:
        inner = Markup('<g transform="translate({} 0) scale(-1 1)">{}</g>').format(WIDTH, inner)
    return Markup(
        '<svg class="plot-picture" role="img" viewBox="0 0 {w} {h}" width="{w}" height="{h}" '
        'aria-labelledby="plot-{key}-title" aria-describedby="plot-{key}-desc">'
        '<title id="plot-{key}-title">{title}</title><desc id="plot-{key}-desc">{told}</desc>{inner}</svg>'
    ).format(w=WIDTH, h=_height(plot) + _BELOW, key=plot.key, title=plot.title, told=described(plot), inner=inner)


def described(plot: Plot) -> str:
    """Return the values of *plot* in words, for those who do not see the bars."""
    return "; ".join(f"{row}: {_values(plot, at)}" for at, row in enumerate(plot.rows))


def _values(plot: Plot, at: int) -> str:
    alone = len(plot.series) == 1
    return ", ".join(("" if alone else f"{name} ") + plot.show(values[at]) for name, values in plot.series.items())


def _height(plot: Plot) -> int:
    beside = 0 if plot.stacked else len(plot.series) - 1
    return _HEAD + _FOOT + len(plot.rows) * (_ROW + _MORE * beside)


def _chart(plot: Plot) -> Graph:
    kind = StackedBars if plot.stacked else Bars
    chart = kind(
        width=WIDTH,
        height=_height(plot),
        margin=0,
        margin_top=_HEAD,
        margin_right=_STYLE.value_font_size * 3,
        spacing=6,
        range=(0, plot.scale or _greatest(plot) or 1),
        min_scale=2,
        max_scale=5,
        css=[],
        js=[],
        style=_STYLE,
        show_legend=False,
        print_values=True,
        print_values_position="center" if plot.stacked else "top",
        value_formatter=plot.show,
        formatter=lambda value: plot.show(value) if value >= plot.least else "",
    )
    chart.x_labels = list(reversed(plot.rows))
    for name, values in plot.series.items():
        chart.add(name, list(reversed(values)))
    return chart


def _greatest(plot: Plot) -> float:
    rows = zip(*plot.series.values(), strict=True)
    return max((sum(row) if plot.stacked else max(row) for row in rows), default=0.0)


def _copied(element: etree._Element, mirrored: bool) -> Markup:
    """Return what of *element* stands in the page; in a mirrored picture each text is turned back in its place."""
    classes = (element.get("class") or "").split()
    inner = Markup("").join(_copied(child, mirrored) for child in element)
    empty = {"g": not inner, "text": not element.text, "rect": not float(element.get("width") or 0)}
    if element.tag not in _KEPT or empty.get(element.tag) or not _IDLE.isdisjoint(classes):
        return Markup("")
    pairs = {name: element.get(name) for name in _KEPT[element.tag] if element.get(name)}
    if element.tag == "text":
        pairs["class"] = " ".join(sorted({"label", *classes} - {"major"}))
        if mirrored:
            pairs["transform"] = f"translate({2 * float(pairs['x'])} 0) scale(-1 1)"
    written = Markup("").join(Markup(' {}="{}"').format(name, _short(value)) for name, value in pairs.items())
    return Markup("<{0}{1}>{2}{3}</{0}>").format(element.tag, written, element.text or "", inner)


def _short(value: str) -> str:
    return _LONG.sub(lambda match: f"{float(match[0]):.1f}", value)
