"""Anchors: paragraph ids that are minted once and resolve for ever."""

from __future__ import annotations

from matn.edition.anchors.decisions import Decision, parse_decision
from matn.edition.anchors.fingerprint import content_hash, fingerprint
from matn.edition.anchors.ledger import ANCHORS_FILE, dump_ledger, ledger_text, load_ledger
from matn.edition.anchors.match import match, mint
from matn.edition.anchors.model import (
    BlockText,
    Entry,
    EntryVerdict,
    Fingerprint,
    Ledger,
    Matching,
    NoteEntry,
    NoteText,
    Outcome,
    Resolution,
    State,
    Stop,
    TextVerdict,
)
from matn.edition.anchors.resolve import resolve
from matn.edition.anchors.review import accept

__all__ = [
    "ANCHORS_FILE",
    "BlockText",
    "Decision",
    "Entry",
    "EntryVerdict",
    "Fingerprint",
    "Ledger",
    "Matching",
    "NoteEntry",
    "NoteText",
    "Outcome",
    "Resolution",
    "State",
    "Stop",
    "TextVerdict",
    "accept",
    "content_hash",
    "dump_ledger",
    "fingerprint",
    "ledger_text",
    "load_ledger",
    "match",
    "mint",
    "parse_decision",
    "resolve",
]
