"""Read ``docs/works/names.yaml``, with every mistake told at its line."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, cast

from yaml import MappingNode, Node

from matn.edition.load import bilingual
from matn.edition.names.forms import word_forms
from matn.edition.names.model import Kind, Name
from matn.edition.schema import Check, Key, Problem, entries, items, matching, one_of, record, refuse, suggestion, text

NAMES_FILE = "names.yaml"
_SLUG = "[a-z0-9]+(-[a-z0-9]+)*"
_NAME: Check = record(
    {
        "id": Key(matching(_SLUG, "a slug such as ain-al-asad"), required=True),
        "kind": Key(one_of(*Kind), required=True),
        "ar": Key(text, required=True),
        "variants": Key(items(text)),
        "en": Key(text, required=True),
        "en_variants": Key(items(text)),
        "line": Key(bilingual, required=True),
        "wikidata": Key(matching("Q[1-9][0-9]*", "a Wikidata item such as Q796")),
        "ambiguous_with": Key(items(matching(_SLUG, "the id of another name"))),
    }
)


def _entry(node: Node, problems: list[Problem]) -> dict[str, Any]:
    """Check an entry; its row goes by another name, since it has a key ``line``."""
    fields = cast("dict[str, Any]", _NAME(node, problems))
    lines = [value for key, value in node.value if key.value == "line"] if isinstance(node, MappingNode) else []
    return fields | {"row": fields["line"], "line": bilingual(lines[0], []) if lines else {}}


_NAMES = items(_entry)


def check_names(path: Path) -> tuple[tuple[Name, ...], tuple[Problem, ...]]:
    """Read the names in the file *path*, with all mistakes; no file means no names."""
    found, problems = entries(path, _NAMES)
    names = tuple(_name(fields) for fields in found)
    return names, problems or tuple(sorted(_problems(names), key=lambda problem: problem.line))


def load_names(path: Path) -> tuple[Name, ...]:
    """Return the names in the file *path*, in its order.

    Raises:
        BadInputError: The file has mistakes; the message tells them all.
    """
    names, problems = check_names(path)
    refuse(path, problems)
    return names


def _name(fields: dict[str, Any]) -> Name:
    lists = {key: tuple(value) for key, value in fields.items() if isinstance(value, list)}
    return Name(**(fields | lists | {"kind": Kind(fields["kind"])}))


def _problems(names: Sequence[Name]) -> Iterator[Problem]:
    yield from _repeated_ids(names)
    for name in names:
        for form in (form for form in name.forms if not word_forms(form)):
            yield Problem(name.row, f"{name.id}: expected an Arabic name, found {form!r}")
    yield from _shared(names)


def _repeated_ids(names: Sequence[Name]) -> Iterator[Problem]:
    first: dict[str, int] = {}
    for name in names:
        if name.id in first:
            yield Problem(name.row, f"id {name.id} stands twice, first in line {first[name.id]}")
        first.setdefault(name.id, name.row)


def _shared(names: Sequence[Name]) -> Iterator[Problem]:
    """Yield undeclared ambiguities, and declared ones that are none."""
    owners: dict[tuple[str, ...], dict[str, Name]] = defaultdict(dict)
    for name in names:
        for form in name.forms:
            for words in word_forms(form):
                owners[words][name.id] = name
    shared = {(a, b) for group in owners.values() for a in group for b in group if a != b}
    by_id = {name.id: name for name in names}
    for name in names:
        for other in name.ambiguous_with:
            if other not in by_id:
                yield Problem(name.row, f"{name.id}: there is no name {other}", suggestion(other, by_id))
            elif (name.id, other) not in shared:
                message = f"{name.id} is said to be ambiguous with {other}, but no form of theirs is the same"
                yield Problem(name.row, message, "take it out of ambiguous_with, or add the form to variants of both")
    yield from _undeclared(owners)


def _undeclared(owners: dict[tuple[str, ...], dict[str, Name]]) -> Iterator[Problem]:
    told: set[tuple[str, str]] = set()
    for words, group in owners.items():
        for name in group.values():
            for other in group:
                if other != name.id and other not in name.ambiguous_with and (name.id, other) not in told:
                    told.add((name.id, other))
                    message = f"{name.id} shares the form {' '.join(words)} with {other} and does not say so"
                    yield Problem(name.row, message, f"write ambiguous_with: [{other}], or take the form out of one")
