"""What stands off the text in TEI: names that occur, references of the notes, reasons, open questions."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from lxml import etree

from matn.edition.bibliography import Reference
from matn.edition.model import Note, Query
from matn.edition.names import Kind, Name
from matn.edition.references import address
from matn.export.tei_text import Written
from matn.export.tei_xml import element, iri, pointers

_LISTS = (
    ("listPerson", "person", "persName", (Kind.PERSON,)),
    ("listOrg", "org", "orgName", (Kind.ORGANISATION,)),
    ("listPlace", "place", "placeName", (Kind.PLACE, Kind.FACILITY)),
    ("listEvent", "event", "label", (Kind.EVENT, Kind.AGREEMENT)),
)
"""List, entry, naming element, and the kinds that go there."""


def stand_off(root: etree._Element, names: Sequence[Name], notes: Sequence[Note], written: Written) -> None:
    """Append ``standOff`` with all that there is; without anything, nothing.

    Args:
        root: The document.
        names: The names that occur in the text.
        notes: The notes, with what editors know of them.
        written: What was met in the texts.
    """
    made = element(root, "standOff")
    for tag, entry, label, kinds in _LISTS:
        _names(made, (tag, entry, label), [name for name in names if name.kind in kinds])
    _bibliography(made, notes)
    _evidence(made, written)
    _reasons(made, written)
    _queries(made, written.queries)
    if not len(made):
        root.remove(made)


def _names(parent: etree._Element, tags: tuple[str, str, str], names: Sequence[Name]) -> None:
    if not names:
        return
    listed = element(parent, tags[0])
    for name in names:
        made = element(listed, tags[1], id=f"name-{name.id}", type="" if tags[1] == "person" else name.kind.value)
        for language, forms in (("ar", name.forms), ("en", name.en_forms)):
            for at, form in enumerate(forms):
                element(made, tags[2], form, lang=language, type="variant" if at else "main")
        if name.wikidata:
            element(made, "idno", name.wikidata, type="wikidata")
        for language, line in name.line.items():
            element(made, "note", line, lang=language)


def _bibliography(parent: etree._Element, notes: Iterable[Note]) -> None:
    told = [note for note in notes if note.reference or note.urls or note.repeats]
    if told:
        listed = element(parent, "listBibl")
        for note in told:
            _entry(listed, note)


def _entry(listed: etree._Element, note: Note) -> None:
    """Append what is known of *note*: the editors' reference, the addresses that are linked, what it repeats."""
    reference = note.reference or Reference(note.id, note.status)
    made = element(listed, "bibl", id=f"bibl-{note.id}", type=reference.kind, corresp=pointers(note.id))
    language = reference.language or note.language
    for tag, text in (("author", reference.author), ("title", reference.title), ("publisher", reference.publisher)):
        if text:
            element(made, tag, text, lang=language)
    _dates(made, reference)
    if reference.pages:
        element(made, "biblScope", reference.pages, unit="page")
    _addresses(made, note, reference)
    if note.repeats:
        element(made, "relatedItem", type="repeats", target=pointers(note.repeats))
    for tongue, remark in reference.remark.items():
        element(made, "note", remark, type="remark", lang=tongue)


def _dates(made: etree._Element, reference: Reference) -> None:
    if reference.date:
        element(made, "date", reference.date, type="published", when=reference.date)
    if calendar := reference.calendar:
        facts = {"type": calendar.system, "when": calendar.gregorian}
        element(made, "date", calendar.printed, **facts)
    if reference.accessed:
        element(made, "date", reference.accessed, type="accessed", when=reference.accessed)


def _addresses(made: etree._Element, note: Note, reference: Reference) -> None:
    """Append the addresses that the text links, then the one that the editors have, as printed and as mended."""
    for url in note.urls:
        element(made, "ref", url, type="link", target=iri(url))
    if reference.url_printed:
        kind = "short-link" if reference.opaque else "printed"
        element(made, "ref", reference.url_printed, type=kind)
    if address(reference):
        element(made, "ref", address(reference), type="address", target=iri(address(reference)))
    if reference.url_evidence:
        element(made, "note", reference.url_evidence, type="evidence", lang="en")


def _evidence(parent: etree._Element, written: Written) -> None:
    """Append what editors found the right readings by, to which ``source`` of an emendation points."""
    if not written.reasons.evidence:
        return
    listed = element(parent, "listBibl", type="evidence", lang="en")
    for text, anchor in written.reasons.evidence.items():
        element(element(listed, "bibl", id=anchor, type="evidence"), "note", text)


def _reasons(parent: etree._Element, written: Written) -> None:
    if not written.reasons.known:
        return
    group = element(parent, "interpGrp", type="reason", lang="en")
    for (why, degree), anchor in written.reasons.known.items():
        made = element(group, "interp", why, id=anchor)
        element(made, "certainty", locus="value", degree=repr(degree))


def _queries(parent: etree._Element, queries: Sequence[tuple[str, Query]]) -> None:
    if not queries:
        return
    group = element(parent, "listAnnotation", type="query", lang="en")
    for anchor, query in queries:
        facts = {"target": f"#{anchor}-start #{anchor}-end", "resp": f"#rule-{query.rule}"}
        made = element(group, "annotation", id=anchor, motivation="questioning", **facts)
        element(made, "note", query.reading, type="words", lang="ar")
        element(made, "note", query.suggestion, type="suggestion", lang="ar")
        element(made, "note", query.why, type="reason")
