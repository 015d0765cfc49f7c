"""``python -m matn`` is the ``matn`` command."""

from __future__ import annotations

from matn.cli.main import main

if __name__ == "__main__":
    main()
