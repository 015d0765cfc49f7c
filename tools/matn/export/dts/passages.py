"""Passages of a work as the document endpoint gives them: cut out of its TEI, and as plain text."""

from __future__ import annotations

from copy import deepcopy

from lxml import etree

from matn.export.dts.units import Unit
from matn.export.plain import laid_out, note_line, paragraph_line
from matn.export.tei_schema import parse
from matn.export.tei_xml import ID, TEI, name

DTS = "https://w3id.org/api/dts#"


class Passages:
    """Passages of one work, from the bytes of its TEI."""

    def __init__(self, data: bytes) -> None:
        root = parse(data)
        self._known = {str(made.get(ID)): made for made in root.iter() if made.get(ID)}

    def tei(self, unit: Unit) -> bytes:
        """Return *unit* in a ``dts:wrapper``, which stands in a ``TEI`` as the specification has it."""
        root = etree.Element(name("TEI"), nsmap={None: TEI})
        wrapper = etree.SubElement(root, f"{{{DTS}}}wrapper", nsmap={"dts": DTS})
        wrapper.append(self._section(unit) if unit.kind == "section" else self._alone(unit.identifier))
        data: bytes = etree.tostring(root, xml_declaration=True, encoding="UTF-8")
        return data + b"\n"

    def _section(self, unit: Unit) -> etree._Element:
        """Return the division whose heading begins *unit*."""
        made = deepcopy(self._known[unit.paragraphs[0].id].getparent())
        made.tail = None
        return made

    def _alone(self, anchor: str) -> etree._Element:
        """Return one paragraph or note; the lists and captions in it are paragraphs of their own."""
        made = deepcopy(self._known[anchor])
        made.tail = None
        for inner in made.xpath("./t:list | ./t:head", namespaces={"t": TEI}):
            made.remove(inner)
        return made


def text(unit: Unit) -> bytes:
    """Return *unit* as plain text, a paragraph a line."""
    lines = [note_line(unit.note)] if unit.note else [paragraph_line(p) for p in unit.paragraphs]
    return laid_out(lines).encode("utf-8", "replace")
