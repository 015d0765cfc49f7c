"""The character account as a table for people."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from matn.edition.model import Account, WorkEdition

_HEAD = ("work", "source", "kept", "edited", "removed", "blank", "unaccounted")


def summary(works: Iterable[WorkEdition]) -> str:
    """Return a table with a line a work: where its source characters (code points) went."""
    rows = [(edition.work.id, *_numbers(edition.account)) for edition in works]
    return _table([_HEAD, *rows])


def _numbers(account: Account | None) -> tuple[str, ...]:
    if account is None:
        return ("–",) * (len(_HEAD) - 1)
    sums = (account.total, account.kept, sum(account.edited.values()), sum(account.removed.values()), account.blank)
    return tuple(f"{number:,}" for number in (*sums, account.unaccounted))


def details(edition: WorkEdition) -> str:
    """Return what each rule took out of the source of *edition*, and what was removed for which reason."""
    account = edition.account
    if account is None:
        return f"{edition.work.id}: the source is not here\n"
    rows = [(f"edited by {name}", count) for name, count in _most(account.edited)]
    rows += [(f"removed: {name}", count) for name, count in _most(account.removed)]
    whole = [("kept", account.kept), *rows, ("blank", account.blank), ("unaccounted", account.unaccounted)]
    lines = [(name, f"{count:,}", f"{count / max(1, account.total):.2%}") for name, count in whole]
    return _table([(edition.work.id, f"{account.total:,}", ""), *lines])


def _most(bag: Mapping[str, int]) -> list[tuple[str, int]]:
    return sorted(bag.items(), key=lambda item: (-item[1], item[0]))


def _table(rows: list[tuple[str, ...]]) -> str:
    """Set *rows* in columns, the first to the left, the others to the right."""
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    lines = ("  ".join(_cell(row, at, widths[at]) for at in range(len(row))).rstrip() for row in rows)
    return "\n".join(lines) + "\n"


def _cell(row: tuple[str, ...], at: int, width: int) -> str:
    return row[at].rjust(width) if at else row[at].ljust(width)
