"""What each rule of repair mends, for those who describe an edition and repair nothing themselves."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from matn.repair.ruleset import RULES


@cache
def damages() -> Mapping[str, str]:
    """Return the damage that each rule mends, one English sentence, by the rule's name."""
    return {rule.name: rule.damage for rule in RULES}
