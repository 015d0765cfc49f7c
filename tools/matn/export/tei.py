"""A work as a document of TEI P5: header, names and reasons, the text with its changes, the summaries."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from lxml import etree

from matn.edition.model import WorkEdition
from matn.edition.names import Finder, Name
from matn.export.tei_header import header
from matn.export.tei_schema import refuse_invalid
from matn.export.tei_standoff import stand_off
from matn.export.tei_text import Written, arabic, english
from matn.export.tei_xml import TEI, name


def tei(item: WorkEdition, names: Sequence[Name], version: str, rules: Mapping[str, str]) -> bytes:
    """Return *item* as TEI P5 in UTF-8; the same work gives the same bytes.

    Args:
        item: The work, with or without its source.
        names: The names that editors know; those that occur in the work are listed.
        version: Of the program.
        rules: The damage that each rule of repair mends, in one sentence, by the rule's name.

    Raises:
        BrokenPromiseError: What was made is not valid against our schema.
    """
    root = etree.Element(name("TEI"), nsmap={None: TEI})
    written = Written(Finder(names).find, {each.id: each.kind.value for each in names})
    arabic(root, item, written)
    stand_off(root, [each for each in names if each.id in written.names], item.notes, written)
    if etree.QName(root[-1]).localname == "standOff":
        root.insert(0, root[-1])
    english(root, item)
    header(root, item, version, rules, written.reasons.people)
    data: bytes = etree.tostring(_spaced(root), xml_declaration=True, encoding="UTF-8") + b"\n"
    refuse_invalid(data, item.work.id)
    return data


_CONTAINERS = (
    *("TEI", "teiHeader", "fileDesc", "titleStmt", "publicationStmt", "availability", "sourceDesc", "encodingDesc"),
    *("editorialDecl", "classDecl", "taxonomy", "charDecl", "profileDesc", "langUsage", "revisionDesc", "standOff"),
    *("listPerson", "listOrg", "listPlace", "listEvent", "listBibl", "interpGrp", "listAnnotation", "annotation"),
    *("text", "front", "titlePage", "body", "back", "div", "list", "figure"),
)


def _spaced(root: etree._Element) -> etree._Element:
    """Break lines between elements whose content is elements only, where white space means nothing."""
    for made in root.iter(*(name(tag) for tag in _CONTAINERS)):
        made.text = "\n" + (made.text or "").strip()
        for child in made:
            child.tail = "\n"
    return root
