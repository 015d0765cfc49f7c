"""How the package hangs together: imports flow one way, modules are small, only the command prints."""

from __future__ import annotations

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = ROOT / "tools" / "matn"
MODULES = sorted(PACKAGE.rglob("*.py"))
# What each part may import beside itself and `errors`.
FLOW: dict[str, set[str]] = {
    "errors": set(),
    "text": set(),
    "source": {"text"},
    "repair": {"text", "source"},
    "structure": {"text", "source", "repair"},
    "edition": {"text", "source", "repair", "structure"},
    "site": {"text", "structure", "edition", "export"},
    "export": {"text", "structure", "edition"},
    "quality": {"text", "source", "repair", "structure", "edition"},
    "mkdocs_plugin": {"edition", "site"},
    "cli": {"text", "source", "repair", "structure", "edition", "site", "export"},
    "__main__": {"cli"},
    "__init__": set(),
}
LIMIT = 250


def part(path: Path) -> str:
    """The part of the package that a module belongs to."""
    return path.relative_to(PACKAGE).with_suffix("").parts[0]


def imported(path: Path) -> Iterator[str]:
    """Every module that *path* imports, wherever in it."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.relative_to(PACKAGE).as_posix())
def test_imports_flow_one_way(path: Path) -> None:
    allowed = FLOW[part(path)] | {part(path), "errors"}
    ours = {name.split(".")[1] for name in imported(path) if name.startswith("matn.")}
    assert ours - allowed == set()


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.relative_to(PACKAGE).as_posix())
def test_module_is_small_and_says_what_it_is(path: Path) -> None:
    source = path.read_text("utf-8")
    assert len(source.splitlines()) < LIMIT
    assert ast.get_docstring(ast.parse(source))
    assert path.stem not in {"utils", "helpers", "common"}


def test_the_adapter_is_thin() -> None:
    assert len((PACKAGE / "mkdocs_plugin.py").read_text("utf-8").splitlines()) < 100


def test_only_the_command_prints() -> None:
    printing = [
        path.name
        for path in MODULES
        if part(path) != "cli"
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "print"
    ]
    assert printing == []


@pytest.mark.parametrize("module", ["matn", "matn.cli.main", "matn.edition.assemble", "matn.site.pages"])
def test_no_site_generator_is_loaded_by(module: str) -> None:
    code = f"import sys, {module}; sys.exit('mkdocs' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
