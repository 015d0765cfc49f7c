"""What depends on an edition alone is worked out once."""

from __future__ import annotations

from matn.edition.model import Edition
from matn.edition.remembered import remembered


def test_the_same_edition_is_asked_once_and_another_again() -> None:
    asked: list[str] = []

    @remembered
    def version(edition: Edition) -> str:
        """Tell the version."""
        asked.append(edition.version)
        return edition.version

    one, other = Edition((), "1"), Edition((), "2")
    assert [version(one), version(one), version(other), version(one)] == ["1", "1", "2", "1"]
    assert asked == ["1", "2", "1"]
    assert version.__doc__ == "Tell the version."
