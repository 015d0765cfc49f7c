"""How the specimen's damaged sources are made: typeset the clean original, then extract it again."""

from __future__ import annotations
