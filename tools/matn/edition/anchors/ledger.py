"""``anchors.yaml``: read with every mistake told at its line, written so that it diffs well.

Two lines an entry: the first for people (id, kind, state, hashes of the published wordings), the second
for the program (the sketch). An entry changes in the file only when its paragraph changed.
"""

from __future__ import annotations

import json
import os
import tempfile
from collections.abc import Iterator, Mapping
from itertools import pairwise
from pathlib import Path
from typing import Any, cast

from yaml import Node

from matn.edition.anchors.fingerprint import SCHEME, SKETCH_SIZE
from matn.edition.anchors.model import Entry, Fingerprint, Ledger, NoteEntry, State
from matn.edition.anchors.naming import NOTE_ID, PARAGRAPH_ID
from matn.edition.anchors.wording import CHANGE, HASH, change_text, read_change
from matn.edition.schema import (
    Check,
    Key,
    Problem,
    any_text,
    count,
    items,
    matching,
    one_of,
    parse,
    record,
    refuse,
    text,
)
from matn.errors import BadInputError
from matn.structure.model import BlockKind

ANCHORS_FILE = "anchors.yaml"
_HEADER = """\
# Written by `matn anchors`; reviewed by people, not edited by hand. Ids are never renumbered or used again.
# versions: hashes of the wordings published, oldest first. sketch: hashed shingles, no text. changes, if any: a few
# words of what one wording became in the next. scheme: how sketches are made; what is optional came without a new one.
"""


def _sketch(node: Node, problems: list[Problem]) -> tuple[int, ...]:
    """Hashes of four hex digits each, rising, without a space."""
    digits = str(matching(f"([0-9a-f]{{4}}){{0,{SKETCH_SIZE}}}", "hashes of four hex digits")(node, problems))
    if any(digit not in "0123456789abcdef" for digit in digits) or len(digits) % 4:
        return ()
    return tuple(int(digits[at : at + 4], 16) for at in range(0, len(digits), 4))


_ID = matching(PARAGRAPH_ID, "a paragraph id such as p12 or p12a")
_ENTRY: Check = record(
    {
        "id": Key(_ID, required=True),
        "kind": Key(one_of(*BlockKind), required=True),
        "level": Key(count),
        "state": Key(one_of(*State), required=True),
        "versions": Key(items(HASH), required=True),
        "successors": Key(items(_ID)),
        "reason": Key(any_text),
        "changes": Key(items(CHANGE)),
        "length": Key(count, required=True),
        "sketch": Key(_sketch, required=True),
    }
)
_NOTE: Check = record(
    {
        "id": Key(matching(NOTE_ID, "a note id such as n4"), required=True),
        "label": Key(text, required=True),
        "state": Key(one_of(State.LIVE, State.WITHDRAWN)),
        "paragraphs": Key(items(_ID)),
        "version": Key(HASH),
    }
)
_LEDGER: Check = record(
    {
        "scheme": Key(one_of(str(SCHEME)), required=True),
        "paragraphs": Key(items(_ENTRY), required=True),
        "notes": Key(items(_NOTE)),
    }
)


def load_ledger(path: Path) -> Ledger:
    """Read the ledger *path*.

    Raises:
        BadInputError: It is absent or breaks the shape; all mistakes at once, each with its line.
    """
    value, problems = parse(path, _LEDGER)
    if value is None and not problems:
        raise BadInputError("expected a ledger of paragraph ids, found an empty file", path=path, line=1)
    refuse(path, problems)
    found = cast("dict[str, Any]", value)
    refuse(path, tuple(sorted(_contradictions(found), key=lambda problem: problem.line)))
    return Ledger(tuple(map(_entry, found["paragraphs"])), tuple(map(_note, found.get("notes", ()))))


def _entry(found: Mapping[str, Any]) -> Entry:
    return Entry(
        id=found["id"],
        kind=found["kind"],
        level=found.get("level", 0),
        state=State(found["state"]),
        fingerprint=Fingerprint(found["length"], found["sketch"]),
        versions=tuple(found["versions"]),
        successors=tuple(found.get("successors", ())),
        reason=found.get("reason", ""),
        changes=tuple(map(read_change, found.get("changes", ()))),
    )


def _note(found: Mapping[str, Any]) -> NoteEntry:
    state = State(found.get("state", State.LIVE))
    places = tuple(found.get("paragraphs", ()))
    return NoteEntry(found["id"], found["label"], places, state, found.get("version", ""))


def _contradictions(found: Mapping[str, Any]) -> Iterator[Problem]:
    """Yield what the entries say against each other."""
    rows = {row["id"]: row for row in reversed(found["paragraphs"])}
    for row in (*found["paragraphs"], *found.get("notes", ())):
        first = rows.setdefault(row["id"], row)
        if first is not row:
            yield Problem(row["line"], f"id {row['id']} stands twice, first in line {first['line']}")
    for row in found["paragraphs"]:
        yield from _about(row, rows)
    for row in found.get("notes", ()):
        for name in row.get("paragraphs", ()):
            if name not in rows:
                yield Problem(row["line"], f"note {row['id']} names {name}, which is not in the ledger")


def _about(row: Mapping[str, Any], rows: Mapping[str, Mapping[str, Any]]) -> Iterator[Problem]:
    line, name, successors = row["line"], row["id"], row.get("successors", ())
    divided = row["state"] in (State.SPLIT, State.MERGED)
    if divided != bool(successors):
        expected = "needs successors" if divided else "must not have successors"
        yield Problem(line, f"{name} is {row['state']} and {expected}")
    if not row["versions"]:
        yield Problem(line, f"{name} has no version: expected at least one content hash")
    if list(row["sketch"]) != sorted(set(row["sketch"])):
        yield Problem(line, f"the sketch of {name} is not in rising order: it was edited by hand or damaged")
    for step in row.get("changes", ()):
        if (step["from"], step["to"]) not in pairwise(row["versions"]):
            told = f"a change of {name} leads from {step['from']} to {step['to']}, which do not follow each other"
            yield Problem(line, f"{told} in its versions")
    for successor in successors:
        if successor not in rows:
            yield Problem(line, f"{name} names the successor {successor}, which is not in the ledger")
    if _leads_to_itself(name, rows):
        yield Problem(line, f"the successors of {name} lead back to it")


def _leads_to_itself(name: str, rows: Mapping[str, Mapping[str, Any]]) -> bool:
    seen: set[str] = set()
    waiting = list(rows[name].get("successors", ()))
    while waiting:
        if (at := waiting.pop()) == name:
            return True
        if at in rows and at not in seen:
            seen.add(at)
            waiting += rows[at].get("successors", ())
    return False


def ledger_text(ledger: Ledger) -> str:
    """Return the file for *ledger*: the same ledger always gives the same text."""
    parts = [_HEADER, f"scheme: {SCHEME}\n", "paragraphs:\n" if ledger.entries else "paragraphs: []\n"]
    parts += map(_entry_lines, ledger.entries)
    parts += ["notes:\n" if ledger.notes else "notes: []\n", *map(_note_line, ledger.notes)]
    return "".join(parts)


def _entry_lines(entry: Entry) -> str:
    fields = [f"id: {entry.id}", f"kind: {entry.kind}", f"state: {entry.state}"]
    fields += [f"level: {entry.level}"] if entry.level else []
    fields += [f"successors: [{', '.join(entry.successors)}]"] if entry.successors else []
    # JSON strings are YAML strings: quotes, line ends and colons in a reason come through.
    fields += [f"reason: {json.dumps(entry.reason, ensure_ascii=False)}"] if entry.reason else []
    fields += [f"versions: [{', '.join(json.dumps(version) for version in entry.versions)}]"]
    told = f"\n   changes: [{', '.join(map(change_text, entry.changes))}]," if entry.changes else ""
    sketch = "".join(f"{value:04x}" for value in entry.fingerprint.sketch)
    return f'- {{{", ".join(fields)},{told}\n   length: {entry.fingerprint.length}, sketch: "{sketch}"}}\n'


def _note_line(note: NoteEntry) -> str:
    fields = [f"id: {note.id}", f"label: {json.dumps(note.label, ensure_ascii=False)}"]
    fields += [f"state: {note.state}"] if note.state is not State.LIVE else []
    fields += [f"paragraphs: [{', '.join(note.paragraphs)}]"] if note.paragraphs else []
    fields += [f"version: {json.dumps(note.version)}"] if note.version else []
    return f"- {{{', '.join(fields)}}}\n"


def dump_ledger(ledger: Ledger, path: Path) -> None:
    """Write *ledger* to *path* as a whole or not at all; the folder must exist.

    Raises:
        BadInputError: The file cannot be written.
    """
    try:
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
        try:
            with os.fdopen(handle, "w", encoding="utf-8", newline="\n") as file:
                file.write(ledger_text(ledger))
            Path(name).chmod(0o644)  # mkstemp makes a file that only its owner can read
            Path(name).replace(path)
        except BaseException:
            Path(name).unlink(missing_ok=True)
            raise
    except OSError as error:
        raise BadInputError(f"cannot be written: {error.strerror}", path=path) from error
