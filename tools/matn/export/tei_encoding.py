"""What the header says of the encoding: editorial practice, the rules of repair, how to cite, odd characters."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from lxml import etree

from matn.edition.emend import KINDS
from matn.edition.model import Account, WorkEdition
from matn.export.tei_xml import element, name

_PRACTICE: Mapping[str, Sequence[str]] = {
    "correction": (
        "An editor's emendation is choice/sic/corr, or supplied where the source has nothing. Author's usage stays.",
        "What a rule of repair changed is choice/orig/reg; resp names the rules, in the order in which they worked.",
        "cert is high from 0.9, medium from 0.7, else low; ana leads to the reason and its degree of certainty.",
        "resp of an emendation names its editor, ana its kind, too; source leads to where the right reading is found.",
        "A place in doubt stands between two anchors, to which an annotation points; nothing was changed there.",
    ),
    "normalization": ("Line ends of the source are spaces. The text is in the Unicode form in which it was received.",),
    "hyphenation": ("A word that was divided at a line end is joined.",),
    "quotation": ("Quotation marks stay as characters of the text.",),
    "segmentation": (
        "Every paragraph, heading and list item has an id that is never changed and never used again.",
        (
            "n of a paragraph is its id and the content hash of its reading text; n of a summary has the hash of the "
            "text that it was written from. div and list have their level as type."
        ),
    ),
    "interpretation": (
        (
            "Names in the text lead to standOff. They were found by a list that editors keep; with several keys a "
            "name is ambiguous."
        ),
        "Summaries are the editors'; they are a second text, linked by corresp.",
    ),
}
_GAPS = (
    "gap with reason lost: the source lost something; with a unit, it reads […]. In a note: its text is gone, only "
    "its marker is left. source-absent: the source file was not at hand when this was written. no-summary: there is "
    "nothing to sum up; desc says why. A note of type marker-lost has a text but no marker."
)
_CITED = (
    "A paragraph is cited by its xml:id, best with its content hash: p12 ~a1b2c3. Retired ids say what became of them."
)
_OWN = {
    "line-end": "A word was cut in two by a line end.",
}
"""What happens outside the rules of repair and is told as an alteration."""
_KINDS = {
    "letters": "Letters misread or lost.",
    "word-division": "Words run together or split.",
    "doubling": "A letter doubled.",
    "name": "A name.",
    "number-or-date": "A number or a date.",
    "agreement": "An ending that must agree.",
    "marks": "Vowel signs.",
    "punctuation": "Punctuation.",
    "supplied": "What the source lost, supplied.",
    "other": "Something else.",
}


def encoding(
    made: etree._Element, root: etree._Element, item: WorkEdition, version: str, rules: Mapping[str, str]
) -> None:
    """Fill the ``encodingDesc`` *made* of the document *root*."""
    aim = "A reading text of a damaged file, every change of which can be seen, explained and undone."
    element(element(made, "projectDesc"), "p", aim, lang="en")
    if item.account:
        _removed(made, item.account)
    _editorial(made)
    _citation(made)
    _taxonomies(made, {**_OWN, **_unknown(root, rules), **rules})
    _characters(made, root)
    application = element(element(made, "appInfo"), "application", ident="matn", version=version)
    element(application, "label", "Matn", lang="en")


def _removed(made: etree._Element, account: Account) -> None:
    """Say what of the file is not transcribed: every character of it is accounted for."""
    told = "; ".join(f"{reason}: {count}" for reason, count in account.removed.items()) or "nothing"
    text = f"Characters of the file: {account.total}, unaccounted for: {account.unaccounted}. Left out: {told}."
    element(element(made, "samplingDecl"), "p", text, lang="en")


def _editorial(made: etree._Element) -> None:
    practice = element(made, "editorialDecl", lang="en")
    for tag, texts in _PRACTICE.items():
        part = element(practice, tag)
        for text in texts:
            element(part, "p", text)
    element(practice, "p", _GAPS)


def _citation(made: etree._Element) -> None:
    declared = element(made, "refsDecl")
    blocks = "titlePart|byline|head|p|item|figure|ab"
    for unit, match in (("paragraph", f"/TEI/text[@type='edition']//({blocks})[@xml:id]"), ("note", "//note[@place]")):
        structure = element(declared, "citeStructure", unit=unit, match=match, use="@xml:id")
        element(structure, "desc", _CITED if unit == "paragraph" else "Notes are cited by their xml:id.", lang="en")


def _unknown(root: etree._Element, rules: Mapping[str, str]) -> dict[str, str]:
    """Return the rules to which the text points and of which nothing is told."""
    used = {pointer for value in root.xpath("//@resp") for pointer in str(value).split()}
    named = sorted(each.removeprefix("#rule-") for each in used if each.startswith("#rule-"))
    return {rule: "A rule of repair." for rule in named if rule not in rules and rule not in _OWN}


def _taxonomies(made: etree._Element, rules: Mapping[str, str]) -> None:
    declared = element(made, "classDecl", lang="en")
    listed = element(declared, "taxonomy", id="rules")
    for rule, damage in rules.items():
        element(element(listed, "category", id=f"rule-{rule}", n=rule), "catDesc", damage)
    _kinds(declared)
    states = element(declared, "taxonomy", id="summary-states")
    told = "The summary was written from another wording than that of today."
    element(element(states, "category", id="stale", n="stale"), "catDesc", told)


def _kinds(declared: etree._Element) -> None:
    """Tell the kinds of emendation, to which ``ana`` of one leads."""
    listed = element(declared, "taxonomy", id="emendation-kinds")
    for kind in KINDS:
        element(element(listed, "category", id=f"kind-{kind}", n=kind), "catDesc", _KINDS[kind])


def _characters(made: etree._Element, root: etree._Element) -> None:
    """Declare the characters that XML cannot carry."""
    used = sorted({str(sign.get("ref")).removeprefix("#") for sign in root.iter(name("g"))})
    if not used:
        return
    declared = element(made, "charDecl")
    for anchor in used:
        char = element(declared, "char", id=anchor)
        element(char, "localProp", name="codepoint", value=f"U+{anchor.removeprefix('u').upper()}")
