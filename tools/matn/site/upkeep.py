"""Keep the catalogues of the interface whole: what they lack, what nobody says, every entry in its place."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.pofile import read_po, write_po
from babel.plural import to_gettext

from matn.errors import BadInputError
from matn.site.catalogue import LANGUAGES, plural_forms
from matn.site.extraction import Uses

LOCALE = Path("tools") / "matn" / "site" / "locale"
TEMPLATE = LOCALE / "matn.pot"
_SLOT = re.compile(r"\{\w*\}")
_ENTRY = re.compile(r'^msgid "(.+)"$', re.MULTILINE)


def place(language: str) -> Path:
    """Return where the catalogue of *language* lies, from the root of the project."""
    return LOCALE / language / "LC_MESSAGES" / "matn.po"


def read(root: Path) -> dict[str, Catalog]:
    """Return the catalogue of each language.

    Raises:
        BadInputError: One has the same key twice.
    """
    return {language: _read(root / place(language), language) for language in LANGUAGES}


def _read(path: Path, language: str) -> Catalog:
    text = path.read_text("utf-8")
    if twice := [key for key, number in Counter(_ENTRY.findall(text)).items() if number > 1]:
        line = text[: text.rindex(f'msgid "{twice[0]}"')].count("\n") + 1
        raise BadInputError(f"expected each key once, found {twice[0]!r} twice", path=path, line=line, hint="keep one")
    return read_po(BytesIO(text.encode()), locale=language)


def findings(catalogues: Mapping[str, Catalog], found: Uses) -> list[str]:
    """Return what is wrong, one line each: words that are missing, unused, empty, fuzzy or not the same everywhere."""
    return [
        *(f"{place(language)}: {fault}" for language, one in catalogues.items() for fault in _faults(one, found)),
        *(f"{fault}" for fault in _differences(catalogues)),
    ]


def _faults(catalogue: Catalog, found: Uses) -> Iterator[str]:
    entries = keyed(catalogue)
    for key, where in (found.said | found.counted).items():
        if key not in entries:
            yield f"no entry {key!r}, which {where} says"
        elif (key in found.counted) != entries[key].pluralizable:
            yield f"{key!r} should {'' if key in found.counted else 'not '}have plural forms: see {where}"
    for key, entry in entries.items():
        if not found.knows(key):
            yield f"{key!r} is said nowhere"
        if entry.fuzzy:
            yield f"{key!r} is fuzzy: read it and take the mark away"
        if any(not words.strip() for words in _owed(entry, str(catalogue.locale))):
            yield f"{key!r} is empty"


def _owed(entry: Message, language: str) -> list[str]:
    """Return the words that an entry must have; of none, where a language has a form for that, nothing may be said."""
    if not entry.pluralizable:
        return [str(entry.string or "")]
    words = [*entry.string] if isinstance(entry.string, (tuple, list)) else []
    forms = plural_forms(language)
    words += [""] * (len(forms) - len(words))
    return [word for form, word in zip(forms, words, strict=True) if form != "zero"]


def _differences(catalogues: Mapping[str, Catalog]) -> Iterator[str]:
    first, *others = catalogues
    entries = {language: keyed(one) for language, one in catalogues.items()}
    for other in others:
        for key in sorted(set(entries[first]) ^ set(entries[other])):
            yield f"{key!r} is in one of {first}, {other} and not in the other"
        for key in sorted(set(entries[first]) & set(entries[other])):
            if _slots(entries[first][key]) != _slots(entries[other][key]):
                yield f"{key!r} has not the same slots in {first} and {other}"


def _slots(entry: Message) -> set[str]:
    words = [entry.string] if isinstance(entry.string, str) else entry.string or ()
    return {slot for word in words for slot in _SLOT.findall(word)}


def keyed(catalogue: Catalog) -> dict[str, Message]:
    """Return the entries of *catalogue* by key."""
    return {entry.id if isinstance(entry.id, str) else entry.id[0]: entry for entry in catalogue if entry.id}


def template(found: Uses, catalogues: Mapping[str, Catalog]) -> Catalog:
    """Return the catalogue without words: every key that is said, with the first place that says it."""
    pot = Catalog(project="matn", fuzzy=False)
    entries = {key: entry.pluralizable for one in catalogues.values() for key, entry in keyed(one).items()}
    for key in {**entries, **found.said, **found.counted}:
        if found.knows(key):
            where, _, line = (found.said | found.counted).get(key, "").rpartition(":")
            plural = key in found.counted or entries.get(key, False)
            pot.add((key, key) if plural else key, locations=[(where, int(line))] if where else ())
    return pot


def tidied(catalogue: Catalog, pot: Catalog, *, prune: bool = False) -> str:
    """Return the file of *catalogue* in the order of its keys, with empty entries for the keys that only *pot* has.

    Args:
        catalogue: The catalogue of one language.
        pot: That without words.
        prune: Leave out what *pot* has not.
    """
    entries, known = keyed(catalogue), keyed(pot)
    fresh = Catalog(locale=catalogue.locale, header_comment=catalogue.header_comment, fuzzy=False)
    for key in sorted({*known, *(() if prune else entries)}):
        entry = entries.get(key) or known[key]
        fresh.add(entry.id, entry.string, flags=entry.flags, user_comments=entry.user_comments)
    return written(fresh)


def written(catalogue: Catalog) -> str:
    """Return *catalogue* as a file, without dates and names of tools: the same words make the same file.

    Its plural forms are CLDR's, in CLDR's order. Babel's own rule for Arabic has the last two the other way round.
    """
    file = BytesIO()
    write_po(file, catalogue, width=0, omit_header=True, include_lineno=True)
    fields = [("Project-Id-Version", "matn"), ("Language", str(catalogue.locale or "")), ("MIME-Version", "1.0")]
    fields += [("Content-Type", "text/plain; charset=utf-8"), ("Content-Transfer-Encoding", "8bit")]
    fields += [("Plural-Forms", to_gettext(catalogue.locale.plural_form))] if catalogue.locale else []
    head = "".join(f'"{name}: {value}\\n"\n' for name, value in fields if value)
    comment = f"{catalogue.header_comment.strip()}\n" if catalogue.locale else ""
    return f'{comment}msgid ""\nmsgstr ""\n{head}\n{file.getvalue().decode().strip()}\n'
