"""English summaries of a work: ``summaries.md``, one entry a paragraph, pinned to the Arabic it was written from.

An entry is a heading ``## p12 ~a1b2c3`` (id and content hash of the Arabic) and the summary under it, or
``none: reason`` where a summary makes no sense.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path

from matn.edition.model import Paragraph, Summary
from matn.edition.schema import Problem, read_text, refuse

SUMMARIES_FILE = "summaries.md"
_HEADING = re.compile(r"^##\s+(?P<id>\S+)(?:\s+~(?P<hash>[0-9a-f]{6}))?\s*$")
_NONE = re.compile(r"^none:\s*(?P<reason>.*)$", re.DOTALL)


def check_summaries(folder: Path) -> tuple[dict[str, Summary], tuple[Problem, ...]]:
    """Read ``summaries.md`` of a work's *folder*, with all mistakes; an absent file holds no summaries."""
    path = folder / SUMMARIES_FILE
    if not path.exists():
        return {}, ()
    text, problems = read_text(path)
    return ({}, problems) if problems else parse(text)


def load_summaries(folder: Path) -> dict[str, Summary]:
    """Return the summaries in a work's *folder* by id, in the order of the file.

    Raises:
        BadInputError: The file has mistakes; the message tells them all.
    """
    summaries, problems = check_summaries(folder)
    refuse(folder / SUMMARIES_FILE, problems)
    return summaries


def stale(summary: Summary, paragraph: Paragraph) -> bool:
    """Whether *summary* is not pinned to the Arabic of *paragraph* as it is published today.

    Where the source is absent a paragraph has the hash of its last published wording.
    """
    return summary.pinned != paragraph.content_hash


def parse(text: str) -> tuple[dict[str, Summary], tuple[Problem, ...]]:
    """Take the text of a summaries file apart; every mistake is told with its 1-based line."""
    found: dict[str, Summary] = {}
    problems: list[Problem] = []
    if text.strip() and not _entries(text):
        problems.append(Problem(1, "expected a heading such as '## p12 ~a1b2c3', found text with none"))
    for line, heading, body in _entries(text):
        match = _HEADING.match(heading)
        if match is None:
            problems.append(
                Problem(line, f"expected '## p12 ~a1b2c3', found '{heading}'", "id, then ~ and 6 hex digits")
            )
        elif match["id"] in found:
            problems.append(Problem(line, f"{match['id']} has a summary in line {found[match['id']].line} already"))
        elif not body:
            problems.append(Problem(line, f"{match['id']} has no text", "write the summary, or 'none: reason'"))
        else:
            none = _NONE.match(body)
            reason = " ".join(none["reason"].split()) if none else ""
            text_of = "" if none else " ".join(body.split())
            found[match["id"]] = Summary(match["id"], text_of, match["hash"] or "", reason, line)
            if none and not reason:
                problems.append(Problem(line, f"{match['id']} says none without a reason"))
    return found, tuple(problems)


def _entries(text: str) -> list[tuple[int, str, str]]:
    """Return line, heading and body of every entry; what stands before the first is introduction."""
    done: list[tuple[int, str, list[str]]] = []
    for number, line in enumerate(text.splitlines(), 1):
        if line.startswith("##"):
            done.append((number, line.rstrip(), []))
        elif done:
            done[-1][2].append(line)
    return [(number, heading, "\n".join(body).strip()) for number, heading, body in done]


def pin(text: str, hashes: Mapping[str, str]) -> str:
    """Return the text of a summaries file with every entry pinned to the hash of its id in *hashes*.

    Entries whose id is not in *hashes* stay as they are. Only headings change.
    """
    return "".join(_pinned(line, hashes) for line in text.splitlines(keepends=True))


def _pinned(line: str, hashes: Mapping[str, str]) -> str:
    match = _HEADING.match(line.rstrip())
    if match is None or match["id"] not in hashes:
        return line
    end = line[len(line.rstrip("\r\n")) :]
    return f"## {match['id']} ~{hashes[match['id']]}{end}"
