"""The header of a TEI document: what was edited, by whom, from what, under which rights, and how it changed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from lxml import etree

from matn.edition.model import Bilingual, Note, Paragraph, Work, WorkEdition
from matn.export.tei_encoding import encoding
from matn.export.tei_inline import EDITORS, TEAM
from matn.export.tei_xml import element, iri, pointers

LICENCE = "https://creativecommons.org/licenses/by/4.0/"
LICENSED = (
    "What the editors made (markup, emendations, summaries, references, names) is under CC BY 4.0; the text is not."
)
PROGRAM = "matn"
"""xml:id of the statement of responsibility for what the program did."""
_LANGUAGES = {"ar": "Arabic", "en": "English", "fa": "Persian"}


def header(
    root: etree._Element, item: WorkEdition, version: str, rules: Mapping[str, str], people: Mapping[str, str]
) -> None:
    """Put the header of *item* at the head of *root*, whose texts are written already.

    Args:
        root: The document.
        item: The work.
        version: Of the program.
        rules: The damage that each rule of repair mends, in one sentence, by the rule's name.
        people: Who emended, by name, with the xml:id under which the text has them.
    """
    made = element(root, "teiHeader")
    root.insert(0, made)
    _file(element(made, "fileDesc"), item, version, people)
    encoding(element(made, "encodingDesc"), root, item, version, rules)
    _profile(element(made, "profileDesc"), root, item.work)
    _revisions(element(made, "revisionDesc"), root, item, version)


def both(parent: etree._Element, tag: str, text: Bilingual, **facts: str) -> None:
    """Append *text* in each language that it has."""
    for language, words in text.items():
        if words:
            element(parent, tag, words, lang=language, **facts)


def _file(made: etree._Element, item: WorkEdition, version: str, people: Mapping[str, str]) -> None:
    work = item.work
    title = element(made, "titleStmt")
    both(title, "title", work.title)
    both(title, "author", work.author)
    element(title, "editor", TEAM, ref=f"#{EDITORS}", lang="en")
    responsible(title, PROGRAM, "repair by rules, structure, export", f"Matn {version}", "program")
    responsible(title, EDITORS, "emendations, summaries, references and names", TEAM, "editors")
    for person, anchor in people.items():
        if anchor != EDITORS:
            responsible(title, anchor, "emendations", person, "editor")
    element(element(made, "editionStmt"), "edition", f"Matn {version}", n=version, lang="en")
    _publication(element(made, "publicationStmt"), work)
    _source(element(made, "sourceDesc"), work)


def responsible(title: etree._Element, anchor: str, resp: str, name: str, kind: str) -> None:
    """Append who *name* is (*kind*: program, editors, editor) and what they did, under *anchor* as xml:id."""
    made = element(title, "respStmt", id=anchor, lang="en")
    element(made, "resp", resp)
    element(made, "name", name, type=kind)


def _publication(made: etree._Element, work: Work) -> None:
    element(made, "publisher", "The Matn project", lang="en")
    element(made, "idno", work.id, type="matn")
    availability = element(made, "availability")
    element(element(availability, "licence", target=LICENCE), "p", LICENSED, lang="en")
    both(availability, "p", work.rights or {"en": "The text is its author's and publisher's."})


def _source(made: etree._Element, work: Work) -> None:
    """Append the paper as published, then the file that it was taken from."""
    paper = element(made, "bibl", id="paper", type="published")
    both(paper, "title", work.title, level="a" if work.container else "m")
    both(paper, "author", work.author)
    both(paper, "affiliation", work.affiliation)
    both(paper, "title", work.container, level="j")
    both(paper, "publisher", work.publisher)
    element(paper, "date", work.date, when=work.date, resp=f"#{EDITORS}" if work.date_evidence else "")
    for unit, text in (("issue", work.issue), ("page", work.pages)):
        if text:
            element(paper, "biblScope", text, unit=unit)
    if work.url:
        element(paper, "ref", work.url, type="address", target=iri(work.url))
    both(paper, "note", work.date_evidence, type="date-evidence")
    file = element(made, "bibl", id="file", type="file")
    element(file, "idno", work.source.sha256, type="sha256")
    element(file, "extent", f"{work.source.characters} characters, format {work.source.format}", lang="en")
    both(file, "note", work.damage, type="damage")


def _profile(made: etree._Element, root: etree._Element, work: Work) -> None:
    for language, abstract in work.abstract.items():
        element(element(made, "abstract", lang=language), "p", abstract)
    used = {str(tag) for tag in root.xpath("//@xml:lang")} | {"ar"}
    listed = element(made, "langUsage")
    for tag in sorted(used):
        element(listed, "language", _LANGUAGES.get(tag, tag), ident=tag, lang="en")


def _revisions(made: etree._Element, root: etree._Element, item: WorkEdition, version: str) -> None:
    """Append how the text came to be, the last step first; days are not told, so that the file stays the same."""
    steps = [f"Received: a file of {item.work.source.characters} characters."]
    if item.has_source:
        counts = _counts([*item.paragraphs, *item.notes])
        steps.append(f"Repaired by rules: {counts['edit']} places changed, {counts['gap']} gaps marked.")
        steps.append(f"Emended by editors: {counts['emendation']} places.")
    else:
        steps.append("Not transcribed: the file is not at hand. Ids, content hashes and what editors wrote are.")
    element(made, "change", f"Exported by Matn {version}.", n=str(len(steps) + 1), who=f"#{PROGRAM}", lang="en")
    _wordings(made, root, item)
    for number in range(len(steps), 0, -1):
        who = EDITORS if steps[number - 1].startswith("Emended") else PROGRAM
        element(made, "change", steps[number - 1], n=str(number), who=f"#{who}", lang="en")


def _wordings(made: etree._Element, root: etree._Element, item: WorkEdition) -> None:
    """Append what changed between two wordings that were published, paragraph by paragraph, as the ledger has it."""
    there = {str(anchor) for anchor in root.xpath("//@xml:id")}
    for anchor, history in item.history.items():
        for change in reversed(history.changes) if anchor in there else ():
            told = "; ".join(f"{before or '(nothing)'} → {after or '(nothing)'}" for before, after in change.words)
            more = f"; {change.more} places more" if change.more else ""
            text = f"{anchor} ~{change.before} became ~{change.after}: {told}{more}."
            element(made, "change", text, type="wording", target=pointers(anchor), who=f"#{EDITORS}", lang="en")


def _counts(texts: Iterable[Paragraph | Note]) -> dict[str, int]:
    kinds = [alteration.kind for text in texts for alteration in text.alterations]
    return {kind: kinds.count(kind) for kind in ("edit", "gap", "emendation")}
