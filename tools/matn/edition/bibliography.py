"""What a note refers to, as data."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class PrintedDate:
    """A date as a note prints it in the calendar *system* (``jalali``, ``hijri``), and in Gregorian ISO 8601."""

    system: str
    printed: str
    gregorian: str


@dataclass(frozen=True, slots=True)
class Reference:
    """What editors know of a note, as ``notes.yaml`` has it; what is not known is empty.

    Attributes:
        id: The note's id (``n4``).
        status: ``present``, ``lost`` (marker without body) or ``marker-lost``.
        kind: ``source``, ``comment`` or ``ibid``; empty where a lost note may have been either.
        language: BCP 47 tag of the note: ``ar``, ``en``, ``fa``.
        author: As the note has it.
        title: As the note has it, in its own language.
        publisher: Newspaper, agency, journal or institution.
        date: When it was published: ISO 8601, as precise as known.
        accessed: When the author looked it up: ISO 8601.
        pages: As the note has them.
        url_printed: The address as the source prints it, broken or not.
        url: The address mended, where that can be proven.
        url_evidence: What proves it.
        opaque: The address is a short link: where it leads is not known from the note.
        repeats: Id of the note that an *ibid.* stands for.
        calendar: The date in another calendar, if the note has one.
        remark: What is to be said of the note, in both languages.
        line: 1-based line in ``notes.yaml``.
    """

    id: str
    status: str
    kind: str = ""
    language: str = ""
    author: str = ""
    title: str = ""
    publisher: str = ""
    date: str = ""
    accessed: str = ""
    pages: str = ""
    url_printed: str = ""
    url: str = ""
    url_evidence: str = ""
    opaque: bool = False
    repeats: str = ""
    calendar: PrintedDate | None = None
    remark: Mapping[str, str] = field(default_factory=dict)
    line: int = 1
