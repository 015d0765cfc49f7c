"""Work out once what every interface of a site asks for: results that depend on an edition alone."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import TypeVar

from matn.edition.model import Edition

Result = TypeVar("Result")


def remembered(function: Callable[[Edition], Result]) -> Callable[[Edition], Result]:
    """Return *function* with its result for the edition that it was last called with.

    An edition is never changed, so the same object has the same result. Only the last is kept, lest a long run
    of many editions holds them all.
    """
    last: list[tuple[Edition, Result]] = []

    @wraps(function)
    def call(edition: Edition) -> Result:
        if not last or last[0][0] is not edition:
            last[:] = [(edition, function(edition))]
        return last[0][1]

    return call
