"""Measure again and raise the floors: ``python -m tests.quality.update [--lower]`` from the repository's root.

Transcriptions are measured again where they and their sources are here (``GOLD``, ``SOURCES``).
A floor is never lowered without ``--lower``; the reason for lowering belongs into the commit message.
"""

from __future__ import annotations

import argparse
import sys

from tests.quality import gate, measures

from matn.text.lexicon import arabic


def main(arguments: list[str]) -> int:
    """Write the floors; return 1 if one would sink and may not."""
    parser = argparse.ArgumentParser(prog="python -m tests.quality.update", description=__doc__)
    parser.add_argument("--lower", action="store_true", help="allow floors to sink, pins to change")
    options = parser.parse_args(arguments)
    floors = gate.read() if gate.FLOORS.exists() else {}
    gold = measures.transcriptions(floors.get("gold", {}), arabic())
    measured = {**measures.everything(arabic()), "gold": gold}
    try:
        gate.write(gate.updated(floors, measured, lower=options.lower))
    except ValueError as refusal:
        print(refusal, file=sys.stderr)  # noqa: T201
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
