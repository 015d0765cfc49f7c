"""The whole edition as one document of TEI P5: a ``teiCorpus`` of the documents of its works.

An id that is unique in a work is not so in the edition: each has the id of its work before it (``qashta-2025.p12``),
and so has what points at it. The document of a work has the work's id itself.
"""

from __future__ import annotations

from collections.abc import Mapping

from lxml import etree

from matn.export.cite import Imprint
from matn.export.offer import WHOLE
from matn.export.tei_header import LICENCE, LICENSED, PROGRAM, both, responsible
from matn.export.tei_inline import EDITORS, TEAM
from matn.export.tei_schema import POINTERS, parse, refuse_invalid
from matn.export.tei_xml import ID, TEI, element, name, pointers

_AIM = "Reading texts of damaged files, every change of which can be seen, explained and undone."
_IDS = (
    "Every TEI element is a work with a header of its own, as the file of that work has it; before each xml:id stands "
    "the work's, with a full stop between."
)


def corpus(documents: Mapping[str, bytes], imprint: Imprint, version: str) -> bytes:
    """Return the edition as one document in UTF-8; the same documents give the same bytes.

    Args:
        documents: What :func:`matn.export.tei.tei` made of each work, by the work's id, in the edition's order.
        imprint: Title, publisher and version of the edition.
        version: Of the program.

    Raises:
        BrokenPromiseError: What was made is not valid against our schema.
    """
    root = etree.Element(name("teiCorpus"), nsmap={None: TEI})
    made = element(root, "teiHeader")
    works = [prefixed(data, work) for work, data in documents.items()]
    _file(element(made, "fileDesc"), works, imprint)
    told = element(element(made, "encodingDesc"), "projectDesc")
    for text in (_AIM, _IDS):
        element(told, "p", text, lang="en")
    change = f"Exported by Matn {version}."
    element(element(made, "revisionDesc"), "change", change, who=pointers(_own(PROGRAM)), lang="en")
    root.extend(works)
    data: bytes = etree.tostring(_spaced(root), xml_declaration=True, encoding="UTF-8") + b"\n"
    refuse_invalid(data, "the edition")
    return data


def _own(anchor: str) -> str:
    """Return the id of what the edition as a whole has: no work is called as it is."""
    return f"{WHOLE}.{anchor}"


def _file(made: etree._Element, works: list[etree._Element], imprint: Imprint) -> None:
    title = element(made, "titleStmt")
    both(title, "title", imprint.title)
    element(title, "editor", TEAM, ref=pointers(_own(EDITORS)), lang="en")
    responsible(title, _own(PROGRAM), "repair by rules, structure, export", "Matn", "program")
    responsible(title, _own(EDITORS), "emendations, summaries, references and names", TEAM, "editors")
    element(element(made, "editionStmt"), "edition", imprint.version, n=imprint.version, lang="en")
    published = element(made, "publicationStmt")
    both(published, "publisher", imprint.publisher)
    element(published, "date", imprint.date, when=imprint.date)
    availability = element(published, "availability")
    element(element(availability, "licence", target=LICENCE), "p", LICENSED, lang="en")
    listed = element(element(made, "sourceDesc"), "listBibl", type="works")
    for work in works:
        for paper in work.iterfind(f".//{name('sourceDesc')}/{name('bibl')}[@type='published']"):
            entry = element(listed, "bibl", corresp=pointers(str(paper.get(ID))))
            entry.extend([parse(etree.tostring(each, with_tail=False)) for each in paper.iterfind(name("title"))])


def prefixed(data: bytes, work: str) -> etree._Element:
    """Return the document *data* with the id of its *work* before every id, and wherever one is pointed at."""
    root = parse(data)
    for made in root.xpath("//*[@xml:id]"):
        made.set(ID, f"{work}.{made.get(ID)}")
    for value in root.xpath(POINTERS):
        told = (f"#{work}.{each[1:]}" for each in str(value).split())
        value.getparent().set(value.attrname, " ".join(told))
    root.set(ID, work)
    for structure in root.iter(name("citeStructure")):
        match = str(structure.get("match")).removeprefix("/TEI")
        structure.set("match", f"//TEI[@xml:id='{work}']{match}")
    return root


def _spaced(root: etree._Element) -> etree._Element:
    """Break lines between the header and the works."""
    root.text = "\n"
    for child in root:
        child.tail = "\n"
    return root
