"""The quality gate: what is measured is held to the floors on record, and floors only ever rise.

``floors.json`` has for each measured thing its figures. *letters*, *strict*, *wrong* and *harmed* may not
grow; *restored* may not fall; everything else (hashes, counts) must be equal, or the figures mean
something else than they did.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from pathlib import Path

Figures = Mapping[str, float | str]
Table = Mapping[str, Mapping[str, Figures]]

FLOORS = Path(__file__).with_name("floors.json")
SMALLER = frozenset({"letters", "strict", "wrong", "harmed", "unstable"})
LARGER = frozenset({"restored"})


def read(path: Path = FLOORS) -> dict[str, dict[str, dict[str, float | str]]]:
    """Return the floors on record: section, thing, figure."""
    table: dict[str, dict[str, dict[str, float | str]]] = json.loads(path.read_text(encoding="utf-8"))
    return table


def worse(name: str, floor: float | str, now: float | str) -> bool:
    """Tell whether the figure *name* is worse at *now* than at *floor*; a pinned one that differs is worse."""
    if name in SMALLER:
        return float(now) > float(floor)
    if name in LARGER:
        return float(now) < float(floor)
    return now != floor


def findings(floors: Figures, measured: Figures) -> list[str]:
    """Say of each figure of one thing what is wrong with it: worse, changed, not measured, not on record."""
    done = [f"{name}: on record, but not measured" for name in floors if name not in measured]
    done += [f"{name}: measured, but not on record" for name in measured if name not in floors]
    for name in floors.keys() & measured.keys():
        if worse(name, floors[name], measured[name]):
            kind = "is worse than" if name in SMALLER | LARGER else "differs from"
            done.append(f"{name}: {measured[name]} {kind} {floors[name]}")
    return sorted(done)


def lowered(floors: Table, measured: Table) -> Iterator[str]:
    """Name every figure that writing *measured* over *floors* would lower, change or drop."""
    for section, things in floors.items():
        for thing, figures in things.items():
            for finding in findings(figures, measured.get(section, {}).get(thing, {})):
                if "not on record" not in finding:
                    yield f"{section}/{thing}: {finding}"


def updated(floors: Table, measured: Table, *, lower: bool = False) -> dict[str, dict[str, Figures]]:
    """Return the floors that hold what is *measured*.

    Raises:
        ValueError: A floor would be lowered, and *lower* does not allow it.
    """
    losses = list(lowered(floors, measured))
    if losses and not lower:
        raise ValueError("refusing to lower floors (allow it with --lower):\n  " + "\n  ".join(losses))
    return {section: dict(things) for section, things in measured.items()}


def write(table: Table, path: Path = FLOORS) -> None:
    """Write *table*, one thing a line, so that it diffs well; in one step."""
    sections = []
    for section, things in table.items():
        rows = (f"    {json.dumps(thing)}: {json.dumps(dict(figures))}" for thing, figures in things.items())
        sections.append(f"  {json.dumps(section)}: {{\n" + ",\n".join(rows) + "\n  }")
    draft = path.with_suffix(".new")
    draft.write_text("{\n" + ",\n".join(sections) + "\n}\n", encoding="utf-8")
    draft.replace(path)
