"""Check a YAML file against a shape written by hand, and collect every mistake with its line.

A check takes a node of the parsed file and a list to put complaints into, and returns the value. Checks
are built from smaller ones: ``record({"id": Key(text)})``. Scalars are read as written, so that ``2025``
and ``no`` stay the strings they are where a string is wanted.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, cast

import yaml
from yaml import MappingNode, Node, ScalarNode, SequenceNode

from matn.errors import BadInputError


@dataclass(frozen=True, slots=True)
class Problem:
    """A mistake in a file of the edition: its 1-based line, what is wrong, what to do."""

    line: int
    message: str
    hint: str = ""


Check = Callable[[Node, list[Problem]], object]


@dataclass(frozen=True, slots=True)
class Key:
    """A key of a record: how its value is checked, and whether it may be absent."""

    check: Check
    required: bool = False


def parse(path: Path, check: Check) -> tuple[object, tuple[Problem, ...]]:
    """Read the YAML file *path* and return the value that *check* makes of it, with all problems.

    An empty file has the value None and no problem. The value is usable only if there are no problems.
    """
    content, problems = read_text(path)
    if problems:
        return None, problems
    try:
        node = _compose(content)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        return None, (Problem(mark.line + 1 if mark else 1, f"not valid YAML: {error.problem}"),)
    except yaml.YAMLError as error:
        return None, (Problem(1, f"not valid YAML: {error}"),)
    if node is None:
        return None, ()
    found: list[Problem] = []
    value = check(node, found)
    return value, tuple(sorted(found, key=lambda problem: problem.line))


def entries(path: Path, check: Check) -> tuple[list[dict[str, Any]], tuple[Problem, ...]]:
    """Read the records in the YAML file *path*; there are none where there is no file, or a problem."""
    if not path.exists():
        return [], ()
    value, problems = parse(path, check)
    return cast("list[dict[str, Any]]", [] if problems or value is None else value), problems


def _compose(content: str) -> Node | None:
    """Parse with libyaml where there is one, ten times as fast; the parser in Python tells more of a mistake."""
    try:
        return yaml.compose(content, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))
    except yaml.YAMLError:
        return yaml.compose(content, Loader=yaml.SafeLoader)


def read_text(path: Path) -> tuple[str, tuple[Problem, ...]]:
    """Return the UTF-8 text of *path*; that it cannot be read, or is not UTF-8, is a problem like others."""
    try:
        return path.read_text(encoding="utf-8"), ()
    except OSError as error:
        return "", (Problem(1, f"cannot be read: {error.strerror}"),)
    except UnicodeDecodeError as error:
        line = error.object[: error.start].count(b"\n") + 1
        return "", (Problem(line, f"expected UTF-8, found the byte {error.object[error.start]:#04x}"),)


def refuse(path: Path, problems: Sequence[Problem]) -> None:
    """Raise one error that tells all *problems* of *path*, if there are any.

    Raises:
        BadInputError: There are problems.
    """
    if not problems:
        return
    first, *others = problems
    if not others:
        raise BadInputError(first.message, path=path, line=first.line, hint=first.hint)
    lines = "".join(f"\n  {path}:{p.line}: {p.message}" + (f" ({p.hint})" if p.hint else "") for p in problems)
    raise BadInputError(f"{len(problems)} mistakes:{lines}", path=path, line=first.line)


def line_of(node: Node) -> int:
    """Return the 1-based line where *node* begins."""
    return int(node.start_mark.line) + 1


def suggestion(word: str, known: Iterable[str]) -> str:
    """Return ``did you mean …?`` for the nearest of *known*, or an empty string."""
    near = difflib.get_close_matches(word, list(known), n=1)
    return f"did you mean {near[0]}?" if near else ""


def text(node: Node, problems: list[Problem]) -> str:
    """A text that is not empty."""
    if not isinstance(node, ScalarNode) or node.tag.endswith(":null") or not node.value.strip():
        problems.append(Problem(line_of(node), f"expected a text, found {_found(node)}"))
        return ""
    return str(node.value)


def any_text(node: Node, problems: list[Problem]) -> str:
    """A text that may be empty (written ``""``)."""
    if isinstance(node, ScalarNode) and node.value == "" and node.style in ("'", '"'):
        return ""
    return text(node, problems)


def number(node: Node, problems: list[Problem]) -> int:
    """A whole number of at least 1."""
    if isinstance(node, ScalarNode) and re.fullmatch(r"[1-9][0-9]*", node.value):
        return int(node.value)
    problems.append(Problem(line_of(node), f"expected a number of at least 1, found {_found(node)}"))
    return 0


def count(node: Node, problems: list[Problem]) -> int:
    """A whole number, 0 or more."""
    if isinstance(node, ScalarNode) and node.value.isascii() and node.value.isdigit():
        return int(node.value)
    problems.append(Problem(line_of(node), f"expected a whole number, 0 or more, found {_found(node)}"))
    return 0


def one_of(*values: str) -> Check:
    """Return a check for one of the words *values*."""

    def check(node: Node, problems: list[Problem]) -> str:
        value = str(node.value) if isinstance(node, ScalarNode) else ""
        if value not in values:
            expected = " or ".join(values) if len(values) < 3 else "one of " + ", ".join(values)
            message = f"expected {expected}, found {_found(node)}"
            problems.append(Problem(line_of(node), message, suggestion(value, values)))
        return value

    return check


def matching(pattern: str, expected: str) -> Check:
    """Return a check for a text that fits *pattern* wholly; *expected* says so in words."""

    def check(node: Node, problems: list[Problem]) -> str:
        value = str(node.value) if isinstance(node, ScalarNode) else ""
        if not re.fullmatch(pattern, value):
            problems.append(Problem(line_of(node), f"expected {expected}, found {_found(node)}"))
        return value

    return check


def anything(node: Node, problems: list[Problem]) -> object:
    """Whatever plain YAML says."""
    try:
        return yaml.safe_load(yaml.serialize(node))
    except yaml.YAMLError as error:
        problems.append(Problem(line_of(node), f"not valid YAML: {error}"))
        return None


def items(check: Check) -> Check:
    """Return a check for a list whose items pass *check*."""

    def checked(node: Node, problems: list[Problem]) -> list[object]:
        if not isinstance(node, SequenceNode):
            problems.append(Problem(line_of(node), f"expected a list, found {_found(node)}"))
            return []
        return [check(item, problems) for item in node.value]

    return checked


def record(keys: Mapping[str, Key]) -> Check:
    """Return a check for a mapping with exactly these *keys*; the value also has its ``line``."""

    def check(node: Node, problems: list[Problem]) -> dict[str, object]:
        values: dict[str, object] = {}
        for name, value in _pairs(node, problems):
            if name.value in keys:
                values[name.value] = keys[name.value].check(value, problems)
            else:
                hint = suggestion(name.value, keys)
                problems.append(
                    Problem(line_of(name), f"unknown key {name.value}", hint or f"known: {', '.join(keys)}")
                )
        missing = [name for name, key in keys.items() if key.required and name not in values]
        if missing and isinstance(node, MappingNode):
            problems.append(Problem(line_of(node), f"missing: {', '.join(missing)}"))
        return values | {"line": line_of(node)}

    return check


def mapping(node: Node, problems: list[Problem]) -> Mapping[str, object]:
    """A mapping with any keys and any values."""
    return {name.value: anything(value, problems) for name, value in _pairs(node, problems)}


def _pairs(node: Node, problems: list[Problem]) -> list[tuple[ScalarNode, Node]]:
    if not isinstance(node, MappingNode):
        problems.append(Problem(line_of(node), f"expected key: value lines, found {_found(node)}"))
        return []
    pairs: dict[str, tuple[ScalarNode, Node]] = {}
    for name, value in node.value:
        if not isinstance(name, ScalarNode):
            problems.append(Problem(line_of(name), "expected a word as key"))
        elif name.value in pairs:
            first = line_of(pairs[name.value][0])
            problems.append(Problem(line_of(name), f"key {name.value} stands twice, first in line {first}"))
        else:
            pairs[name.value] = (name, value)
    return list(pairs.values())


def _found(node: Node) -> str:
    if isinstance(node, MappingNode):
        return "key: value lines"
    if isinstance(node, SequenceNode):
        return "a list"
    return repr(node.value[:60]) if node.value else "nothing"
