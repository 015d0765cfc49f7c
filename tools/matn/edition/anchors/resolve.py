"""Where an id leads: to a live paragraph, or to word of what became of it."""

from __future__ import annotations

import difflib

from matn.edition.anchors.model import Ledger, Resolution, State
from matn.errors import BadInputError


def resolve(ledger: Ledger, anchor: str) -> Resolution:
    """Follow the id *anchor* through splits and merges to the live ids that have its wording now.

    Raises:
        BadInputError: The id was never given.
    """
    if anchor not in ledger.by_id:
        near = difflib.get_close_matches(anchor, ledger.by_id, n=1)
        hint = f"did you mean {near[0]}?" if near else "list the ids with `matn anchors`"
        raise BadInputError(f"no paragraph ever had the id {anchor!r}", hint=hint)
    path: list[str] = []
    waiting = [anchor]
    while waiting:
        if (name := waiting.pop(0)) not in path:
            path.append(name)
            waiting = [*ledger.by_id[name].successors, *waiting]
    live = tuple(name for name in path if ledger.by_id[name].state is State.LIVE)
    reasons = [ledger.by_id[name].reason for name in path if ledger.by_id[name].reason]
    return Resolution(anchor, ledger.by_id[anchor].state, live, tuple(path), reasons[0] if reasons else "")
