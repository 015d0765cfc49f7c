"""Read our TEI back: paragraphs, notes, retired ids and summaries as the edition has them.

For tests, and for whoever wants to see that the format keeps what it is given. The repaired layer, the
references of the notes and the account are not in the texts and are not read.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from lxml import etree

from matn.edition.alter import GAP
from matn.edition.emend import RULE
from matn.edition.model import Alteration, Note, NoteMarker, Paragraph, Query, Summary, Tombstone
from matn.export.tei_inline import EDITOR, EDITORS
from matn.export.tei_schema import parse
from matn.export.tei_text import ABSENT, ENGLISH
from matn.export.tei_xml import ID, character, language_of, name
from matn.structure.model import BlockKind

_KINDS = {
    "titlePart": BlockKind.TITLE,
    "byline": BlockKind.BYLINE,
    "head": BlockKind.HEADING,
    "p": BlockKind.PARAGRAPH,
    "item": BlockKind.LIST_ITEM,
    "figure": BlockKind.FIGURE_LOST,
}


@dataclass(frozen=True, slots=True)
class Reread:
    """What a document of ours holds."""

    paragraphs: tuple[Paragraph, ...]
    notes: tuple[Note, ...]
    tombstones: tuple[Tombstone, ...]
    summaries: Mapping[str, Summary]


def reread(data: bytes) -> Reread:
    """Return what the TEI document *data* holds, which :func:`matn.export.tei.tei` wrote."""
    root = parse(data)
    reasons = {str(made.get(ID)): made for made in root.iter(name("interp"))}
    queries = list(root.iter(name("annotation")))
    texts = {str(text.get("type")): text for text in root.iterchildren(name("text"))}
    arabic, english = texts["edition"], texts.get("summaries")
    back = arabic.find(name("back"))
    return Reread(
        tuple(_paragraph(made, reasons, queries) for part in arabic if part is not back for made in _anchored(part)),
        tuple(_note(made, root, reasons) for made in arabic.iter(name("note"))),
        tuple(_tombstone(made) for made in (_anchored(back) if back is not None else ()) if _tag(made) == "item"),
        {} if english is None else dict(_summary(made) for made in _anchored(english)),
    )


def _tag(made: etree._Element) -> str:
    return str(etree.QName(made).localname)


def _anchored(part: etree._Element) -> list[etree._Element]:
    """Return the blocks of *part* that have ids, in order."""
    return [made for made in part.iter(*(name(tag) for tag in (*_KINDS, "ab"))) if made.get(ID)]


@dataclass(slots=True)
class _Content:
    """Gathers the reading text of a block, its received text and what stands at which offset."""

    reasons: Mapping[str, etree._Element]
    reading: str = ""
    received: str = ""
    label: str = ""
    absent: str = ""
    alterations: list[Alteration] = field(default_factory=list)
    markers: list[NoteMarker] = field(default_factory=list)
    anchors: dict[str, int] = field(default_factory=dict)

    def read(self, made: etree._Element, *, aside: bool = False) -> None:
        """Read the content of *made*; *aside* says that its received text is told elsewhere."""
        self._text(made.text, aside)
        for child in made:
            self._child(child, aside)
            self._text(child.tail, aside)

    def _text(self, text: str | None, aside: bool) -> None:
        self.reading += text or ""
        self.received += "" if aside else text or ""

    def _child(self, made: etree._Element, aside: bool) -> None:
        match _tag(made):
            case "g":
                self._text(character(made), aside)
            case "label":
                self.label = string(made)
            case "ref":
                target = str(made.get("target")).removeprefix("#")
                self.markers.append(NoteMarker(target, string(made), len(self.reading)))
            case "anchor":
                self.anchors[str(made.get(ID))] = len(self.reading)
            case "choice":
                was, now = made
                kind = str(now.get("type") or ("emendation" if _tag(was) == "sic" else "edit"))
                self._altered(now, string(was), kind)
            case "supplied":
                self._altered(made, "", "emendation")
            case "gap":
                self._gap(made)
            case "list":
                pass
            case _:
                self.read(made, aside=aside)

    def _altered(self, now: etree._Element, received: str, kind: str) -> None:
        start, place = len(self.reading), len(self.alterations)
        self.read(now, aside=True)
        self.alterations.insert(place, self._alteration(now, start, received, kind))
        self.received += received

    def _gap(self, made: etree._Element) -> None:
        if made.get("unit") is None:
            self.absent = str(made.get("reason"))
            return
        start = len(self.reading)
        self.reading += GAP
        if made.get("ana"):
            self.alterations.append(self._alteration(made, start, "", "gap"))

    def _alteration(self, made: etree._Element, start: int, received: str, kind: str) -> Alteration:
        agents = (each.removeprefix("#") for each in str(made.get("resp")).split())
        rules = dict.fromkeys(RULE if _is_editor(each) else each.removeprefix("rule-") for each in agents)
        reason = self.reasons[str(made.get("ana")).split()[0].removeprefix("#")]
        sure = float(str(reason.find(name("certainty")).get("degree")))
        end, reading = len(self.reading), self.reading[start:]
        return Alteration(start, end, received, reading, tuple(rules), string(reason), sure, kind)


def _is_editor(agent: str) -> bool:
    return agent == EDITORS or agent.startswith(EDITOR)


def string(made: etree._Element) -> str:
    """Return the text of *made*, without the lists in it, with the characters that XML cannot carry."""
    parts = [made.text or ""]
    for child in made:
        inside = "" if _tag(child) == "list" else string(child)
        parts += [character(child) if _tag(child) == "g" else inside, child.tail or ""]
    return "".join(parts)


def _level(made: etree._Element) -> int:
    group = made.getparent()
    is_leveled = _tag(made) in ("item", "head") and _tag(group) in ("list", "div")
    return int(str(group.get("type")).removeprefix("level-")) if is_leveled else 0


def _kind(made: etree._Element) -> BlockKind:
    if _tag(made) == "head" and _tag(made.getparent()) == "figure":
        return BlockKind.CAPTION
    return BlockKind(made.get("type")) if _tag(made) == "ab" else _KINDS[_tag(made)]


def _paragraph(made: etree._Element, reasons: Mapping[str, etree._Element], queries: list[etree._Element]) -> Paragraph:
    content, anchor = _Content(reasons), str(made.get(ID))
    content.read(made.find(name("ab")) if _tag(made) == "figure" else made)
    absent = content.absent == ABSENT
    own = [each for each in queries if str(each.get(ID)).startswith(f"{anchor}-query-")]
    return Paragraph(
        id=anchor,
        kind=_kind(made),
        level=_level(made),
        label=content.label,
        language=language_of(made),
        received=None if absent else content.received,
        reading=None if absent else content.reading,
        content_hash=str(made.get("n")).partition(" ~")[2],
        markers=tuple(content.markers),
        alterations=tuple(content.alterations),
        queries=tuple(_query(each, content.anchors) for each in own),
    )


def _query(made: etree._Element, anchors: Mapping[str, int]) -> Query:
    start, end = (anchors[each.removeprefix("#")] for each in str(made.get("target")).split())
    words, suggestion, why = (string(each) for each in made)
    return Query(start, end, words, suggestion, str(made.get("resp")).removeprefix("#rule-"), why)


def _note(made: etree._Element, root: etree._Element, reasons: Mapping[str, etree._Element]) -> Note:
    content, anchor = _Content(reasons), str(made.get(ID))
    content.read(made)
    told = root.xpath("//t:bibl[@corresp=$note]", note=f"#{anchor}", namespaces={"t": name("")[1:-1]})
    links = [each for entry in told for each in entry if each.get("type") in ("link", "repeats")]
    return Note(
        id=anchor,
        label=content.label,
        status=str(made.get("type")),
        language=language_of(made),
        text=None if content.absent else content.reading,
        paragraphs=_ids(made),
        repeats="".join(str(each.get("target"))[1:] for each in links if _tag(each) == "relatedItem"),
        urls=tuple(string(each) for each in links if _tag(each) == "ref"),
        alterations=tuple(content.alterations),
        received=None if content.absent else content.received,
    )


def _ids(made: etree._Element) -> tuple[str, ...]:
    return tuple(each.removeprefix("#") for each in str(made.get("corresp") or "").split())


def _tombstone(made: etree._Element) -> Tombstone:
    content = _Content({})
    content.read(made)
    return Tombstone(str(made.get(ID)), content.label, _ids(made), content.reading)


def _summary(made: etree._Element) -> tuple[str, Summary]:
    anchor = str(made.get(ID)).removeprefix(ENGLISH)
    block = made.find(name("ab")) if _tag(made) == "figure" else made
    gap = block.find(name("gap"))
    text = string(block) if gap is None else ""
    return anchor, Summary(anchor, text, str(made.get("n")).partition(" ~")[2], "" if gap is None else string(gap[0]))
