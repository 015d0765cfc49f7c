"""Exceptions that editors make from the rules: ``exceptions.yaml``, each with its reason.

An exception silences one rule at one place. One that silences nothing is an error itself: what it was made
for is gone, and the next breach there would go unseen.
"""

from __future__ import annotations

from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from matn.edition.schema import Check, Key, Problem, entries, items, matching, record, text

EXCEPTIONS_FILE = "exceptions.yaml"


@dataclass(frozen=True, slots=True)
class Exemption:
    """One exception.

    Attributes:
        code: The rule (``E605``).
        at: Where: a paragraph, a note, or the name of a file of the work.
        reason: Why the rule is wrong there, for readers.
        what: Words of the finding, where others of the rule at that place shall be told; empty: all of them.
        line: 1-based line in ``exceptions.yaml``.
    """

    code: str
    at: str
    reason: str
    what: str = ""
    line: int = 1

    def covers(self, code: str, at: str, message: str) -> bool:
        """Whether a finding of the rule *code* at the place *at* is meant."""
        return self.code == code and self.at == at and self.what in message


_EXEMPTIONS: Check = items(
    record(
        {
            "code": Key(matching(r"[EWR]\d{3}", "a code that `matn check --codes` lists"), required=True),
            "at": Key(matching(r"[pn]\d+[a-z]*|[a-z]+\.(yaml|md)", "a paragraph, note or file: p12"), required=True),
            "reason": Key(text, required=True),
            "what": Key(text),
        }
    )
)


def check_exceptions(folder: Path, allowed: Container[str]) -> tuple[tuple[Exemption, ...], tuple[Problem, ...]]:
    """Read the exceptions for the work in *folder*, with all mistakes; no file means none.

    Args:
        folder: The work's folder.
        allowed: Codes of the rules that allow exceptions.
    """
    found, problems = entries(folder / EXCEPTIONS_FILE, _EXEMPTIONS)
    exemptions = tuple(Exemption(**fields) for fields in found)
    return exemptions, problems or tuple(_problems(exemptions, allowed))


def _problems(found: Sequence[Exemption], allowed: Container[str]) -> Iterator[Problem]:
    first: dict[tuple[str, str, str], int] = {}
    for exemption in found:
        key = exemption.code, exemption.at, exemption.what
        if exemption.code not in allowed:
            hint = "mend what the rule finds; exceptions are for rules that judge wording"
            yield Problem(exemption.line, f"{exemption.code} allows no exception", hint)
        if key in first:
            yield Problem(exemption.line, f"the exception of line {first[key]} stands twice")
        first.setdefault(key, exemption.line)
