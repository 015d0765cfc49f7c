"""The words of the interface in a reader's language, with plural forms; dates and numbers through Babel."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping
from dataclasses import dataclass

from babel import Locale
from babel.dates import format_date
from babel.numbers import format_decimal, format_percent

from matn.errors import BadInputError
from matn.site.catalogue import LANGUAGES, catalogue

__all__ = ["LANGUAGES", "Words", "direction"]

RIGHT_TO_LEFT = frozenset({"ar", "fa", "he", "ur"})
_NO_KEY = re.compile(r"[^a-z0-9]+")
_DATE = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?")


def direction(language: str) -> str:
    """Return ``rtl`` or ``ltr`` for a BCP 47 tag."""
    return "rtl" if language.split("-")[0] in RIGHT_TO_LEFT else "ltr"


@dataclass(frozen=True, slots=True)
class Words:
    """The interface in one language: ``say("notes")``, ``say.count("n-notes", 3)``."""

    language: str

    @property
    def direction(self) -> str:
        """Direction of the interface."""
        return direction(self.language)

    @property
    def comma(self) -> str:
        """What parts the pieces of a list."""
        return "، " if self.direction == "rtl" else ", "

    def __call__(self, key: str, **values: object) -> str:
        """Return the words for *key*, ``removed-page number`` being the same as ``removed-page-number``.

        What editors may add to (a rule, a reason for a removal) is shown as they wrote it until it has words here.
        """
        entry = catalogue(self.language).get(_NO_KEY.sub("-", key.lower()))
        return entry.format(**values) if isinstance(entry, str) else key.split("-", 1)[-1]

    def count(self, key: str, number: int) -> str:
        """Return *number* things in the plural form that the language asks for.

        Raises:
            KeyError: *key* has no plural forms.
        """
        return self.forms(key)[Locale(self.language).plural_form(number)].format(n=self.number(number))

    def forms(self, key: str) -> Mapping[str, str]:
        """Return the plural forms of *key* by their CLDR names.

        Raises:
            KeyError: *key* has none.
        """
        entry = catalogue(self.language).get(key)
        if entry is None or isinstance(entry, str):
            raise KeyError(f"{key} has no plural forms in the {self.language} catalogue")
        return entry

    def group(self, name: str) -> dict[str, str | Mapping[str, str]]:
        """Return all words whose key begins with *name* and a hyphen, by the rest of the key: a script's words.

        Plural forms come by the CLDR names that ``Intl.PluralRules`` knows; what stands in braces the script fills in.
        """
        entries = catalogue(self.language).items()
        return {key.removeprefix(f"{name}-"): words for key, words in entries if key.startswith(f"{name}-")}

    def number(self, value: int) -> str:
        """Return *value* with the separators of the language, in the digits 0-9."""
        return format_decimal(value, locale=Locale(self.language))

    def share(self, part: int, whole: int) -> str:
        """Return *part* of *whole* as a percentage."""
        return format_percent(part / whole if whole else 0, format="#,##0.0%", locale=Locale(self.language))

    def percent(self, value: float) -> str:
        """Return *value*, 1 being the whole, as a percentage without decimals."""
        return format_percent(value, locale=Locale(self.language))

    def date(self, iso: str) -> str:
        """Return an ISO 8601 date (``2024``, ``2024-10``, ``2024-10-03``) as readers write it.

        Raises:
            BadInputError: *iso* is no such date.
        """
        match = _DATE.fullmatch(iso)
        if not match:
            raise BadInputError(f"expected a date such as 2024-10, found {iso!r}", hint="mend `date` in work.yaml")
        year, month, day = match.groups()
        if not month:
            return year
        pattern = "d MMMM y" if day else "MMMM y"
        return format_date(dt.date(int(year), int(month), int(day or 1)), pattern, locale=Locale(self.language))
