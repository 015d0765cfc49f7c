"""What an editor tells the structure about a source: ``structure`` in ``work.yaml``, checked and compiled.

A hint is a short regular expression, searched in a line of the repaired text whose marks and tatweel are
left out (so that a repaired vowel sign does not unseat it). Hints name places; they never carry text.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from difflib import get_close_matches

from matn.errors import BadInputError

LAYOUTS = ("markdown", "wrapped")
PARAGRAPHS = ("sentence", "line")


@dataclass(frozen=True, slots=True)
class Furniture:
    """Lines that are not read, and why: one line, or all from *first* up to *before* (or to the end)."""

    first: re.Pattern[str]
    before: re.Pattern[str] | None
    single: bool
    reason: str


@dataclass(frozen=True, slots=True)
class HeadingHint:
    """A line that is a heading, and its level (1 is the work's main division)."""

    line: re.Pattern[str]
    level: int


@dataclass(frozen=True, slots=True)
class NoteHints:
    """Where the note bodies stand, and which markers cannot be told from numbers or are printed under another label.

    *first* finds the line that opens the region of the bodies (its heading, or the first body); *body*
    finds a body's label, as group 1. *markers* find note numbers in the text that damage has set apart from
    their words, so that no rule can prove them: the number is group 1. *same* maps a marker's printed label
    to the label of its body. *targets* finds lines that repeat the link targets of the page and are nobody's
    text.
    """

    first: re.Pattern[str] | None = None
    body: re.Pattern[str] | None = None
    markers: tuple[re.Pattern[str], ...] = ()
    same: Mapping[str, str] = field(default_factory=dict)
    targets: re.Pattern[str] | None = None


@dataclass(frozen=True, slots=True)
class Hints:
    """All that ``structure`` may say.

    Attributes:
        layout: ``markdown`` (a line is a paragraph or a part of one, blank lines between) or ``wrapped``
            (lines of a page).
        paragraphs: In Markdown, ``sentence`` (a paragraph that does not end a sentence goes on after the
            blank line) or ``line`` (it does not: the source has lost its full stops).
        title: The title's line.
        byline: Lines on author and date.
        furniture: What is not read.
        headings: Headings and their levels, first match wins.
        figures: The line printed under a figure that is lost.
        starts: Lines that begin a paragraph though nothing else shows it.
        joins: Lines that go on with the paragraph before though nothing else shows it.
        breaks: Places inside a line where a new paragraph begins.
        notes: See :class:`NoteHints`.
    """

    layout: str = "markdown"
    paragraphs: str = "sentence"
    title: re.Pattern[str] | None = None
    byline: tuple[re.Pattern[str], ...] = ()
    furniture: tuple[Furniture, ...] = ()
    headings: tuple[HeadingHint, ...] = ()
    figures: tuple[re.Pattern[str], ...] = ()
    starts: tuple[re.Pattern[str], ...] = ()
    joins: tuple[re.Pattern[str], ...] = ()
    breaks: tuple[re.Pattern[str], ...] = ()
    notes: NoteHints = field(default_factory=NoteHints)

    def patterns(self) -> Iterable[re.Pattern[str]]:
        """Every expression that must be found in some line."""
        yield from (*self.byline, *self.figures, *self.starts, *self.joins, *self.breaks, *self.notes.markers)
        yield from (hint.line for hint in self.headings)
        for stretch in self.furniture:
            yield from (stretch.first, *filter(None, [stretch.before]))
        yield from filter(None, (self.title, self.notes.first, self.notes.body, self.notes.targets))


def parse(raw: Mapping[str, object]) -> Hints:
    """Read the mapping of ``work.yaml``.

    Raises:
        BadInputError: An unknown key, a value of the wrong shape, an expression that does not compile.
    """
    _known(raw, _READERS, "structure")
    return Hints(**{key: _READERS[key](value, key) for key, value in raw.items()})  # type: ignore[arg-type]


def _known(raw: Mapping[str, object], keys: Iterable[str], where: str) -> None:
    for key in raw:
        if key not in keys:
            near = get_close_matches(str(key), list(keys), 1)
            hint = f"did you mean {near[0]!r}?" if near else f"known keys: {', '.join(keys)}"
            raise BadInputError(f"{where}: unknown key {key!r}", hint=hint)


def _mapping(value: object, where: str) -> Mapping[str, object]:
    if isinstance(value, Mapping):
        return value
    raise BadInputError(f"{where}: expected a mapping, found {value!a}")


def _list(value: object, where: str) -> list[object]:
    if isinstance(value, list):
        return value
    raise BadInputError(f"{where}: expected a list, found {value!a}")


def _pattern(value: object, where: str) -> re.Pattern[str]:
    try:
        if isinstance(value, str) and value:
            return re.compile(value)
    except re.error as error:
        raise BadInputError(f"{where}: {value!r} is no regular expression: {error}") from None
    raise BadInputError(f"{where}: expected a regular expression, found {value!a}")


def _patterns(value: object, where: str) -> tuple[re.Pattern[str], ...]:
    return tuple(_pattern(item, where) for item in _list(value, where))


def _choice(choices: tuple[str, ...]) -> Callable[[object, str], str]:
    def read(value: object, where: str) -> str:
        if isinstance(value, str) and value in choices:
            return value
        raise BadInputError(f"{where}: expected one of {', '.join(choices)}, found {value!a}")

    return read


def _furniture(value: object, where: str) -> tuple[Furniture, ...]:
    return tuple(_stretch(_mapping(item, where), where) for item in _list(value, where))


def _stretch(raw: Mapping[str, object], where: str) -> Furniture:
    _known(raw, ("line", "from", "before", "reason"), where)
    if ("line" in raw) == ("from" in raw) or ("line" in raw and "before" in raw) or not raw.get("reason"):
        raise BadInputError(f"{where}: expected `line` or `from` (with or without `before`), and a `reason`")
    before = _pattern(raw["before"], where) if "before" in raw else None
    return Furniture(_pattern(raw.get("line", raw.get("from")), where), before, "line" in raw, str(raw["reason"]))


def _headings(value: object, where: str) -> tuple[HeadingHint, ...]:
    done = []
    for item in _list(value, where):
        raw = _mapping(item, where)
        _known(raw, ("line", "level"), where)
        level = raw.get("level", 1)
        if not isinstance(level, int) or level < 1:
            raise BadInputError(f"{where}: expected a level from 1 on, found {level!a}")
        done.append(HeadingHint(_pattern(raw.get("line"), where), level))
    return tuple(done)


def _notes(value: object, where: str) -> NoteHints:
    raw = _mapping(value, where)
    _known(raw, ("first", "body", "markers", "same", "targets"), where)
    same = {str(key): str(label) for key, label in _mapping(raw.get("same", {}), f"{where}.same").items()}
    found = {key: _pattern(raw[key], f"{where}.{key}") for key in ("first", "body", "targets") if key in raw}
    markers = _patterns(raw.get("markers", []), f"{where}.markers")
    for pattern in (*markers, *filter(None, [found.get("body")])):
        if not pattern.groups:
            raise BadInputError(f"{where}: expected a group (…) around the number in {pattern.pattern!r}, found none")
    return NoteHints(same=same, markers=markers, **found)


_READERS: Mapping[str, Callable[[object, str], object]] = {
    "layout": _choice(LAYOUTS),
    "paragraphs": _choice(PARAGRAPHS),
    "title": _pattern,
    "byline": _patterns,
    "furniture": _furniture,
    "headings": _headings,
    "figures": _patterns,
    "starts": _patterns,
    "joins": _patterns,
    "breaks": _patterns,
    "notes": _notes,
}
