r"""links: a reference whose parts stand in reverse order is put in order, its address mended where proven.

Fixes: ``ADDRESS ،2025 ،title، publisher`` (the commas hang on the wrong word: the parts came out from left
to right) becomes ``title، publisher، 2025، ADDRESS``. An address cut over lines is rejoined when the text
proves it: a whole copy with the same characters stands elsewhere, or a cut copy agrees with its start and
its percent escapes decode to known Arabic words, every received character used once.
Leaves alone: Markdown links, addresses within addresses (``https://archive…/https://…``), everything else.
Flags: an address whose parts are out of order, or which is cut, and that nothing in the text proves.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from urllib.parse import unquote

from matn.repair.model import Evidence, Rule
from matn.text.edits import Edit, Outcome
from matn.text.lexicon import Lexicon
from matn.text.tables import LETTER_CLASS

NAME = "links"
_CHARS = r"[!-'*-;=?-Z\\^-z|~]"  # printable ASCII without brackets, which Markdown and prose set round addresses
_TITLE = "[^\n\u00ad\u200b]"  # what is unseen must not come to stand elsewhere
_REFERENCE = re.compile(
    f"(?P<label>^[ \\t]*\\d{{1,3}}\\.[ \\t]+)?(?<!{_CHARS})(?<![\u00ad\u200b])(?P<head>{_CHARS}*://{_CHARS}*)"
    f" ،(?P<year>\\d{{4}}) ،(?P<title>{_TITLE}*[{LETTER_CLASS}]{_TITLE}*)"
    f"(?P<tails>(?:\\s*^[ \\t]*(?!\\S*://){_CHARS}{{2,}}[ \\t]*$)*)",
    re.MULTILINE,
)
_LAST_LABEL = re.compile(r"(?<=\D)\s*(\d{1,3})\s*\.\s*$")
_WHOLE = re.compile(f"(?<!{_CHARS})https?://{_CHARS}+")
_SCHEME = re.compile("https?://")
_BEFORE, _AFTER = re.compile(f"{_CHARS}*$"), re.compile(f"{_CHARS}*")
_SOUND_START = re.compile(r"www\.|\w+=")
_CUT = re.compile("%[0-9A-Fa-f]?$")
_LONGEST = 2000
"""Code points of an address looked at; what is longer is no address that somebody printed."""
_PIECES = re.compile(r"%%?(?=\d)|(?<=%[C-F][0-9A-F])%%?(?=[C-F][0-9A-F]%)")
_ARABIC_WORD = re.compile(f"[{LETTER_CLASS}]{{2,}}")


def propose(text: str, evidence: Evidence) -> Iterator[Edit]:
    """Yield the mended references of *text* and the flags of the addresses that stay as received."""
    if "://" not in text:
        return
    edits: list[Edit] = []
    for found in _REFERENCE.finditer(text) if " ،" in text else ():
        copies = [copy[0] for copy in _WHOLE.finditer(text) if not found.start() <= copy.start() < found.end()]
        edits += _reference(found, copies, evidence.lexicon)
    yield from edits
    yield from _flags(text, edits)


def _flags(text: str, edits: Sequence[Edit]) -> Iterator[Edit]:
    """Yield a flag an address that is out of order or cut, unless an edit has mended it."""
    done = 0
    for scheme in _SCHEME.finditer(text):
        if scheme.start() < done:  # an address within an address
            continue
        before = text[max(done, scheme.start() - _LONGEST) : scheme.start()]
        start = scheme.start() - len("".join(_BEFORE.findall(before)))
        done = scheme.end() + len(_AFTER.findall(text[scheme.end() : scheme.end() + _LONGEST])[0])
        address, why = text[start:done], _complaint(text[start : scheme.start()], text[start:done])
        if why and not any(edit.start <= start < edit.end or address in edit.after for edit in edits):
            reason = f"this address {why}, and nothing in the text proves the whole"
            yield Edit(start, done, address, address, NAME, 0.5, reason, Outcome.FLAGGED)


def _complaint(before: str, address: str) -> str:
    if before and (before[-1].isalnum() or before[-1] in "%./-") and not _SOUND_START.match(before):
        return "is out of order"
    return "is cut inside an escape" if _CUT.search(address) else ""


def _reference(found: re.Match[str], copies: Sequence[str], lexicon: Lexicon) -> Iterator[Edit]:
    parts = [found["head"], *found["tails"].split()]
    address, proof, confidence = _address(parts, copies, lexicon)
    start, end = found.start("head"), found.end()
    before = found[0][start - found.start() :]
    why = f"the commas show that address, year and title stand in reverse order; {proof}"
    if not address:
        yield Edit(start, end, before, before, NAME, 0.5, why, Outcome.FLAGGED)
        return
    title, label = found["title"].strip(), ""
    if not found["label"] and (last := _LAST_LABEL.search(title)):
        title, label = title[: last.start()], f"{last[1]}. "
    yield Edit(start, end, before, f"{label}{title}، {found['year']}، {address}", NAME, confidence, why)


def _address(parts: Sequence[str], copies: Sequence[str], lexicon: Lexicon) -> tuple[str, str, float]:
    """Return the address that *parts* make, what proves it, and how sure; empty where nothing does."""
    if len(parts) == 1 and parts[0].startswith("http"):
        return parts[0], "the address is whole", 0.95
    received = Counter("".join(parts))
    for copy in copies:
        if Counter(copy) == received:
            return copy, "a copy elsewhere in the text is made of the same characters", 0.97
    built = _unreversed(parts)
    known = max((copy for copy in copies if len(copy) > 30 and built.startswith(copy)), key=len, default="")
    if known and Counter(built) == received and (words := _decoded(built, lexicon)):
        return built, f"a cut copy has its first {len(known)} characters; the escapes read {'-'.join(words)}", 0.85
    return "", f"nothing in the text proves the address ({len(parts)} parts)", 0.5


def _unreversed(parts: Sequence[str]) -> str:
    """Undo the reversal of an address: path parts before the scheme, escapes at each number."""
    lead, scheme, rest = parts[0].partition("http")
    return "".join([scheme + rest + "/".join(reversed(lead.split("/"))), *map(_escapes, parts[1:])])


def _escapes(part: str) -> str:
    pieces = _PIECES.split(part)
    return "%" * (part.count("%") - sum(piece.count("%") for piece in pieces) - len(pieces) + 1) + "%".join(
        reversed(pieces)
    )


def _decoded(address: str, lexicon: Lexicon) -> list[str]:
    """Return the Arabic words of the escapes of *address*; nothing if they are no UTF-8 or not all known."""
    try:
        words = _ARABIC_WORD.findall(unquote(address, errors="strict"))
    except UnicodeDecodeError:
        return []
    return words if words and all(map(lexicon.knows, words)) else []


RULE = Rule(
    name=NAME,
    damage="References in reverse order and addresses cut over lines.",
    propose=propose,
    owns=frozenset(" \t\n"),
    reorders=True,
)
