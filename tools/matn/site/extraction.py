"""Find the words that the interface says: Babel's extraction, with methods of ours for ``say``.

Babel's own methods see ``say("key")`` but not ``say.count("key", n)``, a key chosen by a condition, or one that is
put together (``say("rule-" ~ rule)``), of which a source tells only the shape: ``rule-*``. What a method finds it
hands on as gettext does: a plural is a pair, and what is no plain key has a context that says what it is.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from fnmatch import fnmatchcase
from pathlib import Path
from typing import IO, Any

import yaml
from babel.messages.extract import extract_from_dir
from jinja2 import Environment, nodes

SAYING = frozenset({"say", "both"})
TEMPLATES_SAYING = SAYING | {"fact", "told", "head", "nothing", "part", "chip", "tongue"}
"""``say``, and the function and macros that take a key first and say it."""
METHODS = {"": "say", "count": "count", "forms": "count", "group": "group"}
"""What a call of ``say`` or of its method takes: a key, one with plural forms, what keys of a script begin with."""
PLACES = ("tools/matn", "overrides")
CONFIGURATION = "mkdocs.yml"
KEYWORDS: dict[str, Any] = {
    "say": (1,),
    "count": (1, 2),
    **dict.fromkeys(("like", "group", "maybe"), ((1, "c"), 2)),
}
_NAMES = re.compile(r"/site_name|/site_description|/theme/palette/toggle/name|/nav(/.*)?/\?")
_KEY = re.compile(r"[a-z][a-z0-9-]*")
_TOKEN = re.compile(r"[A-Za-z][\w-]*")
Result = Iterator[tuple[int, str, tuple[str, ...], list[str]]]


@dataclass(slots=True)
class Uses:
    """How words are named, each with the first place that does so (``file:line``).

    Attributes:
        said: Keys of words.
        counted: Keys of words with plural forms.
        like: Shapes of keys that are put together.
        group: Shapes of keys that scripts are handed.
        maybe: Texts of programs and words of scripts, of which some are keys that are said elsewhere.
    """

    said: dict[str, str] = field(default_factory=dict)
    counted: dict[str, str] = field(default_factory=dict)
    like: dict[str, str] = field(default_factory=dict)
    group: dict[str, str] = field(default_factory=dict)
    maybe: dict[str, str] = field(default_factory=dict)

    def knows(self, key: str) -> bool:
        """Whether *key* is said, or may be."""
        plain = key in self.said or key in self.counted or key in self.maybe
        handed = (shape[:-1] for shape in self.group if fnmatchcase(key, shape))
        return (
            plain
            or any(fnmatchcase(key, shape) for shape in self.like)
            or any(key[len(s) :] in self.maybe for s in handed)
        )


def uses(root: Path) -> Uses:
    """Return how templates, programs, scripts and configuration of the edition at *root* name words."""
    found = Uses()
    methods: list[tuple[str, Any]] = [("**.py", program), ("**.html", template), ("**.js", script)]
    for place in PLACES:
        _gather(found, root, root / place, methods)
    with (root / CONFIGURATION).open("rb") as file:
        for line, _, (key,), _ in configuration(file):
            found.said.setdefault(key, f"{CONFIGURATION}:{line}")
    return found


def _gather(found: Uses, root: Path, folder: Path, methods: list[tuple[str, Any]]) -> None:
    for name, line, message, _, context in extract_from_dir(folder, methods, keywords=KEYWORDS):
        key = message if isinstance(message, str) else message[0]
        kind = context or ("said" if isinstance(message, str) else "counted")
        getattr(found, kind).setdefault(key, f"{(folder / name).relative_to(root)}:{line}")


def template(file: IO[bytes], *_: object, **__: object) -> Result:
    """Yield what a Jinja template says."""
    for node in Environment(autoescape=True).parse(file.read().decode()).find_all((nodes.Call, nodes.Const)):
        if isinstance(node, nodes.Const):
            yield from _maybe(node.lineno, node.value)
        elif isinstance(node, nodes.Call) and node.args and (way := _way(_callee(node.node), TEMPLATES_SAYING)):
            yield from _results(node.lineno, way, list(_keys(node.args[0])))


def program(file: IO[bytes], *_: object, **__: object) -> Result:
    """Yield what a Python module says."""
    for node in ast.walk(ast.parse(file.read())):
        if isinstance(node, ast.Constant):
            yield from _maybe(node.lineno, node.value)
        elif isinstance(node, ast.Call) and node.args and (way := _way(_callee(node.func), SAYING)):
            yield from _results(node.lineno, way, list(_keys(node.args[0])))


def script(file: IO[bytes], *_: object, **__: object) -> Result:
    """Yield every name and text of a script that could be the end of a key: its page hands it words by these."""
    for number, line in enumerate(file.read().decode().splitlines(), 1):
        yield from ((number, "maybe", ("maybe", token), []) for token in _TOKEN.findall(line))


def configuration(file: IO[bytes], *_: object, **__: object) -> Result:
    """Yield what the configuration of the site names by keys: the site, the palettes, the entries of the navigation."""
    for path, node in _scalars(yaml.compose(file.read().decode()), ""):
        if _NAMES.fullmatch(path) and _KEY.fullmatch(node.value):
            yield node.start_mark.line + 1, "say", (node.value,), []


def _scalars(node: yaml.Node | None, path: str) -> Iterator[tuple[str, yaml.ScalarNode]]:
    """Yield every scalar with its way from the top: ``/theme/palette/toggle/name``, ``/nav/?`` for a key."""
    if isinstance(node, yaml.ScalarNode):
        yield path, node
    elif isinstance(node, yaml.SequenceNode):
        for item in node.value:
            yield from _scalars(item, path)
    elif isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            yield f"{path}/?", key
            yield from _scalars(value, f"{path}/{key.value}")


def _way(callee: tuple[str, str], saying: frozenset[str]) -> str:
    name, method = callee
    return METHODS.get(method, "") if name in saying and (name == "say" or not method) else ""


def _results(line: int, way: str, keys: list[tuple[str, bool]]) -> Result:
    for key, whole in keys:
        if way == "group":
            yield line, way, (way, f"{key}-*"), []
        elif whole:
            yield line, way, (key,) if way == "say" else (key, key), []
        else:
            yield line, "like", ("like", key), []


def _maybe(line: int, value: object) -> Result:
    if isinstance(value, str) and _KEY.fullmatch(value):
        yield line, "maybe", ("maybe", value), []


def _callee(node: nodes.Node | ast.expr) -> tuple[str, str]:
    """Return the name of a function and of its method, as a template or a program has them; empty for another thing."""
    match node:
        case (
            nodes.Getattr(node=nodes.Name(name=name), attr=method) | ast.Attribute(value=ast.Name(id=name), attr=method)
        ):
            return name, method
        case nodes.Name(name=name) | ast.Name(id=name):
            return name, ""
    return "", ""


def _keys(node: nodes.Node | ast.expr | None) -> Iterator[tuple[str, bool]]:
    """Yield the keys that *node* may be, or their shapes; the second value tells a key from a shape."""
    match node:
        case nodes.Const(value=str(key)) | ast.Constant(value=str(key)):
            yield key, True
        case nodes.CondExpr(expr1=one, expr2=other) | ast.IfExp(body=one, orelse=other):
            yield from (*_keys(one), *_keys(other))
        case nodes.Concat(nodes=parts) | ast.JoinedStr(values=parts):
            known = (nodes.Const, ast.Constant)
            yield "".join(str(part.value) if isinstance(part, known) else "*" for part in parts), False
