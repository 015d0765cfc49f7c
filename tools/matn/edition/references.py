"""What editors know of the notes: ``notes.yaml``, read with every mistake told at its line, joined to the notes.

An absent key is an absent fact. Where a short link leads is not known from the note, so nothing is put behind it.
An address may stand in two parts, ``{site: https://host/folder/, page: rest}``: a long one would be a run of the
source's words too long to publish.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any, cast

from yaml import MappingNode, Node

from matn.edition.anchors.naming import NOTE_ID
from matn.edition.bibliography import PrintedDate, Reference
from matn.edition.load import bilingual, iso_date
from matn.edition.model import Note
from matn.edition.schema import Check, Key, Problem, entries, items, matching, one_of, record, refuse, suggestion, text
from matn.text.dates import find

NOTES_FILE = "notes.yaml"
KINDS = ("source", "comment", "ibid")
STATUSES = ("present", "lost", "marker-lost")
LANGUAGES = ("ar", "en", "fa")
ADDRESS = r"https?://\S+"
_CALENDARS = {"jalali": "fa", "hijri": "ar"}
"""Language in which a bare date in digits is one of the calendar."""

_ID = matching(NOTE_ID, "the id of a note, such as n4")


_PARTS: Check = record(
    {
        "site": Key(
            matching(ADDRESS + "/", "an address that begins with http:// or https:// and ends with /"), required=True
        ),
        "page": Key(matching(r"\S+", "the rest of the address, without blanks"), required=True),
    }
)


def _whole_or_parts(whole: Check) -> Check:
    """Return a check for an address that passes *whole*, or for its two parts, which are joined as they stand."""

    def check(node: Node, problems: list[Problem]) -> object:
        if not isinstance(node, MappingNode):
            return whole(node, problems)
        parts = cast("dict[str, Any]", _PARTS(node, problems))
        return "".join(parts.get(key, "") for key in ("site", "page"))

    return check


def _boolean(node: Node, problems: list[Problem]) -> bool:
    """``true`` or ``false``."""
    return one_of("true", "false")(node, problems) == "true"


_CALENDAR: Check = record(
    {
        "system": Key(one_of(*_CALENDARS), required=True),
        "printed": Key(text, required=True),
        "gregorian": Key(iso_date, required=True),
    }
)


def _printed_date(node: Node, problems: list[Problem]) -> PrintedDate:
    """A date in another calendar, with the Gregorian one that the calendars' library gives."""
    found = cast("dict[str, Any]", _CALENDAR(node, problems))
    date = PrintedDate(*(found.get(key, "") for key in ("system", "printed", "gregorian")))
    language = _CALENDARS.get(date.system)
    read = [hit.iso for hit in find(date.printed, language)] if language else []
    if date.gregorian and read != [date.gregorian] and language:
        told = f"{date.printed} is {read[0]}" if len(read) == 1 else f"{date.printed} is no date that can be read"
        problems.append(Problem(found["line"], f"{told}, found {date.gregorian}", "correct one of the two"))
    return date


_REFERENCES: Check = items(
    record(
        {
            "id": Key(_ID, required=True),
            "status": Key(one_of(*STATUSES), required=True),
            "kind": Key(one_of(*KINDS)),
            "language": Key(one_of(*LANGUAGES)),
            "author": Key(text),
            "title": Key(text),
            "publisher": Key(text),
            "date": Key(iso_date),
            "accessed": Key(iso_date),
            "pages": Key(text),
            "url_printed": Key(_whole_or_parts(text)),
            "url": Key(_whole_or_parts(matching(ADDRESS, "an address that begins with http:// or https://"))),
            "url_evidence": Key(text),
            "opaque": Key(_boolean),
            "repeats": Key(_ID),
            "calendar": Key(_printed_date),
            "remark": Key(bilingual),
        }
    )
)


def check_references(folder: Path) -> tuple[tuple[Reference, ...], tuple[Problem, ...]]:
    """Read what editors know of the notes of the work in *folder*; no file means nothing."""
    found, problems = entries(folder / NOTES_FILE, _REFERENCES)
    references = tuple(Reference(**fields) for fields in found)
    return references, problems or tuple(sorted(_problems(references), key=lambda problem: problem.line))


def load_references(folder: Path) -> tuple[Reference, ...]:
    """Return what editors know of the notes of the work in *folder*, in the order of the file.

    Raises:
        BadInputError: The file has mistakes; the message tells them all.
    """
    references, problems = check_references(folder)
    refuse(folder / NOTES_FILE, problems)
    return references


def _problems(references: Sequence[Reference]) -> Iterator[Problem]:
    first: dict[str, Reference] = {}
    for reference in references:
        if reference.id in first:
            line = first[reference.id].line
            yield Problem(reference.line, f"{reference.id} stands twice, first in line {line}")
        first.setdefault(reference.id, reference)
    for reference in references:
        for message, hint in (*_missing(reference), *_contradictions(reference, first)):
            yield Problem(reference.line, f"{reference.id}: {message}", hint)


def _missing(reference: Reference) -> Iterator[tuple[str, str]]:
    """Yield what *reference* must say and does not."""
    if reference.status != "lost":
        for key in ("kind", "language"):
            if not getattr(reference, key):
                yield f"missing: {key}", "only a lost note may go without"
    if reference.kind == "comment" and not reference.remark:
        yield "missing: remark", "say in both languages, in your own words, what the comment says"
    if reference.kind == "ibid" and not reference.repeats:
        yield "missing: repeats", "name the note that it stands for"
    if reference.kind == "source" and not any((reference.author, reference.title, reference.url_printed)):
        yield "a source needs an author, a title or an address", ""
    if reference.url and reference.url != reference.url_printed and not reference.url_evidence:
        yield "missing: url_evidence", "say what proves the mended address"


def _contradictions(reference: Reference, known: Mapping[str, Reference]) -> Iterator[tuple[str, str]]:
    """Yield what *reference* says and cannot."""
    if reference.repeats and (reference.repeats not in known or reference.repeats == reference.id):
        other = [name for name in known if name != reference.id]
        yield (
            f"expected another note of the file in repeats, found {reference.repeats}",
            suggestion(reference.repeats, other),
        )
    if reference.opaque and not reference.url_printed:
        yield "opaque says of what is in url_printed that it is a short link, and there is none", ""
    if reference.opaque and reference.url not in ("", reference.url_printed):
        yield f"nothing may be put behind a short link, found {reference.url}", "take out url, or opaque"
    if reference.calendar and reference.date and reference.date != reference.calendar.gregorian:
        yield f"date is {reference.date}, and calendar gives {reference.calendar.gregorian}", ""


def with_references(notes: Iterable[Note], references: Iterable[Reference], *, present: bool) -> tuple[Note, ...]:
    """Return *notes* with what *references* say of them.

    Language and what an *ibid.* repeats are the editors' where they give them. Status and addresses are the
    text's if the source is *present*, else the editors'.
    """
    by_id = {reference.id: reference for reference in references}
    return tuple(_joined(note, by_id.get(note.id), present=present) for note in notes)


def _joined(note: Note, reference: Reference | None, *, present: bool) -> Note:
    if reference is None:
        return note
    told = replace(
        note,
        language=reference.language or note.language,
        repeats=reference.repeats or note.repeats,
        reference=reference,
    )
    known = tuple(filter(None, [address(reference)]))
    return told if present else replace(told, status=reference.status, urls=known)


def address(reference: Reference) -> str:
    """Return the address to link: the mended one, else the printed one if it is whole; empty if neither."""
    printed = reference.url_printed
    whole = printed.startswith(("http://", "https://")) and not any(char.isspace() for char in printed)
    return reference.url or (printed if whole else "")
